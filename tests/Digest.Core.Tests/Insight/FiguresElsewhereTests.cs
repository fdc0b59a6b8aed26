using System.Globalization;
using Digest.Core.Insight;
using Xunit;

namespace Digest.Core.Tests.Insight;

/// <summary>Languages with a decimal comma: a figure is right, or there is none.</summary>
public sealed class FiguresElsewhereTests
{
    [Theory]
    [InlineData("de", "Die Inflation stieg auf 3,5 Prozent.", "3.5 percent")]
    [InlineData("de", "Rund 1.200 Menschen verloren ihre Wohnung.", "1200 Menschen")]
    [InlineData("de", "Das Programm kostet 3,7 Milliarden Euro.", "3700000000 euros")]
    [InlineData("de", "Am 3. Oktober 1990 trat Artikel 5 in Kraft.", "")]
    [InlineData("de", "Etwa 2,5 Millionen Deutsche pendeln.", "2500000 Deutsche")]
    [InlineData("de", "Der Umsatz betrug 1.234,56 Euro je Kunde.", "1234.56 euros")]
    [InlineData("de", "Das kostet 20 Mrd. Euro.", "20000000000 euros")]
    [InlineData("de", "Fast 80 Prozent sind dafür, auf Seite 48.", "80 percent")]
    [InlineData("de", "Zwischen 3 und 5 Prozent, oder 3-5 %, sind möglich.", "")]
    [InlineData("de", "Die Sitzung begann um 14.30 Uhr am 3.10.1990.", "")]
    [InlineData("de-CH", "Es waren 3.5 Prozent oder 1'200 Franken.", "")]
    [InlineData("de", "Die Schulden von 2 Billionen Euro wachsen.", "2000000000000 euros")]
    [InlineData("fr", "L’inflation a atteint 3,5 % en 2022.", "3.5 percent")]
    [InlineData("fr", "Le budget s’élève à 1 200 millions d’euros.", "1200000000 euros")]
    [InlineData("fr", "Près de 12 000 personnes ont manifesté.", "12000 personnes")]
    [InlineData("fr", "Six cent mille personnes, entre 3 et 5 % du pays.", "")]
    [InlineData("es", "La población creció un 2,5 por ciento.", "2.5 percent")]
    [InlineData("es", "El gobierno gastó 1.200 millones de euros.", "1200000000 euros")]
    [InlineData("es", "Unos 3.500 soldados cruzaron la frontera.", "3500 soldados")]
    [InlineData("es-MX", "El gobierno gastó 1,200 millones de pesos.", "")]
    [InlineData("es", "Costó 3 mil millones de dólares.", "3000000000 dollars")]
    [InlineData("it", "Il tasso è salito al 4,2 per cento.", "4.2 percent")]
    [InlineData("pt", "O desemprego caiu para 7,8 por cento.", "7.8 percent")]
    [InlineData("und", "Rund 1.200 Menschen, 3,5 Prozent.", "")]
    [InlineData("en", "About 3,5 percent of them left.", "")]
    public void A_figure_is_right_or_there_is_none(string language, string passage, string expected)
    {
        var figures = InsightReader.Read(CaseFile.Request("", passage) with { Language = language }).KeyFigures;

        Assert.Equal(expected, string.Join("; ", figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Value:0.##} {f.Unit}"))));
    }
}
