using System.Text;
using ZhuzhouGraph.Bolt.PackStream;

namespace ZhuzhouGraph.Bolt;

/// <summary>The entries of a map, in the server's order. It lives no longer than its record.</summary>
public readonly struct BoltMap
{
    private readonly byte[] _bytes;
    private readonly int _first;

    internal BoltMap(byte[] bytes, int at)
    {
        _bytes = bytes;
        Count = Packed.Count(bytes, at, out _first);
    }

    public int Count { get; }

    public IEnumerable<string> Keys
    {
        get
        {
            var at = _first;
            for (var left = Count; left > 0; left--)
            {
                yield return Encoding.UTF8.GetString(Packed.Content(_bytes, at));
                at = Packed.Skip(_bytes, Packed.Skip(_bytes, at));
            }
        }
    }

    /// <summary>Looks the key up, from the first on: maps are small, and most are read a few times.</summary>
    public bool TryFind(string key, out BoltValue value)
    {
        var at = _first;
        for (var left = Count; left > 0; left--)
        {
            var name = Packed.Content(_bytes, at);
            at = Packed.Skip(_bytes, at);
            if (IsSame(name, key))
            {
                value = new BoltValue(_bytes, at);
                return true;
            }
            at = Packed.Skip(_bytes, at);
        }
        value = default;
        return false;
    }

    /// <summary>The text under a key; null where there is none.</summary>
    internal string? Text(string key) => TryFind(key, out var value) && value.Kind is BoltKind.String ? value.AsString() : null;

    /// <summary>The number under a key; null where there is none.</summary>
    internal long? Number(string key) => TryFind(key, out var value) && value.Kind is BoltKind.Integer ? value.AsInteger() : null;

    /// <summary>The truth value under a key; false where there is none.</summary>
    internal bool Flag(string key) => TryFind(key, out var value) && value.Kind is BoltKind.Boolean && value.AsBoolean();

    private static bool IsSame(ReadOnlySpan<byte> name, string key) =>
        name.Length == key.Length
            ? Ascii.Equals(name, key)
            : name.Length > key.Length && Encoding.UTF8.GetByteCount(key) == name.Length && Encoding.UTF8.GetString(name) == key;
}
