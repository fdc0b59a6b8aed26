using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Digest.Core.Insight;

/// <summary>All word lists in one table, so that one look-up tells every list a word or phrase stands in.</summary>
internal static class Lexicon
{
    /// <summary>Letters of the longest word whose accents are taken off.</summary>
    private const int LongestFolded = 32;

    /// <summary>Lists whose entries are matched exactly as they are written.</summary>
    private static readonly (WordLists List, string Name)[] AsWritten =
    [
        (WordLists.FirstNames, "first-names"),
        (WordLists.FamilyNamesFirst, "asian-surnames"),
        (WordLists.Honorifics, "honorifics"),
        (WordLists.PersonalTitles, "personal-titles"),
        (WordLists.SpeechVerbs, "speech-verbs"),
        (WordLists.Things, "thing-nouns"),
        (WordLists.SurnameThings, "surname-things"),
        (WordLists.Particles, "name-particles"),
        (WordLists.Places, "places"),
        (WordLists.Demonyms, "demonyms"),
        (WordLists.Openers, "sentence-openers"),
        (WordLists.OrganisationHeads, "organisation-heads"),
        (WordLists.Organisations, "organisations"),
        (WordLists.HeadsBeforeOn, "heads-before-on"),
        (WordLists.OwningPlurals, "owning-plurals"),
        (WordLists.NotOrganisations, "not-organisations"),
        (WordLists.NoAcronyms, "no-acronyms"),
    ];

    /// <summary>Lists whose entries are matched without regard to case; of a table, its first column.</summary>
    private static readonly (WordLists List, string Name)[] InAnyCase =
    [
        (WordLists.CommonWords, "common-words"),
        (WordLists.SmallWords, "small-words"),
        (WordLists.Roles, "roles"),
        (WordLists.RoleModifiers, "role-modifiers"),
        (WordLists.NotPeople, "not-people"),
        (WordLists.Stops, "unit-stops"),
        (WordLists.Stops | WordLists.Auxiliaries, "auxiliaries"),
        (WordLists.Stops | WordLists.Verbs, "verbs"),
        (WordLists.ExceedingVerbs, "exceeding-verbs"),
        (WordLists.SpanVerbs, "span-verbs"),
        (WordLists.Hyperbole, "hyperbole"),
        (WordLists.WholeThings, "whole-things"),
        (WordLists.Lags, "lags"),
        (WordLists.ClauseOpeners, "clause-openers"),
        (WordLists.BeforeOver, "before-over"),
        (WordLists.TimeLinks, "time-links"),
        (WordLists.NameTails, "name-tails"),
        (WordLists.Discourse, "discourse-nouns"),
        (WordLists.Labels, "number-labels"),
        (WordLists.BeforeCount, "before-count"),
        (WordLists.YearContext, "year-context"),
        (WordLists.PersonNouns, "person-nouns"),
        (WordLists.Concrete, "concrete-things"),
        (WordLists.Totals, "totals"),
        (WordLists.Comparisons, "comparisons"),
        (WordLists.Scores, "scores"),
        (WordLists.Ages, "ages"),
        (WordLists.PercentNouns, "percent-nouns"),
        (WordLists.Qualifiers, "qualifiers"),
        (WordLists.AdjectivesInLy, "adjectives-in-ly"),
        (WordLists.IrregularPlurals, "irregular-plurals"),
        (WordLists.Streets, "streets"),
        (WordLists.PlacesInAnyCase, "places"),
        (WordLists.DemonymsInAnyCase, "demonyms"),
        (WordLists.ChangeVerbs, "change-verbs"),
        (WordLists.Months, "months"),
        (WordLists.Abbreviations, "abbreviations"),
        (WordLists.ClosingAbbreviations, "closing-abbreviations"),
        (WordLists.DanglingStarts, "dangling-starts"),
        (WordLists.DanglingPhrases, "dangling-phrases"),
        (WordLists.EssayNouns, "essay-nouns"),
        (WordLists.NumberWords, "numbers"),
        (WordLists.MeasureWords, "measures"),
        (WordLists.FirstPerson, "first-person"),
        (WordLists.FirstPersonPlural, "first-person-plural"),
        (WordLists.SecondPerson, "second-person"),
    ];

    private static readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> Entries =
        Build().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The lists that hold a word or phrase.</summary>
    public static WordLists Of(ReadOnlySpan<char> phrase)
    {
        var lists = Entries.TryGetValue(phrase, out var entry) ? entry.Of(phrase) : WordLists.None;

        // "Sérgio" and "Amélia" are the Sergio and Amelia of other tongues.
        return (lists & WordLists.FirstNames) == WordLists.None && !Ascii.IsValid(phrase) && WithoutAccents(phrase) is { } plain
            ? lists | (Entries.TryGetValue(plain, out entry) ? entry.Of(plain) & WordLists.FirstNames : WordLists.None)
            : lists;
    }

    /// <summary>True when one of the lists holds the word or phrase.</summary>
    public static bool Contains(this WordLists lists, ReadOnlySpan<char> phrase) => (Of(phrase) & lists) != WordLists.None;

    private static Dictionary<string, Entry> Build()
    {
        var entries = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        foreach (var (list, name) in InAnyCase)
        {
            foreach (var word in Words(name))
            {
                var entry = entries.GetValueOrDefault(word) ?? new Entry(WordLists.None, []);
                entries[word] = entry with { InAnyCase = entry.InAnyCase | list };
            }
        }

        foreach (var (list, name) in AsWritten)
        {
            foreach (var word in Words(name))
            {
                var entry = entries.GetValueOrDefault(word) ?? new Entry(WordLists.None, []);
                entries[word] = entry with { AsWritten = [.. entry.AsWritten, (word, list)] };
            }
        }

        return entries;
    }

    /// <summary>A capital word of letters without their accents; null for anything else.</summary>
    private static string? WithoutAccents(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > LongestFolded || !char.IsUpper(word[0]))
        {
            return null;
        }

        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c != '-')
            {
                return null;
            }
        }

        Span<char> letters = stackalloc char[LongestFolded];
        var count = 0;
        foreach (var c in word.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                if (count == LongestFolded)
                {
                    return null;
                }

                letters[count++] = c;
            }
        }

        return letters[..count].ToString();
    }

    private static IEnumerable<string> Words(string list) => WordList.Lines(list).Select(line => line.Split('\t')[0]);

    /// <summary>The lists that hold a word in one case or another.</summary>
    /// <param name="InAnyCase">Lists that hold it whatever its case.</param>
    /// <param name="AsWritten">Lists that hold it in one case only, with the word in that case.</param>
    private sealed record Entry(WordLists InAnyCase, (string Word, WordLists List)[] AsWritten)
    {
        public WordLists Of(ReadOnlySpan<char> phrase)
        {
            var lists = InAnyCase;
            foreach (var (word, list) in AsWritten)
            {
                lists |= phrase.SequenceEqual(word) ? list : WordLists.None;
            }

            return lists;
        }
    }
}
