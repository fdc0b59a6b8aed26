using System.Text.RegularExpressions;
using Digest.Core.Decoding.Html.Content;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>Collects every name that a page may mean as its author's, in the head and in the text.</summary>
internal sealed partial class AuthorCandidates
{
    private const Hints Elsewhere = Hints.Comments | Hints.Nav | Hints.Footer | Hints.Related | Hints.Hidden;
    private const int MostElements = 400;
    private const int LongestClass = 400;

    /// <summary>Words of the longest line that is a label with names: "By Jane Doe and Richard Roe, staff writers, 5 March 2024".</summary>
    private const int LongestLabelled = 16;

    /// <summary>Blocks around the end of the article in which a line may say who wrote it.</summary>
    private const int End = 6;

    private readonly HtmlPage _page;
    private readonly AuthorSignals[] _ofClasses;
    private readonly List<AuthorCandidate> _found = [];
    private readonly Dictionary<string, AuthorCandidate> _byKey = new(StringComparer.OrdinalIgnoreCase);

    private AuthorCandidates(HtmlPage page)
    {
        _page = page;
        _ofClasses = [.. page.Tree.Classes.Select(SignalOfClass)];
    }

    public static List<AuthorCandidate> Of(HtmlPage page, ReadOnlySpan<bool> kept)
    {
        var candidates = new AuthorCandidates(page);
        candidates.ReadHead();
        candidates.ReadElements(kept);
        candidates.ReadLines(kept);
        candidates.ReadSiteOwner();
        candidates.LookForMentions(kept);
        return candidates._found;
    }

    private void ReadHead()
    {
        foreach (var (name, type) in _page.Head.JsonLd.Article?.Authors ?? [])
        {
            Add(AuthorNames.Declared(name), type switch { "Person" => AuthorSignals.JsonLdPerson, "" => AuthorSignals.JsonLd, _ => AuthorSignals.JsonLdOrganisation });
        }

        var declared = _page.Head.Authors.Where(a => !a.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal).ToList();
        var areCatalogued = declared.Count > 1 && declared.TrueForAll(AuthorNames.MayBeginWithSurname);
        foreach (var author in declared)
        {
            Add(areCatalogued && author.Split(',', StringSplitOptions.TrimEntries) is [var last, var first] ? [$"{first} {last}"] : AuthorNames.Declared(author), AuthorSignals.MetaAuthor);
        }

        for (var i = 1; i <= 2; i++)
        {
            if (_page.Head.Meta($"twitter:label{i}") is { } label && AuthorLabel().IsMatch(label) && _page.Head.Meta($"twitter:data{i}") is { } data)
            {
                Add(data, AuthorSignals.TwitterData);
            }
        }
    }

    private void ReadElements(ReadOnlySpan<bool> kept)
    {
        var tree = _page.Tree;
        var last = kept.LastIndexOf(true);
        var seen = 0;
        for (var i = 1; i < tree.Count && seen < MostElements; i++)
        {
            if (tree[i].Tag == HtmlTag.Text || !tree[i].Source.HasAttributes || IsElsewhere(i))
            {
                continue;
            }

            var signals = SignalsOf(i);
            if (signals == AuthorSignals.None)
            {
                continue;
            }

            seen++;
            var (start, _) = _page.Outline.BlockRange(i);
            if (last >= 0 && start > last + 6)
            {
                signals = signals & ~(AuthorSignals.AuthorClass | AuthorSignals.BylineClass | AuthorSignals.AuthorLink) | AuthorSignals.AuthorBox;
            }

            if (ShortText(i) is { } text)
            {
                Add(text, signals, start, standsAlone: true);
            }
        }
    }

    /// <summary>
    /// In a part of the page that names others; but what microformats call the author of an entry stands in its footer as often as in its
    /// head (microformats.org, h-entry).
    /// </summary>
    private bool IsElsewhere(int i)
    {
        var parts = _page.Outline.All(i) & Elsewhere;
        return parts != Hints.None
            && !(parts == Hints.Footer && _ofClasses[_page.Tree[i].Class] == AuthorSignals.AuthorClass && _page.Tree.ClassOf(i).Split(' ').Contains("p-author"));
    }

    private AuthorSignals SignalsOf(int i)
    {
        var tree = _page.Tree;
        var signals = AuthorSignals.None;
        if (tree[i].Tag == HtmlTag.A && tree.Attribute(i, "href") is { Length: > 0 and < 500 } href)
        {
            signals |= AuthorPath().IsMatch(href) ? AuthorSignals.AuthorLink : AuthorSignals.None;
            signals |= tree.Attribute(i, "rel") is { } rel && rel.Contains("author", StringComparison.OrdinalIgnoreCase) ? AuthorSignals.RelAuthor : AuthorSignals.None;
        }

        if (tree[i].HasItemProp && tree.Attribute(i, "itemprop") is { } property && property.Contains("author", StringComparison.OrdinalIgnoreCase))
        {
            signals |= AuthorSignals.ItemProp;
        }

        return signals | _ofClasses[tree[i].Class];
    }

    private static AuthorSignals SignalOfClass(string names) =>
        names.Length >= LongestClass ? AuthorSignals.None
        : names.Contains("byline", StringComparison.OrdinalIgnoreCase) || names.Contains("reader-credits", StringComparison.OrdinalIgnoreCase) ? AuthorSignals.BylineClass
        : names.Contains("author", StringComparison.OrdinalIgnoreCase) && !names.Contains("authority", StringComparison.OrdinalIgnoreCase) ? AuthorSignals.AuthorClass | (NameOfAuthor().IsMatch(names) ? AuthorSignals.NameClass : AuthorSignals.None)
        : AuthorSignals.None;

    /// <summary>The text of an element when it is short; of a longer one its first short line. A meta element speaks by its content.</summary>
    private string? ShortText(int i)
    {
        if (_page.Tree[i].Tag == HtmlTag.Meta)
        {
            return _page.Tree.Attribute(i, "content");
        }

        var (start, end) = _page.Outline.BlockRange(i);
        if (end <= start + 1)
        {
            var text = _page.Tree.TextOf(i).Trim();
            return text.Length is > 1 and < 160 ? text : null;
        }

        for (var b = start; b < Math.Min(end, start + 4); b++)
        {
            if (_page.Outline.Measures[b].Words is >= 1 and <= 8 && AuthorNames.In(_page.Blocks[b].Text).Any(n => AuthorNames.LooksLikePerson(n)))
            {
                return _page.Blocks[b].Text;
            }
        }

        return null;
    }

    /// <summary>Lines that begin with "by", and bare names beside the headline.</summary>
    private void ReadLines(ReadOnlySpan<bool> kept)
    {
        var (from, to) = PublishedDate.HeadRange(_page, kept);
        var last = kept.LastIndexOf(true);
        for (var b = 0; b < _page.Blocks.Count; b++)
        {
            var isNear = b >= from && b < to;
            var isEnd = last >= 0 && Math.Abs(b - last) <= End;
            var elsewhere = isNear ? Elsewhere & ~Hints.Footer : Elsewhere;
            if ((!isNear && !isEnd) || (_page.Outline.All(_page.Blocks[b].FirstNode) & elsewhere) != Hints.None)
            {
                continue;
            }

            var text = _page.Blocks[b].Text;
            var words = _page.Outline.Measures[b].Words;
            if (ByLine().Match(text) is { Success: true } by && words <= 60 && (words <= 16 || by.Groups["by"].Index == 0) && (!kept[b] || by.Groups["by"].Index == 0)
                && !Pictured().IsMatch(text.AsSpan(0, by.Groups["by"].Index)))
            {
                var label = by.Groups["by"].Index == 0 && words <= LongestLabelled ? AuthorSignals.Labelled : AuthorSignals.None;
                Add(text[by.Groups["by"].Index..Math.Min(text.Length, by.Groups["by"].Index + 120)], label | (isNear ? AuthorSignals.ByLine : AuthorSignals.AuthorBox), b);
            }
            else if (words is >= 1 and <= 2 && LabelAlone().IsMatch(text) && b + 1 < _page.Blocks.Count && _page.Outline.Measures[b + 1].Words <= 8)
            {
                Add(_page.Blocks[b + 1].Text, AuthorSignals.ByLine | AuthorSignals.Labelled, b + 1);
            }
            else if (isNear && words is >= 2 and <= 14 && _page.Blocks[b].Kind != Blocks.BlockKind.Heading)
            {
                foreach (var name in AuthorNames.In(text).Where(AuthorNames.LooksLikePerson).Take(3))
                {
                    Add(name, AuthorSignals.NearHeadline, b, standsAlone: words <= 5);
                }
            }
        }
    }

    /// <summary>Where the candidates' names stand in the visible text, and whether a date stands beside them or a note tells of them.</summary>
    private void LookForMentions(ReadOnlySpan<bool> kept)
    {
        var (from, to) = PublishedDate.HeadRange(_page, kept);
        var dates = new List<int>();
        for (var b = from; b < to; b++)
        {
            if (_page.Outline.Measures[b].Words <= 25 && DateText.Find(_page.Blocks[b].Text, monthFirst: true) is not null)
            {
                dates.Add(b);
            }
        }

        foreach (var candidate in _found)
        {
            for (var b = 0; b < _page.Blocks.Count; b++)
            {
                var text = _page.Blocks[b].Text;
                var isNear = b >= from && b < to;
                if (isNear && _page.Outline.Measures[b].Words <= 40 && text.Contains(candidate.Name, StringComparison.OrdinalIgnoreCase))
                {
                    candidate.Distance = Math.Min(candidate.Distance, Distance(b));
                    candidate.IsInText |= kept[b];
                    foreach (var date in dates)
                    {
                        candidate.FromDate = Math.Min(candidate.FromDate, Math.Abs(date - b));
                    }
                }
                else if (!isNear && AuthorBox.TellsOf(_page, b, candidate.Name))
                {
                    candidate.HasBio = true;
                }
            }
        }
    }

    private void Add(string text, AuthorSignals signal, int block = -1, bool standsAlone = false) =>
        Add(AuthorNames.In(text), signal, block, standsAlone, Reviewer().IsMatch(text.AsSpan(0, Math.Min(60, text.Length))));

    private void Add(IReadOnlyList<string> names, AuthorSignals signal, int block = -1, bool standsAlone = false, bool isReviewer = false)
    {
        foreach (var name in names)
        {
            var key = Key(name);
            if (!_byKey.TryGetValue(key, out var candidate))
            {
                if (_found.Count >= 60)
                {
                    return;
                }

                _byKey[key] = candidate = new AuthorCandidate(name, _found.Count);
                _found.Add(candidate);
            }

            candidate.Name = name.Length > candidate.Name.Length && char.IsUpper(name[0]) ? name : candidate.Name;
            candidate.Signals |= signal;
            candidate.Count++;
            candidate.Companions = Math.Max(candidate.Companions, names.Count - 1);
            candidate.IsReviewer |= isReviewer;
            candidate.StandsAlone |= standsAlone;
            if (block >= 0)
            {
                candidate.Distance = Math.Min(candidate.Distance, Distance(block));
            }
        }
    }

    /// <summary>"Jane Q. Doe" is "Jane Doe".</summary>
    private static string Key(string name)
    {
        var words = name.Split(' ');
        return string.Concat(words.Where((word, i) => i == 0 || i == words.Length - 1 || word is not [_] and not [_, '.']).SelectMany(word => word.Where(char.IsLetterOrDigit)));
    }

    private int Distance(int block) => Math.Min(100, Math.Abs(block - Math.Max(0, _page.Clues.Headline)));

    [GeneratedRegex(@"writ|author|by|von|autor|par|geschrieben|verfasst|escrito|scritto|écrit", RegexOptions.IgnoreCase)]
    private static partial Regex AuthorLabel();

    [GeneratedRegex(@"/(?:authors?|people|person|staff|profiles?|by|contributors?|writers?|team|autor(?:en)?|auteurs?|experts?|user|users|members?|bio|@[\w.]+)(?:/|\?|=|$)", RegexOptions.IgnoreCase)]
    private static partial Regex AuthorPath();

    [GeneratedRegex(@"^(?:[\p{L}\d ,./:|•·–-]{0,40}\b)?(?<by>(?:(?:written|posted|reported|published|created|submitted|authored|words|story|text|article|blog|guest post)\s+)?(?:by|By|BY|von|Von|par|Par|por|Por|door|Door|Author|Autor|Auteur|AUTHOR)(?:\s*:\s*|\s+)\p{Lu}?.*)", RegexOptions.Singleline)]
    private static partial Regex ByLine();

    [GeneratedRegex(@"^(?:(?:written|posted|authored|article|words|text|story|blog|post)\s)?(?:by|author|authors|von|par|por|autor)\s?:?$", RegexOptions.IgnoreCase)]
    private static partial Regex LabelAlone();

    /// <summary>"author-name", "wp-block-post-author-name", "authorName".</summary>
    [GeneratedRegex(@"author[-_]*name|name[-_]*author", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfAuthor();

    /// <summary>"Photo by Jane Doe": who made the picture, not the text.</summary>
    [GeneratedRegex(@"\b(?:photo(?:graph)?s?|fotos?|images?|pictures?|illustrations?|artwork|graphics?|video|film|credit|courtesy|bild|animation)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pictured();

    [GeneratedRegex(@"review|fact.?check|edited by|editor:|medical|geprüft|photo|foto|translat", RegexOptions.IgnoreCase)]
    private static partial Regex Reviewer();
}
