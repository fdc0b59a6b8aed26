using Digest.Core.Blocks;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>The people of a whole essay: mentions read sentence by sentence, full names accepted on their evidence, lone surnames joined to them.</summary>
internal static class People
{
    private sealed class Someone(string[] words)
    {
        public string[] Words { get; set; } = words;

        public string? Role { get; set; }

        public double Evidence { get; set; }

        public int Mentions { get; set; }

        public int FirstSeen { get; init; }

        public bool IsFullName => Words.Length > 1;
    }

    public static IReadOnlyList<Person> Read(EssaySentences essay, IReadOnlyList<string> authors)
    {
        var reader = new PersonMentionReader(essay.Vocabulary);
        var mentions = new List<PersonMention>();
        foreach (var sentence in essay.All)
        {
            if (sentence.Block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Quote && !IsHeadline(sentence.Tokens))
            {
                reader.Read(sentence.Tokens, !essay.IsAside(sentence.Block), mentions);
            }
        }

        var people = new List<Someone>();
        var byFullName = new Dictionary<string, Someone>(StringComparer.Ordinal);
        foreach (var mention in mentions.Where(m => m.Words.Length > 1 && !WordLists.NotPeople.Contains(m.Name)))
        {
            var key = KeyOf(mention.Words);
            if (!byFullName.TryGetValue(key, out var someone))
            {
                byFullName[key] = someone = new Someone(mention.Words) { FirstSeen = people.Count };
                people.Add(someone);
            }

            Note(someone, mention);
        }

        // A surname that speaks later on speaks for the full name before it.
        var speaking = mentions.Where(m => m.Words.Length == 1 && m.Evidence >= PersonEvidence.Speaks).Select(m => m.Words[0]).ToHashSet(StringComparer.Ordinal);
        var known = people
            .Where(p => p.Evidence + (speaking.Contains(LoneName(p.Words)) ? PersonEvidence.Speaks : 0) >= PersonEvidence.Enough)
            .ToList();
        JoinLoneNames(known, mentions);
        var authorWords = authors.Select(author => essay.ContentWords.Of(author)).ToList();
        return [.. known
            .Where(p => !IsAuthor(essay.ContentWords.Of(string.Join(' ', p.Words)), authorWords))
            .OrderByDescending(p => p.Mentions).ThenBy(p => p.FirstSeen)
            .Select(p => new Person(string.Join(' ', p.Words), p.Role, Math.Max(1, p.Mentions)))];
    }

    /// <summary>Counts lone names to the person they belong to; a lone name under a title that belongs to nobody is a person by itself.</summary>
    private static void JoinLoneNames(List<Someone> known, List<PersonMention> mentions)
    {
        var byLoneName = new Dictionary<string, Someone>(StringComparer.Ordinal);
        foreach (var someone in known)
        {
            byLoneName.TryAdd(LoneName(someone.Words), someone);
        }

        foreach (var mention in mentions.Where(m => m.Words.Length == 1))
        {
            var name = mention.Words[0];
            if (byLoneName.TryGetValue(name, out var someone))
            {
                Note(someone, mention);
            }
            else if (mention.HasTitle && CanStandAlone(name))
            {
                someone = new Someone(mention.Words) { FirstSeen = mentions.Count + known.Count };
                byLoneName[name] = someone;
                known.Add(someone);
                Note(someone, mention);
            }
        }
    }

    private static bool CanStandAlone(string name) =>
        name.Length > 2 && !NameWords.IsAcronym(name) && !WordLists.CommonWords.Contains(name) && !WordLists.Things.Contains(name) && !WordLists.Geographic.Contains(name)
        && !WordLists.Roles.Contains(name) && !WordLists.RoleModifiers.Contains(name) && !CalendarWords.IsMonth(name) && !WordLists.OrganisationHeads.Contains(name);

    private static void Note(Someone someone, PersonMention mention)
    {
        someone.Evidence = Math.Max(someone.Evidence, mention.Evidence);
        someone.Mentions += mention.InBody ? 1 : 0;
        someone.Role ??= mention.Role;
        if (mention.Words.Length > someone.Words.Length)
        {
            someone.Words = mention.Words;
        }
    }

    /// <summary>First and last name, hyphens and capitals levelled: "Kim Jong-un" and "Kim Jong Un", "Donald J. Trump" and "Donald Trump".</summary>
    private static string KeyOf(string[] words)
    {
        if (WordLists.FamilyNamesFirst.Contains(words[0]) && words.Length <= 3)
        {
            return string.Concat(words).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        }

        return (words[0] + " " + LastName(words)).ToLowerInvariant();
    }

    /// <summary>The name a person is called by later on.</summary>
    private static string LoneName(string[] words)
    {
        var easternOrder = WordLists.FamilyNamesFirst.Contains(words[0]) && !WordLists.FirstNames.Contains(words[0]) && !words[0].Contains('-');
        return easternOrder || PersonMentionReader.IsRomanNumeral(words[^1]) ? words[0] : LastName(words);
    }

    private static string LastName(string[] words) => words[^1].TrimEnd('.') is "Jr" or "Sr" or "II" or "III" && words.Length > 2 ? words[^2] : words[^1];

    private static bool IsAuthor(NumberSet name, List<NumberSet> authors) => authors.Exists(author => name.SharedWith(author) == name.Count);

    /// <summary>Most words have capitals: a headline, where a capital tells nothing.</summary>
    private static bool IsHeadline(TokenRun tokens)
    {
        if (tokens.IsMark(tokens.Count - 1, '.'))
        {
            return false;
        }

        var (words, capitals) = (0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Kind(i) == TokenKind.Word && tokens.Word(i).Length > 3)
            {
                words++;
                capitals += tokens.IsCapital(i) ? 1 : 0;
            }
        }

        return words > 3 && capitals * 10 > words * 8;
    }
}
