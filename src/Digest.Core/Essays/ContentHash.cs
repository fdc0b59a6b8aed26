using System.Security.Cryptography;
using System.Text.Json;

namespace Digest.Core.Essays;

/// <summary>The hash that tells whether a reader of an essay would see a difference.</summary>
public static class ContentHash
{
    /// <summary>
    /// SHA-256 (hex) over everything a reader sees: title, dek, byline, date, summary, key points, figures, names and body.
    /// Left out is what only editors see: the strip ledger, evidence (where a statement stands) and the version of the rules.
    /// </summary>
    public static string Of(Essay essay)
    {
        ArgumentNullException.ThrowIfNull(essay);
        var numbers = ListNumbers.Of(essay.Body);
        var seen = new
        {
            essay.Title,
            essay.Kicker,
            essay.Dek,
            Names = essay.Byline?.Names,
            essay.Byline?.Role,
            essay.Byline?.Affiliation,
            essay.Published,
            essay.Language,
            essay.Site,
            essay.Canonical,
            Summary = essay.Summary.Select(s => s.Text),
            KeyPoints = essay.KeyPoints.Select(s => s.Text),
            KeyFigures = essay.KeyFigures.Select(f => new { f.Value, f.High, f.Unit, f.Qualifier, f.Text, f.Sentence, f.Importance }),
            essay.People,
            essay.Organisations,
            // What is null is not written: records from before there were numbers keep their hash.
            Body = essay.Body.Select((b, i) => new { b.Kind, b.Level, b.Ordered, b.Text, b.Spans, Number = numbers[i], Continues = b.Continues ? true : (bool?)null }),
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(seen, EssayJson.Options)));
    }
}
