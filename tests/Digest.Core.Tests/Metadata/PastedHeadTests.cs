using Digest.Core.Tests.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>Titles, standfirsts and authors among the lines of pages that were pasted with the text.</summary>
public sealed class PastedHeadTests
{
    private const string Title = "The Ferry Nobody Ordered";

    private static readonly string[] Menu = ["Skip to content", "The Harbour Weekly", "Menu", "Weekly edition", "Search", "Log in", "Subscribe"];

    [Theory]
    [InlineData("Mar 6th 2025 | ŁÓDŹ AND ZARAGOZA")]
    [InlineData("Mar 6th 2025 | SÃO PAULO")]
    [InlineData("March 6, 2025 • HULL, LEEDS AND THE HAGUE")]
    public void Day_and_places_are_no_title(string day)
    {
        var essay = ExampleEssay.Read([.. Menu, "Business | Last-mile blues", Title, "Hull's council paid for a boat. Nobody asked what it was for", "Share", "Save", "Photograph: Getaway Pictures", day, .. ExampleEssay.BodyText]);
        Assert.Equal(Title, essay.Title);
        Assert.Equal("Hull's council paid for a boat. Nobody asked what it was for", essay.Dek);
        Assert.Equal(new DateOnly(2025, 3, 6), essay.Published);
    }

    [Theory]
    [InlineData("THE LONG MEMORY OF THE HARBOUR: FERRIES AND THE RIGHT TO BE\nFORGOTTEN BY A COUNCIL\n\n", "THE LONG MEMORY OF THE HARBOUR: FERRIES AND THE RIGHT TO BE FORGOTTEN BY A COUNCIL")]
    [InlineData("The ferry's passengers are not the problem. The ferry's\npaymasters are.\n\n", "The ferry's passengers are not the problem. The ferry's paymasters are.")]
    [InlineData("The Long Memory of the Harbour: Ferries, Councils and the\nRight to Be Forgotten\n\n", "The Long Memory of the Harbour: Ferries, Councils and the Right to Be Forgotten")]
    public void A_title_may_be_broken_over_two_lines(string lines, string title)
    {
        var essay = ExampleEssay.ReadText(lines + "Jane M. Doe*\n\n" + string.Join("\n\n", ExampleEssay.BodyText));
        Assert.Equal(title, essay.Title);
        Assert.Null(essay.Dek);
        Assert.Equal(["Jane M. Doe"], essay.Byline!.Names);
    }

    [Fact]
    public void A_title_in_two_pieces_above_its_standfirst_is_whole()
    {
        var essay = ExampleEssay.ReadText(string.Join('\n', [.. Menu, "Nine metres of rope and a leap of", "faith", "Hull's council paid for a boat. Nobody asked what it was for.", "By Jane Doe", "6 March 2025", .. ExampleEssay.BodyText]));
        Assert.Equal("Nine metres of rope and a leap of faith", essay.Title);
        Assert.Equal("Hull's council paid for a boat. Nobody asked what it was for.", essay.Dek);
    }

    [Fact]
    public void A_row_of_topics_is_no_title()
    {
        const string Dek = "Towns cannot give up a ferry, but they can forget who ordered it. This column uses the minutes of six decades to show what the habit cost, and who paid.";
        var essay = ExampleEssay.ReadText(string.Join('\n', ["COLUMN", "EconHarbour", "Labour markets  Education  Development", "The price of a habit: What a ferry reveals about councils", "Jane Doe", "John Smith", "/ 2 Oct 2026", Dek, "Share", "Authors", "Jane Doe", "Professor of Economics, University of Hull", "John Smith", "PhD candidate, Hull School of Economics", .. ExampleEssay.BodyText]));
        Assert.Equal("The price of a habit: What a ferry reveals about councils", essay.Title);
        Assert.Equal(Dek, essay.Dek);
        Assert.Equal(["Jane Doe", "John Smith"], essay.Byline!.Names);
    }

    [Fact]
    public void A_standfirst_right_under_a_title_in_capitals_is_no_part_of_it()
    {
        var essay = ExampleEssay.ReadText($"THE FERRY NOBODY ORDERED\nA HABIT OUTLIVES ITS REASON\n\nBy Jane Doe\n\n{string.Join("\n\n", ExampleEssay.BodyText)}");
        Assert.Equal("THE FERRY NOBODY ORDERED", essay.Title);
    }

    [Fact]
    public void Authors_under_one_another_above_the_day_are_all_named()
    {
        var essay = ExampleEssay.Read([Title, "Inês Carvalhal", "Thorsten Ebbinghaus", "Lucía Arrieta-Mora", "14 Oct 2024", .. ExampleEssay.BodyText]);
        Assert.Equal(["Inês Carvalhal", "Thorsten Ebbinghaus", "Lucía Arrieta-Mora"], essay.Byline!.Names);
    }

    [Fact]
    public void A_box_of_authors_above_the_text_tells_what_each_is()
    {
        var essay = ExampleEssay.Read([Title, "Inês Carvalhal", "Thorsten Ebbinghaus", "14 Oct 2024", "Share", "Twitter", "Download PDF", "Authors", "Inês Carvalhal", "Assistant Professor of Economics, Universidade do Vouga", "Thorsten Ebbinghaus", "PhD candidate, Colegio de Estudios Fiscales", .. ExampleEssay.BodyText]);
        Assert.Equal(["Inês Carvalhal", "Thorsten Ebbinghaus"], essay.Byline!.Names);
        Assert.Equal("Assistant Professor of Economics, Universidade do Vouga; PhD candidate, Colegio de Estudios Fiscales", essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_long_paragraph_on_what_the_column_uses_is_the_standfirst()
    {
        var dek = "User charges are back on the agenda as revenue from fuel falls. This column uses the sudden end of seven ferries that had been free to study how firms respond. The end cut traffic by more than a third, but most of it moved to other crossings, and employment in the towns fell relative to places nearby. The losses were concentrated among small firms that ship goods daily, which suggests that charges phased in gradually, with rebates for frequent users, would have raised as much at a lower cost.";
        var essay = ExampleEssay.Read([Title, "Inês Carvalhal", "14 Oct 2024", dek, "Share", "Twitter", "Download PDF", .. ExampleEssay.BodyText]);
        Assert.Equal(dek, essay.Dek);
    }

    [Fact]
    public void What_the_author_explains_is_the_standfirst_and_no_note()
    {
        var dek = "Dr Imogen Castellanos explains why the ferry will take decades to forget, and what the new plan for the harbour leaves out.";
        var essay = ExampleEssay.Read([Title, "Thursday 16 May 2024", "Dr Imogen Castellanos, Reader in Hydrogeology", "Share this page: Facebook | X", dek, .. ExampleEssay.BodyText, "Dr Imogen Castellanos is Reader in Hydrogeology at the University of Weir."]);
        Assert.Equal(dek, essay.Dek);
        Assert.Equal(["Imogen Castellanos"], essay.Byline!.Names);
    }

    [Theory]
    [InlineData("Remarks by Deputy Governor Rannvá Djurhuus at the Northern Payments Forum, Hull", "Rannvá Djurhuus", "Deputy Governor")]
    [InlineData("Speech by Governor Jane Doe at the Savings Conference, Trieste", "Jane Doe", "Governor")]
    [InlineData("By Professor Emeritus John Smith", "John Smith", null)]
    public void A_title_before_the_speaker_s_name_is_no_part_of_it(string line, string name, string? role)
    {
        var essay = ExampleEssay.Read([Title, line, "Published on 26 September 2024", .. ExampleEssay.BodyText]);
        Assert.Equal([name], essay.Byline!.Names);
        if (role is not null)
        {
            Assert.Equal(role, essay.Byline.Affiliation);
        }
    }

    [Theory]
    [InlineData("Author: Livia Sartorelli-Penn CEng FGSI", "Livia Sartorelli-Penn")]
    [InlineData("By Jane Doe FRGS and John Smith CEng MICE", "Jane Doe|John Smith")]
    [InlineData("By Jane Doe MRTPI", "Jane Doe")]
    public void Letters_behind_a_name_are_no_part_of_it(string line, string names)
    {
        var essay = ExampleEssay.Read([Title, line, "22 January 2025", .. ExampleEssay.BodyText]);
        Assert.Equal(names, string.Join('|', essay.Byline!.Names));
    }

    [Theory]
    [InlineData("By Jane Doe · Data desk, Contagem · Code and data", "Data desk, Contagem")]
    [InlineData("By Jane Doe | Weir University Press", "Weir University Press")]
    [InlineData("By Jane Doe | World News", null)]
    [InlineData("By Jane Doe | Politics", null)]
    public void An_institution_may_stand_behind_a_dot_or_a_bar(string line, string? affiliation)
    {
        var essay = ExampleEssay.Read([Title, line, .. ExampleEssay.BodyText]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(affiliation, essay.Byline.Affiliation);
    }

    [Fact]
    public void A_phrase_in_capitals_above_a_longer_one_in_small_letters_is_the_title()
    {
        var essay = ExampleEssay.Read(["The Timetable at Weir Point", "A ferry that carries nobody still has to be swept", .. ExampleEssay.BodyText]);
        Assert.Equal("The Timetable at Weir Point", essay.Title);
        Assert.Equal("A ferry that carries nobody still has to be swept", essay.Dek);
    }

    [Fact]
    public void The_star_behind_a_title_is_no_part_of_it() =>
        Assert.Equal(Title, ExampleEssay.Read([Title + "*", "Jane Doe\u2020", "Working paper, March 2025", .. ExampleEssay.BodyText, "* I thank Ann Lee.", "\u2020 Department of Harbours, University of Hull."]).Title);

    [Fact]
    public void The_first_line_above_name_and_day_is_the_title_though_a_standfirst_follows_them()
    {
        var dek = "A county bought an electric ferry for its islands. Nobody had asked about the estuary or the council";
        var essay = ExampleEssay.Read(["The ferry that was afraid of ice", "Jane Doe", "14 March 2025", dek, .. ExampleEssay.BodyText, "Contributor", "Jane Doe", "Jane Doe is a PhD student in history at the University of Hull.", "@janedoe", "Support our work"]);
        Assert.Equal("The ferry that was afraid of ice", essay.Title);
    }

    [Fact]
    public void The_dash_before_a_standfirst_is_no_part_of_it() =>
        Assert.Equal("The council paid for a boat. Nobody asked what it was for", ExampleEssay.Read([Title, "\u2014 The council paid for a boat. Nobody asked what it was for", "By Jane Doe", "March 4, 2025", .. ExampleEssay.BodyText]).Dek);

    [Theory]
    [InlineData("Portrait of Jane Doe")]
    [InlineData("Avatar for Jane Doe")]
    public void The_picture_of_the_author_is_no_standfirst(string alt) =>
        Assert.Null(ExampleEssay.Read([Title, alt, "Jane Doe", "Science Writer", "Jul 02, 2025", .. ExampleEssay.BodyText]).Dek);

    [Fact]
    public void Who_writes_a_newsletter_stands_behind_its_slogan()
    {
        var essay = ExampleEssay.Read(["The Float Money on the estuary, twice a week. By Jane Doe", "In partnership with Weir Ltd", "# " + Title, "## The council paid for a boat. Nobody asked what it was for.", .. ExampleEssay.BodyText, "## What else we're reading", "The lighthouse keeper's union", "Jane Doe is the founder of The Float and a former analyst at Weir Capital."]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal("founder of The Float and a former analyst at Weir Capital", essay.Byline.Affiliation);
    }

    [Fact]
    public void Who_is_named_above_the_text_comes_before_an_editor_below_it()
    {
        var essay = ExampleEssay.Read([Title, "Published: November 3, 2025 6.07am AEDT", "Author", "Imogen Farquhar", "Senior Lecturer in Geography, Weir University", .. ExampleEssay.BodyText, "Martin Kessell", "Editor"]);
        Assert.Equal(["Imogen Farquhar"], essay.Byline!.Names);
        Assert.Equal("Senior Lecturer in Geography, Weir University", essay.Byline.Affiliation);
    }

    [Fact]
    public void The_institution_of_two_authors_stands_under_their_names()
    {
        var essay = ExampleEssay.Read(["Jane Doe and John Smith", "Housing Data Lab, University of Hull", "j.doe@hdl.example", "Word count: 610", Title, .. ExampleEssay.BodyText]);
        Assert.Equal("Housing Data Lab, University of Hull", essay.Byline!.Affiliation);
    }

    [Theory]
    [InlineData("Dr Jane Doe (Batch of 1994)")]
    [InlineData("Jane Doe (Class of '94)")]
    [InlineData("Jane Doe (BA 1998)")]
    [InlineData("by Jane Doe (BSc '98)")]
    [InlineData("Jane Doe '94")]
    public void The_year_in_which_the_author_left_college_is_no_part_of_the_name(string line)
    {
        var essay = ExampleEssay.Read(["The Third Boat", line, "Professor of Harbours, University of Hull", .. ExampleEssay.BodyText]);
        Assert.Equal("The Third Boat", essay.Title);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal("Professor of Harbours, University of Hull", essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void The_title_stands_under_the_trail_of_sections_that_leads_to_it()
    {
        var essay = ExampleEssay.ReadText(string.Join("\n\n", ["Harbour Together", "Donate | Find support | Shop", "Home > Real stories > Living by the sea", "My kitchen is my quay", "Posted 18 May 2023 | Reading time: 6 minutes", .. ExampleEssay.BodyText, "Harbour Together is a registered charity."]));
        Assert.Equal("My kitchen is my quay", essay.Title);
    }

    [Fact]
    public void A_phrase_right_under_the_title_is_the_standfirst_where_paragraphs_stand_apart()
    {
        var essay = ExampleEssay.ReadText("Advance and Debt\nHow councils on the estuary buy boats, and what seven seasons of ferries have taught the clerks about them\n\n" + string.Join("\n\n", ExampleEssay.BodyText));
        Assert.Equal("Advance and Debt", essay.Title);
        Assert.Equal("How councils on the estuary buy boats, and what seven seasons of ferries have taught the clerks about them", essay.Dek);
    }

    [Fact]
    public void Words_that_are_nobody_s_name_are_no_byline_above_the_title()
    {
        var essay = ExampleEssay.ReadText(string.Join('\n', ["Home / News / Country / Podcasts", "Listen Live", "Country Life", "The siren nobody answers", "6:00 am on 14 June 2025", "Tama Whaitiri, Rural Affairs Reporter", .. ExampleEssay.BodyText]));
        Assert.Equal(["Tama Whaitiri"], essay.Byline!.Names);
    }
}
