using Digest.Core.Insight;
using Xunit;

namespace Digest.Core.Tests.Insight;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One thing. Another thing.", "One thing.|Another thing.")]
    [InlineData("The U.S. Army left. It came back.", "The U.S. Army left.|It came back.")]
    [InlineData("He moved to the U.S. The war was over.", "He moved to the U.S.|The war was over.")]
    [InlineData("Prof. Jong-kun Choi spoke. Dr. J. R. Smith did not.", "Prof. Jong-kun Choi spoke.|Dr. J. R. Smith did not.")]
    [InlineData("“Why now?” she asked. “Because.” He left.", "“Why now?” she asked.|“Because.”|He left.")]
    [InlineData("It cost $3.5 million. That was 4.2 percent.", "It cost $3.5 million.|That was 4.2 percent.")]
    [InlineData("Wait... there is more. And then… Nothing.", "Wait... there is more.|And then…|Nothing.")]
    [InlineData("See Fig. 3 and No. 10 of vol. 2. Then stop.", "See Fig. 3 and No. 10 of vol. 2.|Then stop.")]
    [InlineData("They recorded 5.7. Falls went down.", "They recorded 5.7.|Falls went down.")]
    [InlineData("Am 5.7. Messungen. See section 2.1. Methods.", "Am 5.7. Messungen.|See section 2.1. Methods.")]
    [InlineData("He said no. She said yes.", "He said no.|She said yes.")]
    [InlineData("(It is so.) It was not.", "(It is so.)|It was not.")]
    [InlineData("Am 3. Oktober kam Dr. Weber. Danach ging er.", "Am 3. Oktober kam Dr. Weber.|Danach ging er.")]
    [InlineData("¿Por qué? Nadie lo sabe. ¡Vaya!", "¿Por qué?|Nadie lo sabe.|¡Vaya!")]
    [InlineData("これは文です。次の文です。", "これは文です。|次の文です。")]
    [InlineData("1. First point of the list. 2. Second point.", "1. First point of the list.|2. Second point.")]
    [InlineData("Apple Inc. reported profits. Revenue rose.", "Apple Inc. reported profits.|Revenue rose.")]
    [InlineData("A heading without a stop", "A heading without a stop")]
    [InlineData("In 2023. The year after.", "In 2023.|The year after.")]
    [InlineData("It is a claim.[2] Nine of them lie.[3][4] The rest do not.[5]", "It is a claim.|Nine of them lie.|The rest do not.[5]")]
    [InlineData("It is a claim.² Nine of them lie.¹⁴ The rest do not.", "It is a claim.|Nine of them lie.|The rest do not.")]
    [InlineData("It is a claim.2 Nine of them lie. 14 were let. The rest said “no more.”3 They left.", "It is a claim.2|Nine of them lie.|14 were let.|The rest said “no more.”3|They left.")]
    [InlineData("It stands in no.2 The Mall, and vol.14 Nobody reads.", "It stands in no.2 The Mall, and vol.14 Nobody reads.")]
    [InlineData("   ", "")]
    public void A_paragraph_is_parted_into_its_sentences(string text, string expected)
    {
        var sentences = Sentences.Split(text).Select(range => text[range.Start..range.End]);

        Assert.Equal(expected, string.Join('|', sentences));
    }
}
