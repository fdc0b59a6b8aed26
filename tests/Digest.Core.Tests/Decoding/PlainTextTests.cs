using Digest.Core.Blocks;
using Digest.Core.Decoding;
using Xunit;

namespace Digest.Core.Tests.Decoding;

public class PlainTextTests
{
    private const string Wrapped = """
        The Ferry Nobody Ordered
        By Anna Lind

        The ferry had crossed the estuary twice a day since before the war, and
        nobody on either bank could remember who had paid for it, or why the
        council that met in the old customs house had gone on doing so.

        What the accounts show is a habit rather than a decision: every spring a
        clerk copied the figure of the year before into a new column, added a
        little for coal, and laid the sheet before the members.

          - coal, which was dear
          - rope, which was not
        """;

    [Fact]
    public void A_byline_that_was_copied_in_pieces_is_one_line() =>
        Assert.Equal(
            ["The Ferry", "By Jane Doe, Anna Keller, and John Smith", "Nobody had ordered it, and nobody knew who had paid for it."],
            Drop.Read("The Ferry\nBy\nJane Doe\n,\nAnna Keller\n, and\nJohn Smith\nNobody had ordered it, and nobody knew who had paid for it.", "a.txt").Texts());

    [Fact]
    public void One_paragraph_a_line_needs_no_blank_lines() =>
        Assert.Equal(["A title", "The first paragraph.", "The second."], Drop.Read("A title\r\nThe first  paragraph.\r\nThe second.", "a.txt").Texts());

    [Fact]
    public void Hard_wrapped_lines_are_joined()
    {
        var texts = Drop.Read(Wrapped, "a.txt").Texts().ToList();
        Assert.Equal("The Ferry Nobody Ordered", texts[0]);
        Assert.Equal("By Anna Lind", texts[1]);
        Assert.StartsWith("The ferry had crossed the estuary twice a day since before the war, and nobody on either bank", texts[2], StringComparison.Ordinal);
        Assert.Equal(6, texts.Count);
    }

    [Theory]
    [InlineData("in", "Lima")]
    [InlineData("of", "Hull")]
    [InlineData("their", "I")]
    public void A_line_that_ends_with_a_word_that_ends_nothing_goes_on_below(string last, string first)
    {
        // Narrower than the others by more than its next word, as under a justified column.
        var line = $"whose boat had lain for years in the mud behind the yard {last}";
        var text = $"{Wrapped}\n\nNobody at the customs house had ever asked after the mate, or the cook,\n{line}\n{first} had not been told of it.";
        Assert.Equal($"Nobody at the customs house had ever asked after the mate, or the cook, {line} {first} had not been told of it.", Drop.Read(text, "a.txt").Texts().Last());
    }

    [Fact]
    public void Lines_of_the_page_beyond_the_column_do_not_undo_the_joining()
    {
        const string Foot = "Downloaded from https://academic.example/journal/article/31/3/211/7711902 by guest on 19 August 2024";
        const string Head = "212                                         J. Doe and R. Roe";
        var joined = Drop.Read(Wrapped, "a.txt").Texts().ToList();
        Assert.Equal([.. joined, Foot, Head.Replace("                                         ", " ", StringComparison.Ordinal), .. joined[2..]], Drop.Read(Wrapped + "\n\n" + Foot + "\n" + Head + "\n" + Wrapped[(Wrapped.IndexOf("\n\n", StringComparison.Ordinal) + 2)..], "a.txt").Texts());
    }

    [Theory]
    [InlineData("Nine metres of rope and a leap of\nfaith\nEvery year it sails, and nobody has asked.", "Nine metres of rope and a leap of faith")]
    [InlineData("Nine Metres of Rope and a Leap of\nFaith\n\nAnna Lind", "Nine Metres of Rope and a Leap of Faith")]
    [InlineData("What the council owes to the\nFerry\n\nAnna Lind", "What the council owes to the Ferry")]
    [InlineData("Twelve hours ashore,\neleven months at sea\n\nAnna Lind", "Twelve hours ashore, eleven months at sea")]
    [InlineData("Ferries for the Estuary:\nthe Green Boat, 1912-1946\n\nAnna Lind", "Ferries for the Estuary: the Green Boat, 1912-1946")]
    [InlineData("The Arithmetic of Ferries: Waste and Trust in the Estuarine\nTrade to London, 1856-1912\n\nANNA LIND", "The Arithmetic of Ferries: Waste and Trust in the Estuarine Trade to London, 1856-1912")]
    public void A_title_that_is_wrapped_at_a_width_of_its_own_is_one_line(string head, string title) =>
        Assert.Equal(title, Drop.Read($"{head}\n\n{Wrapped[(Wrapped.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]}", "a.txt").Texts().First());

    [Theory]
    [InlineData("Letter from the estuary:\nAnna Lind\n\n3 March 2024")]
    [InlineData("What all the ferries were made of\nNobody knows who paid for them\n\nAnna Lind")]
    [InlineData("Recipes | Stories | Techniques | Log in\nFerries\n\nAnna Lind")]
    [InlineData("The Arithmetic of Ferries: Waste and Trust in the Estuary\nAnna Lind and John Smith\n\n3 March 2024")]
    [InlineData("The Arithmetic of Ferries: Waste and Trust in the Estuary\nA Report to the Council\n\nAnna Lind")]
    [InlineData("The Arithmetic of Ferries, Waste and Trust in the Estuarine\nNotes from the Custom House\n\nAnna Lind")]
    public void A_line_under_a_title_that_is_complete_stays_apart(string head) =>
        Assert.Equal(head.Split('\n')[0], Drop.Read($"{head}\n\n{Wrapped[(Wrapped.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]}", "a.txt").Texts().First());

    [Fact]
    public void A_standfirst_under_a_head_with_a_gap_is_joined()
    {
        const string Head = "ESTUARY LETTER                                                     No. 3,118\n\nThe ferry\n\nEvery year it sails for a council that has forgotten why it sails.\nThe clerk knows how to stop it and would rather copy his columns\n\n";
        Assert.Equal("Every year it sails for a council that has forgotten why it sails. The clerk knows how to stop it and would rather copy his columns", Drop.Read(Head + Wrapped, "a.txt").Texts().ElementAt(2));
    }

    [Fact]
    public void A_sentence_goes_on_behind_a_line_that_words_kept_together_have_left_short()
    {
        const string Amount = "They are the reason for which the boat was kept. The company lost about\n£ 1,400 a year by it, and nobody on either bank had ever asked it to.\n";
        Assert.EndsWith("The company lost about £ 1,400 a year by it, and nobody on either bank had ever asked it to.", Drop.Read($"{Wrapped}\n\nThe accounts do not say so, but the sheets that the clerk laid before\n{Amount}", "a.txt").Texts().Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_reaches_further_than_the_text_does_not_make_it_wider()
    {
        const string Clock = "Then the telegraph came down the coast, and the railway brought it in.\nFew had asked for it. They gave it all to the stationmaster, a Mr\nEdwin Catt, who put up a clock of his own and went by it for years.";
        const string Foot = "Copy for the next letter to the clerk or write to the editor at estuary.example";
        var body = Wrapped[(Wrapped.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        Assert.Contains(
            Drop.Read($"{Wrapped}\n\n{body}\n\n{body}\n\n{Clock}\n\n{Foot}\nby the 20th.\n", "a.txt").Texts(),
            text => text.Contains("the stationmaster, a Mr Edwin Catt, who put up", StringComparison.Ordinal));
    }

    [Fact]
    public void Hard_wrapped_text_without_blank_lines_breaks_where_the_next_word_would_have_fitted()
    {
        var text = Wrapped.Replace("\r", "", StringComparison.Ordinal).Replace("\n\n", "\n", StringComparison.Ordinal);
        Assert.Equal(Drop.Read(Wrapped, "a.txt").Texts(), Drop.Read(text, "a.txt").Texts());
    }

    [Fact]
    public void A_bullet_makes_a_list_item_and_a_number_stays_in_the_text() =>
        Assert.Equal(
            [(BlockKind.ListItem, "coal"), (BlockKind.ListItem, "rope"), (BlockKind.Paragraph, "1. First"), (BlockKind.Paragraph, "-5 degrees")],
            Drop.Read("• coal\n- rope\n1. First\n-5 degrees", "a.txt").Shape());

    [Fact]
    public void A_break_between_scenes_is_no_list() =>
        Assert.Equal([(BlockKind.Paragraph, "He left."), (BlockKind.Paragraph, "* * *"), (BlockKind.Paragraph, "She stayed.")], Drop.Read("He left.\n\n* * *\n\nShe stayed.", "a.txt").Shape());

    [Fact]
    public void A_single_starred_paragraph_is_a_note_and_keeps_its_star()
    {
        Assert.Equal(
            [(BlockKind.Paragraph, "I kept the names.*"), (BlockKind.Paragraph, "* Two of them are changed.")],
            Drop.Read("I kept the names.*\n\n* Two of them are changed.", "a.txt").Shape());
        Assert.Equal(
            [(BlockKind.ListItem, "Coal is dear."), (BlockKind.ListItem, "Rope is dearer.")],
            Drop.Read("* Coal is dear.\n* Rope is dearer.", "a.txt").Shape());
    }

    [Fact]
    public void The_origin_names_the_lines()
    {
        var origins = Drop.Read(Wrapped, "a.txt").Blocks.Select(b => b.Block.Origin).ToList();
        Assert.Equal("line 1", origins[0]);
        Assert.Equal("lines 4-6", origins[2]);
    }

    [Fact]
    public void Text_is_normalised_and_invisible_characters_go() =>
        Assert.Equal(["caf\u00E9 cooperate"], Drop.Read("cafe\u0301\u00A0co\u00ADoperate\u200B", "a.txt").Texts());

    [Fact]
    public void Comments_on_a_draft_leave_with_their_marks()
    {
        var document = Drop.Read("The Ferry\n\nIt crossed twice a day.[a] It was a habit.[b]\n\nNobody [sic] had paid for it.\n\n[a]Is this the standfirst? - M.\n[b]Lovely. Did anybody ask?\n_Marked as resolved_\nYes. - T.", "a.txt");
        Assert.Equal(["The Ferry", "It crossed twice a day. It was a habit.", "Nobody [sic] had paid for it."], document.KeptTexts());
        Assert.Equal(["[a]Is this the standfirst? - M.", "[b]Lovely. Did anybody ask?", "_Marked as resolved_", "Yes. - T."], document.Texts().Skip(3));
        Assert.Equal(StructuralRemoval.DraftComment.Id, document.ReasonFor("Yes. - T."));
    }

    [Theory]
    [InlineData("The Ferry\n\nIt crossed twice a day.[a]\n\n[a] The ledger of 1911, page 4.")]
    [InlineData("The Ferry\n\nIt crossed twice a day.\n\n[a]s it was written in the ledger, nobody paid.")]
    public void Notes_of_the_author_and_letters_that_were_put_in_stay(string text) =>
        Assert.Equal(3, Drop.Read(text, "a.txt").KeptTexts().Count(line => line.Length > 0 && text.Contains(line, StringComparison.Ordinal)));

    [Fact]
    public void A_quotation_with_a_changed_first_letter_begins_no_comments()
    {
        string[] lines = ["The Ferry", "The charter says \u201C[a]nd no toll shall be taken\u201D, and the clerk that [s]he knew it.", "[a]lthough the bank has moved, the ferry shall go on crossing.", "Nobody had paid for it."];
        Assert.Equal(lines, Drop.Read(string.Join("\n\n", lines), "a.txt").KeptTexts());
    }

    [Fact]
    public void Authors_under_a_title_as_wide_as_the_text_stand_on_their_own()
    {
        var texts = Drop.Read(Wrapped.Replace("The Ferry Nobody Ordered\nBy Anna Lind", "The Ferry That Nobody Ordered: Coal, Rope and the Habits of a Council\nDr Anna Lind-Brandt and John Smith", StringComparison.Ordinal), "a.txt").Texts().ToList();
        Assert.Equal("The Ferry That Nobody Ordered: Coal, Rope and the Habits of a Council", texts[0]);
        Assert.Equal("Dr Anna Lind-Brandt and John Smith", texts[1]);
    }

    [Fact]
    public void The_second_name_of_a_byline_may_stand_on_the_next_line() =>
        Assert.Equal("By Jane Doe and John Smith", Drop.Read("The Ferry\n\nBy Jane Doe and\nJohn Smith\n\nNobody had ordered it.", "a.txt").Texts().ElementAt(1));

    [Theory]
    [InlineData("From: Jane Doe\nSubject: The Ferry\n\n> The Ferry\n>\n> Nobody had ordered it.\n>\n> Nobody paid.", "From: Jane Doe", "Subject: The Ferry", "The Ferry", "Nobody had ordered it.", "Nobody paid.")]
    [InlineData(">> The Ferry\n>>\n>> Nobody had ordered it.\n>>\n>> Nobody paid.", "The Ferry", "Nobody had ordered it.", "Nobody paid.")]
    [InlineData("The Ferry\n\nShe wrote:\n\n> Nobody had ordered it.\n\nNobody paid.", "The Ferry", "She wrote:", "> Nobody had ordered it.", "Nobody paid.")]
    public void A_whole_text_that_a_mail_quotes_is_read_without_the_marks(string text, params string[] lines) => Assert.Equal(lines, Drop.Read(text, "a.txt").Texts());

    [Theory]
    [InlineData("gov\u00AD", "ernment", "the government paid for the rope of a ferry")]
    [InlineData("com-", "pany", "the company paid for the rope of a ferry")]
    [InlineData("Com-", "pany", "the Company paid for the rope of a ferry")]
    [InlineData("well-", "known", "the well-known paid for the rope of a ferry")]
    [InlineData("re-", "form", "the re-form paid for the rope of a ferry")]
    [InlineData("half-", "time", "the half-time paid for the rope of a ferry")]
    public void A_word_divided_at_the_end_of_a_line_is_whole_where_the_text_has_it_so_elsewhere(string first, string second, string expected)
    {
        var text = $"Nobody had asked the company for a ferry that crossed the {first}\n{second} paid for the rope of a ferry, and the reform of the tolls was not\na re-form of anything that the council or the company had known before.";
        Assert.Contains(expected, Drop.Read(text, "a.txt").Texts().Single(), StringComparison.Ordinal);
    }
}
