using Digest.Core.Insight.Figures;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>
/// Weighs what speaks for and against a person at one mention. A given name, a title or a role is nearly enough alone;
/// a verb of saying needs a second sign. The weights were set by hand on essays of our own; see docs/quality.md.
/// </summary>
internal static class PersonEvidence
{
    /// <summary>Evidence at the best mention from which a name is a person's.</summary>
    public const double Enough = 3;

    /// <summary>What a verb of saying beside the name is worth.</summary>
    public const double Speaks = 2;

    /// <summary>Tokens looked back over for who stands before a comma and a name: "An engineer who has worked on the terminal since 1998, Deon Marais,".</summary>
    private const int LongestDescription = 14;

    /// <summary>Tokens looked through for the institution behind a name.</summary>
    private const int LongestAffiliation = 10;

    /// <summary>The evidence at a mention, and how much of it the words beside the name give.</summary>
    public static (double All, double Signs) Of(TokenRun tokens, NameRun name, NameWord[] words, bool titled, bool hasRole)
    {
        var signs = Signs(tokens, name, words.Length, titled, hasRole);
        var score = signs;
        score += tokens.Is(name.First - 1, "the") && !titled && !hasRole && !IsAdjective(tokens, name.End) ? -3 : 0;
        score += !words[0].In(WordLists.FirstNames) && tokens.Is(name.First - 1, "in", "at") ? -1.5 : 0;
        if (words.Length == 1)
        {
            return (score, signs);
        }

        score += NameForm.Of(words);
        score -= !titled && !hasRole && words[^1].In(WordLists.SurnameThings) && IsPlaceOf(tokens, name.First - 1) ? 3 : 0;
        score += tokens.Kind(name.End) == TokenKind.Possessive && tokens.Is(name.End + 1, "translation") ? -3 : 0;
        return (score, signs);
    }

    /// <summary>"in a Patrick Street grocer's", "a plant at Murray Bridge": a street or a bridge stands where, not who.</summary>
    private static bool IsPlaceOf(TokenRun tokens, int before) => tokens.Is(before, "a", "at", "in", "near", "along", "down", "off");

    private static double Signs(TokenRun tokens, NameRun name, int words, bool titled, bool hasRole)
    {
        var score = 0.0;
        score += titled ? 3 : 0;
        score += hasRole ? 2.5 : 0;
        score += SpeaksBeside(tokens, name) ? Speaks : 0;
        score += tokens.Is(name.First - 1, "to") && tokens.Is(name.First - 2, "according") ? 2 : 0;
        score += tokens.Kind(name.End) == TokenKind.Comma && tokens.Is(name.End + 1, "who") ? 2 : 0;
        score += IsAged(tokens, name.End) ? 4 : 0;
        score += IsNamed(tokens, name.First - 1) ? 3 : 0;
        score += tokens.Is(name.First - 1, "by") ? 0.5 : 0;
        score += LeadsTeam(tokens, name.End) || IsWithColleagues(tokens, name.End) ? Speaks : 0;
        if (words == 1)
        {
            return score;
        }

        score += IsPersonBeforeComma(tokens, name) || IsManOrWoman(tokens, name.End) ? 2 : 0;
        score += IsOneOfPeople(tokens, name.End) ? 3.5 : 0;
        score += SpeaksForFirm(tokens, name.End) ? Speaks : 0;
        score += IsAffiliated(tokens, name.First, name.End) ? Speaks : 0;
        score += IsLate(tokens, name.First - 1) ? 3 : 0;
        score += IsMakerOfWork(tokens, name) ? 2 : 0;
        score += IsAsked(tokens, name) ? Speaks : 0;
        score += IsBorn(tokens, name.End) ? 3 : 0;
        score -= IsNamedPlace(tokens, name.First) ? 3 : 0;
        return score;
    }

    /// <summary>"of the University of Osaka has shown": an institution behind the name, and what it has shown or says behind that.</summary>
    private static bool IsAffiliated(TokenRun tokens, int first, int end)
    {
        if (!tokens.Is(end, "of") && !tokens.Is(end, "at") && !tokens.Is(end, "from"))
        {
            return false;
        }

        var isInstitution = false;
        var i = end + 1;
        while (i < end + LongestAffiliation && (tokens.IsCapital(i) || tokens.Is(i, "the", "of", "for", "in", "and")))
        {
            isInstitution |= tokens.In(i, WordLists.OrganisationHeads);
            i++;
        }

        // "a study led by", "an evaluation by"
        return isInstitution && (tokens.Is(first - 1, "by") || tokens.In(i, WordLists.SpeechVerbs | WordLists.Verbs) || LoneCount.EndsInEd(tokens.Word(i)) || tokens.Is(i, "has", "have", "had"));
    }

    /// <summary>"Ada Mensah, one of our five community workers, took": of people only.</summary>
    private static bool IsOneOfPeople(TokenRun tokens, int end)
    {
        if (tokens.Kind(end) != TokenKind.Comma || !tokens.Is(end + 1, "one") || !tokens.Is(end + 2, "of"))
        {
            return false;
        }

        for (var i = end + 3; i < end + LongestAffiliation && tokens.Kind(i) is TokenKind.Word or TokenKind.Number; i++)
        {
            if (tokens.In(i, WordLists.PersonNouns) || RoleOfSeveral.Singular(tokens, i) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Ada Mensah of Okoro &amp; Sons, a Ghanaian bank, calculates": a firm behind the name, what it is, and a verb of saying.</summary>
    private static bool SpeaksForFirm(TokenRun tokens, int end)
    {
        var i = end + 1;
        while (i < end + LongestAffiliation && (tokens.IsCapital(i) || tokens.IsMark(i, '&') || tokens.In(i, WordLists.Particles)))
        {
            i++;
        }

        if (!tokens.Is(end, "of", "at", "from") || i == end + 1 || tokens.Kind(i) != TokenKind.Comma || !IsArticle(tokens, i + 1))
        {
            return false;
        }

        var close = i + 2;
        while (close < i + LongestAffiliation && tokens.Kind(close) is TokenKind.Word or TokenKind.Dash)
        {
            close++;
        }

        return tokens.Kind(close) == TokenKind.Comma && tokens.In(close + 1, WordLists.SpeechVerbs);
    }

    /// <summary>"the late Ada Mensah"</summary>
    private static bool IsLate(TokenRun tokens, int late) =>
        tokens.Is(late, "late") && (tokens.Is(late - 1, "the") || RoleGrammar.IsOwner(tokens, late - 1));

    /// <summary>"Mensah’s team found", "Okoro’s colleagues", "Okoro’s niece": only people have them.</summary>
    private static bool LeadsTeam(TokenRun tokens, int end) =>
        NameSetting.HasKin(tokens, end)
        || (tokens.Kind(end) == TokenKind.Possessive && tokens.Is(end + 1, "team", "colleagues", "co-authors", "coauthors"));

    /// <summary>"Ada Mensah and her colleagues tried"</summary>
    private static bool IsWithColleagues(TokenRun tokens, int end) =>
        tokens.Is(end, "and") && tokens.Is(end + 1, "his", "her", "their")
        && (IsCompany(tokens, end + 2) || IsCompany(tokens, end + 3));

    private static bool IsCompany(TokenRun tokens, int i) =>
        tokens.Is(i, "colleague", "colleagues", "team", "co-authors", "coauthors", "collaborators", "students", "wife", "husband", "partner", "brother", "brothers", "sister", "sisters", "mother", "father", "son", "sons", "daughter", "daughters", "children");

    /// <summary>"research by Ada Mensah", "by Ada Mensah and others": whose work it is.</summary>
    private static bool IsMakerOfWork(TokenRun tokens, NameRun name)
    {
        if (!tokens.Is(name.First - 1, "by"))
        {
            return false;
        }

        var and = tokens.Is(name.End, "and") ? name.End + 1 : -1;
        var isTeam = and > 0 && (tokens.Is(and, "others", "colleagues") || ((RoleGrammar.IsOwner(tokens, and) || tokens.Is(and, "several")) && tokens.Is(and + 1, "colleagues")));
        var work = name.First - 2;
        return isTeam || tokens.Is(work, "research", "work", "experiments", "calculations", "fieldwork");
    }

    /// <summary>", 61," or ", 61 and" behind a name.</summary>
    private static bool IsAged(TokenRun tokens, int end) =>
        tokens.Kind(end) == TokenKind.Comma && tokens.Kind(end + 1) == TokenKind.Number && tokens.Word(end + 1).Length is 1 or 2
        && (tokens.Kind(end + 2) == TokenKind.Comma || tokens.Is(end + 2, "and"));

    /// <summary>
    /// "The woman in the photograph, Ada Mensah, was", "put it to the archivist, Ada Mensah, that", "One of the testers, Ada Mensah, has":
    /// between commas, behind a noun for somebody with an article or owner, what tells of him included ("An engineer who has worked here since 1998").
    /// </summary>
    private static bool IsPersonBeforeComma(TokenRun tokens, NameRun name)
    {
        if (tokens.Kind(name.First - 1) != TokenKind.Comma || tokens.Kind(name.End) != TokenKind.Comma)
        {
            return false;
        }

        for (var i = name.First - 2; i > 0 && i > name.First - LongestDescription && tokens.Kind(i) is TokenKind.Word or TokenKind.Number; i--)
        {
            var isMan = tokens.Is(i, "man", "woman", "boy", "girl");
            var isRole = (i == name.First - 2 || tokens.Is(i + 1, "who")) && !tokens.IsCapital(i) && RoleWords.IsRole(tokens, i) && !RoleOfSeveral.OfCompanies.Contains(tokens.Word(i));
            if (isMan || isRole)
            {
                return IsArticle(tokens, i - 1) || IsArticle(tokens, i - 2);
            }

            if (RoleOfSeveral.Singular(tokens, i) is not null)
            {
                return (IsArticle(tokens, i - 1) && tokens.Is(i - 3, "one")) || (IsArticle(tokens, i - 2) && tokens.Is(i - 4, "one"));
            }
        }

        return false;
    }

    /// <summary>"Ada Mensah, the first Black woman on the court,", "Ada Mensah, Africa’s richest man,"</summary>
    private static bool IsManOrWoman(TokenRun tokens, int end)
    {
        var i = end + 1;
        while (tokens.Kind(end) == TokenKind.Comma && i < end + LongestAffiliation && tokens.Kind(i) is TokenKind.Word or TokenKind.Dash or TokenKind.Possessive && !RoleGrammar.IsPreposition(tokens, i))
        {
            if (tokens.Is(i, "man", "woman", "boy", "girl"))
            {
                return IsArticle(tokens, end + 1) || tokens.Kind(end + 2) == TokenKind.Possessive;
            }

            i++;
        }

        return false;
    }

    private static bool IsArticle(TokenRun tokens, int i) =>
        tokens.Is(i, "the", "a", "an") || (RoleGrammar.IsOwner(tokens, i) && !tokens.Is(i, "its"));

    /// <summary>"asked Ada Mensah what she would do"</summary>
    private static bool IsAsked(TokenRun tokens, NameRun name)
    {
        var pronoun = tokens.Is(name.End, "what", "if", "whether", "why", "how", "that") ? name.End + 1 : name.End;
        return pronoun > name.End && tokens.Is(pronoun, "he", "she")
            && tokens.Is(name.First - 1, "asked", "ask", "told", "tell");
    }

    /// <summary>", born in Malanje in 1989," behind a name.</summary>
    private static bool IsBorn(TokenRun tokens, int end) =>
        tokens.Kind(end) == TokenKind.Comma && tokens.Is(end + 1, "born") && tokens.Is(end + 2, "in", "near", "on", "at");

    /// <summary>"the state of São Paulo": what comes is a place, whatever is said of it.</summary>
    private static bool IsNamedPlace(TokenRun tokens, int first) =>
        tokens.Is(first - 1, "of")
        && tokens.Is(first - 2, "state", "city", "town", "village", "province", "district", "county", "municipality", "port", "island", "suburb");

    /// <summary>"a farmer named", "a woman called", "a retired dredger named", "a dealer by the name of", "Her name is", "She was".</summary>
    private static bool IsNamed(TokenRun tokens, int before) =>
        IsSelf(tokens, before) || SubjectIsNamed(tokens, before) ||
        (tokens.Is(before, "him", "her") && tokens.Is(before - 1, "calls", "called", "named"))
        || (tokens.Is(before, "of") && tokens.Is(before - 1, "name") && tokens.Is(before - 2, "the") && tokens.Is(before - 3, "by") && (RoleWords.IsRole(tokens, before - 4) || RoleWords.IsBarePerson(tokens, before - 4)))
        || (tokens.Is(before, "named", "called")
        && (tokens.In(before - 1, WordLists.Roles | WordLists.PersonNouns) || tokens.Is(before - 1, "man", "woman", "boy", "girl", "child")));

    /// <summary>"The officer who signed the sheets was named": somebody begins the sentence.</summary>
    private static bool SubjectIsNamed(TokenRun tokens, int named)
    {
        if (!tokens.Is(named, "named", "called") || !tokens.Is(named - 1, "was", "is") || !IsArticle(tokens, 0))
        {
            return false;
        }

        var noun = tokens.In(1, WordLists.RoleModifiers) ? 2 : 1;
        return noun < named - 1 && !tokens.IsCapital(noun) && RoleWords.IsRole(tokens, noun) && (noun == named - 2 || tokens.Is(noun + 1, "who"));
    }

    /// <summary>"Her name is", "She was": who somebody is by name.</summary>
    private static bool IsSelf(TokenRun tokens, int copula)
    {
        if (tokens.Is(copula, "named", "called") && tokens.Kind(copula - 1) == TokenKind.Word)
        {
            return IsOfPeople(tokens, copula - 2) || IsOfPeople(tokens, copula - 3);
        }

        return tokens.Is(copula, "is", "was")
            && (tokens.Is(copula - 1, "he", "she") || (tokens.Is(copula - 1, "name") && RoleGrammar.IsOwner(tokens, copula - 2) && !tokens.Is(copula - 2, "its")));
    }

    /// <summary>"retired", "widowed": said of people only.</summary>
    private static bool IsOfPeople(TokenRun tokens, int i) =>
        tokens.Is(i, "retired", "elderly", "widowed", "unemployed", "middle-aged", "pregnant", "homeless");

    /// <summary>"Musk-owned": the article before it belongs to what is owned.</summary>
    private static bool IsAdjective(TokenRun tokens, int end) =>
        tokens.Kind(end) == TokenKind.Dash && tokens.Glued(end) && tokens.Glued(end + 1) && tokens.Kind(end + 1) == TokenKind.Word && !tokens.IsCapital(end + 1);

    private static bool SpeaksBeside(TokenRun tokens, NameRun name)
    {
        if (tokens.Kind(name.End) == TokenKind.Word && tokens.In(name.End, WordLists.SpeechVerbs))
        {
            // "wrote off seventeen containers"
            return !tokens.Is(name.End + 1, "off") && !tokens.Is(name.End + 1, "up") && !tokens.Is(name.End + 1, "down");
        }

        // “…,” noted Nikolai Gogol
        return tokens.Kind(name.First - 1) == TokenKind.Word && tokens.In(name.First - 1, WordLists.SpeechVerbs)
            && tokens.Kind(name.First - 2) is TokenKind.Mark or TokenKind.Comma;
    }
}
