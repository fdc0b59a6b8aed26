using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Digest.Benchmarks.Reading;

/// <summary>What one call took on this thread.</summary>
/// <param name="Time">Wall-clock time.</param>
/// <param name="Allocated">Bytes allocated.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cost(TimeSpan Time, double Allocated)
{
    public static Cost Unknown { get; } = new(TimeSpan.MaxValue, double.MaxValue);

    public static Cost Of(Action call)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        call();
        return new Cost(Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    public Cost OrLess(Cost other) => new(other.Time < Time ? other.Time : Time, Math.Min(Allocated, other.Allocated));
}
