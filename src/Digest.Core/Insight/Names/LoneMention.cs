namespace Digest.Core.Insight.Names;

/// <summary>What an essay says of a word that stands alone where a name could: a surname, or a short form of something else.</summary>
internal static class LoneMention
{
    /// <summary>For each lone name of an essay the most that the words beside it say for a person; "he" and "she" that take it up count as speech.</summary>
    /// <param name="mentions">The mentions of the essay.</param>
    /// <param name="takenUp">Those that "he" or "she" take up.</param>
    public static Dictionary<string, double> SignsOf(IEnumerable<PersonMention> mentions, HashSet<PersonMention> takenUp)
    {
        var signs = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (mention.Words is [var word])
            {
                signs[word.Text] = Math.Max(signs.GetValueOrDefault(word.Text), mention.Evidence + (takenUp.Contains(mention) ? PersonEvidence.Speaks : 0));
            }
        }

        return signs;
    }
}
