using System.Net;

namespace Digest.Cli.Up;

/// <summary>What <c>digest up</c> was asked for.</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="Ports">Ports of this machine's servers.</param>
/// <param name="Once">End when everything that is there has been done.</param>
/// <param name="Fresh">Begin with empty storage and an empty mailbox.</param>
/// <param name="Listen">Address that the site and the functions are served on.</param>
/// <param name="Editor">Let whoever sits at this machine use the editors' pages.</param>
internal sealed record UpOptions(string Folder, LocalPorts Ports, bool Once, bool Fresh, IPAddress Listen, bool Editor);
