using Digest.Core.Essays;

namespace Digest.Core.Rendering.Site;

/// <summary>The line below a title: who, where, when, how long.</summary>
internal static class EssayMeta
{
    public static string Line(Essay essay) => string.Join(" · ", new[]
    {
        IssueView.Authors(essay),
        essay.Site,
        essay.Published is { } day ? IssueView.Show(day) : null,
        $"{essay.ReadingMinutes} min read",
    }.Where(part => !string.IsNullOrEmpty(part)));
}
