using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>The people of a whole essay: mentions read sentence by sentence, full names accepted on their evidence, lone surnames joined to them.</summary>
internal static class People
{
    private sealed class Someone(NameWord[] words)
    {
        public NameWord[] Words { get; set; } = words;

        public string? Role { get; set; }

        public double Evidence { get; set; }

        /// <summary>How much of it the words beside the name give at best.</summary>
        public double Signs { get; set; }

        /// <summary>It stands where names of places and things stand.</summary>
        public bool IsThing { get; set; }

        /// <summary>"He" or "she" takes the name up.</summary>
        public bool IsTakenUp { get; set; }

        public int Mentions { get; set; }

        public int FirstSeen { get; init; }
    }

    /// <summary>Place in the body from which on whoever is thanked is thanked by the author.</summary>
    private const double LastBlocks = 0.85;

    public static IReadOnlyList<Person> Read(EssaySentences essay, IReadOnlyList<string> authors)
    {
        var reader = new PersonMentionReader(essay.Vocabulary);
        var mentions = new List<PersonMention>();
        var takenUp = new HashSet<PersonMention>(ReferenceEqualityComparer.Instance);
        for (var s = 0; s < essay.All.Count; s++)
        {
            var sentence = essay.All[s];
            if ((essay.IsStatement(sentence.Block) || (essay.IsNote(sentence.Block) && !Credits.Thanks(sentence.Tokens))) && !(essay.PositionOf(sentence.Block) >= LastBlocks && Credits.IsAcknowledgement(sentence)) && !IsHeadline(sentence.Tokens) && !Credits.IsCredit(sentence))
            {
                var first = mentions.Count;
                reader.Read(sentence.Tokens, !essay.IsAside(sentence.Block), mentions);
                var next = s + 1 < essay.All.Count && essay.All[s + 1].Block == sentence.Block ? essay.All[s + 1].Tokens : null;
                if (essay.IsNote(sentence.Block))
                {
                    // "See F. Delgado and others": a reference.
                    var cited = mentions.Skip(first).Where(m => m.Words.Length > 1 && IsInitial(m.Words[0].Text)).ToList();
                    mentions.RemoveAll(cited.Contains);
                }

                takenUp.UnionWith(mentions.Skip(first).Where(m => NameSetting.IsTakenUp(sentence.Tokens, m.Run, next)));
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
            someone.IsTakenUp |= takenUp.Contains(mention);
        }

        // A surname that speaks later on speaks for the full name before it.
        var lone = LoneMention.SignsOf(mentions, takenUp);
        var givenNames = takenUp.Where(m => m.Words.Length == 1).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        var known = people.FindAll(p => p.Evidence + Later(p, lone, givenNames) >= PersonEvidence.Enough && !IsThing(p, lone, reader.OfThings));
        JoinPeoples(people, known);
        JoinShorter(known);
        JoinLoneNames(known, mentions);
        var authorWords = authors.Select(author => essay.ContentWords.Of(author)).ToList();
        return [.. known
            .Where(p => !IsAuthor(essay.ContentWords.Of(NameWord.Join(p.Words)), authorWords))
            .OrderByDescending(p => p.Mentions).ThenBy(p => p.FirstSeen)
            .Select(p => new Person(NameWord.Join(p.Words), p.Role, Math.Max(1, p.Mentions)))];
    }

    /// <summary>What the rest of the essay adds to the evidence: a surname alone, a given name alone that is no company's, "he" and "she".</summary>
    private static double Later(Someone someone, Dictionary<string, double> lone, HashSet<string> givenNames)
    {
        var speaks = Surnames(someone.Words).Any(name => lone.GetValueOrDefault(name) >= PersonEvidence.Speaks) || givenNames.Contains(GivenName(someone.Words));
        return (speaks ? PersonEvidence.Speaks : 0) + (someone.IsTakenUp && !someone.IsThing ? PersonEvidence.Speaks : 0);
    }

    /// <summary>Places, ships and houses bear names of people; only what is said of people tells them apart.</summary>
    private static bool IsThing(Someone someone, Dictionary<string, double> lone, HashSet<string> ofThings)
    {
        var signs = Math.Max(someone.Signs, Surnames(someone.Words).Max(lone.GetValueOrDefault));
        return (someone.IsThing && !someone.IsTakenUp && signs < PersonEvidence.Speaks) || (signs <= PersonEvidence.Speaks && ofThings.Contains(NameWord.Join(someone.Words)));
    }

    /// <summary>Noelene Farrugia, whom "she" takes up as Noelene: companies speak under half of their name, too, but are no she. "Caldeira de Santo Cristo", later Caldeira, is a place.</summary>
    private static string GivenName(NameWord[] words) => Array.Exists(words, w => w.In(WordLists.Particles)) ? "" : words[0].Text;

    /// <summary>The names somebody may be called by later on: in Spanish and Portuguese the first surname more often than the last.</summary>
    private static IEnumerable<string> Surnames(NameWord[] words) =>
        words.Length < 3 ? [LoneName(words)]
            : [LoneName(words), .. words[1..^1].Where(w => w.Text.Length > 2 && !w.In(WordLists.FirstNames | WordLists.Particles) && !w.Text.Contains('.', StringComparison.Ordinal)).Select(w => w.Text)];

    /// <summary>"Yam Bahadur Nepali", later Yam Bahadur: a people or a tongue as the last name is one where the name before it is known to be somebody's.</summary>
    private static void JoinPeoples(List<Someone> people, List<Someone> known)
    {
        foreach (var longer in people.Where(p => p.Words.Length > 2 && p.Words[^1].In(WordLists.Demonyms) && !known.Contains(p)))
        {
            var someone = known.Find(k => k.Words.Length == longer.Words.Length - 1 && k.Words.Select(w => w.Text).SequenceEqual(longer.Words.SkipLast(1).Select(w => w.Text)));
            if (someone is not null)
            {
                someone.Words = longer.Words;
                someone.Mentions += longer.Mentions;
                someone.Role ??= longer.Role;
            }
        }
    }

    /// <summary>"E. Maier" and "Don Ezequiel" are Elsbeth Maier and Ezequiel Huamán, whom the essay names in full.</summary>
    private static void JoinShorter(List<Someone> known)
    {
        foreach (var shorter in known.FindAll(p => p.Words.Length == 2 && (IsInitial(p.Words[0].Text) || p.Words[0].In(WordLists.Honorifics))))
        {
            var isInitial = IsInitial(shorter.Words[0].Text);
            var someone = known.Find(p => p != shorter && p.Words.Length > 1 && !IsInitial(p.Words[0].Text)
                && (isInitial ? p.Words[0].Text[0] == shorter.Words[0].Text[0] && LastName(p.Words) == shorter.Words[1].Text : p.Words[0].Text == shorter.Words[1].Text));
            if (someone is not null)
            {
                someone.Mentions += shorter.Mentions;
                someone.Role ??= shorter.Role;
                known.Remove(shorter);
            }
        }
    }

    private static bool IsInitial(string word) => word.Length == 2 && word[1] == '.';

    /// <summary>Counts lone names to the person they belong to; a lone name under a title that belongs to nobody is a person by itself.</summary>
    private static void JoinLoneNames(List<Someone> known, List<PersonMention> mentions)
    {
        var byLoneName = new Dictionary<string, Someone>(StringComparer.Ordinal);
        foreach (var someone in known)
        {
            byLoneName.TryAdd(LoneName(someone.Words), someone);
        }

        foreach (var (someone, name) in known.Where(p => p.Words.Length > 2).SelectMany(p => Surnames(p.Words).Select(name => (p, name))))
        {
            byLoneName.TryAdd(name, someone);
        }

        // Mrs Hoa is Nguyen Thi Hoa: in Vietnam the given name is what people are called by.
        foreach (var someone in known.Where(p => p.Words.Length > 2 && p.Words[0].In(WordLists.FamilyNamesFirst)))
        {
            byLoneName.TryAdd(someone.Words[^1].Text, someone);
        }

        foreach (var mention in mentions.Where(m => m.Words.Length == 1))
        {
            var name = mention.Words[0];
            if (byLoneName.TryGetValue(name.Text, out var someone))
            {
                Note(someone, mention);
            }
            else if (mention.HasTitle && CanStandAlone(name))
            {
                someone = new Someone(mention.Words) { FirstSeen = mentions.Count + known.Count };
                byLoneName[name.Text] = someone;
                known.Add(someone);
                Note(someone, mention);
            }
        }
    }

    private static bool CanStandAlone(NameWord name) =>
        name.Text.Length > 2 && !NameWords.IsAcronym(name.Text) && !CalendarWords.IsMonth(name.Text)
        && !name.In(WordLists.CommonWords | WordLists.Things | WordLists.Geographic | WordLists.Roles | WordLists.RoleModifiers | WordLists.OrganisationHeads);

    private static void Note(Someone someone, PersonMention mention)
    {
        someone.Evidence = Math.Max(someone.Evidence, mention.Evidence);
        someone.Signs = Math.Max(someone.Signs, mention.Signs);
        someone.IsThing |= mention.IsThing && mention.Words.Length > 1;
        someone.Mentions += mention.InBody ? 1 : 0;
        someone.Role ??= mention.Role;
        if (mention.Words.Length > someone.Words.Length)
        {
            someone.Words = mention.Words;
        }
    }

    /// <summary>First and last name, hyphens and capitals levelled: "Kim Jong-un" and "Kim Jong Un", "Donald J. Trump" and "Donald Trump".</summary>
    private static string KeyOf(NameWord[] words)
    {
        if (words[0].In(WordLists.FamilyNamesFirst) && words.Length <= 3)
        {
            return string.Concat(words.Select(word => word.Text)).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        }

        return (words[0].Text + " " + LastName(words)).ToLowerInvariant();
    }

    /// <summary>The name a person is called by later on.</summary>
    private static string LoneName(NameWord[] words)
    {
        var easternOrder = words[0].In(WordLists.FamilyNamesFirst) && !words[0].In(WordLists.FirstNames) && !words[0].Text.Contains('-');
        return easternOrder || PersonMentionReader.IsRomanNumeral(words[^1].Text) ? words[0].Text : LastName(words);
    }

    private static string LastName(NameWord[] words) => (words[^1].Text.AsSpan().TrimEnd('.') is "Jr" or "Sr" or "II" or "III" && words.Length > 2 ? words[^2] : words[^1]).Text;

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
