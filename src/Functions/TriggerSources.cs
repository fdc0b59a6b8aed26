using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions;

/// <summary>How the host learns of drops: the one thing in the functions that differs between Azure and one machine.</summary>
internal static class TriggerSources
{
#if EVENT_GRID
    /// <summary>Flex Consumption takes events only, and polling may miss blobs at scale.</summary>
    public const BlobTriggerSource Drops = BlobTriggerSource.EventGrid;
#else
    /// <summary>The emulator sends no events.</summary>
    public const BlobTriggerSource Drops = BlobTriggerSource.LogsAndContainerScan;
#endif
}
