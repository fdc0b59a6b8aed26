using System.Reflection;
using System.Security.Cryptography;
using Digest.Core.Subscribers;
using Xunit;

namespace Digest.Core.Tests.Subscribers;

public sealed class SubscriberTokensTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);
    private static readonly string Ada = EmailAddress.Parse("ada@example.org").SubscriberId;
    private static readonly string OldKey = TokenOptions.NewKey();

    [Fact]
    public void A_token_speaks_for_its_subscriber()
    {
        var tokens = Tokens(("k1", OldKey));
        Assert.Equal(Ada, tokens.Verify(TokenPurpose.Unsubscribe, tokens.Sign(TokenPurpose.Unsubscribe, Ada, null), Now));
    }

    [Fact]
    public void An_unsubscribe_token_never_expires_and_a_confirmation_does()
    {
        var tokens = Tokens(("k1", OldKey));
        var leave = tokens.Sign(TokenPurpose.Unsubscribe, Ada, null);
        var confirm = tokens.Sign(TokenPurpose.Confirm, Ada, Now.AddDays(3));
        Assert.NotNull(tokens.Verify(TokenPurpose.Unsubscribe, leave, Now.AddYears(50)));
        Assert.NotNull(tokens.Verify(TokenPurpose.Confirm, confirm, Now.AddDays(3)));
        Assert.Null(tokens.Verify(TokenPurpose.Confirm, confirm, Now.AddDays(3).AddSeconds(1)));
    }

    [Fact]
    public void A_token_is_good_for_one_purpose_only()
    {
        var tokens = Tokens(("k1", OldKey));
        Assert.Null(tokens.Verify(TokenPurpose.Confirm, tokens.Sign(TokenPurpose.Unsubscribe, Ada, null), Now));
        Assert.Null(tokens.Verify(TokenPurpose.Unsubscribe, tokens.Sign(TokenPurpose.Confirm, Ada, Now.AddDays(1)), Now));
    }

    [Fact]
    public void A_link_from_before_a_key_rotation_works_until_its_key_is_taken_away()
    {
        var old = Tokens(("k1", OldKey)).Sign(TokenPurpose.Unsubscribe, Ada, null);
        var newKey = TokenOptions.NewKey();
        Assert.Equal(Ada, Tokens(("k2", newKey), ("k1", OldKey)).Verify(TokenPurpose.Unsubscribe, old, Now));
        Assert.Null(Tokens(("k2", newKey)).Verify(TokenPurpose.Unsubscribe, old, Now));
        Assert.Null(Tokens(("k1", newKey)).Verify(TokenPurpose.Unsubscribe, old, Now));
    }

    [Fact]
    public void A_hundred_thousand_mutated_and_random_tokens_are_refused()
    {
        var tokens = Tokens(("k1", OldKey), ("k2", TokenOptions.NewKey()));
        var good = tokens.Sign(TokenPurpose.Unsubscribe, Ada, null);
        var random = new Random(20261121);
        for (var i = 0; i < 100_000; i++)
        {
            var forged = (i % 5) switch
            {
                0 => Changed(good, random),
                1 => good.Remove(random.Next(good.Length), 1),
                2 => good.Insert(random.Next(good.Length + 1), Letter(random).ToString()),
                3 => Swapped(good, random),
                _ => new string([.. Enumerable.Range(0, random.Next(0, 220)).Select(_ => Letter(random))]),
            };
            if (forged != good)
            {
                Assert.Null(tokens.Verify(TokenPurpose.Unsubscribe, forged, Now));
            }
        }
    }

    [Fact]
    public void Every_single_character_of_a_token_counts()
    {
        var tokens = Tokens(("k1", OldKey));
        var good = tokens.Sign(TokenPurpose.Unsubscribe, Ada, null);
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=%\n ";
        for (var at = 0; at < good.Length; at++)
        {
            foreach (var c in Alphabet.Where(c => c != good[at]))
            {
                Assert.Null(tokens.Verify(TokenPurpose.Unsubscribe, $"{good[..at]}{c}{good[(at + 1)..]}", Now));
            }
        }
    }

    /// <summary>
    /// What a forger could measure is decided by construction, so that is what is looked at: every forgery costs one MAC over
    /// the text it came with, whichever part is wrong, an unknown key included.
    /// </summary>
    [Fact]
    public void Refusing_does_the_same_work_wherever_the_forgery_is()
    {
        var signed = new List<int>();
        var options = new TokenOptions { Keys = { ["k1"] = OldKey } };
        var tokens = new SubscriberTokens(options, (key, text) =>
        {
            signed.Add(text.Length);
            return HMACSHA256.HashData(key, text);
        });
        var good = tokens.Sign(TokenPurpose.Unsubscribe, Ada, null);
        var work = Assert.Single(signed);
        var mac = good.LastIndexOf('.') + 1;
        string[] forged =
        [
            Replace(good, mac), Replace(good, good.Length - 1), Replace(good, 0), Replace(good, good.IndexOf('.', 5) + 1),
            good.Replace(".k1.", ".k9.", StringComparison.Ordinal), tokens.Sign(TokenPurpose.Confirm, Ada, null),
        ];
        foreach (var token in forged)
        {
            signed.Clear();
            Assert.Null(tokens.Verify(TokenPurpose.Unsubscribe, token, Now));
            Assert.Equal([work], signed);
        }
    }

    /// <summary>And the MACs are compared in constant time: by the framework's comparison, which does not stop at the first difference.</summary>
    [Fact]
    public void The_MAC_is_compared_without_stopping_at_the_first_difference()
    {
        var verify = typeof(SubscriberTokens).GetMethod(nameof(SubscriberTokens.Verify))!;
        var called = Calls(verify).ToList();
        Assert.Contains(typeof(CryptographicOperations).GetMethod(nameof(CryptographicOperations.FixedTimeEquals))!, called);
        // The one comparison of strings in it is that of the purpose, which anybody may know.
        Assert.Single(called, m => m.Name is "op_Equality" or "Equals" or "SequenceEqual" or "Compare" or "CompareOrdinal" or "op_Inequality");
    }

    private static IEnumerable<MethodBase> Calls(MethodInfo method)
    {
        var il = method.GetMethodBody()!.GetILAsByteArray()!;
        for (var at = 0; at < il.Length - 4; at++)
        {
            // call and callvirt, followed by the method's token. Some of these bytes are no instructions; their tokens lead nowhere.
            if (il[at] is 0x28 or 0x6F && Resolve(method.Module, BitConverter.ToInt32(il, at + 1)) is { } called)
            {
                yield return called;
            }
        }
    }

    private static MethodBase? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static SubscriberTokens Tokens(params (string Id, string Key)[] keys)
    {
        var options = new TokenOptions { Current = keys[0].Id };
        foreach (var (id, key) in keys)
        {
            options.Keys[id] = key;
        }

        return new SubscriberTokens(options);
    }

    private static char Letter(Random random) => (char)random.Next(33, 127);

    private static string Changed(string token, Random random)
    {
        var at = random.Next(token.Length);
        return $"{token[..at]}{Letter(random)}{token[(at + 1)..]}";
    }

    private static string Swapped(string token, Random random)
    {
        var chars = token.ToCharArray();
        var (a, b) = (random.Next(chars.Length), random.Next(chars.Length));
        (chars[a], chars[b]) = (chars[b], chars[a]);
        return new string(chars);
    }

    private static string Replace(string token, int at) => $"{token[..at]}{(token[at] == 'A' ? 'B' : 'A')}{token[(at + 1)..]}";
}
