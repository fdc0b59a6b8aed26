using System.Globalization;

namespace Digest.Core.Rendering.Checking;

/// <summary>What a list says that shows a part of what there is.</summary>
public static class ListLength
{
    /// <summary>Most that a list of problems or of the newest essays shows: as many as an editor can look through, each for one read or two.</summary>
    public const int Most = 50;

    /// <summary>"Can't be used: the newest 50 of 312"; the heading alone where the list shows all there is.</summary>
    /// <param name="heading">What the list is of.</param>
    /// <param name="which">Which part is shown: newest, next.</param>
    /// <param name="shown">How many are shown.</param>
    /// <param name="all">How many there are.</param>
    public static string Heading(string heading, string which, int shown, int all) =>
        shown < all ? string.Create(CultureInfo.InvariantCulture, $"{heading}: the {which} {shown:N0} of {all:N0}") : heading;
}
