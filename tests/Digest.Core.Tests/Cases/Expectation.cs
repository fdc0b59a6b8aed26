using System.Text.Json;
using System.Text.Json.Serialization;

namespace Digest.Core.Tests.Cases;

/// <summary>What a person who read the essay says should come out of it: <c>case.json</c>, an entry of <c>seeds-expected.json</c>, or of an <c>expected.json</c> in <c>tests/essays</c>.</summary>
internal sealed record Expectation
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>What the case covers.</summary>
    public required string About { get; init; }

    /// <summary>Code of the problem when the drop is no essay; nothing else is given then.</summary>
    public string? Problem { get; init; }

    public string? Title { get; init; }

    public string? Kicker { get; init; }

    public string? Dek { get; init; }

    /// <summary>Names of the authors; null where the essay does not say.</summary>
    public IReadOnlyList<string>? Byline { get; init; }

    public string? Affiliation { get; init; }

    /// <summary>Instead of one affiliation: what is told of each author.</summary>
    public IReadOnlyList<string> Affiliations { get; init; } = [];

    public string? Published { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string> KeyPoints { get; init; } = [];

    /// <summary>Values of the key figures an editor would list; null where nobody looked.</summary>
    public IReadOnlyList<double>? Figures { get; init; }

    /// <summary>Values that may be listed or not.</summary>
    public IReadOnlyList<double> OptionalFigures { get; init; } = [];

    /// <summary>The people whom the essay speaks of by their full name.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>People who may be listed or not.</summary>
    public IReadOnlyList<string> OptionalPeople { get; init; } = [];

    /// <summary>The blocks of the body in their order.</summary>
    public IReadOnlyList<string>? Body { get; init; }

    /// <summary>Texts that must not stand in the body; the title is understood.</summary>
    public IReadOnlyList<string> Stripped { get; init; } = [];

    /// <summary>Instead of body and stripped: lines of the file that must not stand in the body, from 1.</summary>
    public IReadOnlyList<int> StrippedLines { get; init; } = [];

    /// <summary>Lines that may stay or go.</summary>
    public IReadOnlyList<int> EitherLines { get; init; } = [];

    public static Expectation Parse(string json) => JsonSerializer.Deserialize<Expectation>(json, Strict)!;

    public static IReadOnlyDictionary<string, Expectation> ParseAll(string json) => JsonSerializer.Deserialize<Dictionary<string, Expectation>>(json, Strict)!;
}
