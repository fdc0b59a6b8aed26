namespace Digest.Cli.Doctor;

/// <summary>How a check ended.</summary>
internal enum Verdict
{
    /// <summary>Nothing to do.</summary>
    Ok,

    /// <summary>The digest works, and something should be looked at.</summary>
    Warn,

    /// <summary>The digest does not work like this.</summary>
    Fail,
}

/// <summary>One line of what <c>digest doctor</c> found.</summary>
/// <param name="Verdict">How it ended.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="Text">What was found and, unless it is well, what to do.</param>
internal sealed record Finding(Verdict Verdict, string Subject, string Text)
{
    public static Finding Ok(string subject, string text) => new(Verdict.Ok, subject, text);

    public static Finding Warn(string subject, string text) => new(Verdict.Warn, subject, text);

    public static Finding Fail(string subject, string text) => new(Verdict.Fail, subject, text);
}
