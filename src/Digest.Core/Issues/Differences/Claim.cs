using System.Globalization;
using System.Text.RegularExpressions;
using Digest.Core.Essays;
using Digest.Core.Insight;

namespace Digest.Core.Issues.Differences;

/// <summary>What an essay says of a matter that another essay may speak of as well.</summary>
/// <param name="EssayId">The essay.</param>
/// <param name="Matter">What it is about: claims of one matter can be compared. For an editor: "troops of North Korea, sent".</param>
/// <param name="Value">What is said of it, in a form that can be compared.</param>
/// <param name="Says">What is said of it, as it is shown.</param>
/// <param name="Sentence">The sentence it stands in.</param>
internal sealed record Claim(string EssayId, string Matter, string Value, string Says, string Sentence);

/// <summary>
/// Reads claims out of essays. A claim is made only when its matter is certain: what is counted, whose it is and what
/// happens to it (for a figure), or the kind of event and both parties (for a date). All else is left out, since a
/// list an editor learns to distrust is worth less than a short one.
/// </summary>
internal static partial class Claims
{
    private const int WordsAround = 7;

    public static IEnumerable<Claim> Of(EssayRecord record) =>
        record.Essay.KeyFigures.Select(f => OfFigure(record, f)).Concat(DatesOf(record)).OfType<Claim>();

    private static Claim? OfFigure(EssayRecord record, KeyFigure figure)
    {
        // "10,000 more" is an increase; it does not say how many there are.
        if (figure.Qualifier is "more" or "another" or "additional" or "extra" || figure.Unit.StartsWith("percent", StringComparison.Ordinal))
        {
            return null;
        }

        var near = Near(figure);
        var things = LikeWords.Find("thing", figure.Unit);
        var happenings = LikeWords.Find("happening", near);
        var owners = LikeWords.Actors(figure.Unit);
        if (owners.Count == 0 && Possessive(figure))
        {
            // "its troops": the owner is whom the title speaks of first.
            owners = [.. LikeWords.Actors(record.Essay.Title).Take(1)];
        }

        if (owners.Count != 1 || happenings.Count != 1 || things.Count > 1)
        {
            return null;
        }

        // "ten thousand North Koreans were fighting": a people counted in a fight are its troops.
        var thing = things.Count == 1 ? things[0] : happenings[0] == "sent" && LikeWords.IsActor(figure.Unit) ? "troops" : null;
        return thing is null
            ? null
            : new Claim(
                record.Id,
                $"{thing} of {owners[0]}, {happenings[0]}",
                string.Create(CultureInfo.InvariantCulture, $"{figure.Value}/{figure.High}"),
                IssueNumbers.Show(figure),
                figure.Sentence);
    }

    private static bool Possessive(KeyFigure figure) => PossessiveAfter().IsMatch(After(figure));

    private static string After(KeyFigure figure)
    {
        var at = figure.Sentence.IndexOf(figure.Text, StringComparison.Ordinal);
        return at < 0 ? string.Empty : figure.Sentence[at..Math.Min(figure.Sentence.Length, at + figure.Text.Length + " of their own ".Length)];
    }

    private static string Near(KeyFigure figure)
    {
        var at = Math.Max(0, figure.Sentence.IndexOf(figure.Text, StringComparison.Ordinal));
        var before = figure.Sentence[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(WordsAround);
        var after = figure.Sentence[at..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(WordsAround + figure.Text.Count(c => c == ' '));
        return string.Join(' ', before.Concat(after));
    }

    private static IEnumerable<Claim> DatesOf(EssayRecord record)
    {
        foreach (var block in record.Essay.Body)
        {
            foreach (var (start, end) in Sentences.Split(block.Text))
            {
                var sentence = block.Text[start..end];
                foreach (var match in DateBeforeEvent().Matches(sentence).Concat(EventBeforeDate().Matches(sentence)))
                {
                    var events = LikeWords.Find("event", match.Groups["event"].Value);
                    var parties = LikeWords.Actors(match.Value);
                    var date = match.Groups["date"].Value;
                    if (events.Count == 1 && parties.Count == 2)
                    {
                        yield return new Claim(record.Id, $"{events[0]} of {string.Join(" and ", parties.Order(StringComparer.Ordinal))}, date", date, date, sentence);
                    }
                }
            }
        }
    }

    private const string Date = @"(?<date>(January|February|March|April|May|June|July|August|September|October|November|December) (19|20)[0-9]{2})";
    private const string Event = @"(?<event>[Tt]reaty|[Aa]greement|[Pp]act|[Aa]ccord|[Aa]lliance|[Ss]ummit|[Cc]easefire|[Aa]rmistice|[Tt]ruce)";

    // "The June 2023 mutual defense agreement between Moscow and Pyongyang"
    [GeneratedRegex("[Tt]he " + Date + @" ([\w-]+ ){0,5}" + Event + @"( (between|of|with)( [\w’'-]+){1,6})?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex DateBeforeEvent();

    // "The Russian-North Korean Treaty on Comprehensive Strategic Partnership from June 2024"
    [GeneratedRegex(@"[Tt]he ([\w’'-]+ ){0,5}" + Event + @"( [\w-]+){0,8} (from|of|in|signed in|concluded in) " + Date, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EventBeforeDate();

    [GeneratedRegex(@"\b(of )?(its|their|his|her)( own)? ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PossessiveAfter();
}
