using Digest.Core.Boilerplate;
using Digest.Core.Judging;

namespace Digest.Training;

/// <summary>An essay of the corpus of essays.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Dek">Its standfirst, or nothing.</param>
/// <param name="Lines">Its paragraphs, headings and list items.</param>
internal sealed record CorpusEssay(string Title, string Dek, string[] Lines)
{
    private const int ShortestTopic = 5;
    private const int ShortestTitle = 4;

    /// <summary>There is a standfirst, and the text does not begin with it.</summary>
    public bool HasDek => Dek.Length > 0 && Lines.Length > 0 && !PlainForm.Key(Lines[0]).StartsWith(PlainForm.Key(Dek)[..Math.Min(40, PlainForm.Key(Dek).Length)], StringComparison.Ordinal);

    /// <summary>The title in two lines where a colon parts it; a part of few words would be the name of a series.</summary>
    public (string Title, string Subtitle) SplitTitle() =>
        Title.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && PlainForm.CountWords(Title[..colon]) >= ShortestTitle ? (Title[..colon], Title[(colon + 2)..]) : (Title, "");

    /// <summary>The lines that head parts of the text.</summary>
    public IEnumerable<string> Contents() =>
        Lines.Where((l, i) => i + 1 < Lines.Length && PlainForm.CountWords(l) <= 10 && !l.EndsWith('.') && PlainForm.CountWords(Lines[i + 1]) > 25).Take(8);

    /// <summary>Puts the commonest longer words of the text into a slogan.</summary>
    public string Fill(string slogan)
    {
        var topics = Lines.SelectMany(l => PlainForm.Key(l).Split(' ')).Where(w => w.Length >= ShortestTopic && w.All(char.IsLetter) && StopWords.LanguagesOf(w) == 0)
            .GroupBy(w => w, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(2).ToList();
        var filled = slogan.Replace("{a}", topics.ElementAtOrDefault(0) ?? "life", StringComparison.Ordinal).Replace("{b}", topics.ElementAtOrDefault(1) ?? "work", StringComparison.Ordinal);
        return char.ToUpperInvariant(filled[0]) + filled[1..];
    }
}
