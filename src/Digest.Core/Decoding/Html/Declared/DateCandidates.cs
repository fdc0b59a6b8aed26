using Digest.Core.Decoding.Html.Content;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>Collects every day that a page may mean as its article's: declared, shown, or part of the address.</summary>
internal sealed class DateCandidates
{
    private const int LongestDateline = 25;
    private const int MostCandidates = 40;
    private const int MostLines = 300;
    private const Hints Elsewhere = Hints.Comments | Hints.Nav | Hints.Hidden;
    private const Hints Others = Hints.Related | Hints.SidebarName | Hints.Aside | Hints.Card;

    /// <summary>Names that mean the day of publication, then those that mean some day.</summary>
    private static readonly string[] Published =
    [
        "article:published_time", "article:published", "og:published_time", "og:article:published_time", "og:publish_date", "og:pubdate", "datePublished", "parsely-pub-date", "sailthru.date", "article.published", "pubdate",
        "publishdate", "publish-date", "publish_date", "publication_date", "published", "published_date", "dc.date.issued", "dcterms.issued", "citation_publication_date", "citation_online_date", "rnews:datePublished", "bt:pubDate",
    ];

    private static readonly string[] Dated = ["dcterms.created", "dc.date.created", "dateCreated", "dc.date", "dcterms.date", "citation_date", "date"];

    private static readonly string[] Modified = ["article:modified_time", "og:updated_time", "og:modified_time", "dateModified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised"];

    private readonly HtmlPage _page;
    private readonly bool? _monthFirst;
    private readonly List<DateCandidate> _found = [];

    private DateCandidates(HtmlPage page)
    {
        _page = page;
        _monthFirst = MonthFirst(page.Head.Language);
    }

    public static List<DateCandidate> Of(HtmlPage page, ReadOnlySpan<bool> kept)
    {
        var candidates = new DateCandidates(page);
        candidates.ReadHead();
        candidates.ReadLines(kept);
        candidates.ReadTimes(kept);
        candidates.ReadAddress();
        return candidates._found;
    }

    /// <summary>In American English the month comes first, elsewhere the day; null where the language is not declared.</summary>
    public static bool? MonthFirst(string? language) => language switch
    {
        null => null,
        _ when language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en-US", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en_US", StringComparison.OrdinalIgnoreCase) => true,
        _ => false,
    };

    /// <summary>The day in a path such as <c>/2024/03/05/</c>, or its month alone.</summary>
    public static (DateOnly? Day, (int Year, int Month)? Month) InAddress(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || !uri.Scheme.StartsWith(Uri.UriSchemeHttp, StringComparison.Ordinal))
        {
            return default;
        }

        var parts = uri.AbsolutePath.Split('/', 12);
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if (part.Length >= 10 && part[4] == '-' && part[7] == '-' && (part.Length == 10 || part[10] == '-') && DateText.Find(part[..10]) is { } whole)
            {
                return (whole, (whole.Year, whole.Month));
            }

            if (part.Length == 4 && i + 1 < parts.Length && parts[i + 1].Length is 1 or 2
                && DateText.Find($"{part}-{parts[i + 1]}-1") is { } month)
            {
                var day = i + 2 < parts.Length && parts[i + 2].Length is 1 or 2 ? DateText.Find($"{part}-{parts[i + 1]}-{parts[i + 2]}") : null;
                return (day, (month.Year, month.Month));
            }
        }

        return default;
    }

    private void ReadHead()
    {
        ReadMeta(Published, DateSignals.MetaPublished);
        ReadMeta(Dated, DateSignals.MetaDate);
        ReadMeta(Modified, DateSignals.DeclaredModified);
        Add(DateText.Find(_page.Head.JsonLd.Article?.Published, _monthFirst), DateSignals.JsonLdPublished);
        Add(DateText.Find(_page.Head.JsonLd.Article?.Modified, _monthFirst), DateSignals.DeclaredModified);
        foreach (var other in _page.Head.JsonLd.OtherPublished)
        {
            Add(DateText.Find(other, _monthFirst), DateSignals.JsonLdOther);
        }
    }

    private void ReadMeta(string[] names, DateSignals signal)
    {
        foreach (var name in names)
        {
            Add(DateText.Find(_page.Head.Meta(name), _monthFirst), signal);
        }
    }

    private void ReadAddress()
    {
        var (day, month) = InAddress(_page.Head.Canonical ?? _page.Head.Meta("og:url"));
        Add(day, DateSignals.Address);
        foreach (var candidate in _found.Where(c => month == (c.Day.Year, c.Day.Month)))
        {
            candidate.Signals |= DateSignals.AddressMonth;
        }
    }

    /// <summary>Days in short lines. A date that two countries read differently is read as the page declares it.</summary>
    private void ReadLines(ReadOnlySpan<bool> kept)
    {
        var declared = _found.Select(c => c.Day).ToHashSet();
        var lines = 0;
        for (var b = 0; b < _page.Blocks.Count && lines < MostLines; b++)
        {
            if (_page.Outline.Measures[b].Digits < 4 || !IsDateline(b))
            {
                continue;
            }

            var isFirst = true;
            foreach (var mention in Mentions(b))
            {
                var day = mention.OtherReading is { } other && declared.Contains(other) && !declared.Contains(mention.Day) ? other : mention.Day;
                AddShown(day, b, isFirst && mention.Label == DateLabel.None ? NamedLabel(_page.Blocks[b].FirstNode) : mention.Label, DateSignals.None, kept);
                lines += isFirst ? 1 : 0;
                isFirst = false;
            }
        }
    }

    /// <summary>Days of <c>time</c> elements, which may show less than they say ("three days ago").</summary>
    private void ReadTimes(ReadOnlySpan<bool> kept)
    {
        var times = 0;
        for (var i = 1; i < _page.Tree.Count && times < MostLines; i++)
        {
            if (_page.Tree[i].Tag != HtmlTag.Time || DateText.Find(_page.Tree.Attribute(i, "datetime"), _monthFirst) is not { } day)
            {
                continue;
            }

            times++;
            ReadTime(i, day, kept);
        }
    }

    private void ReadTime(int node, DateOnly day, ReadOnlySpan<bool> kept)
    {
        var (start, end) = _page.Outline.BlockRange(node);
        var b = start < end ? start : start - 1;
        if (b >= 0 && IsDateline(b))
        {
            var label = Mentions(b).Where(m => m.Day == day).Select(m => (DateLabel?)m.Label).FirstOrDefault() ?? DateMentions.LabelIn(_page.Blocks[b].Text);
            AddShown(day, b, label == DateLabel.None ? NamedLabel(node) : label, DateSignals.Time, kept);
        }
    }

    private List<DateMention> Mentions(int b) => DateMentions.In(_page.Blocks[b].Text, b > 0 ? _page.Blocks[b - 1].Text : null, _monthFirst);

    private bool IsDateline(int b) =>
        _page.Outline.Measures[b].Words <= LongestDateline && (_page.Outline.All(_page.Blocks[b].FirstNode) & Elsewhere) == Hints.None;

    /// <summary>What the names of an element and of those right around it say.</summary>
    private DateLabel NamedLabel(int node)
    {
        for (var (i, steps) = (node, 0); i > 0 && steps < 4; i = _page.Tree[i].Parent, steps++)
        {
            if (_page.Tree[i].Tag == HtmlTag.Text || !_page.Tree[i].Source.HasAttributes)
            {
                continue;
            }

            var names = $"{_page.Tree.Attribute(i, "itemprop")} {_page.Tree.ClassOf(i)}";
            var isPublished = names.Contains("published", StringComparison.OrdinalIgnoreCase);
            var isUpdated = names.Contains("modified", StringComparison.OrdinalIgnoreCase) || names.Contains("updated", StringComparison.OrdinalIgnoreCase);
            if (isPublished != isUpdated && names.Length < 300)
            {
                return isPublished ? DateLabel.Published : DateLabel.Updated;
            }
        }

        return DateLabel.None;
    }

    private void AddShown(DateOnly day, int b, DateLabel label, DateSignals signals, ReadOnlySpan<bool> kept)
    {
        var hints = _page.Outline.All(_page.Blocks[b].FirstNode);
        signals |= DateSignals.Shown
            | ((hints & Hints.Meta) != Hints.None ? DateSignals.MetaElement : DateSignals.None)
            | ((hints & Hints.Author) != Hints.None ? DateSignals.AuthorElement : DateSignals.None)
            | ((hints & Hints.Footer) != Hints.None ? DateSignals.Footer : DateSignals.None)
            | (kept[b] ? DateSignals.InText : DateSignals.None)
            | label switch
            {
                DateLabel.Published => DateSignals.LabelledPublished,
                DateLabel.Updated => DateSignals.LabelledUpdated,
                DateLabel.Other => DateSignals.LabelledOther,
                _ => DateSignals.Unlabelled,
            };

        // What also stands around the headline is the page's layout. Behind the article, cards are about other articles.
        var isAside = (hints & Others & ~(_page.Clues.Headline < 0 ? Hints.None : _page.Outline.All(_page.Blocks[_page.Clues.Headline].FirstNode))) != Hints.None;
        var last = kept.LastIndexOf(true);
        if ((isAside && label == DateLabel.None && last >= 0 && b > last) || Add(day, signals) is not { } candidate)
        {
            return;
        }

        candidate.IsAside = isAside && (candidate.IsAside || candidate.Count == 0);
        candidate.Count++;
        candidate.Words = Math.Min(candidate.Words, _page.Outline.Measures[b].Words);
        var distance = Math.Min(100, Math.Abs(b - Math.Max(0, _page.Clues.Headline)));
        if (distance < candidate.Distance)
        {
            (candidate.Distance, candidate.IsBefore) = (distance, b < _page.Clues.Headline);
        }

        candidate.FromEnd = last < 0 ? candidate.FromEnd : Math.Min(candidate.FromEnd, Math.Min(100, Math.Abs(b - last)));
    }

    private DateCandidate? Add(DateOnly? day, DateSignals signals)
    {
        if (day is not { } known)
        {
            return null;
        }

        var candidate = _found.Find(c => c.Day == known);
        if (candidate is null)
        {
            if (_found.Count >= MostCandidates)
            {
                return null;
            }

            candidate = new DateCandidate(known);
            _found.Add(candidate);
        }

        candidate.Signals |= signals;
        return candidate;
    }
}
