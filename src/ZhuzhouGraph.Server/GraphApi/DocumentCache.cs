using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.GraphApi;

/// <summary>
/// Documents that were found valid, so that they are read and validated once; those asked for longest ago make room. It belongs to one
/// schema, which a process does not change. What depends on the request is no part of it: variables, arguments, cost, the method.
/// </summary>
internal sealed class DocumentCache(DocumentCacheLimits limits)
{
    /// <summary>What an entry needs besides its document: key, nodes of list and table.</summary>
    private const int Overhead = 400;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();

    private sealed record Entry(string Key, GraphQLDocument Document, long Bytes);

    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    /// <summary>What the entries need, never less than they really do.</summary>
    public long Bytes { get; private set; }

    /// <summary>SHA-256 of the text and the operation's name, or null for a document that is not kept.</summary>
    public string? KeyOf(string text, string? operationName)
    {
        var name = operationName ?? "";
        // The cheap look first: nobody has to hash a megabyte to learn that it is too long.
        if (text.Length > limits.DocumentBytes || name.Length > limits.DocumentBytes || Encoding.UTF8.GetByteCount(text) > limits.DocumentBytes)
            return null;
        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes($"{name.Length} {name}{text}".AsSpan())));
    }

    public GraphQLDocument? Find(string? key)
    {
        if (key is null)
            return null;
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var node))
                return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Document;
        }
    }

    /// <summary>Keeps a document that is valid.</summary>
    /// <param name="bytes">What it needs in memory, its text included.</param>
    public void Add(string? key, GraphQLDocument document, long bytes)
    {
        var entry = new Entry(key ?? "", document, bytes + Overhead);
        if (key is null || limits.Entries < 1 || entry.Bytes > limits.Bytes)
            return;
        lock (_gate)
        {
            if (_entries.ContainsKey(key))
                return;
            _entries[key] = _byUse.AddFirst(entry);
            Bytes += entry.Bytes;
            while (_entries.Count > limits.Entries || Bytes > limits.Bytes)
            {
                var oldest = _byUse.Last!;
                _byUse.RemoveLast();
                _entries.Remove(oldest.Value.Key);
                Bytes -= oldest.Value.Bytes;
            }
        }
    }
}
