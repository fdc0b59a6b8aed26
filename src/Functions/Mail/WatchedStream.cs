using System.Net.Mail;

namespace Digest.Functions.Mail;

/// <summary>
/// A message part that notices when it is read. <see cref="SmtpClient"/> does not say whether it failed before, in or
/// after DATA; but it reads the parts after the server's 354 and only then, and the final dot follows the last byte of
/// the last part. So: no part begun means that the server has seen no data, and a last part not read to its end means
/// that it has not seen the end of the data. In both cases it can't have taken the message.
/// A short message is read to its end and handed to the socket, its final dot with it, before a loss of the connection is
/// noticed: nobody on this side can say how much of what the socket took has reached the server. That is uncertain and stays so.
/// </summary>
internal sealed class WatchedStream(Stream content) : Stream
{
    /// <summary>True once a byte was asked for.</summary>
    public bool Begun { get; private set; }

    /// <summary>True once the end was met.</summary>
    public bool Ended { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => content.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => content.Position;
        set => content.Position = value;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Note(content.Read(buffer, offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => Note(content.Read(buffer));

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Note(await content.ReadAsync(buffer, cancellationToken));

    /// <inheritdoc/>
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Note(await content.ReadAsync(buffer.AsMemory(offset, count), cancellationToken));

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => content.Seek(offset, origin);

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <summary>Forgets what was noticed, before another try.</summary>
    public void Reset()
    {
        Begun = Ended = false;
        content.Position = 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Note(int read)
    {
        Begun = true;
        Ended |= read == 0 || content.Position == content.Length;
        return read;
    }
}
