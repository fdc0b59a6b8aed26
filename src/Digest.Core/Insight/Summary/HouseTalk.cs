using System.Buffers;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>
/// Tells what a publication says of itself to its readers from what the essay says: thanks, calls to write, visit or read on,
/// pointers to other posts. Such sentences belong to the text, but nobody sums an essay up by them.
/// </summary>
internal static class HouseTalk
{
    /// <summary>Tokens after a verb of calling among which the thing called for stands.</summary>
    private const int FarthestTarget = 12;

    /// <summary>Tokens between "next" and "post".</summary>
    private const int FarthestPost = 3;

    private static readonly SearchValues<string> Phrases = SearchValues.Create([.. WordList.Lines("house-phrases")], StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the sentence speaks of the publication, not of the essay's subject.</summary>
    public static bool Is(TokenRun tokens, ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Phrases))
        {
            return true;
        }

        var start = tokens.Is(0, "so", "and", "also", "please") ? 1 : 0;
        return IsThanks(tokens) || IsCall(tokens, start) || IsOffer(tokens) || (tokens.Is(0, "below") && (tokens.Kind(1) == TokenKind.Comma || tokens.Is(1, "is", "are", "you")));
    }

    /// <summary>
    /// "Here are our top ten", "In our next post": announces or recalls what the essay says. As a summary that can be the best there is
    /// (without such sentences the words shared with editors' deks fall by .005), as a key point it says nothing.
    /// </summary>
    public static bool Announces(TokenRun tokens)
    {
        if (tokens.Is(0, "here") && (tokens.Is(1, "is", "are") || tokens.Kind(1) == TokenKind.Possessive))
        {
            return true;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Is(i, "next", "previous", "earlier", "upcoming", "yesterday", "last", "first", "second", "third", "fourth", "final", "prior"))
            {
                for (var post = i + 1; post <= i + FarthestPost; post++)
                {
                    if (tokens.Is(post, "post", "posts", "instalment", "installment"))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>"Thank you to everyone", "We’d like to thank". "Thanks to the new law" gives a reason.</summary>
    private static bool IsThanks(TokenRun tokens) =>
        (tokens.Is(0, "thank") && tokens.Is(1, "you"))
        || (tokens.Is(0, "thanks") && (!tokens.Is(1, "to") || tokens.Is(2, "everyone", "everybody", "all", "our", "you", "those")))
        || (tokens.Is(0, "special", "many", "big", "huge", "our", "sincere") && tokens.Is(1, "thanks"))
        || (tokens.Is(0, "we", "i") && tokens.Any(1, 7, "thank"));

    /// <summary>"Visit our site", "Read more about it here", "Learn how to apply (PDF)".</summary>
    private static bool IsCall(TokenRun tokens, int verb) =>
        tokens.Is(
            verb, "visit", "read", "see", "check", "watch", "listen", "follow", "join", "sign", "subscribe", "register", "learn", "click", "download", "contact", "email", "send", "stay",
            "share", "view", "find", "browse", "apply", "tune", "let", "tell", "submit", "donate", "support", "buy", "order", "attend", "explore", "use", "stop", "drop", "get")
        && HasTarget(tokens, verb + 1);

    /// <summary>"You can also watch the recording", "You’ll find the slides here".</summary>
    private static bool IsOffer(TokenRun tokens)
    {
        var modal = tokens.Is(0, "you") && tokens.Is(1, "can", "may") ? 1 : -1;
        if (modal < 0)
        {
            return false;
        }

        var verb = tokens.Is(modal + 1, "also", "still", "now", "always") ? modal + 2 : modal + 1;
        return IsCall(tokens, verb);
    }

    private static bool HasTarget(TokenRun tokens, int from)
    {
        for (var i = from; i < Math.Min(tokens.Count, from + FarthestTarget); i++)
        {
            if (tokens.Is(i, "here", "more", "below", "us", "our", "me", "my", "newsletter", "website", "webinar", "recording", "video", "blog", "slides", "page", "pdf", "full", "link", "hashtag", "twitter", "facebook"))
            {
                return true;
            }
        }

        return false;
    }
}
