using System.Text;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>A plain essay into which the examples of the rules are put, where each rule looks.</summary>
internal static class ExampleEssay
{
    private static readonly EssayReader Reader = new(RuleSet.Default);

    public const string Title = "The Ferry Nobody Ordered";

    public static readonly string[] BodyText =
    [
        "The ferry had crossed the estuary twice a day since before the war, and nobody on either bank could remember who had paid for it, or why the council that met in the old customs house had gone on doing so after the bridge was opened.",
        "What the accounts show is a habit rather than a decision: every spring a clerk copied the figure of the year before into a new column, added a little for coal and later for diesel, and laid the sheet before members who had other things on their minds.",
        "When the last boat was sold in the autumn the members voted their thanks to the crew, and only then did someone ask what the ferry had been for; the minutes record a silence, and after it a resolution to look into the matter at the next meeting.",
    ];

    public static RawEssay With(RuleZone where, IReadOnlyList<string> example)
    {
        IEnumerable<string> lines = where switch
        {
            RuleZone.Head => [Title, .. example, .. BodyText],
            RuleZone.Anywhere => [Title, .. BodyText[..2], .. example, BodyText[2]],
            _ => [Title, .. BodyText, .. example],
        };
        return new RawEssay("example.txt", Encoding.UTF8.GetBytes(string.Join("\n\n", lines)), ContentType: null, DateTimeOffset.UnixEpoch);
    }

    /// <summary>What is read from a plain text of these paragraphs.</summary>
    public static Essay Read(IEnumerable<string> paragraphs) => ReadText(string.Join("\n\n", paragraphs));

    /// <summary>What is read from a text; its name tells the format.</summary>
    public static Essay ReadText(string text, string name = "essay.txt") => Assert.IsType<ReadResult.Ready>(
        Reader.Read(new RawEssay(name, Encoding.UTF8.GetBytes(text), ContentType: null, DateTimeOffset.UnixEpoch))).Essay;

    public static IEnumerable<string> Kept(EssayReading reading) => reading.Blocks.Where(b => b.IsKept).Select(b => b.Block.Text);
}
