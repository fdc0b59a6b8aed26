namespace Digest.Testing.InMemory;

/// <summary>
/// Breaks a run off before its n-th write, as a crash would: no step is half done, but any number of steps is missing.
/// </summary>
public sealed class Interruption
{
    private int _left = int.MaxValue;

    /// <summary>Lets <paramref name="writes"/> writes happen; the next one throws.</summary>
    public void After(int writes) => _left = writes;

    /// <summary>Lets everything happen.</summary>
    public void Never() => _left = int.MaxValue;

    /// <summary>Called before each write.</summary>
    public void Step()
    {
        if (Interlocked.Decrement(ref _left) < 0)
        {
            throw new InterruptedException();
        }
    }
}

/// <summary>The run was broken off.</summary>
public sealed class InterruptedException : Exception
{
    public InterruptedException()
        : base("The run was broken off.")
    {
    }

    public InterruptedException(string message)
        : base(message)
    {
    }

    public InterruptedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
