using System.Numerics;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>Describes each candidate by numbers for the model of dates: its signals, where it is shown, its rivals.</summary>
internal static class DateFeatures
{
    private const DateSignals DeclaredPublished = DateSignals.MetaPublished | DateSignals.JsonLdPublished;
    private const int Near = 14;
    private static readonly DateSignals[] Signals = Enum.GetValues<DateSignals>().Where(s => s != DateSignals.None).ToArray();

    /// <summary>Names of the numbers.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Signals.Select(s => s.ToString().ToLowerInvariant()),
        "signals", "distance", "before the headline", "from the end", "lines", "words", "aside",
        "candidates", "shown beside the headline", "page has meta published", "page has json-ld published", "rank of json-ld", "kind is article",
        "another labelled published", "another labelled updated", "another shown beside the headline", "days after declared", "days after modified", "first of the likely", "last of the likely", "has headline",
    ];

    public static float[][] Of(HtmlPage page, List<DateCandidate> candidates)
    {
        var all = candidates.Aggregate(DateSignals.None, (s, c) => s | c.Signals);
        var likely = candidates.Where(c => (c.Signals & (DeclaredPublished | DateSignals.DeclaredModified)) != DateSignals.None || IsNear(c)).ToList();
        var declared = candidates.Find(c => c.Signals.HasFlag(DateSignals.MetaPublished)) ?? candidates.Find(c => c.Signals.HasFlag(DateSignals.JsonLdPublished));
        var modified = candidates.Find(c => c.Signals.HasFlag(DateSignals.DeclaredModified));
        var rows = new float[candidates.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            var c = candidates[i];
            var row = new List<float>(Names.Count);
            row.AddRange(Signals.Select(s => Flag(c.Signals.HasFlag(s))));
            row.AddRange(
            [
                BitOperations.PopCount((uint)c.Signals), c.Distance, Flag(c.IsBefore), c.FromEnd, Math.Min(c.Count, 5), c.Words, Flag(c.IsAside),
                candidates.Count, candidates.Count(IsNear), Flag(all.HasFlag(DateSignals.MetaPublished)), Flag(all.HasFlag(DateSignals.JsonLdPublished)), page.Head.JsonLd.Rank,
                Flag(page.Head.Meta("og:type") is { } type && type.Contains("article", StringComparison.OrdinalIgnoreCase)),
                Flag(candidates.Exists(o => o != c && o.Signals.HasFlag(DateSignals.LabelledPublished) && IsNear(o))),
                Flag(candidates.Exists(o => o != c && o.Signals.HasFlag(DateSignals.LabelledUpdated) && IsNear(o))),
                Flag(candidates.Exists(o => o != c && IsNear(o))),
                Days(c, declared), Days(c, modified), Flag(likely.Count > 0 && c.Day == likely.Min(l => l.Day)), Flag(likely.Count > 0 && c.Day == likely.Max(l => l.Day)), Flag(page.Clues.Headline >= 0),
            ]);
            rows[i] = [.. row];
        }

        return rows;
    }

    private static bool IsNear(DateCandidate c) => c.Distance <= Near && !c.IsAside && !c.Signals.HasFlag(DateSignals.LabelledOther);

    private static float Days(DateCandidate candidate, DateCandidate? other) =>
        other is null ? -4_000 : Math.Clamp(candidate.Day.DayNumber - other.Day.DayNumber, -3_000, 3_000);

    private static float Flag(bool value) => value ? 1f : 0f;
}
