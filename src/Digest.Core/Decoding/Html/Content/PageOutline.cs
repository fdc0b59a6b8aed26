using System.Buffers;
using System.Numerics;
using Digest.Core.Blocks;
using Digest.Core.Judging;

namespace Digest.Core.Decoding.Html.Content;

/// <summary>
/// Sums over the page: what every subtree holds of text, links and prose, what the elements around a text say about it,
/// and the candidates for the root of the article. Everything is computed once, in time linear in the page.
/// </summary>
internal sealed class PageOutline
{
    /// <summary>Hints that never speak against a text and so are never discounted.</summary>
    private const Hints Favourable = Hints.ArticleTag | Hints.MainTag | Hints.ArticleBody | Hints.Content | Hints.Body | Hints.Post | Hints.Prose | Hints.SectionTag;

    /// <summary>Elements that say by themselves that their text is not the article.</summary>
    private const Hints Apart = Hints.Nav | Hints.Footer | Hints.Aside | Hints.Form | Hints.Hidden | Hints.Dialog | Hints.NoScript | Hints.Comments | Hints.Button;

    private readonly int[] _blockStart;
    private readonly int[] _letters;
    private readonly int[] _linkLetters;
    private readonly int[] _prose;
    private readonly int[] _cleanProse;
    private readonly int[] _proseBlocks;
    private readonly Hints[] _own;
    private readonly Hints[] _all;
    private readonly ulong[] _signature;
    private readonly int[] _twins;

    public PageOutline(PageTree page, IReadOnlyList<PageBlock> blocks)
    {
        Page = page;
        Blocks = blocks;
        var perLanguage = new int[StopWords.Languages.Count];
        Measures = new TextMeasure[blocks.Count];
        var stops = new int[blocks.Count * perLanguage.Length];
        for (var b = 0; b < blocks.Count; b++)
        {
            var counts = stops.AsSpan(b * perLanguage.Length, perLanguage.Length);
            Measures[b] = TextMeasure.Of(blocks[b].Text, counts);
            for (var l = 0; l < perLanguage.Length; l++)
            {
                perLanguage[l] += counts[l];
            }
        }

        var best = 0;
        for (var l = 1; l < perLanguage.Length; l++)
        {
            best = perLanguage[l] > perLanguage[best] ? l : best;
        }

        Language = perLanguage.Length > 0 && perLanguage[best] >= 5 ? StopWords.Languages[best] : null;
        var second = perLanguage.Where((_, l) => l != best).DefaultIfEmpty().Max();
        LanguageIsPlain = perLanguage[best] >= 100 && perLanguage[best] > 2 * second;
        StopShare = new float[blocks.Count];
        IsProse = new bool[blocks.Count];
        for (var b = 0; b < blocks.Count; b++)
        {
            StopShare[b] = Measures[b].Words == 0 ? 0 : (float)stops[(b * perLanguage.Length) + best] / Measures[b].Words;
            IsProse[b] = ReadsAsProse(blocks[b], Measures[b]);
        }

        _blockStart = new int[page.Count + 1];
        for (int i = 0, b = 0; i <= page.Count; i++)
        {
            while (b < blocks.Count && blocks[b].FirstNode < i)
            {
                b++;
            }

            _blockStart[i] = b;
        }

        _letters = Sums(b => blocks[b].Letters);
        _linkLetters = Sums(b => blocks[b].LinkLetters);
        _prose = Sums(b => IsProse[b] ? blocks[b].Letters : 0);
        _proseBlocks = Sums(b => IsProse[b] ? 1 : 0);
        (_own, _all, _signature) = ReadHints();
        _cleanProse = Sums(b => IsProse[b] && !IsSetApart(b) ? blocks[b].Letters : 0);
        _twins = CountTwins();
        Roots = ArticleRoots.Of(this);
    }

    public PageTree Page { get; }

    public IReadOnlyList<PageBlock> Blocks { get; }

    public TextMeasure[] Measures { get; }

    /// <summary>Share of a block's words that are stop words of the page's language.</summary>
    public float[] StopShare { get; }

    /// <summary>Blocks that read as running text: seven words or more, few of them in links, divided as sentences are.</summary>
    public bool[] IsProse { get; }

    /// <summary>The language whose stop words are most frequent, or null for too little text.</summary>
    public string? Language { get; }

    /// <summary>True when there is much text and no other language comes near.</summary>
    public bool LanguageIsPlain { get; }

    /// <summary>Candidates for the element that holds the article.</summary>
    public ArticleRoots Roots { get; }

    public (int Start, int End) BlockRange(int node) => (_blockStart[node], _blockStart[Page[node].End]);

    public int Letters(int node) => Sum(_letters, node);

    public int LinkLetters(int node) => Sum(_linkLetters, node);

    public int Prose(int node) => Sum(_prose, node);

    /// <summary>Letters of prose that stands in no element set apart (navigation, footer, comments, hidden).</summary>
    public int CleanProse(int node) => Sum(_cleanProse, node);

    public int ProseBlocks(int node) => Sum(_proseBlocks, node);

    /// <summary>Letters of prose in the blocks before <paramref name="block"/>.</summary>
    public int ProseBefore(int block) => _prose[block];

    /// <summary>Hints of the element itself.</summary>
    public Hints Own(int node) => _own[node];

    /// <summary>Hints of the element and everything around it.</summary>
    public Hints All(int node) => _all[node];

    /// <summary>True when an element around the block says by itself that its text is not the article.</summary>
    public bool IsSetApart(int block) => (_all[Blocks[block].FirstNode] & Apart) != Hints.None;

    /// <summary>A number that elements of the same name, class and parent's class share.</summary>
    public ulong Signature(int node) => _signature[node];

    /// <summary>How many siblings, itself included, look alike (same name and class).</summary>
    public int Twins(int node) => _twins[node];

    private int Sum(int[] sums, int node) => sums[_blockStart[Page[node].End]] - sums[_blockStart[node]];

    private int[] Sums(Func<int, int> value)
    {
        var sums = new int[Blocks.Count + 1];
        for (var b = 0; b < Blocks.Count; b++)
        {
            sums[b + 1] = sums[b] + value(b);
        }

        return sums;
    }

    private static bool ReadsAsProse(PageBlock block, in TextMeasure measure) =>
        block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Quote
        && measure.Words >= 7 && block.LinkLetters * 2 < block.Letters
        && (measure.EndsSentence || measure.Sentences > 0 || measure.Words >= 20);

    private (Hints[] Own, Hints[] All, ulong[] Signature) ReadHints()
    {
        var own = new Hints[Page.Count];
        var all = new Hints[Page.Count];
        var signature = new ulong[Page.Count];
        var proseOfPage = _prose[^1];
        var classHints = Page.Classes.Select(names => NodeHints.OfNames(names)).ToArray();
        var endOfCode = 0;
        for (var i = 0; i < Page.Count; i++)
        {
            ref readonly var node = ref Page[i];
            var parent = node.Parent;
            if (node.Tag == HtmlTag.Text)
            {
                all[i] = all[parent];
                continue;
            }

            // Highlighters call the parts of a program "comment", "title" and "meta".
            var hints = i < endOfCode ? Hints.None : NodeHints.Of(node, classHints);
            endOfCode = node.Tag is HtmlTag.Pre or HtmlTag.Code ? Math.Max(endOfCode, node.End) : endOfCode;

            // A wrapper of most of the page's prose is named after its layout ("with-sidebar"), not after its text.
            if ((hints & ~Favourable) != Hints.None && (node.Tag is HtmlTag.Html or HtmlTag.Body || Prose(i) * 2 > proseOfPage))
            {
                hints &= Favourable;
            }

            own[i] = hints;
            all[i] = hints | (parent < 0 ? Hints.None : all[parent]);
            signature[i] = Sign(parent < 0 ? 0 : signature[parent], node);
        }

        return (own, all, signature);
    }

    /// <summary>Mixes an element's name and class into the signature of its parent.</summary>
    private static ulong Sign(ulong parent, in PageNode node)
    {
        var mixed = (parent ^ (((ulong)node.Class << 8) | (ulong)node.Tag)) * 0x9E3779B97F4A7C15;
        return mixed ^ (mixed >> 29);
    }

    private int[] CountTwins()
    {
        var twins = new int[Page.Count];

        // First element of each look among the children of one parent, in a table of open addresses that stays half empty.
        var table = ArrayPool<int>.Shared.Rent((int)BitOperations.RoundUpToPowerOf2((uint)(2 * Page.Count)));
        table.AsSpan().Clear();
        var mask = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * Page.Count)) - 1;
        var first = ArrayPool<int>.Shared.Rent(Page.Count);
        for (var i = 1; i < Page.Count; i++)
        {
            first[i] = 0;
            if (Page[i].Tag == HtmlTag.Text)
            {
                continue;
            }

            var parent = Page[i].Parent;
            var at = (int)((_signature[i] ^ ((ulong)parent * 0x9E3779B97F4A7C15)) >> 20) & mask;
            while (table[at] != 0 && (_signature[table[at]] != _signature[i] || Page[table[at]].Parent != parent))
            {
                at = (at + 1) & mask;
            }

            first[i] = table[at] = table[at] == 0 ? i : table[at];
            twins[first[i]]++;
        }

        for (var i = 1; i < Page.Count; i++)
        {
            twins[i] = first[i] == 0 ? 0 : twins[first[i]];
        }

        ArrayPool<int>.Shared.Return(table);
        ArrayPool<int>.Shared.Return(first);
        return twins;
    }
}
