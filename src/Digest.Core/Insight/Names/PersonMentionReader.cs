using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Reads the mentions of people in one sentence: takes titles and roles off a run of capital words, and weighs what is left.</summary>
internal sealed class PersonMentionReader(Vocabulary vocabulary)
{
    private const int MostWords = 6;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Courtesies = FrozenSet.Create(StringComparer.Ordinal,
        "Mr", "Mrs", "Ms", "Mx", "Miss", "Mme", "Madame", "Monsieur", "Frau", "Herr", "Señor", "Señora", "Signor", "Signora").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a firm is as often as somebody.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RolesOfFirms = FrozenSet.Create(StringComparer.Ordinal,
        "auditor", "bidder", "broadcaster", "builder", "contractor", "creditor", "distributor", "franchisee", "lender", "manufacturer", "operator", "producer", "publisher", "sponsor", "supplier").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly char[] Digits = [.. "0123456789"];

    private readonly List<NameRun> _runs = [];

    /// <summary>What would be names if no noun of things came behind: "Longonot Vale" of "Longonot Vale Flowers".</summary>
    public HashSet<string> OfThings { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds the mentions of a sentence to a list.</summary>
    public void Read(TokenRun tokens, bool inBody, List<PersonMention> mentions)
    {
        _runs.Clear();
        NameRunReader.Read(tokens, _runs);
        foreach (var run in _runs)
        {
            if (NamedThing.Is(tokens, run))
            {
                continue;
            }

            var name = TakeOffTitles(tokens, run, out var titled);
            if (name.End <= name.First)
            {
                continue;
            }

            var words = WordsOf(tokens, name);
            // "DeepSeek R1", "Suite C103"
            if (words.Count > MostWords || words.Exists(word => word.Text.AsSpan().ContainsAnyInRange('0', '9')))
            {
                continue;
            }

            // "a Developer III"
            if (words.Count == 2 && IsRomanNumeral(words[1].Text) && (words[0].In(WordLists.Roles) || tokens.In(name.First - 1, WordLists.RoleModifiers)) && !words[0].In(WordLists.FirstNames))
            {
                continue;
            }

            // "King William Street", "Queen Mary Tower": called after kings.
            if (words.Count == 2 && words[1].In(WordLists.SurnameThings) && tokens.Word(name.First - 1) is "King" or "Queen" or "Prince" or "Princess")
            {
                continue;
            }

            // "St. Anthony Sand Dunes": a saint has no names but his own.
            if (words.Count > 2 && (tokens.Word(name.First - 1) is "St" or "Saint" || (tokens.IsMark(name.First - 1, '.') && tokens.Word(name.First - 2) is "St")))
            {
                continue;
            }

            NoteThing(words);

            // "Trump Administration" speaks of Trump, and of nobody's full name.
            if (words.Count > 1 && HoldsThing(words) && !IsNamedByRole(tokens, name, words) && !(IsDay(words) && (titled || IsTold(tokens, name.End))))
            {
                if (!words[0].In(WordLists.Things | WordLists.Geographic) && words.Count == 2)
                {
                    mentions.Add(new PersonMention(words[0].Text, [words[0]], null, false, 0, inBody));
                }

                continue;
            }

            mentions.Add(Weigh(tokens, name, [.. words], titled, inBody));
        }
    }

    /// <summary>"Sunday Mensah, who sells kerosene": a day does nothing.</summary>
    private static bool IsTold(TokenRun tokens, int end) => tokens.Kind(end) == TokenKind.Comma && tokens.Is(end + 1, "who");

    private void NoteThing(List<NameWord> words)
    {
        if (words.Count > 2 && words[^1] is var last && !last.In(WordLists.FirstNames) && (!last.In(WordLists.SurnameThings) || words[^2].In(WordLists.Things))
            && (last.In(WordLists.Things | WordLists.OrganisationHeads) || (last.Text.EndsWith('s') && vocabulary.IsInLowerCase(last.Text))))
        {
            OfThings.Add(NameWord.Join([.. words[..^1]]));
        }
    }

    private PersonMention Weigh(TokenRun tokens, NameRun name, NameWord[] words, bool titled, bool inBody)
    {
        var areExamples = false;
        var before = tokens.IsMark(name.First - 1, '.') ? name.First - 2 : name.First - 1;
        titled |= NameWords.IsRole(tokens, before);
        var role = RoleBeforeName.Read(tokens, name.First);
        if (role is null || WordLists.PersonalTitles.Contains(role))
        {
            // "Professor Moon, the former national security adviser": the apposition says more than the title.
            role = RoleBehindName.Read(tokens, name.End) ?? role;
        }

        var several = role is null ? RoleOfSeveral.Before(tokens, name.First, out areExamples) : null;
        role ??= areExamples ? null : several;
        // "The operator, Andén Sur, has": a company may be called so, too.
        var isCompany = role is not null && tokens.Kind(name.First - 1) == TokenKind.Comma && !words[0].In(WordLists.FirstNames) && RolesOfFirms.Contains(role);
        var (all, signs) = PersonEvidence.Of(tokens, name, words, titled, (role is not null && !isCompany) || several is not null);
        var evidence = all - CommonWords(words);
        // "a Mr De Wit", "Mrs Ramsay is knitting": a courtesy alone tells of somebody who passes by.
        var hasTitle = tokens.In(before, WordLists.PersonalTitles) && (!Courtesies.Contains(tokens.Word(before)) || evidence >= PersonEvidence.Enough + PersonEvidence.Speaks);
        // "over a restaurant in Prince George"
        hasTitle &= !(words.Length == 1 && tokens.In(before, WordLists.Honorifics) && tokens.Is(before - 1, "in"));
        // "Ada Mensah of Tengani, the committee chairman," is told of her.
        hasTitle |= words.Length == 1 && !RoleGrammar.IsPreposition(tokens, name.First - 1) && !tokens.Is(name.First - 1, "near") && RoleBehindName.IsApposed(tokens, name.End);
        return new PersonMention(NameWord.Join(words), words, role, hasTitle, evidence, inBody, name, signs, NameSetting.IsOfThing(tokens, name));
    }

    /// <summary>Speaks against a person: words that are used in lower case, in this essay or in English at large.</summary>
    private double CommonWords(NameWord[] words)
    {
        var common = 0;
        foreach (var word in words)
        {
            common += !word.In(WordLists.FirstNames | WordLists.Particles) && (word.In(WordLists.CommonWords) || vocabulary.IsInLowerCase(word.Text)) ? 1 : 0;
        }

        var firstNamed = words[0].In(WordLists.FirstNames) ? 0.5 : 1.5;
        return common * firstNamed + (common == words.Length ? 3 : 0);
    }

    /// <summary>"Russian President Vladimir Putin": the name begins behind the last title; peoples, places and opening words go too.</summary>
    private NameRun TakeOffTitles(TokenRun tokens, NameRun run, out bool titled)
    {
        titled = false;
        var first = run.First;
        if (tokens.OpensSentence(first) && run.End - first > 1 && !tokens.In(first, WordLists.FirstNames)
            && !tokens.In(first, WordLists.FamilyNamesFirst) && (tokens.In(first, WordLists.CommonWords) || vocabulary.IsInLowerCase(tokens.Word(first)))
            && tokens.Kind(first + 1) == TokenKind.Word && !IsSomebodyByApposition(tokens, run))
        {
            first++;
        }

        if (first == run.First && run.End - first > 4 && tokens.OpensSentence(first) && tokens.Kind(first + 1) == TokenKind.Dash && !tokens.IsCapital(first + 2) && RoleWords.IsRole(tokens, first + 2))
        {
            // "Co-author Ada Mensah"
            (first, titled) = (first + 3, true);
        }

        // "In August Ada Mensah’s daughter left"
        first += first == run.First && run.End - first > 1 && CalendarWords.IsMonth(tokens.Word(first)) && RoleGrammar.IsPreposition(tokens, first - 1) && tokens.Kind(first + 1) == TokenKind.Word ? 1 : 0;

        // "Senators Ada Mensah and Emeka Okoro"
        first += first == run.First && run.End - first > 2 && RoleOfSeveral.Singular(tokens, first) is not null ? 1 : 0;

        for (var i = run.End - 2; i >= first; i--)
        {
            var isFirstName = i == first && tokens.In(i, WordLists.FirstNames);
            // "Harry Dean Stanton", "Ahmad Shah Massoud": a title between two names is one, too.
            isFirstName |= i == first + 1 && run.End - first == 3 && tokens.Word(i) is "Baron" or "Bishop" or "Dean" or "Duke" or "Earl" or "Judge" or "King" or "Major" or "Pope" or "Prince" or "Shah" or "Sultan"
                && tokens.In(first, WordLists.FirstNames) && !tokens.In(first, WordLists.Geographic);
            if (i == first && run.End - first == 2 && IsInRow(tokens, run.End) && !tokens.In(i + 1, WordLists.FirstNames) && tokens.Word(i) is "Duke" or "Earl" or "King" or "Major" or "Prince" or "Princess" or "Queen")
            {
                (isFirstName, titled) = (true, true);
            }

            if (NameWords.IsRole(tokens, i) && tokens.IsCapital(i) && !isFirstName && !IsSuffix(tokens, i + 1) && !(tokens.Kind(i + 1) == TokenKind.Dash && tokens.Glued(i + 1)))
            {
                first = tokens.IsMark(i + 1, '.') ? i + 2 : i + 1;
                titled = true;
                break;
            }
        }

        var of = tokens.Is(run.First - 1, "the") ? run.First - 2 : run.First - 1;
        if (tokens.Is(of, "of", "for") && RoleWords.IsRole(tokens, of - 1))
        {
            // "Secretary of State", "Minister of Agriculture": the given name stands behind.
            while (first < run.End - 1 && (tokens.In(first, WordLists.Things) || (first < run.End - 2 && !tokens.In(first, WordLists.FirstNames) && tokens.In(first + 1, WordLists.FirstNames))))
            {
                first++;
            }
        }

        while (first < run.End - 1 && tokens.In(first, WordLists.Geographic) && !IsGivenNameOfPlace(tokens, first, run.End) && !tokens.In(first, WordLists.FamilyNamesFirst) && !tokens.In(first, WordLists.FirstNames) && tokens.Kind(first + 1) == TokenKind.Word)
        {
            first++;
        }

        var end = run.End;
        while (end > first && tokens.Kind(end - 1) is TokenKind.Dash)
        {
            end--;
        }

        if (end - first > 2 && NameWords.IsBehindName(tokens.Word(end - 1)))
        {
            // "Ada Mensah MP"
            (end, titled) = (end - 1, true);
        }

        return new NameRun(first, end);
    }

    /// <summary>"Odessa Mae Tolliver," at the head of a sentence: a city before two words of a name, the first of which is a given name.</summary>
    private static bool IsGivenNameOfPlace(TokenRun tokens, int first, int end) =>
        tokens.OpensSentence(first) && end - first == 3 && !tokens.In(first, WordLists.Demonyms) && tokens.In(first + 1, WordLists.FirstNames) && tokens.Kind(end) == TokenKind.Comma;

    /// <summary>"Comfort Nyarko, who leads", "Gift Banda, one of the farmers,", "Joy Obi, 34, sells": the everyday word that opens the sentence is a given name.</summary>
    private static bool IsSomebodyByApposition(TokenRun tokens, NameRun run) =>
        run.End - run.First == 2 && tokens.Kind(run.End) == TokenKind.Comma && !NameWords.IsRole(tokens, run.First)
        && (tokens.Is(run.End + 1, "who") || (tokens.Is(run.End + 1, "one") && tokens.Is(run.End + 2, "of"))
            || (tokens.Kind(run.End + 1) == TokenKind.Number && tokens.Kind(run.End + 2) == TokenKind.Comma));

    /// <summary>"Princess Ojiaku, Julia Mensah, and": a full name follows, so that the name before it is a full one, too.</summary>
    private static bool IsInRow(TokenRun tokens, int end) =>
        tokens.Kind(end) == TokenKind.Comma && tokens.In(end + 1, WordLists.FirstNames) && tokens.IsCapital(end + 1) && tokens.IsCapital(end + 2) && (tokens.Kind(end + 3) == TokenKind.Comma || tokens.Is(end + 3, "and"));

    private static bool IsSuffix(TokenRun tokens, int i) =>
        tokens.Is(i, "Jr", "Sr") || (tokens.Kind(i) == TokenKind.Word && IsRomanNumeral(tokens.Word(i)));

    public static bool IsRomanNumeral(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c is not ('I' or 'V' or 'X'))
            {
                return false;
            }
        }

        return word.Length > 0;
    }

    /// <summary>The words of a name as they are written; what is glued together is one word.</summary>
    private static List<NameWord> WordsOf(TokenRun tokens, NameRun name)
    {
        var words = new List<NameWord>(name.End - name.First);
        for (var i = name.First; i < name.End; i++)
        {
            if (tokens.Kind(i) == TokenKind.Comma)
            {
                continue;
            }

            if (i > name.First && tokens.Glued(i) && tokens.Kind(i - 1) != TokenKind.Comma)
            {
                words[^1] = new NameWord(string.Concat(words[^1].Text, tokens.Word(i)));
            }
            else
            {
                words.Add(new NameWord(tokens.Word(i).ToString(), tokens[i].Lists));
            }
        }

        // "Lindholm2": the number of a note
        words[^1] = words[^1].Text.TrimEnd(Digits) is { Length: > 1 } bare && bare.Length < words[^1].Text.Length ? new NameWord(bare) : words[^1];
        if (words.Count > 1 && words[0].Text.Length > 2 && tokens.OpensSentence(name.First) && NameWords.IsAcronym(words[0].Text) && !NameWords.IsAcronym(words[1].Text)
            && new NameWord(words[0].Text[0] + words[0].Text[1..].ToLowerInvariant()) is var given && given.In(WordLists.FirstNames))
        {
            // "PETER Holm has not paid": papers begin a text with a word in capitals.
            words[0] = given;
        }

        return words;
    }

    /// <summary>"economist Bill Golden": behind a role in small letters a given name begins the name of somebody, whatever its last word means elsewhere.</summary>
    private static bool IsNamedByRole(TokenRun tokens, NameRun name, List<NameWord> words) =>
        words.Count == 2 && words[0].In(WordLists.FirstNames) && !words[1].In(WordLists.OrganisationHeads)
        && !tokens.IsCapital(name.First - 1) && RoleWords.IsRole(tokens, name.First - 1);

    /// <summary>"Chief Sunday Eze", "Dr Friday Ojo": behind a title the day of somebody's birth is a given name.</summary>
    private static bool IsDay(List<NameWord> words) =>
        words.Count == 2 && words[0].Text.EndsWith("day", StringComparison.Ordinal) && !words[1].In(WordLists.Things | WordLists.OrganisationHeads | WordLists.CommonWords);

    private static bool HoldsThing(List<NameWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            // "Park Chung-hee"
            var isEastern = i == 0 && words[0].In(WordLists.FamilyNamesFirst) && words.Count == 2 && words[1].Text.Contains('-', StringComparison.Ordinal);
            // "Aung San Suu Kyi", "Maria San Miguel"
            var isSaint = i > 0 && words[i].Text is "San" or "Santa" or "Santo" && words[i - 1].In(WordLists.FirstNames);
            if (words[i].In(WordLists.Things) && !isSaint && !isEastern && !(i == 0 && words[0].In(WordLists.FirstNames)))
            {
                // "Arruda da Costa"
                var isSurname = (i == words.Count - 1 && words[i].In(WordLists.SurnameThings) && words[0].In(WordLists.FirstNames)) || (i > 1 && words[i - 1].In(WordLists.Particles) && !words[i - 2].In(WordLists.Things));
                if (!isSurname)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
