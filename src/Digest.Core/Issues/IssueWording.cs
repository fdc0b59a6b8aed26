using System.Globalization;
using Digest.Core.Essays;

namespace Digest.Core.Issues;

/// <summary>Subject, preheader and opening sentence, made from what the issue carries.</summary>
public static class IssueWording
{
    /// <summary>Mail programs on phones show about 40 characters of a subject, on desks about 70.</summary>
    public const int MaxSubject = 70;

    private const int MaxPreheader = 140;
    private const int MaxLine = 200;
    private const int MostNames = 3;

    private static readonly string[] Numerals =
        ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    /// <summary>The lead essay's title; in a week without essays, what there is instead.</summary>
    public static string Subject(IReadOnlyList<EssayRecord> essays, int corrections) => essays switch
    {
        [] when corrections > 0 => corrections == 1 ? "A correction" : $"{Count(corrections)} corrections",
        [] => "No new essays this time",
        _ => Shorten(essays[0].Essay.Title, MaxSubject),
    };

    /// <summary>What else is in the issue, or what the only essay says.</summary>
    public static string Preheader(IReadOnlyList<EssayRecord> essays) => essays switch
    {
        [] => "We will be back as soon as there is something to read.",
        [var only] => Shorten(only.Essay.Dek ?? only.Essay.SummaryText(), MaxPreheader),
        _ => Shorten("Also: " + string.Join(" · ", essays.Skip(1).Select(e => e.Essay.Title)), MaxPreheader),
    };

    /// <summary>How much there is to read, and by whom.</summary>
    public static string Intro(IReadOnlyList<EssayRecord> essays, int corrections)
    {
        if (essays.Count == 0)
        {
            return corrections == 0
                ? "No essay was ready this time. We would rather send you nothing to read than something not worth reading."
                : "No new essay was ready this time, but readers should know of a change to what we sent before.";
        }

        var minutes = essays.Sum(e => e.Essay.ReadingMinutes);
        var authors = essays.SelectMany(e => e.Essay.Byline?.Names ?? []).Select(Line).Distinct(StringComparer.Ordinal).ToList();
        var from = authors.Count == 0 ? string.Empty : $", from {Enumerate(authors, complete: essays.All(e => e.Essay.Byline is not null))}";
        return $"{Count(essays.Count)} {(essays.Count == 1 ? "essay" : "essays")}, {minutes} {(minutes == 1 ? "minute" : "minutes")} of reading{from}.";
    }

    /// <summary>What is meant as one line, such as a title or a name: no longer than a line of text can be, whatever an essay calls so.</summary>
    public static string Line(string text) => Shorten(text, MaxLine);

    /// <summary>Shortens to whole words, at the end of a clause where one is near; an ellipsis tells that words are missing.</summary>
    public static string Shorten(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        foreach (var end in (ReadOnlySpan<string>)[": ", " – ", " — ", "? ", ". "])
        {
            var at = text.LastIndexOf(end, max - 1, StringComparison.Ordinal);
            if (at >= max / 2)
            {
                return text[..(at + (end[0] is '?' or '.' ? 1 : 0))].TrimEnd();
            }
        }

        return Cut(text, max);
    }

    /// <summary>The beginning of a longer text with an ellipsis, cut between words; where there is no space for long, between characters.</summary>
    /// <param name="text">A text of more than <paramref name="max"/> characters.</param>
    /// <param name="max">Most characters, the ellipsis included.</param>
    public static string Cut(string text, int max)
    {
        var space = text.LastIndexOf(' ', max - 2);
        var cut = space >= max / 2 ? space : max - 1 - (char.IsHighSurrogate(text[max - 2]) ? 1 : 0);
        return text[..cut].TrimEnd(' ', ',', ';', ':', '–', '—', '-', '·') + "…";
    }

    /// <summary>A count in words up to twelve, capitalised.</summary>
    public static string Count(int n) => n < Numerals.Length ? Numerals[n] : n.ToString(CultureInfo.InvariantCulture);

    private static string Enumerate(List<string> names, bool complete)
    {
        var shown = names.Take(MostNames).ToList();
        return complete && names.Count <= MostNames
            ? names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}"
            : $"{string.Join(", ", shown)} and others";
    }
}
