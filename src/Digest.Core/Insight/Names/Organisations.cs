using System.Text;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>
/// The organisations of a whole essay: capital phrases with an organisation's noun ("University of Bath", "UN Security
/// Council"), known names, and acronyms; "United Nations (UN)" joins the two.
/// </summary>
internal static class Organisations
{
    private const int MostWords = 9;

    private sealed class Body(string name, int firstSeen)
    {
        public string Name { get; set; } = name;

        public int FirstSeen { get; } = firstSeen;

        public int Mentions { get; set; }
    }

    public static IReadOnlyList<Organisation> Read(EssaySentences essay)
    {
        var byName = new Dictionary<string, Body>(StringComparer.Ordinal);
        var shortForms = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = new List<(string Name, bool InBody)>();
        foreach (var sentence in essay.All.Where(s => essay.IsStatement(s.Block)))
        {
            ReadSentence(sentence.Tokens, !essay.IsAside(sentence.Block), found, shortForms);
        }

        JoinForms([.. found.Select(f => f.Name).Distinct()], shortForms);
        foreach (var (name, inBody) in found)
        {
            var full = shortForms.GetValueOrDefault(name, name);
            full = shortForms.GetValueOrDefault(full, full);
            if (!byName.TryGetValue(full, out var body))
            {
                byName[full] = body = new Body(full, byName.Count);
            }

            body.Mentions += inBody ? 1 : 0;
        }

        return [.. byName.Values
            .OrderByDescending(body => body.Mentions).ThenBy(body => body.FirstSeen)
            .Select(body => new Organisation(body.Name, Math.Max(1, body.Mentions)))];
    }

    /// <summary>Joins "UN" with "United Nations" where the essay uses both, and "Security Council" with "UN Security Council".</summary>
    private static void JoinForms(string[] names, Dictionary<string, string> shortForms)
    {
        var used = names.ToHashSet(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (NameWords.Acronyms.TryGet(name, out var full) && used.Contains(full))
            {
                shortForms.TryAdd(name, full);
            }

            for (var blank = name.IndexOf(' ', StringComparison.Ordinal); blank > 0; blank = name.IndexOf(' ', blank + 1))
            {
                if (used.Contains(name[(blank + 1)..]))
                {
                    shortForms.TryAdd(name[(blank + 1)..], name);
                }
            }
        }
    }

    private static void ReadSentence(TokenRun tokens, bool inBody, List<(string Name, bool InBody)> found, Dictionary<string, string> shortForms)
    {
        var i = 0;
        while (i < tokens.Count)
        {
            if (!tokens.IsCapital(i) || tokens.In(i, WordLists.FunctionWords))
            {
                i += 1;
                continue;
            }

            var end = PhraseEnd(tokens, i);
            var start = SkipOwner(tokens, i, end);
            if (end - start == 1 && tokens.Is(end, "administration") && tokens.Is(start - 1, "the") && !tokens.In(start, WordLists.Geographic))
            {
                found.Add((tokens.Text(start, end + 1), inBody));
            }
            else if (IsOrganisation(tokens, start, end, shortForms))
            {
                var name = tokens.Text(start, end);
                found.Add((name, inBody));

                // "United Nations (UN)": the letters in brackets are its short form when they begin its words.
                if (end - start > 1 && tokens.IsMark(end, '(') && tokens.IsMark(end + 2, ')') && Abbreviates(tokens.Word(end + 1), tokens, start, end))
                {
                    shortForms.TryAdd(tokens.Text(end + 1, end + 2), name);
                    end += 3;
                }
            }

            i = end;
        }
    }

    /// <summary>Capital words in a row, "of", "for", "and the" between them: "Department of International Relations".</summary>
    private static int PhraseEnd(TokenRun tokens, int first)
    {
        var i = first + 1;
        while (i < tokens.Count && i - first < MostWords)
        {
            if (tokens.Kind(i) == TokenKind.Dash && tokens.Glued(i) && tokens.Glued(i + 1) && tokens.IsCapital(i + 1))
            {
                i += 2;
                continue;
            }

            // "People’s Liberation Army": a plural noun owns what follows; "Russia’s Ministry" is no name.
            if (tokens.Kind(i) == TokenKind.Possessive && tokens.In(i - 1, WordLists.OwningPlurals) && tokens.IsCapital(i + 1))
            {
                i += 2;
                continue;
            }

            if (tokens.IsCapital(i) && !tokens.In(i, WordLists.FunctionWords))
            {
                i++;
                continue;
            }

            // "Office of Management and Budget", "Food and Drug Administration"
            if (tokens.Is(i, "and") && tokens.IsCapital(i + 1) && tokens.In(i + 1, WordLists.CommonWords) && tokens.In(i - 1, WordLists.CommonWords)
                && (tokens.Is(i - 2, "of", "for") || i == first + 1))
            {
                i += 2;
                continue;
            }

            var isHead = tokens.In(i - 1, WordLists.OrganisationHeads);
            var joins = isHead && (tokens.Is(i, "of", "for") || (tokens.Is(i, "on") && tokens.In(i - 1, WordLists.HeadsBeforeOn) && !Enum.TryParse<DayOfWeek>(tokens.Word(i + 1), out _)));
            var next = tokens.Is(i + 1, "the") ? i + 2 : i + 1;
            if (!joins || !tokens.IsCapital(next) || tokens.In(next, WordLists.FunctionWords))
            {
                break;
            }

            i = next + 1;
        }

        return i;
    }

    /// <summary>A title before the phrase is no part of a body's name.</summary>
    private static int SkipOwner(TokenRun tokens, int first, int end)
    {
        var i = first;
        while (i < end - 1 && tokens.In(i, WordLists.PersonalTitles))
        {
            i++;
        }

        return i;
    }

    private static bool IsOrganisation(TokenRun tokens, int first, int end, Dictionary<string, string> shortForms)
    {
        var phrase = tokens.Span(first, end);
        if (WordLists.NotOrganisations.Contains(phrase))
        {
            return false;
        }

        // Other capital letters are too often formats, units and programmes to be believed without their full name.
        if (end - first == 1)
        {
            return WordLists.Organisations.Contains(phrase) || (NameWords.IsAcronym(phrase) && NameWords.Acronyms.TryGet(phrase, out _))
                || shortForms.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(phrase);
        }

        if (WordLists.Organisations.Contains(phrase))
        {
            return true;
        }

        for (var i = first; i < end; i++)
        {
            if (tokens.In(i, WordLists.OrganisationHeads) && (i == end - 1 || tokens.Is(i + 1, "of", "for", "on")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the letters are the initials of the phrase's capital words.</summary>
    private static bool Abbreviates(ReadOnlySpan<char> letters, TokenRun tokens, int first, int end)
    {
        if (!NameWords.IsAcronym(letters))
        {
            return false;
        }

        var initials = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            if (tokens.IsCapital(i))
            {
                initials.Append(tokens.Word(i)[0]);
            }
        }

        return letters.StartsWith(initials.ToString(), StringComparison.Ordinal) || initials.ToString().AsSpan().StartsWith(letters, StringComparison.Ordinal);
    }
}
