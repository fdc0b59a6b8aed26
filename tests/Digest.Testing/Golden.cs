using System.Text;
using Xunit;

namespace Digest.Testing;

/// <summary>
/// Compares text with a golden file. A difference fails the test and leaves the new text beside the golden file as
/// <c>*.received</c>; with <c>DIGEST_ACCEPT=1</c> in the environment the golden file is rewritten instead.
/// </summary>
public static class Golden
{
    public static void Verify(string actual, string goldenPath)
    {
        var received = goldenPath + ".received";
        var expected = File.Exists(goldenPath) ? File.ReadAllText(goldenPath, Encoding.UTF8) : null;
        if (string.Equals(expected, actual, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        var accept = string.Equals(Environment.GetEnvironmentVariable("DIGEST_ACCEPT"), "1", StringComparison.Ordinal);
        File.WriteAllText(accept ? goldenPath : received, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (!accept)
        {
            Assert.Equal(expected ?? "(no golden file yet)", actual);
        }
    }
}
