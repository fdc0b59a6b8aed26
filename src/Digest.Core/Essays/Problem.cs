namespace Digest.Core.Essays;

/// <summary>Why a drop cannot become an essay, for the person who dropped it.</summary>
/// <param name="Code">Stable machine word in kebab case, one of <see cref="ProblemCodes"/>.</param>
/// <param name="Message">One or two plain sentences: what is wrong and what to do about it.</param>
public sealed record Problem(string Code, string Message);

/// <summary>The codes of <see cref="Problem"/>.</summary>
public static class ProblemCodes
{
    /// <summary>The file has no bytes, or nothing but white space.</summary>
    public const string Empty = "empty";

    /// <summary>The file is larger than the limit.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The bytes are of a format that is not read (PDF, image, archive…).</summary>
    public const string UnknownFormat = "unknown-format";

    /// <summary>The bytes are not text although the name says so.</summary>
    public const string NotText = "not-text";

    /// <summary>A document of a known format that is damaged or protected.</summary>
    public const string Damaged = "damaged";

    /// <summary>Nested or expanded beyond the limits of depth, size or time.</summary>
    public const string TooComplex = "too-complex";

    /// <summary>After stripping boilerplate nothing is left.</summary>
    public const string NoBody = "no-body";

    /// <summary>A draft of an essay that readers have: what they read must not be replaced by it.</summary>
    public const string Draft = "draft";

    /// <summary>Ingest failed again and again for a reason outside the drop.</summary>
    public const string Failed = "failed";
}

/// <summary>The result of reading a drop: an essay or a problem, never neither.</summary>
public abstract record ReadResult
{
    private ReadResult() { }

    /// <summary>The drop is an essay.</summary>
    public sealed record Ready(Essay Essay) : ReadResult;

    /// <summary>The drop can't be used.</summary>
    public sealed record Rejected(Problem Problem) : ReadResult;
}
