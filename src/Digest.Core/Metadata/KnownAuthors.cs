using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>
/// The authors an essay is known to have: those the document declares, and those named in lines and notes that have left the
/// body so far. Each line is read once, however often somebody is looked for.
/// </summary>
internal sealed class KnownAuthors
{
    private readonly Manuscript _m;
    private readonly Func<Manuscript, int, IEnumerable<string>> _namesIn;
    private readonly NameIndex<bool> _names = new();
    private readonly List<string> _all = [];
    private int _read;

    /// <param name="m">The essay.</param>
    /// <param name="declared">What the document declares.</param>
    /// <param name="namesIn">Reads the names in a line or note on authors.</param>
    public KnownAuthors(Manuscript m, DocumentMetadata declared, Func<Manuscript, int, IEnumerable<string>> namesIn)
    {
        (_m, _namesIn) = (m, namesIn);
        AreDeclared = declared.Authors.Count > 0;
        foreach (var author in declared.Authors)
        {
            Add(author.Name);
        }
    }

    /// <summary>Whether the document itself names an author.</summary>
    public bool AreDeclared { get; }

    /// <summary>The names in the order in which they were found; a name may stand in it twice.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            ReadNew();
            return _all;
        }
    }

    public bool Holds(string name)
    {
        ReadNew();
        return _names.Holds(name);
    }

    private void ReadNew()
    {
        for (; _read < _m.OnAuthors.Count; _read++)
        {
            foreach (var author in _namesIn(_m, _m.OnAuthors[_read]))
            {
                Add(author);
            }
        }
    }

    private void Add(string name)
    {
        _names.Add(name, known: true);
        _all.Add(name);
    }
}
