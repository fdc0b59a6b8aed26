namespace Digest.Core.Boilerplate;

/// <summary>A rule file can't be used. The message names the file, the rule and what to mend.</summary>
public sealed class RuleSetException : Exception
{
    /// <summary>Names the file, the rule and what to mend.</summary>
    public RuleSetException(string message)
        : base(message) { }

    /// <summary>Names the file, the rule and what to mend.</summary>
    public RuleSetException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>A rule file can't be used.</summary>
    public RuleSetException()
        : base("A rule file can't be used.") { }
}
