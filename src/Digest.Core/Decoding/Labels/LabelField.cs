namespace Digest.Core.Decoding.Labels;

/// <summary>What the label of a line says that its value is.</summary>
internal enum LabelField
{
    /// <summary>No label that a draft has.</summary>
    None,
    Title,
    Dek,
    Author,
    Date,

    /// <summary>What is told of the author.</summary>
    AuthorNote,

    /// <summary>Behind it the text itself begins.</summary>
    Body,

    /// <summary>Something for the desk: length, state, address, keywords.</summary>
    Desk,

    /// <summary>A property of a book, film or record: the lines are of a review, and tell of the work, not of the draft.</summary>
    Work,
}
