using System.Text;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// What <c>Import.cypher</c> writes of one unit: lists of rows under the names that it unwinds, and the bounds that one transaction and the
/// indexes set them.
/// </summary>
/// <param name="unit">The unit of import, for messages.</param>
internal sealed class ImportRows(string unit)
{
    /// <summary>
    /// How many rows one unit may have: what one transaction of a server with the usual 512 MB of heap holds, with room to spare. A row is
    /// a node or a relationship, sometimes both.
    /// </summary>
    public const int MaxRows = 30_000;

    /// <summary>
    /// Bytes of UTF-8 that a name or printed words may have: a key of a range index holds 8 kB, and other parts of it take some.
    /// </summary>
    public const int MaxNameBytes = 7_000;

    /// <summary>Bytes of UTF-8 that a sentence may have: a text index holds 32 kB.</summary>
    public const int MaxSentenceBytes = 32_000;

    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Every parameter by its name.</summary>
    public IReadOnlyDictionary<string, object?> Values => _values;

    /// <summary>Sets a parameter that is no list of rows to write.</summary>
    public void Set(string name, object? value) => _values[name] = value;

    /// <summary>Sets a list of ids of what is written.</summary>
    public void AddIds(string name, IEnumerable<string> ids)
    {
        List<string> list = [.. ids];
        Count += list.Count;
        _values[name] = list;
    }

    /// <summary>Sets a list of rows, one for each item.</summary>
    public void Add<T>(string name, IEnumerable<T> items, Func<T, Dictionary<string, object?>> row)
    {
        List<Dictionary<string, object?>> list = [.. items.Select(row)];
        Count += list.Count;
        _values[name] = list;
    }

    /// <summary>Notes a text that is too long for the index that holds it.</summary>
    public void Check(string what, string text, int most)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > most)
            _problems.Add($"{what} is {bytes} bytes long, and the index takes {most}");
    }

    /// <exception cref="GraphStoreException">There are too many rows, or texts that no index takes: all of it is said.</exception>
    public void RefuseWhatDoesNotFit()
    {
        if (Count > MaxRows)
            _problems.Add(
                $"it has {Count} nodes and relationships, and one transaction takes {MaxRows}: divide it into several articles, or the "
                    + "registry into what articles declare"
            );
        if (_problems.Count > 0)
            throw new GraphStoreException($"Neo4j cannot take in {unit}: {string.Join("; ", _problems)}.", isTransient: false);
    }
}
