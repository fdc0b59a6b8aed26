using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>
/// What is known of people, by their names. "J. Doe", "Jane Doe" and "Jane M. Doe" are one: the surname is the same, and so
/// is the given name or its initial.
/// </summary>
internal sealed class NameIndex<T>
{
    private readonly Dictionary<string, List<(string Given, T Known)>> _bySurname = new(StringComparer.Ordinal);

    /// <summary>Adds what is known of a person; of what is added for one name, the first is found.</summary>
    public void Add(string name, T known)
    {
        var (given, surname) = Parts(name);
        ref var bearers = ref CollectionsMarshal.GetValueRefOrAddDefault(_bySurname, surname, out _);
        bearers ??= [];
        bearers.Add((given, known));
    }

    public bool Holds(string name) => TryFind(name, out _);

    public bool TryFind(string name, [MaybeNullWhen(false)] out T known)
    {
        var (given, surname) = Parts(name);
        foreach (var bearer in _bySurname.GetValueOrDefault(surname, []))
        {
            if (AreOne(bearer.Given, given))
            {
                known = bearer.Known;
                return true;
            }
        }

        known = default;
        return false;
    }

    private static bool AreOne(string a, string b) =>
        a == b || (a.Length > 0 && b.Length > 0 && a[0] == b[0] && (a.Length == 1 || b.Length == 1));

    private static (string Given, string Surname) Parts(string name)
    {
        var key = PlainForm.Key(name);
        var (first, last) = (key.IndexOf(' ', StringComparison.Ordinal), key.LastIndexOf(' '));
        return (first < 0 ? key : key[..first], key[(last + 1)..]);
    }
}
