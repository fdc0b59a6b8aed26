using System.Text;
using Digest.Core.Decoding.Text;
using Xunit;

namespace Digest.Core.Tests.Decoding;

public class TextDecoderTests
{
    private const string French = "Le naïf élève déçu rêvait d’été à l’école, où l’on disait « œuvre ».";
    private const string Russian = "Река изменила своё русло, а закон остался прежним, и никто не провёл новой границы.";

    private static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;

    [Fact]
    public void A_byte_order_mark_decides()
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true)])
        {
            Assert.Equal(French, TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(French)], null));
        }
    }

    [Fact]
    public void Utf_16_without_a_mark_is_told_by_its_zeros()
    {
        Assert.Equal("Plain English text.", TextDecoder.Decode(Encoding.Unicode.GetBytes("Plain English text."), null));
        Assert.Equal("Plain English text.", TextDecoder.Decode(Encoding.BigEndianUnicode.GetBytes("Plain English text."), null));
    }

    [Fact]
    public void Valid_utf_8_wins_over_a_wrong_declaration()
    {
        var page = "<html><meta charset=iso-8859-1><p>" + French;
        Assert.Equal(page, TextDecoder.Decode(Encoding.UTF8.GetBytes(page), "text/html; charset=windows-1252"));
    }

    [Theory]
    [InlineData("<meta charset=\"windows-1252\">", 1252, French)]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>", 1252, French)]
    [InlineData("<?xml version='1.0' encoding='windows-1251'?>", 1251, Russian)]
    [InlineData("<meta charset=Shift_JIS>", 932, "川は流れを変え、法律は変わらなかった。")]
    [InlineData("<meta charset=x-mac-roman>", 10000, French)]
    [InlineData("<meta charset=gbk>", 936, "河流改道了，法律却没有变。")]
    public void The_declared_encoding_is_used(string declaration, int codePage, string text) =>
        Assert.Equal(declaration + text, TextDecoder.Decode(CodePage(codePage).GetBytes(declaration + text), null));

    [Fact]
    public void The_media_type_declares_an_encoding_too() =>
        Assert.Equal(Russian, TextDecoder.Decode(CodePage(20866).GetBytes(Russian), "text/plain; charset=koi8-r"));

    [Fact]
    public void Undeclared_western_and_russian_text_is_guessed()
    {
        Assert.Equal(French, TextDecoder.Decode(CodePage(1252).GetBytes(French), null));
        Assert.Equal(Russian, TextDecoder.Decode(CodePage(1251).GetBytes(Russian), null));
    }

    [Theory]
    [InlineData("windows-1250", "Příběh začíná u řeky, která už není tam, kde byla, když se při první povodni hranice ještě řídila podle vody.")]
    [InlineData("iso-8859-2", "Příběh začíná u řeky, která už není tam, kde byla, když se při první povodni hranice ještě řídila podle vody.")]
    [InlineData("windows-1250", "Rzeka zmieniła bieg, ale prawo pozostało takie samo, więc nikt już nie wie, czyje są łąki, które się za nią ciągną.")]
    [InlineData("iso-8859-2", "Rzeka zmieniła bieg, ale prawo pozostało takie samo, więc nikt już nie wie, czyje są łąki, które się za nią ciągną.")]
    [InlineData("windows-1250", "A folyó előtt élők már tudták, hogy az első híd később sem készül el, és ezért több időt kértek.")]
    [InlineData("windows-1251", "Ріка змінила русло, і закон залишився той самий, але ніхто не знає, що це означає для тих, які живуть між берегами.")]
    [InlineData("koi8-r", "Река изменила своё русло, а закон остался прежним, и никто не знает, где теперь проходит граница.")]
    [InlineData("iso-8859-5", "Река изменила своё русло, а закон остался прежним, и никто не знает, где теперь проходит граница.")]
    [InlineData("windows-1253", "Το ποτάμι άλλαξε πορεία και ο νόμος έμεινε ο ίδιος, αλλά κανείς δεν ξέρει από που περνά η γραμμή.")]
    [InlineData("windows-1254", "Nehir yatağını değiştirdi, ancak yasa aynı kaldı; bu yüzden kimse sınırın nerede olduğunu bilmiyor, çünkü hiç ölçülmedi.")]
    [InlineData("shift_jis", "川は流れを変え、法律は変わらなかった。だから、今の境界がどこにあるのかを知る人はいない。")]
    [InlineData("euc-jp", "川は流れを変え、法律は変わらなかった。だから、今の境界がどこにあるのかを知る人はいない。")]
    [InlineData("gb18030", "河流改道了，法律却没有变，所以在这里的人们不知道现在的边界是在哪里。")]
    [InlineData("big5", "河流改道了，法律卻沒有變，所以在這裡的人們不知道現在的邊界是在哪裡。")]
    [InlineData("euc-kr", "강은 물길을 바꾸었지만 법은 그대로였고, 지금 경계가 어디에 있는지 아는 사람은 없다.")]
    [InlineData("windows-1252", "Der Fluß hat für immer seinen Lauf geändert, über die Grenze können die Länder später streiten.")]
    [InlineData("windows-1252", "Les élèves de la région étaient très déçus: à l’école, où rien n’a changé, le fleuve est resté là.")]
    [InlineData("windows-1252", "Müller, Gößmann und Thørgen wohnen am Fluss.")]
    [InlineData("macintosh", "Half of them weren\u2019t going to work \u2013 \u201CWhy should we?\u201D asked the café\u2019s owner.")]
    [InlineData("macintosh", "It\u2019s hard to say now what the crossing was for.")]
    [InlineData("macintosh", "She called it \u201Cgone\u201D and left.")]
    [InlineData("macintosh", "Der Fluß hat für immer seinen Lauf geändert, über die Grenze können die Länder später streiten.")]
    [InlineData("macintosh", "Les élèves de la région étaient très déçus: à l\u2019école, où rien n\u2019a changé, le fleuve est resté là.")]
    [InlineData("ibm850", "Der Fluß hat für immer seinen Lauf geändert, über die Grenze können die Länder später streiten.")]
    [InlineData("windows-1252", "Half of them weren\u2019t going to work \u2013 \u201CWhy should we?\u201D asked the café\u2019s owner.")]
    [InlineData("windows-1252", "She called it \u201Cgone\u201D and left; NAÏVE ÉMILE ÕUNAPUU did not.")]
    [InlineData("windows-1252", "Õismäe, Òscar and Ñandú; LIMÕES.")]
    public void An_undeclared_encoding_is_told_by_the_commonest_words(string encoding, string text)
    {
        var page = $"<html><title>{text}</title><script>{new string('x', 100_000)}</script><p>{text}</p>";
        Assert.Equal(page, TextDecoder.Decode(CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(page), null));
    }

    [Fact]
    public void Damaged_utf_8_keeps_all_that_is_whole()
    {
        byte[] cut = [.. Encoding.UTF8.GetBytes(French), 0xE2, 0x80];
        Assert.Equal(French + "\uFFFD", TextDecoder.Decode(cut, null));
    }

    [Fact]
    public void An_unknown_encoding_name_is_not_believed() =>
        Assert.StartsWith("<meta charset=klingon>é", TextDecoder.Decode([.. Encoding.ASCII.GetBytes("<meta charset=klingon>"), 0xE9, (byte)' '], null), StringComparison.Ordinal);
}
