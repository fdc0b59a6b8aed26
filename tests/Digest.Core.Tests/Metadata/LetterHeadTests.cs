using Digest.Core.Essays;
using Digest.Core.Tests.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>Essays that come as mails, as manuscripts and as letters to their readers.</summary>
public sealed class LetterHeadTests
{
    private const string Title = "The Ferry Nobody Ordered";
    private const string Dek = "A letter about boats, and about those who go on paying for them";

    [Theory]
    [InlineData("From: Slow Tides by Zvika Mbeki-Holt <zvika@slowtides.example>\nSubject: The Ferry Nobody Ordered\nDate: Sun, 12 Oct 2025 07:02:11 +0000\nTo: you")]
    [InlineData("From: \"Zvika Mbeki-Holt from Slow Tides\" <slowtides@post.example>\nTo: readers@list.example\nSubject: Fwd: [Tides] The Ferry Nobody Ordered")]
    [InlineData("Begin forwarded message:\n\nFrom: Zvika Mbeki-Holt <zmh@post.example>\nSubject: Slow Tides 14: The Ferry Nobody Ordered\nDate: 12 October 2025")]
    public void The_subject_of_a_mail_is_the_title_and_its_sender_the_author(string mail)
    {
        var essay = ReadBelow(mail, "View this letter in your browser at https://slowtides.example/14", Title, Dek, "Zvika Mbeki-Holt\nOct 12");
        Assert.Equal(Title, essay.Title);
        Assert.Equal(Dek, essay.Dek);
        Assert.Equal(["Zvika Mbeki-Holt"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("---------- Forwarded message ----------\nFrom: Zvika Mbeki-Holt\nDate: Mon, 13 Oct 2025 at 16:40\nSubject: The Ferry Nobody Ordered\nTo: Mary Poe")]
    [InlineData("-----Original Message-----\nFrom: Zvika Mbeki-Holt <zmh@post.example>\nSent: Monday, 13 October 2025 16:40\nTo: Mary Poe\nSubject: FW: The Ferry Nobody Ordered")]
    public void A_mail_that_is_passed_on_has_two_heads(string original)
    {
        var essay = ReadBelow("From: Mary Poe <mary@post.example>\nSent: Tuesday, 14 October 2025 07:12\nTo: Copy desk\nSubject: FW: The Ferry Nobody Ordered", "Hi both, this is the ferry piece as it ran. Photos to follow, Jack has the captions. M", "Sent from my phone", original, Title, Dek);
        Assert.Equal(Title, essay.Title);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text).TakeLast(ExampleEssay.BodyText.Length));
        Assert.DoesNotContain(essay.Body, b => b.Text.Contains(':') && b.Text.Contains("From"));
    }

    [Fact]
    public void Who_sends_a_letter_of_her_own_has_written_it()
    {
        var essay = ReadBelow("From: Slow Tides by Zvika Mbeki-Holt <zvika@slowtides.example>\nSubject: The Ferry Nobody Ordered\nDate: Sun, 12 Oct 2025 07:02:11 +0000");
        Assert.Equal(Title, essay.Title);
        Assert.Equal(["Zvika Mbeki-Holt"], essay.Byline!.Names);
        Assert.Equal(new DateOnly(2025, 10, 12), essay.Published);
        var source = essay.Byline.Source!.Value;
        Assert.Equal("Zvika Mbeki-Holt", essay.Stripped.Single(s => s.Block.Ordinal == source.Block).Block.Text[source.Start..source.End]);
    }

    [Fact]
    public void A_field_may_go_on_in_the_next_line()
    {
        var essay = ReadBelow("From: Zvika Mbeki-Holt from Slow Tides\n<zvika@slowtides.example>\nTo: you@post.example\nReply-To: Zvika Mbeki-Holt <reply+2k9fd@slowtides.example>\nSubject: The Ferry Nobody Ordered\nDate: Sun, 12 Oct 2025 07:02:11 +0000");
        Assert.Equal(Title, essay.Title);
        Assert.Equal(["Zvika Mbeki-Holt"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Who_only_passes_a_text_on_has_not_written_it()
    {
        var essay = ReadBelow("From: Zvika Mbeki-Holt <zvika@post.example>\nSubject: Op-ed for Thursday\nDate: Sun, 12 Oct 2025 07:02:11 +0000", Title);
        Assert.Equal(Title, essay.Title);
        Assert.Null(essay.Byline);
        Assert.Null(essay.Published);
    }

    [Theory]
    [InlineData("Zvika Mbeki-Holt", "14 Weir Street, Leiden", "z.mbekiholt@post.example", "To the Editors", "Submission: essay, approx. 900 words. First serial rights.")]
    [InlineData("Zvika Mbeki-Holt", "Lecturer in law, University of Hull", "zvika.mbeki@post.example", "+44 1632 960 144", "Word count: 900")]
    [InlineData("Jane Doe", "14 Weir Lane", "Hull HU1 3QT", "About 900 words")]
    public void The_name_above_the_addresses_of_a_manuscript_is_its_author_s(params string[] head)
    {
        var essay = ReadBelow([.. head, Title.ToUpperInvariant()]);
        Assert.Equal(Title.ToUpperInvariant(), essay.Title);
        Assert.Equal([head[0]], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("Slow Tides", "letters@post.example")]
    [InlineData("Slow Tides", "14 Weir Lane, Hull", "letters@post.example")]
    public void A_newsletter_above_its_address_is_nobody_s_name(params string[] head)
    {
        var essay = ReadBelow([.. head, Title]);
        Assert.Null(essay.Byline);
    }

    [Theory]
    [InlineData("Dear friends,", "With every blessing,\nRevd Zvika Mbeki-Holt")]
    [InlineData("Dear neighbours,", "Yours in hope\nZvika Mbeki-Holt\nChair of the Weir Trust")]
    [InlineData("Dear readers,", "Until next month,\nZvika Mbeki-Holt")]
    public void Who_signs_a_letter_to_the_readers_is_its_author_whatever_notices_follow(string greeting, string close)
    {
        var essay = ExampleEssay.ReadText($"{Title}\n\n{greeting}\n\n{Body}\n\n{close}\n\nDATES FOR YOUR DIARY\n\nSat 3 May, 10am: the churchyard is tidied up by all who can hold a rake. Bring gloves.\n");
        Assert.Equal(Title, essay.Title);
        Assert.Equal(["Zvika Mbeki-Holt"], essay.Byline!.Names);
    }

    [Fact]
    public void A_line_with_a_comma_at_its_end_signs_nothing_where_nobody_was_greeted()
    {
        string[] verse = ["Over the water,", "Zvika Mbeki-Holt"];
        var essay = ExampleEssay.ReadText($"{Title}\n\n{Body}\n\n{string.Join('\n', verse)}\n\n{Body}\n");
        Assert.Null(essay.Byline);
    }

    [Theory]
    [InlineData("Zvika Mbeki-Holt\nChairman")]
    [InlineData("Zvika Mbeki-Holt\nDirector, Weir Trust")]
    public void Name_and_role_right_under_the_text_sign_it(string signature)
    {
        var essay = ExampleEssay.ReadText($"{Title}\n\n{Body}\n\n{signature}\n");
        Assert.Equal(["Zvika Mbeki-Holt"], essay.Byline!.Names);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("About me: I taught at the Weir School until 2014 and am the author of a book on ropes. I am happy to be edited.", "taught at the Weir School until 2014 and am the author of a book on ropes")]
    [InlineData("Bio: I'm a nurse in Hull.", "nurse in Hull")]
    [InlineData("A bit about me: I run a chandlery and write about boats.", "run a chandlery and write about boats")]
    public void Authors_tell_of_themselves_below_the_text(string note, string affiliation)
    {
        var essay = ExampleEssay.Read([Title, "By Zvika Mbeki-Holt", .. ExampleEssay.BodyText, note]);
        Assert.Equal(["Zvika Mbeki-Holt"], essay.Byline!.Names);
        Assert.Equal(affiliation, essay.Byline.Affiliation);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void What_the_text_says_in_the_first_person_at_its_end_stays()
    {
        const string Last = "I am a nurse, and I would have paid for the boat.";
        var essay = ExampleEssay.Read([Title, "By Zvika Mbeki-Holt", .. ExampleEssay.BodyText, Last]);
        Assert.Contains(Last, essay.Body.Select(b => b.Text));
    }

    private static string Body => string.Join("\n\n", ExampleEssay.BodyText);

    private static Essay ReadBelow(params string[] head) => ExampleEssay.ReadText($"{string.Join('\n', head)}\n\n{Body}\n");
}
