using Digest.Core.Boilerplate;
using Digest.Core.Tests.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>Authors above the text: with marks and institutions, on lines of their own, before an audience, in capitals.</summary>
public sealed class AuthorHeadTests
{
    private const string Title = "The Ferry Nobody Ordered";

    [Theory]
    [InlineData("Jane T. Doe, M.D., Ph.D.,1,2 and Solveyg B. Quarrie, M.B., B.S.3", "1 ", "2 ", "3 ")]
    [InlineData("Jane T. Doe1,2 and Solveyg B. Quarrie3", "1 ", "2 ", "3 ")]
    [InlineData("Jane T. Doe1,2*, Solveyg B. Quarrie3", "1", "2", "3")]
    [InlineData("Jane T. Doe 1,2 and Solveyg B. Quarrie 3", "1. ", "2. ", "3. ")]
    [InlineData("Jane T. Doe (1,2), Solveyg B. Quarrie (3)", "(1) ", "(2) ", "(3) ")]
    [InlineData("Jane T. Doe[1,2], Solveyg B. Quarrie[3]", "[1] ", "[2] ", "[3] ")]
    [InlineData("Jane T. Doe\u00B9,\u00B2 \u00B7 Solveyg B. Quarrie\u00B3", "\u00B9 ", "\u00B2 ", "\u00B3 ")]
    [InlineData("Jane T. Doe\u00A7\u2020 & Solveyg B. Quarrie\u2021", "\u00A7 ", "\u2020 ", "\u2021 ")]
    [InlineData("Jane T. Doe1,2 Solveyg B. Quarrie3", "1", "2", "3")]
    [InlineData("By Jane T. Doe1,2 and Solveyg B. Quarrie3", "1 ", "2 ", "3 ")]
    [InlineData("Jane T. Doe \u00B9,\u00B2 \u2709, Solveyg B. Quarrie \u00B3", "1 ", "2 ", "3 ")]
    [InlineData("Jane T. Doe a,b,*, Solveyg B. Quarrie c", "a ", "b ", "c ")]
    [InlineData("Jane T. Doe a,b and Solveyg B. Quarrie c", "a ", "b ", "c ")]
    [InlineData("Jane T. Doe\u1D43,\u1D47, Solveyg B. Quarrie\u1D9C", "\u1D43 ", "\u1D47 ", "\u1D9C ")]
    [InlineData("Jane T. Doe\u1D43,\u1D47, Solveyg B. Quarrie\u1D9C", "a ", "b ", "c ")]
    public void Marks_lead_from_the_names_to_the_institutions_below_them(string authors, string first, string second, string third)
    {
        string[] institutions = [first + "Department of Harbours, University of Hull, Hull", second + "Bureau des Bacs, Nantes", third + "Weir Collaborative, Leeds, UK"];
        var essay = ExampleEssay.Read(["PERSPECTIVE", Title, authors, "Affiliations", .. institutions, "Published: 12 June 2025", .. ExampleEssay.BodyText]);
        Assert.Equal(["Jane T. Doe", "Solveyg B. Quarrie"], essay.Byline!.Names);
        Assert.Equal("Department of Harbours, University of Hull, Hull; Bureau des Bacs, Nantes; Weir Collaborative, Leeds, UK", essay.Byline.Affiliation);
        Assert.Null(essay.Dek);
    }

    [Theory]
    [InlineData("Jane Doe fishes out of Owls Head, N.S.", "fishes out of Owls Head, N.S")]
    [InlineData("Jane Doe farms oysters in Malagash.", "farms oysters in Malagash")]
    [InlineData("Dr. Doe is a transport economist.", "transport economist")]
    public void What_a_note_says_of_the_author_of_the_byline_is_the_affiliation(string note, string affiliation)
    {
        var essay = ExampleEssay.Read([Title, "By Jane Doe", "March 4, 2025", .. ExampleEssay.BodyText, note]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(affiliation, essay.Byline.Affiliation);
    }

    [Fact]
    public void A_note_by_surname_under_the_byline_is_no_standfirst()
    {
        var essay = ExampleEssay.Read([Title, "By Jane Doe", "Dr. Doe is a transport economist.", "March 4, 2025", .. ExampleEssay.BodyText]);
        Assert.Null(essay.Dek);
        Assert.Equal("transport economist", essay.Byline!.Affiliation);
    }

    [Fact]
    public void A_note_by_surnames_tells_of_each_author()
    {
        var essay = ExampleEssay.Read([Title, "By Jane Doe and John Smith", "Ms. Doe is chief of the Lyle fire company. Dr. Smith teaches law at Keystone State.", .. ExampleEssay.BodyText, "John Smith is the author of The Ferry. Dr. Doe reports receiving fees from the Ferry Association."]);
        Assert.Equal("chief of the Lyle fire company; teaches law at Keystone State", essay.Byline!.Affiliation);
    }

    [Fact]
    public void A_note_under_the_title_may_lack_its_full_stop()
    {
        var essay = ExampleEssay.Read([Title, "Jane Doe is the Tribune's coastal affairs columnist", "March 4, 2025", .. ExampleEssay.BodyText]);
        Assert.Null(essay.Dek);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
    }

    [Fact]
    public void What_somebody_is_comes_before_what_somebody_was()
    {
        var essay = ExampleEssay.Read([Title, "Jane Doe", "Jane Doe is a former regulator and the author of The Price of Rain", .. ExampleEssay.BodyText, "Jane Doe was a board member of the Water Commission from 2012 to 2018"]);
        Assert.Equal("former regulator and the author of The Price of Rain", essay.Byline!.Affiliation);
    }

    [Fact]
    public void The_publication_above_its_slogan_is_not_the_author()
    {
        var essay = ExampleEssay.Read(
        [
            "COLD CHAIN MONTHLY", "The business magazine for temperature-controlled logistics", "Home | Markets | Equipment | Events", Title, "Orsolya Quarrie | 22 April 2025 | 7 min read", .. ExampleEssay.BodyText,
            "About the author", "Orsolya Quarrie is East Africa editor of Cold Chain Monthly.", "Cold Chain Monthly is published by Halyard Business Press, registered in Antwerp.",
        ]);
        Assert.Equal(["Orsolya Quarrie"], essay.Byline!.Names);
        Assert.Equal("East Africa editor of Cold Chain Monthly", essay.Byline.Affiliation);
    }

    [Fact]
    public void Numbered_lines_without_an_institution_are_no_institutions()
    {
        var essay = ExampleEssay.Read([Title, "By Jane Doe1,2", "1 The Ferry and the Bridge", "2 The Bridge", .. ExampleEssay.BodyText]);
        Assert.DoesNotContain(essay.Stripped, s => s.RuleId == TextRemoval.BylineRole.Id);
    }

    [Fact]
    public void A_second_author_may_stand_on_a_line_that_begins_with_and()
    {
        const string Note = "Solveyg Quarrie is a professor of transport at the University of Hull. Mikkel Onwu-Laird is a former operations manager at Weir Boats.";
        string[] page = ["Menu", "Opinion", Title, "Nobody has asked what the boat was for. They might begin with the crew.", "Solveyg Quarrie", "and Mikkel Onwu-Laird", "Special to The Weir Lantern", "Published Aug. 21, 2025"];
        var essay = ExampleEssay.Read([.. page, "A boat lies at the old quay in rain.", Note, .. ExampleEssay.BodyText]);
        Assert.Equal(["Solveyg Quarrie", "Mikkel Onwu-Laird"], essay.Byline!.Names);
        Assert.Equal("professor of transport at the University of Hull; former operations manager at Weir Boats", essay.Byline.Affiliation);
        Assert.DoesNotContain(essay.Body, b => b.Text == Note);
    }

    [Theory]
    [InlineData("Solveyg Quarrie reports from Nantes")]
    [InlineData("Solveyg Quarrie reports from the Weir Delta.")]
    [InlineData("Solveyg Quarrie, reporting from Nantes")]
    [InlineData("Solveyg Quarrie writes from Kingston upon Hull")]
    public void Who_reports_from_a_place_is_the_author(string line)
    {
        var essay = ExampleEssay.Read([Title, line, .. ExampleEssay.BodyText]);
        Assert.Equal(["Solveyg Quarrie"], essay.Byline!.Names);
        Assert.Null(essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Keynote address by Solveyg Quarrie", "Director, Weir Warning Programme", "Seventh Harbour Forum, Grand International Hotel, Hull", "Honourable Ministers, Directors, ladies and gentlemen,")]
    [InlineData("Remarks by Solveyg Quarrie", "Governor, Savings Bank of Hull", "At the Annual Meeting of the Weir Institute", "Distinguished guests, dear colleagues,")]
    [InlineData("Speech by Solveyg Quarrie", "Minister of Harbours", "14th Conference of the Boat Association", "Mr President, Excellencies,")]
    public void Occasion_and_salutation_of_a_speech_are_no_part_of_the_affiliation(string speaker, string role, string occasion, string salutation)
    {
        var essay = ExampleEssay.Read(["CHECK AGAINST DELIVERY", Title, speaker, role, occasion, "18 August 2025", salutation, .. ExampleEssay.BodyText]);
        Assert.Equal(["Solveyg Quarrie"], essay.Byline!.Names);
        Assert.Equal(role, essay.Byline.Affiliation);
        Assert.Equal([salutation, .. ExampleEssay.BodyText], essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Speech", "Solveyg Quarrie", "Governor, Savings Bank of Hull", "Annual Dinner of the Boat Association, London")]
    [InlineData("Transcript", "Lecture by Professor Solveyg Quarrie", "Dean, School of Harbours", "Hull Town Hall")]
    public void Where_a_speech_was_given_is_no_affiliation(string kind, string speaker, string role, string occasion)
    {
        var essay = ExampleEssay.Read([kind, Title, speaker, role, occasion, "18 August 2025", .. ExampleEssay.BodyText]);
        Assert.Equal(["Solveyg Quarrie"], essay.Byline!.Names);
        Assert.Equal(role, essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Names_under_the_title_are_the_authors_though_a_note_at_the_end_tells_of_them_and_of_more()
    {
        const string Note = "Dr Katrin Quarrie is a Senior Associate at the Weir Institute. Juha Laird is a Researcher at the Harbour Centre. This paper came out of the project \"Boats\", which a foundation made possible.";
        var essay = ExampleEssay.Read(["The Weir Comment", "NO. 17 APRIL 2025", Title, "Katrin Quarrie and Juha Laird", .. ExampleEssay.BodyText, Note, "\u00A9 Weir Institute 2025"]);
        Assert.Equal(["Katrin Quarrie", "Juha Laird"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void The_hall_under_the_speaker_is_nobody_s_name()
    {
        Assert.Equal(["Solveyg Quarrie"], ExampleEssay.Read([Title, "Lecture by Professor Solveyg Quarrie", "Hull Town Hall", "18 August 2025", .. ExampleEssay.BodyText]).Byline!.Names);
    }

    [Fact]
    public void A_speech_delivered_by_somebody_at_a_meeting_tells_the_role()
    {
        var essay = ExampleEssay.Read([Title, "Remarks delivered by Ms. Solveyg Quarrie, Deputy Secretary-General, at the Weir Forum, Geneva, 3 March 2024", .. ExampleEssay.BodyText]);
        Assert.Equal(["Solveyg Quarrie"], essay.Byline!.Names);
        Assert.Equal("Deputy Secretary-General", essay.Byline.Affiliation);
    }

    [Theory]
    [InlineData("The boats were sold while everybody slept. The bill has yet to come, writes Solveyg Quarrie")]
    [InlineData("The boats were sold while everybody slept. Solveyg Quarrie reports")]
    [InlineData("The boats were sold while everybody slept. Solveyg van der Quarrie reports from Hull.")]
    public void A_standfirst_may_end_with_the_author(string dek)
    {
        var essay = ExampleEssay.Read([Title, dek, .. ExampleEssay.BodyText]);
        Assert.Equal(dek, essay.Dek);
        Assert.EndsWith("Quarrie", Assert.Single(essay.Byline!.Names), StringComparison.Ordinal);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("“The boats were sold while everybody slept, and I slept as well as anybody on the quay,” says Solveyg Quarrie.")]
    [InlineData("On the morning of 4 May 1961 my grandfather rowed across to the customs house, and there he met the clerk and Solveyg Quarrie.")]
    public void A_first_paragraph_that_ends_with_a_name_is_text(string first)
    {
        var essay = ExampleEssay.Read([Title, first, .. ExampleEssay.BodyText]);
        Assert.Null(essay.Dek);
        Assert.Null(essay.Byline);
    }

    [Theory]
    [InlineData("_Solveyg Quarrie is a nurse in Hull._", "nurse in Hull")]
    [InlineData("Solveyg Quarrie (@squarrie) covers harbours for the Weir Lantern.", "covers harbours for the Weir Lantern")]
    [InlineData("The writer, Solveyg Quarrie, is a nurse in Hull.", "nurse in Hull")]
    public void A_note_at_the_end_names_the_author(string note, string affiliation)
    {
        var essay = ExampleEssay.Read([Title, .. ExampleEssay.BodyText, note]);
        Assert.Equal(["Solveyg Quarrie"], essay.Byline!.Names);
        Assert.Equal(affiliation, essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("From magazine issue: 8 February 2025")]
    [InlineData("From the Spring 2025 issue")]
    [InlineData("Appeared in the print edition of 8 February 2025")]
    public void The_issue_under_the_name_is_no_affiliation(string issue)
    {
        var essay = ExampleEssay.Read(["Skip to content", "Sign in", "Subscribe", Title, "Jane Doe", issue, .. ExampleEssay.BodyText, "Written by", "Jane Doe", "Jane Doe is a writer who lives in Hull."]);
        Assert.Equal("writer who lives in Hull", essay.Byline!.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("BY SOLVEYG McQUARRIE", "Solveyg McQuarrie")]
    [InlineData("BY SOLVEYG ANNE MacQUARRIE-DOE", "Solveyg Anne MacQuarrie-Doe")]
    [InlineData("BY LUDWIG van der BERG", "Ludwig van der Berg")]
    [InlineData("By Jeanne DUPONT", "Jeanne Dupont")]
    [InlineData("By JD Quarrie", "JD Quarrie")]
    [InlineData("BY JOHN QUARRIE III", "John Quarrie III")]
    [InlineData("BY SIOBHÁN O'NEILL", "Siobhán O'Neill")]
    public void A_name_in_capitals_is_written_as_names_are(string line, string name)
    {
        Assert.Equal([name], ExampleEssay.Read([Title, line, .. ExampleEssay.BodyText]).Byline!.Names);
    }

    [Fact]
    public void Roles_in_boxes_among_the_links_at_the_end_join_the_byline()
    {
        string[] end = ["Related:", "Read the paper: Keeping the Boat", "Blog: Why boats need clerks", "Jane Doe", "Senior Harbour Specialist, Weir Bank", "More Blogs By Jane", "Solveyg Quarrie", "PhD candidate, University of Hull", "More Blogs By Solveyg", "Comments (2)"];
        var essay = ExampleEssay.Read([Title, "Jane Doe & Solveyg Quarrie", "July 9, 2024", .. ExampleEssay.BodyText, .. end]);
        Assert.Equal("Senior Harbour Specialist, Weir Bank; PhD candidate, University of Hull", essay.Byline!.Affiliation);
    }

    [Theory]
    [InlineData("Jane T. Doe, M.D., M.P.H., and Solveyg B. Quarrie, Ph.D.")]
    [InlineData("Jane T. Doe, Ph.D., M.P.H. and Solveyg B. Quarrie, M.B., Ch.B.")]
    public void Degrees_end_no_sentence(string line)
    {
        var essay = ExampleEssay.Read([Title, line, .. ExampleEssay.BodyText]);
        Assert.Null(essay.Dek);
        Assert.Equal(["Jane T. Doe", "Solveyg B. Quarrie"], essay.Byline!.Names);
    }

    [Theory]
    [InlineData("Rina Alcabes", true)]
    [InlineData("Jane Doe and Anna Lind", true)]
    [InlineData("Estuary Weekly", false)]
    [InlineData("Jane Customs", false)]
    public void A_name_above_the_title_is_the_author_s_where_the_text_does_not_speak_of_it(string line, bool isByline)
    {
        var essay = ExampleEssay.Read([line, Title, .. ExampleEssay.BodyText.Select(text => text.Replace("the old customs house", "the house of old Customs", StringComparison.Ordinal))]);
        Assert.Equal(isByline ? line : null, essay.Byline is null ? null : string.Join(" and ", essay.Byline.Names));
    }
}
