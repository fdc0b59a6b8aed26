using Digest.Core.Boilerplate;
using Digest.Core.Tests.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>What stands above the text: the names of publications and columns, the heads of manuscripts, of journals and of reviews.</summary>
public sealed class HeadTests
{
    private const string Title = "The Ferry Nobody Ordered";

    [Fact]
    public void Who_owns_the_rights_is_the_publication_and_not_the_title()
    {
        var essay = ExampleEssay.Read(["Council of Ferry Accounts", "Home / Publications", Title, "3 March 2024", .. ExampleEssay.BodyText, "\u00A9 Council of Ferry Accounts 2024"]);
        Assert.Equal(Title, essay.Title);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_column_has_its_name_in_capitals_above_the_columnist_and_the_headline_below()
    {
        var essay = ExampleEssay.Read(["LOW WATER", "Jane Doe", "Let them drift", "3 March 2024", .. ExampleEssay.BodyText]);
        Assert.Equal("Let them drift", essay.Title);
        Assert.Equal("LOW WATER", essay.Kicker);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Between_author_and_day_of_a_title_in_capitals_stands_the_publication()
    {
        var essay = ExampleEssay.Read(["THE FERRY NOBODY ORDERED", "Jane Doe", "The Harbour Ledger", "3 March 2024", .. ExampleEssay.BodyText]);
        Assert.Equal("THE FERRY NOBODY ORDERED", essay.Title);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
    }

    [Fact]
    public void The_name_above_the_address_of_a_manuscript_is_its_author()
    {
        var essay = ExampleEssay.Read(["Gordon B. Doe", "14 Weir Street, Apt. 2, Hull, MN 55812", "Approx. 700 words", Title, .. ExampleEssay.BodyText]);
        Assert.Equal(Title, essay.Title);
        Assert.Equal(["Gordon B. Doe"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void The_marks_of_institutions_part_the_names_of_a_byline_and_tell_where_each_works()
    {
        var essay = ExampleEssay.Read(
        [
            Title, "Authors: Jane T. Doe, M.D., M.P.H.,\u00B9 John K. Smith, Ph.D.,\u00B2 and Ann Lee, R.N., C.N.M.\u00B2 Author Info & Affiliations", .. ExampleEssay.BodyText,
            "Author Affiliations", "\u00B9 Department of Harbours, University of Hull, Hull", "\u00B2 Weir Collaborative, Leeds",
        ]);
        Assert.Equal(["Jane T. Doe", "John K. Smith", "Ann Lee"], essay.Byline!.Names);
        Assert.Equal("Department of Harbours, University of Hull, Hull; Weir Collaborative, Leeds", essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Notes_with_raised_numbers_are_no_institutions_where_the_byline_has_none()
    {
        string[] notes = ["\u00B9 Minutes of the council, Hull", "\u00B2 The same, a week later"];
        var essay = ExampleEssay.Read([Title, "By Jane Doe", .. ExampleEssay.BodyText, .. notes]);
        Assert.DoesNotContain(essay.Stripped, s => s.RuleId == TextRemoval.BylineRole.Id);
    }

    [Fact]
    public void The_vicar_who_signs_for_the_parish_is_the_author()
    {
        var essay = ExampleEssay.Read([Title, .. ExampleEssay.BodyText, "The Revd Jane Doe is Vicar of St Brannock's, Weirside"]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal("Vicar of St Brannock's, Weirside", essay.Byline.Affiliation);
    }

    [Fact]
    public void The_reviewer_is_known_by_the_books_named_behind_the_review()
    {
        var essay = ExampleEssay.Read(["The Harbour Review", "Vol. 4 No. 2 \u00B7 Spring 2024", "Nothing Doing", "Solveyg Quarrie-Doe", "Low Water: A History of Boats", "by John Smith.", "Example Press, 388 pp., \u00A325", .. ExampleEssay.BodyText, "Solveyg Quarrie-Doe's third novel, Slack, is out in paperback.", "Also by Solveyg Quarrie-Doe"]);
        Assert.Equal("Nothing Doing", essay.Title);
        Assert.Equal(["Solveyg Quarrie-Doe"], essay.Byline!.Names);
    }

    [Fact]
    public void The_caption_under_the_description_of_a_picture_leaves_with_it()
    {
        var essay = ExampleEssay.ReadText($"{Title}\n\nJane Doe\nFerry correspondent\nPA Media A woman waits on an empty quay in the rain\nFewer boats have used the ferry quay in every year since the bridge was opened\n\n{string.Join("\n\n", ExampleEssay.BodyText)}\n");
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Opinion", "Zvika Mbeki-Holt", "Writer and wildlife carer", "March 29, 2025")]
    [InlineData("This was published 8 months ago", "Zvika Mbeki-Holt", "Lecturer in law at Carrick College", "29 March 2025")]
    public void The_role_under_the_author_s_name_is_no_title(string above, string name, string role, string day)
    {
        string[] page = ["Menu", "Subscribe", "Log in", above, "A ferry is a lovely animal. She should never have been ordered", name, role, day, "Save", "Share"];
        var essay = ExampleEssay.Read([.. page, .. ExampleEssay.BodyText, "Save", "Share", "License this article", "Most viewed", "Loading"]);
        Assert.Equal(page[4], essay.Title);
        Assert.Equal([name], essay.Byline!.Names);
        Assert.Equal(role, essay.Byline.Affiliation);
    }

    [Theory]
    [InlineData("By the Ferryboat team", "First published on 14 March 2025; last revised on 2 September 2025")]
    [InlineData("By the editors of Low Water", "14 March 2025")]
    [InlineData("Written by our data team", "14 March 2025")]
    public void Above_a_byline_that_names_a_team_stands_the_standfirst_and_no_author_is_made_of_it(string byline, string day)
    {
        const string Dek = "Councils pay for boats because they always have. We can now count the boats, and the count changes what can be done.";
        var essay = ExampleEssay.Read([Title, Dek, byline, day, .. ExampleEssay.BodyText]);
        Assert.Equal(Dek, essay.Dek);
        Assert.Null(essay.Byline);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void The_entry_of_a_menu_that_returns_at_the_end_is_nobody_s_name()
    {
        var essay = ExampleEssay.Read(["Harrow Magazine", "Class Notes", "Letters", "FEATURE", Title, "By Solveyg af Quarrie | Photographs by Ann Lee", .. ExampleEssay.BodyText, "Class Notes", "Contact us"]);
        Assert.Equal(["Solveyg af Quarrie"], essay.Byline!.Names);
    }

    [Theory]
    [InlineData("Follow", "7 min read")]
    [InlineData("Oct 12")]
    [InlineData("3 March")]
    public void A_platform_s_line_under_the_name_tells_that_it_is_the_author_s(params string[] under)
    {
        const string Dek = "Boats were meant to be a way across. They turned into a line in the accounts.";
        var essay = ExampleEssay.Read([Title, Dek, "Solveyg Quarrie", .. under, .. ExampleEssay.BodyText]);
        Assert.Equal(Dek, essay.Dek);
        Assert.Equal(["Solveyg Quarrie"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("18-Aug-2025 Last updated on 19-Aug-2025 at 08:14 GMT")]
    [InlineData("18 August 2025")]
    [InlineData("By Solveyg Quarrie")]
    [InlineData("Councils pay for boats because they always have, and nobody has ever been thanked for ending one.", "By Solveyg Quarrie")]
    public void Above_byline_or_day_stands_the_title_and_not_the_name_of_the_paper(params string[] below)
    {
        string[] page = ["\u2630 MENU", "FERRY & HARBOUR WORLD", "Home / Analysis / Boats", "Sponsored: Ropes made simple. Find out more >", "ANALYSIS", "Towns turn from owners to tenants in the estuary trade"];
        var essay = ExampleEssay.Read([.. page, .. below, .. ExampleEssay.BodyText, "RELATED NEWS", "Ban on barges hits the port", "FOLLOW US", "PRODUCTS"]);
        Assert.Equal(page[^1], essay.Title);
    }

    [Fact]
    public void A_day_with_hyphens_is_read()
    {
        Assert.Equal(new DateOnly(2025, 8, 18), ExampleEssay.Read([Title, "18-Aug-2025 Last updated on 19-Aug-2025 at 08:14 GMT", .. ExampleEssay.BodyText]).Published);
    }

    [Fact]
    public void A_line_of_tags_with_two_countries_is_nobody_s_name()
    {
        Assert.Null(ExampleEssay.Read([Title, "18 August 2025", "Boats Ropes India Belgium Export", .. ExampleEssay.BodyText]).Byline);
    }

    [Theory]
    [InlineData("Media contact")]
    [InlineData("Press contact:")]
    public void Who_answers_the_press_is_not_the_author(string heading)
    {
        var essay = ExampleEssay.Read([Title, .. ExampleEssay.BodyText, heading, "Jane Doe, Senior Media Officer, +44 1632 960 144, media@post.example"]);
        Assert.Null(essay.Byline);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Interview: Jane Doe")]
    [InlineData("Interviewed by Jane Doe")]
    public void Above_the_line_on_who_asks_the_questions_stands_the_standfirst(string asks)
    {
        const string Dek = "The ferry was sold while everybody slept. The last of its captains tells what he would have paid for it.";
        Assert.Equal(Dek, ExampleEssay.Read([Title, Dek, asks, .. ExampleEssay.BodyText]).Dek);
    }

    [Fact]
    public void What_is_said_of_a_picture_above_its_credit_and_once_more_is_no_title()
    {
        const string Caption = "Passengers wait beside the new quay of the ferry.";
        var essay = ExampleEssay.Read(["Ferry News", "Local perspective Human stories", Title, Caption, "\u00A9 Weir Trust/Ann Lee", Caption, "23 September 2025", .. ExampleEssay.BodyText]);
        Assert.Equal(Title, essay.Title);
    }

    [Theory]
    [InlineData("From the Vicarage")]
    [InlineData("Chairman's notes")]
    [InlineData("Letters to the Editor")]
    public void The_corner_of_a_magazine_is_a_kicker_and_no_title(string corner)
    {
        var essay = ExampleEssay.Read(["The Weir Lantern", "The monthly magazine of St Anne's and Holy Rood", "Lent 2025 | FREE", "Page 6", corner, "Tins", "Dear friends,", .. ExampleEssay.BodyText]);
        Assert.Equal("Tins", essay.Title);
        Assert.Equal(corner, essay.Kicker);
    }

    [Fact]
    public void The_hour_between_day_and_byline_is_no_title()
    {
        var essay = ExampleEssay.Read(["NEWS", "ENVIRONMENT", "SHARE:", "Nobody Home", "7 Oct 2022", "4:05 PM ET", "BY SOLVEYG QUARRIE", .. ExampleEssay.BodyText]);
        Assert.Equal("Nobody Home", essay.Title);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_star_behind_the_name_tells_that_it_is_the_author_s()
    {
        var essay = ExampleEssay.Read(["CARRICK LAW REVIEW ONLINE", "Vol. 12", "ESSAY", Title, "Solveyg Quarrie*", .. ExampleEssay.BodyText]);
        Assert.Equal(["Solveyg Quarrie"], essay.Byline!.Names);
    }

    [Fact]
    public void Points_under_their_heading_are_no_title()
    {
        string[] points = ["The ferry still drives the accounts, but not the council", "Crossings show that a fifth of the boats cost 70 per cent of the rope", "Clerks, not captains, are what is short"];
        var essay = ExampleEssay.Read(["Rope & Rudder", "The journal of the harbour trade since 1951", "NEWS   COMMENT   JOBS   EVENTS   SUBSCRIBE", "COMMENT | BOATS", "Stop counting the last boat", "12 Feb 2024 By Jane Doe", "Key points", .. points, .. ExampleEssay.BodyText]);
        Assert.Equal("Stop counting the last boat", essay.Title);
    }
}
