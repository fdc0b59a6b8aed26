using Digest.Core.Blocks;

namespace Digest.Core.Insight;

/// <summary>A quantitative statement that could stand in a "by the numbers" box.</summary>
public sealed record KeyFigure
{
    /// <summary>Normalised value: "3.7bn" is 3,700,000,000; "nearly eighty percent" is 80; the lower end of a range.</summary>
    public required double Value { get; init; }

    /// <summary>The upper end when the text gives a range, else null.</summary>
    public double? High { get; init; }

    /// <summary>What is counted, as a noun phrase: "North Korean soldiers", "percent of South Koreans", "miles".</summary>
    public required string Unit { get; init; }

    /// <summary>"about", "at least", "or so" and the like, in lower case as written; "over" for a plus sign or a verb of exceeding, "about" for a tilde; or null.</summary>
    public string? Qualifier { get; init; }

    /// <summary>
    /// The number as the essay writes it, where digits would say it worse: "half", "one in five", "twice", "a dozen", and what fell "71 to 58";
    /// null where <see cref="Value"/> and <see cref="High"/> say it.
    /// </summary>
    public string? Words { get; init; }

    /// <summary>The words of the figure with qualifier and unit, exactly as they stand in the essay.</summary>
    public required string Text { get; init; }

    /// <summary>The sentence the figure stands in, as it is shown: without the marks of notes.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where <see cref="Text"/> stands.</summary>
    public required Passage Source { get; init; }

    /// <summary>3: leads the essay; 2: worth listing; 1: by the way.</summary>
    public required int Importance { get; init; }
}

/// <summary>A sentence that was chosen for the summary or as a key point.</summary>
/// <param name="Text">The sentence as it is shown: without the marks of notes.</param>
/// <param name="Source">Where it stands; null when it comes from the page's metadata.</param>
public sealed record ChosenSentence(string Text, Passage? Source);

/// <summary>A person the essay speaks of; the author is left out.</summary>
/// <param name="Name">The fullest form of the name the essay uses.</param>
/// <param name="Role">Role from apposition ("Russian President"), or null.</param>
/// <param name="Mentions">Number of mentions in the body, surname-only ones included; at least 1.</param>
public sealed record Person(string Name, string? Role, int Mentions);

/// <summary>An organisation the essay speaks of.</summary>
/// <param name="Name">The fullest form of the name the essay uses.</param>
/// <param name="Mentions">Number of mentions in the body; at least 1.</param>
public sealed record Organisation(string Name, int Mentions);
