namespace Digest.Cli.Up;

/// <summary>What <c>digest up</c> was asked for.</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="Ports">Ports of this machine's servers.</param>
/// <param name="Once">End when everything that is there has been done.</param>
/// <param name="Fresh">Begin with empty storage and an empty mailbox.</param>
internal sealed record UpOptions(string Folder, LocalPorts Ports, bool Once, bool Fresh);
