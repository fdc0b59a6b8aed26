using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Boilerplate.Lines;
using Digest.Core.Decoding;
using Digest.Core.Insight;
using Digest.Core.Metadata;

namespace Digest.Core.Essays;

/// <summary>An essay with every block of its document and the verdict on it, in order: what <c>digest explain</c> shows.</summary>
/// <param name="Result">The essay or the problem.</param>
/// <param name="Blocks">All blocks with their verdicts; empty when the drop could not be decoded.</param>
public sealed record EssayReading(ReadResult Result, IReadOnlyList<ClassifiedBlock> Blocks);

/// <summary>
/// The content steps in their order: decode, review head, sections and tail, read the byline, read what the essay says.
/// A pure function of the drop and the rule set; safe for use by many threads.
/// </summary>
public sealed class EssayReader
{
    private const int WordsPerMinute = 230;

    private readonly RuleSet _rules;
    private readonly DocumentDecoder _decoder;
    private readonly HeadReader _head;
    private readonly AuthorReview _authors;
    private readonly BylineReader _byline;
    private readonly LetterSignature _signatures;
    private readonly AuthorFootnotes _footnotes;

    /// <summary>A reader with the given rules and the default limits of decoding.</summary>
    public EssayReader(RuleSet rules)
        : this(rules, new DocumentDecoder()) { }

    /// <summary>A reader with the given rules and decoder.</summary>
    public EssayReader(RuleSet rules, DocumentDecoder decoder)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _decoder = decoder;
        var names = new PersonNames(rules.Vocabulary);
        var words = new AuthorWords(rules.Vocabulary);
        var bylines = new BylineLineReader(rules.Vocabulary, names, words);
        var bios = new BioLineReader(rules.Vocabulary, names, words);
        _head = new HeadReader(rules.Vocabulary, names, bylines, bios, words, new PublicationDateReader(rules.Vocabulary));
        var lines = new AuthorLines(bylines, bios, words);
        _signatures = new LetterSignature(bylines, words);
        _authors = new AuthorReview(bylines, bios, lines, words);
        _footnotes = new AuthorFootnotes(bylines, words);
        _byline = new BylineReader(bylines, new AuthorNoteReader(bylines, bios, lines, _footnotes, new StrayNotes(bylines, bios, lines, words), words), bios, words);
    }

    /// <summary>Version of the rules that this reader applies.</summary>
    public string RuleSetVersion => _rules.Version;

    /// <summary>Reads a drop.</summary>
    public ReadResult Read(RawEssay raw) => Explain(raw).Result;

    /// <summary>Reads a drop and shows every decision.</summary>
    public EssayReading Explain(RawEssay raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return _decoder.Decode(raw) switch
        {
            DecodeResult.Decoded { Document: var document } => Explain(document),
            DecodeResult.Rejected { Problem: var problem } => new EssayReading(new ReadResult.Rejected(problem), []),
            var other => throw new InvalidOperationException($"The decoder gave {other.GetType().Name}."),
        };
    }

    /// <summary>Applies the rules to a document: everything that decides on a block but the last look at the lines that no rule knows.</summary>
    internal (Manuscript Manuscript, Head Head) Review(DecodedDocument document)
    {
        var manuscript = new Manuscript(document.Blocks, _rules);
        QuotedCalls.Pin(manuscript);
        if (!document.IsPage)
        {
            CoverLetter.Apply(manuscript);
            BrowserPrint.Apply(manuscript);
            RunningHeads.Apply(manuscript);
        }

        var head = _head.Read(manuscript, document.Metadata, mayHaveUndeclaredDek: !document.IsPage);
        if (!document.IsPage)
        {
            _signatures.Take(manuscript);
            _footnotes.Take(manuscript);
        }

        var known = _authors.KnownOf(manuscript, document.Metadata);
        new SectionReview(_authors.EndOfBox, (m, i) => _authors.OnAuthor(m, i, known)).Apply(manuscript);
        TailReview.Apply(manuscript, (m, i) => _authors.TryStrip(m, i, known, isWebPage: document.IsPage));
        if (!document.IsPage)
        {
            RunningTitles.Apply(manuscript);
            NumberBoxes.Apply(manuscript);
            FactBoxes.Apply(manuscript);
            Inserts.Apply(manuscript);
        }

        Captions.Apply(manuscript);
        CallBoxes.Apply(manuscript);
        CallBoxes.DropDividers(manuscript);
        PullQuotes.Apply(manuscript);
        return (manuscript, head);
    }

    private EssayReading Explain(DecodedDocument document)
    {
        var (manuscript, head) = Review(document);
        if (!document.IsPage)
        {
            LineReview.Apply(manuscript);
            EmptyHeadings.Apply(manuscript);
        }

        var byline = _byline.Read(manuscript, document.Metadata, head.Sender);

        var blocks = manuscript.Result();
        var body = blocks.Where(b => b.IsKept).Select(b => b.Block).ToList();
        return body.Any(b => b.Text.Any(char.IsLetterOrDigit))
            ? new EssayReading(new ReadResult.Ready(Compose(document, head, byline, blocks, body, [.. body.Where(b => !manuscript.IsCorrection(b.Ordinal))])), blocks)
            : new EssayReading(new ReadResult.Rejected(NoBody(blocks)), blocks);
    }

    /// <param name="document">The document.</param>
    /// <param name="head">What stood above the text.</param>
    /// <param name="byline">Who wrote it.</param>
    /// <param name="blocks">All blocks.</param>
    /// <param name="body">The blocks kept.</param>
    /// <param name="statements">The body without its corrections: the figure that a correction takes back is not one of the essay's.</param>
    private Essay Compose(DecodedDocument document, Head head, Byline? byline, IReadOnlyList<ClassifiedBlock> blocks, IReadOnlyList<Block> body, IReadOnlyList<Block> statements)
    {
        var keyPoints = head.KeyPoints.Select(p => new ChosenSentence(NoteMarks.Without(blocks[p.Block].Block.Text[p.Start..p.End]), p))
            .Concat(document.Metadata.KeyPoints.Select(p => new ChosenSentence(p, null))).ToList();
        var language = document.Metadata.Language ?? LanguageGuess.Of(body);
        var insights = InsightReader.Read(new InsightRequest
        {
            Title = head.Title,
            Dek = head.Dek,
            DekPassage = head.DekSource,
            Language = language,
            BylineNames = byline?.Names ?? [],
            Body = statements,
            Asides = Asides(head, blocks),
            EditorKeyPoints = keyPoints,
        });
        return new Essay
        {
            Title = head.Title,
            Kicker = head.Kicker,
            Dek = head.Dek,
            Byline = byline,
            Published = head.Published,
            Language = language,
            Site = document.Metadata.Site,
            Canonical = document.Metadata.Canonical,
            IsDraft = document.Metadata.IsDraft,
            ReadingMinutes = Math.Max(1, (body.Sum(b => PlainForm.CountWords(b.Text)) + WordsPerMinute - 1) / WordsPerMinute),
            Summary = insights.Summary,
            KeyPoints = insights.KeyPoints,
            KeyFigures = insights.KeyFigures,
            People = insights.People,
            Organisations = insights.Organisations,
            Body = body,
            Stripped = [.. blocks.Where(b => !b.IsKept).Select(Line)],
            RuleSetVersion = _rules.Version,
        };
    }

    /// <summary>The dek and the key points are the essay's own words although they are not in its body.</summary>
    private static List<Block> Asides(Head head, IReadOnlyList<ClassifiedBlock> blocks)
    {
        var ordinals = head.KeyPoints.Select(p => p.Block).ToHashSet();
        if (head.DekSource is { } dek)
        {
            ordinals.Add(dek.Block);
        }

        return [.. ordinals.Order().Select(i => blocks[i].Block)];
    }

    private static StrippedBlock Line(ClassifiedBlock classified) => classified.Verdict is Verdict.Strip strip
        ? new StrippedBlock(classified.Block, strip.RuleId, strip.Matched, strip.Why)
        : throw new InvalidOperationException("A kept block is not in the ledger.");

    private static Problem NoBody(IReadOnlyList<ClassifiedBlock> blocks) => new(
        ProblemCodes.NoBody,
        blocks.Count == 0
            ? "The file has no text. Drop it again with the essay's text."
            : "Nothing is left of the file when its title, byline and boilerplate are taken off. Check that it holds the essay itself; digest explain shows why each line went.");
}
