using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Digest.Core.Insight;

/// <summary>All word lists in one table, so that one look-up tells every list a word or phrase stands in.</summary>
/// <remarks>
/// The table is one array of open addresses, because memory is what a look-up waits for: most words of an essay that are
/// looked up are new to it. In a frozen dictionary of entries each took six loads that wait for one another.
/// </remarks>
internal static class Lexicon
{
    /// <summary>Letters of the longest word whose accents are taken off.</summary>
    private const int LongestFolded = 32;

    /// <summary>Places of the table for each word at least: at a third or less, hardly two words stand in each other's way.</summary>
    private const int SlotsAWord = 3;

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

    private static readonly Entry[] Table = Build();

    /// <summary>The lists that hold a word or phrase.</summary>
    public static WordLists Of(ReadOnlySpan<char> phrase)
    {
        var lists = Find(phrase);

        // "Sérgio" and "Amélia" are the Sergio and Amelia of other tongues.
        return (lists & WordLists.FirstNames) == WordLists.None && !Ascii.IsValid(phrase) && WithoutAccents(phrase) is { } plain
            ? lists | (Find(plain) & WordLists.FirstNames)
            : lists;
    }

    /// <summary>True when one of the lists holds the word or phrase.</summary>
    public static bool Contains(this WordLists lists, ReadOnlySpan<char> phrase) => (Of(phrase) & lists) != WordLists.None;

    private static WordLists Find(ReadOnlySpan<char> phrase)
    {
        var (table, hash, lists) = (Table, HashOf(phrase), WordLists.None);
        for (var at = hash & (table.Length - 1); table[at].Word is { } word; at = (at + 1) & (table.Length - 1))
        {
            ref readonly var entry = ref table[at];
            if (entry.Hash == hash && phrase.Equals(word, entry.Comparison))
            {
                lists |= entry.Lists;
            }
        }

        return lists;
    }

    private static Entry[] Build()
    {
        var anyCase = Read(InAnyCase, StringComparer.OrdinalIgnoreCase);
        var asWritten = Read(AsWritten, StringComparer.Ordinal);
        var table = new Entry[BitOperations.RoundUpToPowerOf2((uint)(SlotsAWord * (anyCase.Count + asWritten.Count)))];
        Fill(table, anyCase, StringComparison.OrdinalIgnoreCase);
        Fill(table, asWritten, StringComparison.Ordinal);
        return table;
    }

    private static Dictionary<string, WordLists> Read((WordLists List, string Name)[] lists, StringComparer comparer)
    {
        var words = new Dictionary<string, WordLists>(comparer);
        foreach (var (list, name) in lists)
        {
            foreach (var line in WordList.Lines(name))
            {
                var word = line.Split('\t')[0];
                words[word] = words.GetValueOrDefault(word) | list;
            }
        }

        return words;
    }

    private static void Fill(Entry[] table, Dictionary<string, WordLists> words, StringComparison comparison)
    {
        foreach (var (word, lists) in words)
        {
            var hash = HashOf(word);
            var at = hash & (table.Length - 1);
            while (table[at].Word is not null)
            {
                at = (at + 1) & (table.Length - 1);
            }

            table[at] = new Entry(word, lists, hash, comparison);
        }
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

    /// <summary>A hash that words have in common whose letters differ in case alone.</summary>
    private static int HashOf(ReadOnlySpan<char> word)
    {
        var hash = (uint)word.Length;
        foreach (var c in word)
        {
            hash = ((hash ^ (uint)((char.IsAscii(c) ? c : char.ToUpperInvariant(c)) | 0x20)) * 0x9E3779B1) ^ (hash >> 15);
        }

        return (int)((hash ^ (hash >> 16)) & int.MaxValue);
    }

    /// <summary>The lists that hold a word, either whatever its case or as it is written.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(string? Word, WordLists Lists, int Hash, StringComparison Comparison);
}
