using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>The word lists that the reading of names turns on; each file says what its words are for.</summary>
internal static class NameWords
{
    public static readonly WordSet FirstNames = WordList.ExactWords("first-names");
    public static readonly WordSet FamilyNamesFirst = WordList.ExactWords("asian-surnames");
    public static readonly WordSet Honorifics = WordList.ExactWords("honorifics");
    public static readonly WordSet PersonalTitles = WordList.ExactWords("personal-titles");
    public static readonly WordSet CommonWords = WordList.Words("common-words");
    public static readonly WordSet Roles = WordList.Words("roles");
    public static readonly WordSet RoleModifiers = WordList.Words("role-modifiers");
    public static readonly WordSet SpeechVerbs = WordList.ExactWords("speech-verbs");
    public static readonly WordSet Things = WordList.ExactWords("thing-nouns");
    public static readonly WordSet SurnameThings = WordList.ExactWords("surname-things");
    public static readonly WordSet NotPeople = WordList.Words("not-people");
    public static readonly WordSet Particles = WordList.ExactWords("name-particles");
    public static readonly WordSet Places = WordList.ExactWords("places");
    public static readonly WordSet Demonyms = WordList.ExactWords("demonyms");
    public static readonly WordSet Openers = WordList.ExactWords("sentence-openers");
    public static readonly WordSet SmallWords = WordList.Words("small-words");
    public static readonly WordSet OrganisationHeads = WordList.ExactWords("organisation-heads");
    public static readonly WordSet Organisations = WordList.ExactWords("organisations");
    /// <summary>"Council on Foreign Relations", "Panel on Climate Change".</summary>
    public static readonly WordSet HeadsBeforeOn = WordList.ExactWords("heads-before-on");

    /// <summary>"People’s Liberation Army", "Workers’ Party".</summary>
    public static readonly WordSet OwningPlurals = WordList.ExactWords("owning-plurals");

    public static readonly WordSet NotOrganisations = WordList.ExactWords("not-organisations");
    public static readonly WordTable<string> Acronyms = WordList.Table("acronyms", row => row[0]);
    public static readonly WordSet NoAcronyms = WordList.ExactWords("no-acronyms");

    /// <summary>A word no name begins with: function words that have a capital only because they open a sentence.</summary>
    public static bool IsFunctionWord(ReadOnlySpan<char> word) => Openers.Contains(word) || SmallWords.Contains(word) || Figures.FigureWords.Stops.Contains(word);

    /// <summary>A country, city or people.</summary>
    public static bool IsGeographic(ReadOnlySpan<char> word) => Places.Contains(word) || Demonyms.Contains(word);

    /// <summary>A role noun or a title, in any case: "president", "General", "Dr".</summary>
    public static bool IsRole(TokenRun tokens, int i) => tokens.In(i, Roles) || tokens.In(i, Honorifics);

    /// <summary>Two or more capitals and nothing else: "NATO", "BRICS".</summary>
    public static bool IsAcronym(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var c in word)
        {
            if (char.IsUpper(c))
            {
                capitals++;
            }
            else if (c is not '.' && !char.IsDigit(c) && !(c == 's' && capitals > 1))
            {
                return false;
            }
        }

        return capitals > 1;
    }
}
