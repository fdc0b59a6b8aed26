using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Digest.Core.Essays;

namespace Digest.Cli.Extraction;

/// <summary>One line of <c>digest extract</c>: everything that was read out of one file, flat and for machines.</summary>
internal sealed record ExtractedLine
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public required string File { get; init; }

    public required string Status { get; init; }

    public ProblemPart? Problem { get; init; }

    public string? Title { get; init; }

    public string? Kicker { get; init; }

    public string? Dek { get; init; }

    public BylinePart? Byline { get; init; }

    public string? Published { get; init; }

    public string? Language { get; init; }

    public string? Site { get; init; }

    public string? Canonical { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<string> KeyPoints { get; init; } = [];

    public IReadOnlyList<FigurePart> KeyFigures { get; init; } = [];

    public IReadOnlyList<PersonPart> People { get; init; } = [];

    public IReadOnlyList<OrganisationPart> Organisations { get; init; } = [];

    public string? Text { get; init; }

    public IReadOnlyList<StrippedPart> Stripped { get; init; } = [];

    public int? ReadingMinutes { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static ExtractedLine Of(string file, ReadResult result) => result switch
    {
        ReadResult.Ready { Essay: var essay } => Of(file, essay),
        ReadResult.Rejected { Problem: var problem } => new ExtractedLine
        {
            File = file,
            Status = "problem",
            Problem = new ProblemPart(problem.Code, problem.Message),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private static ExtractedLine Of(string file, Essay essay) => new()
    {
        File = file,
        Status = "ready",
        Title = essay.Title,
        Kicker = essay.Kicker,
        Dek = essay.Dek,
        Byline = essay.Byline is { } byline ? new BylinePart(byline.Names, byline.Role, byline.Affiliation) : null,
        Published = essay.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Language = essay.Language,
        Site = essay.Site,
        Canonical = essay.Canonical?.AbsoluteUri,
        Summary = essay.SummaryText(),
        KeyPoints = [.. essay.KeyPoints.Select(p => p.Text)],
        KeyFigures = [.. essay.KeyFigures.Select(f => new FigurePart(
            f.Value, f.High, f.Unit, f.Qualifier, f.Text, f.Sentence, f.Source.Block, f.Source.Start, f.Source.End, f.Importance))],
        People = [.. essay.People.Select(p => new PersonPart(p.Name, p.Role, p.Mentions))],
        Organisations = [.. essay.Organisations.Select(o => new OrganisationPart(o.Name, o.Mentions))],
        Text = string.Join('\n', essay.Body.Select(b => b.Marker is { } marker ? $"{marker} {b.Text}" : b.Text)),
        Stripped = [.. essay.Stripped.Select(s => new StrippedPart(s.RuleId, s.Block.Text, s.Why))],
        ReadingMinutes = essay.ReadingMinutes,
    };

    internal sealed record ProblemPart(string Code, string Message);

    internal sealed record BylinePart(IReadOnlyList<string> Names, string? Role, string? Affiliation);

    internal sealed record FigurePart(
        double Value, double? High, string Unit, string? Qualifier, string Text, string Sentence, int Block, int Start, int End, int Importance);

    internal sealed record PersonPart(string Name, string? Role, int Mentions);

    internal sealed record OrganisationPart(string Name, int Mentions);

    internal sealed record StrippedPart(string Rule, string Text, string Why);
}
