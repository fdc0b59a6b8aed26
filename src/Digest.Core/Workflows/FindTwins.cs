using System.Globalization;
using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;

namespace Digest.Core.Workflows;

/// <summary>The essay that is carried in another one's place.</summary>
/// <param name="SameAs">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="SourceName">Its drop.</param>
/// <param name="Similarity">Share of five-word sequences they have in common, 0 to 1; 1 only where readers would see no difference.</param>
/// <param name="Advice">What an editor does who wants it otherwise, in a sentence.</param>
public sealed record EssayTwin(string SameAs, string Title, string SourceName, double Similarity, string Advice)
{
    /// <summary>How like which essay, for an editor.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"{Similarity:P0} the same as “{OneLine.Of(Title)}” ({OneLine.Of(SourceName)})");
}

/// <summary>
/// Finds the essays that no issue carries because another one is the same. They are found by the steps that make an issue,
/// so a list says before what the issue will do.
/// </summary>
public sealed class FindTwins(GatherMaterial gather, IEssayStore essays, IIssueStore issues)
{
    /// <summary>Looks at essays that wait as the next issue will, and at the others in the manifests of their issues.</summary>
    /// <param name="entries">The essays to tell of.</param>
    /// <param name="cancellationToken">Stops between reads.</param>
    /// <returns>By the id of the one that is left out.</returns>
    public async Task<IReadOnlyDictionary<string, EssayTwin>> RunAsync(IReadOnlyCollection<EssayEntry> entries, CancellationToken cancellationToken)
    {
        var found = new List<IssueDuplicate>();
        if (entries.Any(e => e.IssueId is null))
        {
            found.AddRange(await gather.DuplicatesAsync(cancellationToken));
        }

        foreach (var id in entries.Select(e => e.IssueId).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            found.AddRange((await issues.FindAsync(id, cancellationToken))?.Duplicates ?? []);
        }

        // A text that was dropped since has not been compared yet.
        var known = entries.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var twins = new Dictionary<string, EssayTwin>(StringComparer.Ordinal);
        foreach (var duplicate in found.Where(d => known.TryGetValue(d.EssayId, out var entry) && entry.Revision <= d.Revision))
        {
            if ((known.GetValueOrDefault(duplicate.SameAs) ?? await essays.FindEntryAsync(duplicate.SameAs, cancellationToken)) is { } other)
            {
                twins[duplicate.EssayId] = new EssayTwin(other.Id, other.Title, other.SourceName, duplicate.Similarity, Advise(other));
            }
        }

        return twins;
    }

    private static string Advise(EssayEntry other) => other switch
    {
        { Placement: EssayPlacement.Withdrawn } => "That one is withdrawn: release it if readers may have the text.",
        { IssueId: not null } => "If it corrects that one, drop it under that one's name.",
        _ => "To have this one in its place, hold that one back.",
    };
}
