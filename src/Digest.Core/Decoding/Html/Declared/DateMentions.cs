using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>What the words before a date say of it.</summary>
internal enum DateLabel
{
    /// <summary>Nothing, or nothing known.</summary>
    None,

    /// <summary>That the text was published, posted or written on the day.</summary>
    Published,

    /// <summary>That the text was changed or looked over on the day.</summary>
    Updated,

    /// <summary>That the day belongs to something else: an event, a deadline, a figure's state.</summary>
    Other,
}

/// <summary>A day that a line names.</summary>
/// <param name="Day">The day; of a date that two countries read differently, the likelier reading.</param>
/// <param name="OtherReading">The other reading of such a date; null for a date that can be read one way only.</param>
/// <param name="Label">What the words before it say of it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DateMention(DateOnly Day, DateOnly? OtherReading, DateLabel Label);

/// <summary>Finds every day a line names, with its label.</summary>
internal static partial class DateMentions
{
    /// <summary>Letters before a date in which its label stands.</summary>
    private const int LabelReach = 40;

    /// <summary>The days that <paramref name="text"/> names, in order.</summary>
    /// <param name="text">The line.</param>
    /// <param name="before">The line before it, which labels the first day when it is short and the day stands first; or null.</param>
    /// <param name="monthFirst">Whether 04/05/2024 is the fifth of April; null where that can't be known.</param>
    public static List<DateMention> In(string text, string? before, bool? monthFirst)
    {
        var mentions = new List<DateMention>();
        var end = 0;
        foreach (var found in DateText.All(text, monthFirst))
        {
            var lead = text[Math.Max(end, found.Start - LabelReach)..found.Start];
            lead = found.Start <= 3 && end == 0 && before is { Length: <= LabelReach } ? before : lead;
            mentions.Add(new DateMention(found.Day, found.OtherReading, LabelIn(lead)));
            end = found.End;
        }

        return mentions;
    }

    /// <summary>The last label in <paramref name="words"/>: in "Published by Anna, updated on" it is the second.</summary>
    public static DateLabel LabelIn(string words)
    {
        var (label, at) = (DateLabel.None, -1);
        Look(Published(), DateLabel.Published);
        Look(Updated(), DateLabel.Updated);
        Look(Other(), DateLabel.Other);
        return label;

        void Look(Regex regex, DateLabel which)
        {
            foreach (var match in regex.EnumerateMatches(words))
            {
                (label, at) = match.Index > at ? (which, match.Index) : (label, at);
            }
        }
    }

    [GeneratedRegex(@"\b(?:publi|post(?:ed|\s(?:time|date))|written\son|creat|original|first\sappeared|issued|erschienen|veröffentlicht|erstellt|verfasst|gepubliceerd|geplaatst|pubblicat|opublik)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Published();

    [GeneratedRegex(@"\b(?:updat|modif|revis|review|edit(?:ed|iert)\b|amend|chang|last\schecked|aktualisier|geändert|überarbeitet|mis\sà\sjour|actualiz|aggiorna|atualiz|bijgewerkt|gewijzigd|stand\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Updated();

    [GeneratedRegex(@"\b(?:as\sof|valid|until|expire|effective|deadline|when\b|event|starts?\b|ends?\b|accessed|retrieved|born|joined|since|member|register|webinar|save\sthe\sdate)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
