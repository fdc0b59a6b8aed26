using Digest.Core.Tests.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>Bylines of plain text in the shapes that publications print them, above the essay and below it.</summary>
public sealed class BylineTests
{
    [Theory]
    [InlineData("By Jane Doe", "Jane Doe")]
    [InlineData("by jane doe", null)]
    [InlineData("BY JANE DOE", "Jane Doe")]
    [InlineData("By JANE O'NEILL-DOE", "Jane O'Neill-Doe")]
    [InlineData("By Jane Doe and John Smith", "Jane Doe|John Smith")]
    [InlineData("By Jane Doe, John A. Smith, and Ana de la Cruz", "Jane Doe|John A. Smith|Ana de la Cruz")]
    [InlineData("By Jane Doe & John Smith", "Jane Doe|John Smith")]
    [InlineData("By J. R. R. Tolkien", "J. R. R. Tolkien")]
    [InlineData("By J.K. Rowling", "J.K. Rowling")]
    [InlineData("By Dr. Jane Doe, PhD", "Jane Doe")]
    [InlineData("By Prof. Jane Doe, Ph.D. and Sir John Smith", "Jane Doe|John Smith")]
    [InlineData("By Ludwig van der Berg", "Ludwig van der Berg")]
    [InlineData("By Mohammed bin Salman al-Harbi", "Mohammed bin Salman al-Harbi")]
    [InlineData("By Jean-François Lyotard", "Jean-François Lyotard")]
    [InlineData("By Tauiliili Fa\u2018asavalu and Nora O\u2019Brien", "Tauiliili Fa\u2018asavalu|Nora O\u2019Brien")]
    [InlineData("BY NORA O\u2019BRIEN", "Nora O\u2019Brien")]
    [InlineData("By Seán Ó Briain", "Seán Ó Briain")]
    [InlineData("By Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai")]
    [InlineData("By Kim Jong-kun", "Kim Jong-kun")]
    [InlineData("By Martin Luther King Jr.", "Martin Luther King Jr.")]
    [InlineData("Written by Jane Doe | March 3, 2024", "Jane Doe")]
    [InlineData("By Jane Doe on March 3, 2024", "Jane Doe")]
    [InlineData("By Jane Doe - 3 March 2024", "Jane Doe")]
    [InlineData("By Jane Doe in Paris", "Jane Doe")]
    [InlineData("By Jane Doe, Updated 5:32 PM", "Jane Doe")]
    [InlineData("By Jane Doe • 5 min read", "Jane Doe")]
    [InlineData("By Jane Doe @janedoe", "Jane Doe")]
    [InlineData("By: Jane Doe", "Jane Doe")]
    [InlineData("Author: Jane Doe", "Jane Doe")]
    [InlineData("Authors: Jane Doe; John Smith", "Jane Doe|John Smith")]
    [InlineData("Words by Jane Doe", "Jane Doe")]
    [InlineData("Von Jürgen Müller", "Jürgen Müller")]
    [InlineData("Par Hélène Dupont", "Hélène Dupont")]
    [InlineData("Por José Ortega y Gasset", "José Ortega y Gasset")]
    [InlineData("By Voltaire", "Voltaire")]
    [InlineData("By JANE DOE Sentinel columnist", "Jane Doe")]
    [InlineData("By Jane Doe Staff Writer", "Jane Doe")]
    [InlineData("By Jane Doe for The Ledger", "Jane Doe")]
    [InlineData("By Jane Doe, Special to the Ledger", "Jane Doe")]
    [InlineData("by Jane Doe + BIO", "Jane Doe")]
    [InlineData("By June Castellanos and Jun Marchetti", "June Castellanos|Jun Marchetti")]
    [InlineData("By Jane Doe June 2024", "Jane Doe")]
    [InlineData("By Jane Doe, The Kanawha Ledger, and John Smith and Ann Lee, ProPublica", "Jane Doe|John Smith|Ann Lee")]
    [InlineData("By Jane Doe, Salt Lake Tribune, and John Smith, KUER", "Jane Doe|John Smith")]
    [InlineData("By Jane Doe, Mountain State Spotlight, and John Smith, ProPublica", "Jane Doe|John Smith")]
    [InlineData("By Zvika Mbeki, Sushant Oyelola and Ann Lee, University of Leeds", "Zvika Mbeki|Sushant Oyelola|Ann Lee")]
    [InlineData("By Jane Doe, AP Business Writer", "Jane Doe")]
    [InlineData("By JANE DOE AP Business Writer", "Jane Doe")]
    [InlineData("By Jane Doe Photographs by John Smith", "Jane Doe")]
    [InlineData("By Jane Doe. Photographs by John Smith.", "Jane Doe")]
    [InlineData("By Jane Doe and John Smith, with photographs by Ann Lee", "Jane Doe|John Smith")]
    [InlineData("By guest columnist Jane Doe", "Jane Doe")]
    [InlineData("Author(s): Jane Doe, John Smith", "Jane Doe|John Smith")]
    [InlineData("Jane Doe | Opinion contributor", "Jane Doe")]
    [InlineData("[photo] Jane Doe, Senior Fellow", "Jane Doe")]
    [InlineData("Jane Doe (University of Leeds) and John Smith (University of Hull)", "Jane Doe|John Smith")]
    [InlineData("Jane Doe \u00B7 Follow \u00B7 5 min read", "Jane Doe")]
    [InlineData("March 3, 2025 | Jane Doe", "Jane Doe")]
    [InlineData("March 3, 2025 | Middle East", null)]
    [InlineData("By Sulastri and Ana de la Cruz", "Sulastri|Ana de la Cruz")]
    [InlineData("By Ana de la Cruz and Sulastri", "Ana de la Cruz|Sulastri")]
    [InlineData("Posted on 2 November 2024 by Gwenllian", "Gwenllian")]
    [InlineData("Text: Jane Doe and John Smith   Photo: Ann Lee", "Jane Doe|John Smith")]
    [InlineData("Words: Jane Doe / Photographs: Ann Lee", "Jane Doe")]
    [InlineData("WORDS Jane Doe   PICTURES Ann Lee", "Jane Doe")]
    [InlineData("Words Jane Doe Photography Ann Lee", "Jane Doe")]
    [InlineData("Words Fail Me", null)]
    [InlineData("By Jane Doe, as told to Ann Lee", "Jane Doe|Ann Lee")]
    [InlineData("Maria Teresita Lee-Cruz, Jose Rafael R. Catapang and Oh Hye-jin", "Maria Teresita Lee-Cruz|Jose Rafael R. Catapang|Oh Hye-jin")]
    [InlineData("By The Associated Press", null)]
    [InlineData("By Staff", null)]
    [InlineData("By Reuters", null)]
    [InlineData("By Staff Writer", null)]
    [InlineData("By the Editorial Board", null)]
    public void A_by_line_names_the_authors(string line, string? names)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", line, .. ExampleEssay.BodyText]);
        Assert.Equal(names, essay.Byline is null ? null : string.Join('|', essay.Byline.Names));
    }

    [Theory]
    [InlineData("By Jane Doe, Senior Fellow, Brookings Institution", "Jane Doe", "Senior Fellow", "Senior Fellow, Brookings Institution")]
    [InlineData("By Jane Doe, University of Leeds", "Jane Doe", null, "University of Leeds")]
    [InlineData("By Jane Doe, Jet Propulsion Laboratory", "Jane Doe", null, "Jet Propulsion Laboratory")]
    [InlineData("By Jane Doe, PhD candidate in history at the University of Leeds", "Jane Doe", "PhD candidate in history", "PhD candidate in history at the University of Leeds")]
    [InlineData("Keynote by Jane Doe, freelance journalist based in Ghent", "Jane Doe", "freelance journalist", "freelance journalist based in Ghent")]
    [InlineData("Authors: Jane Doe (Open Harbour); John Smith (University of Hull)", "Jane Doe|John Smith", null, "Open Harbour; University of Hull")]
    [InlineData("By Jane Doe, Professor of History", "Jane Doe", "Professor of History", "Professor of History")]
    [InlineData("By Jane Doe (University of Leeds)", "Jane Doe", null, "University of Leeds")]
    [InlineData("By JANE DOE Sentinel columnist", "Jane Doe", "Sentinel columnist", "Sentinel columnist")]
    [InlineData("By Prof Jane Doe, University of Leeds, and Dr John Smith, University of Hull", "Jane Doe|John Smith", null, "University of Leeds; University of Hull")]
    [InlineData("By Jane Doe, Reuters", "Jane Doe", null, null)]
    [InlineData("By regional economics correspondent Jane Doe", "Jane Doe", "regional economics correspondent", "regional economics correspondent")]
    [InlineData("By Science Editor Jane Doe and data reporter John Smith", "Jane Doe|John Smith", "Science Editor", "Science Editor; data reporter")]
    [InlineData("By North America correspondent Jane Doe in Halifax", "Jane Doe", "North America correspondent", "North America correspondent")]
    [InlineData("Analysis by business reporter Jane Doe", "Jane Doe", "business reporter", "business reporter")]
    [InlineData("By Jane Doe, New York", "Jane Doe", null, null)]
    [InlineData("By Jane Doe, Local Democracy Editor", "Jane Doe", "Local Democracy Editor", "Local Democracy Editor")]
    [InlineData("Prepared by: Jane Doe, Community Resilience Officer", "Jane Doe", "Community Resilience Officer", "Community Resilience Officer")]
    [InlineData("Jane Doe  Lecturer in nursing, Tamar Vale University", "Jane Doe", "Lecturer in nursing", "Lecturer in nursing, Tamar Vale University")]
    [InlineData("Jane Doe  Ward sister, surgical unit B, Barje General Hospital", "Jane Doe", null, "Ward sister, surgical unit B, Barje General Hospital")]
    [InlineData("Jane Doe, Professor of History, University of Leeds", "Jane Doe", "Professor of History", "Professor of History, University of Leeds")]
    public void A_by_line_tells_role_and_institution(string line, string names, string? role, string? affiliation)
    {
        var byline = ExampleEssay.Read(["The Ferry Nobody Ordered", line, .. ExampleEssay.BodyText]).Byline;
        Assert.NotNull(byline);
        Assert.Equal(names, string.Join('|', byline.Names));
        Assert.Equal(role, byline.Role);
        Assert.Equal(affiliation, byline.Affiliation);
    }

    [Fact]
    public void Names_on_lines_of_their_own_under_the_title_are_the_byline_when_a_date_stands_beside_them()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "Jane Doe", "March 3, 2024", .. ExampleEssay.BodyText]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(new DateOnly(2024, 3, 3), essay.Published);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Role_and_institution_may_stand_on_the_next_line()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Jane Doe", "Senior Fellow, Brookings Institution", .. ExampleEssay.BodyText]);
        Assert.Equal("Senior Fellow", essay.Byline!.Role);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Jane Doe", "The Ledger", "March 3, 2024")]
    [InlineData("Jane Doe", "The author is a former ambassador to Chad.")]
    [InlineData("Jane Doe", "Jane Doe is a reporter at The Ledger.")]
    [InlineData("Mon 3 Mar 2025 06.00 GMT", "Jane Doe")]
    public void Lines_around_the_name_tell_that_it_is_the_author_s(params string[] lines)
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. lines, .. ExampleEssay.BodyText]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_name_right_above_the_illustrator_s_is_the_author_s_and_the_line_above_it_the_standfirst()
    {
        const string Dek = "For a century the town crossed by a boat that nobody had ordered. Now the boat has gone and the bridge is late, at forty pounds a rivet.";
        var essay = ExampleEssay.Read(["A quarterly of tides", "FROM ISSUE 23: SALT", "Black Water, Green Boat", Dek, "Eleni Hadjivarnava", "Illustration by Bruno Kesteloot", .. ExampleEssay.BodyText]);
        Assert.Equal(["Eleni Hadjivarnava"], essay.Byline!.Names);
        Assert.Equal(Dek, essay.Dek);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Who_wrote_down_what_the_author_told_stands_on_the_next_line()
    {
        const string Dek = "A port chaplain on phone cards, frozen wages and what seafarers ask for when somebody finally asks them";
        var essay = ExampleEssay.Read(["FEATURE", "HARBOUR LIGHT | Advent 2023", "The Ferry Nobody Ordered", Dek, "Fr Bartholomew Antwi-Doe", "as told to John Smith", .. ExampleEssay.BodyText]);
        Assert.Equal(Dek, essay.Dek);
        Assert.Equal(["Bartholomew Antwi-Doe", "John Smith"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_co_author_stands_on_the_next_line()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "Prepared by: Jane Doe, Resilience Officer", "With: John Smith, Glacier Adviser", .. ExampleEssay.BodyText]);
        Assert.Equal(["Jane Doe", "John Smith"], essay.Byline!.Names);
        Assert.Equal("Resilience Officer; Glacier Adviser", essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void A_line_on_the_translator_tells_that_the_name_above_it_is_the_author_s()
    {
        string[] body = [.. ExampleEssay.BodyText, "My father, Kelemen B\u00E9la, was the first to cross by it."];
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "Kelemen \u00C1gota", "Translated from the Hungarian by John Smith", .. body]);
        Assert.Equal(["Kelemen \u00C1gota"], essay.Byline!.Names);
        Assert.Equal(body, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Capitals_with_a_role_behind_them_are_no_place_with_its_region()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", .. ExampleEssay.BodyText, "JANE DOE, Professor - University of Leeds"]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Names_under_a_heading_of_their_own_are_all_the_authors()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "Written by", "Jane Doe and John Smith", .. ExampleEssay.BodyText]);
        Assert.Equal(["Jane Doe", "John Smith"], essay.Byline!.Names);
    }

    [Fact]
    public void The_source_of_the_byline_is_the_place_where_the_name_stands()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "By Jane Doe, Leeds", .. ExampleEssay.BodyText]);
        var source = essay.Byline!.Source!.Value;
        Assert.Equal("Jane Doe", essay.Stripped.Single(s => s.Block.Ordinal == source.Block).Block.Text[source.Start..source.End]);
    }

    [Fact]
    public void A_name_right_above_the_day_and_the_reading_time_is_the_byline()
    {
        var essay = ExampleEssay.Read(["The Ferry Nobody Ordered", "Fionnuala Breen", "Mon Jan 19 2026 - 06:00 \u2022 4 MIN READ", .. ExampleEssay.BodyText]);
        Assert.Equal(["Fionnuala Breen"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }
}
