using Digest.Core.Decoding.Html.Declared;
using Xunit;

namespace Digest.Core.Tests.Decoding.Html;

public class DeclaredTests
{
    [Theory]
    [InlineData("By Anna Lind", "Anna Lind")]
    [InlineData("Written By: Anna Lind Last Updated: 5 March 2024", "Anna Lind")]
    [InlineData("ANNA LIND", "Anna Lind")]
    [InlineData("Anna Lind, PhD, RD", "Anna Lind")]
    [InlineData("Dr. Anna Lind and Josef van der Berg", "Anna Lind|Josef van der Berg")]
    [InlineData("Anna Lind, Senior Editor", "Anna Lind")]
    [InlineData("von Anna Lind | 5 Minuten", "Anna Lind")]
    [InlineData("Anna Lind • March 5, 2024", "Anna Lind")]
    [InlineData("March 5, 2024 • Anna Lind", "Anna Lind")]
    [InlineData("5 March 2024Anna Lind", "Anna Lind")]
    [InlineData("By Anna Lind, Josef Holm, and Mary Poe", "Anna Lind|Josef Holm|Mary Poe")]
    [InlineData("Anna (Holm) Lind", "Anna (Holm) Lind")]
    [InlineData("Anna Lind (The Ledger)", "Anna Lind")]
    [InlineData("Anna Lind (she/her)", "Anna Lind")]
    [InlineData("Anna Lind Senior Autos Reporter", "Anna Lind")]
    [InlineData("Anna Lind—10 March", "Anna Lind")]
    [InlineData("byAnna Lind", "Anna Lind")]
    [InlineData("Anna LindNovember 20, 2023", "Anna Lind")]
    [InlineData("Anna Lind ⋅ Review", "Anna Lind")]
    [InlineData("the Estuary Team 2–3 minutes", "the Estuary Team")]
    [InlineData("Harbour Staff", "Harbour Staff")]
    [InlineData("Senior Staff", "")]
    [InlineData("anna@example.org", "")]
    [InlineData("admin", "")]
    [InlineData("March 5", "")]
    [InlineData("View all posts", "")]
    [InlineData("", "")]
    [InlineData("Jane Holloway**University of Aberdeen", "Jane Holloway")]
    public void Names_are_taken_out_of_bylines(string text, string names) => Assert.Equal(names, string.Join('|', AuthorNames.In(text)));

    [Theory]
    [InlineData("Lind, Anna", "Anna Lind")]
    [InlineData("Lind, Anna M.", "Anna M. Lind")]
    [InlineData("Anna Lind, Peter Holm", "Anna Lind, Peter Holm")]
    [InlineData("Anna, Peter", "Anna, Peter")]
    [InlineData("Lind, Holm, Anna", "Lind, Holm, Anna")]
    public void A_name_with_its_surname_first_is_put_in_order(string text, string expected) => Assert.Equal(expected, AuthorNames.InOrder(text));

    [Theory]
    [InlineData("Center for Harbour Evaluation and Research", "Center for Harbour Evaluation and Research")]
    [InlineData("Lind, Anna", "Anna Lind")]
    [InlineData("Anna Lind and the Research Team", "Anna Lind|the Research Team")]
    [InlineData("Anna Lind, Harbour Research Institute", "Anna Lind|Harbour Research Institute")]
    public void A_declared_office_is_called_by_all_its_words(string text, string names) => Assert.Equal(names, string.Join('|', AuthorNames.Declared(text)));

    [Theory]
    [InlineData("Lind, Anna", true)]
    [InlineData("van der Berg, Josef", true)]
    [InlineData("Anna Lind, PhD", false)]
    [InlineData("Lind, PhD", false)]
    [InlineData("Anna Lind, Peter Holm", false)]
    public void A_catalogue_sets_the_surname_first(string text, bool mayBe) => Assert.Equal(mayBe, AuthorNames.MayBeginWithSurname(text));

    [Theory]
    [InlineData("Anna Lind", true)]
    [InlineData("Ludwig van Beethoven", true)]
    [InlineData("The Editorial Team", false)]
    [InlineData("anna", false)]
    [InlineData("Read More", true)]
    public void A_name_is_known_by_its_shape(string name, bool isPerson) => Assert.Equal(isPerson, AuthorNames.LooksLikePerson(name));

    [Theory]
    [InlineData("2024-03-05T23:30:00-05:00", "2024-03-05")]
    [InlineData("Published March 5th, 2024 at noon", "2024-03-05")]
    [InlineData("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05")]
    [InlineData("5. März 2024", "2024-03-05")]
    [InlineData("le 5 mars 2024", "2024-03-05")]
    [InlineData("5 de marzo de 2024", "2024-03-05")]
    [InlineData("05.03.2024", "2024-03-05")]
    [InlineData("25/03/2024", "2024-03-25")]
    [InlineData("03/25/2024", "2024-03-25")]
    [InlineData("03/05/2024", null)]
    [InlineData("2024 Mar 5", "2024-03-05")]
    [InlineData("Post time: 03-25-2024", "2024-03-25")]
    [InlineData("call 555-03-2024", null)]
    [InlineData("30 February 2024", null)]
    [InlineData("version 2.10.2024.5", null)]
    [InlineData("in 2024", null)]
    public void Days_are_read_as_people_write_them(string text, string? day) =>
        Assert.Equal(day, DateText.Find(text)?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_order_of_day_and_month_follows_the_language()
    {
        Assert.Equal(new DateOnly(2024, 3, 5), DateText.Find("03/05/2024", monthFirst: true));
        Assert.Equal(new DateOnly(2024, 5, 3), DateText.Find("03/05/2024", monthFirst: false));
    }

    [Theory]
    [InlineData("The Ferry | The Estuary Review", "The Estuary Review", "The Ferry")]
    [InlineData("The Estuary Review - The Ferry", "The Estuary Review", "The Ferry")]
    [InlineData("The Ferry Nobody Ordered – Estuary", null, "The Ferry Nobody Ordered")]
    [InlineData("Well-known ferries", null, "Well-known ferries")]
    [InlineData("Ferries: a history", null, "Ferries: a history")]
    public void The_name_of_the_site_is_no_part_of_the_title(string title, string? site, string expected) => Assert.Equal(expected, PageTitle.WithoutSite(title, site));

    [Theory]
    [InlineData("<meta name=author content='admin'>")]
    [InlineData("<p class=author>View all posts</p>")]
    public void Placeholders_are_no_authors(string html) =>
        Assert.Empty(Drop.Read("<html><head>" + html + "</head><h1>The Ferry</h1><p>Nobody on either bank could remember who had paid for the ferry, or why.</p>", "a.html").Metadata.Authors);

    [Fact]
    public void A_page_without_a_date_has_none() =>
        Assert.Null(Drop.Read("<html><h1>The Ferry</h1><p>In March 2019 nobody could remember who had paid for the ferry, or why the council had.</p>", "a.html").Metadata.Published);

    [Fact]
    public void A_day_beside_the_headline_outranks_a_declared_one_that_nobody_sees() =>
        Assert.Equal(
            new DateOnly(2019, 4, 2),
            Drop.Read("<html><head><meta property='article:published_time' content='2023-01-01'></head><body><h1>The Ferry</h1><time datetime='2019-04-02'>2 April 2019</time><p>Nobody on either bank could remember who had paid for the ferry, or why.</p>", "a.html").Metadata.Published);
}
