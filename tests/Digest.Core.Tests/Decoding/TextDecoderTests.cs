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
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
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
