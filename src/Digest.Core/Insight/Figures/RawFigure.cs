namespace Digest.Core.Insight.Figures;

/// <summary>A figure as one sentence gives it, before repeats are joined and its weight is known.</summary>
internal sealed record RawFigure
{
    public required EssaySentence Sentence { get; init; }

    /// <summary>First character of the qualifier or number.</summary>
    public required int Start { get; init; }

    /// <summary>Character after the unit.</summary>
    public required int End { get; init; }

    public required double Value { get; init; }

    public double? High { get; init; }

    public required string Unit { get; init; }

    public required MeasureKind Kind { get; init; }

    public required NumeralForm Form { get; init; }

    public string? Qualifier { get; init; }

    /// <summary>The number as it stands in the sentence, scale included; null in a text that is not read in words.</summary>
    public string? Number { get; init; }

    /// <summary>The number in words that say it better than digits would, or null.</summary>
    public string? Words { get; init; }

    /// <summary>True when the number says how many more, not how many.</summary>
    public bool IsIncrement { get; init; }

    /// <summary>True when "to" stands before it, so that it may be the far end of a change.</summary>
    public bool AfterTo { get; init; }

    /// <summary>True when "from" stands before it, so that it may be the near end of a change.</summary>
    public bool AfterFrom { get; init; }

    /// <summary>True when the unit was taken from elsewhere in the sentence, not from behind the number.</summary>
    public bool UnitIsBorrowed { get; init; }
}
