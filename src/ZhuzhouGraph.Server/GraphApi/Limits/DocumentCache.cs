using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using GraphQL.Types;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.GraphApi.Execution;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>A document that was found valid, and the plan of the one operation that is asked of it.</summary>
/// <param name="bytes">What it needs in memory, its text included.</param>
internal sealed class KnownDocument(GraphQLDocument document, long bytes)
{
    private QueryPlan? _plan;
    private long _cost = -1;

    public GraphQLDocument Document => document;

    /// <summary>What it needs with its plan, which grows while it is used.</summary>
    public long Bytes => bytes + (_plan?.Bytes ?? 0);

    /// <summary>
    /// What it costs, once it was found right and run, if it has no variables: then nothing about it differs from request to request, and
    /// no rule has to
    /// look at it again. Null for others.
    /// </summary>
    public long? Cost
    {
        get => Interlocked.Read(ref _cost) is >= 0 and var cost ? cost : null;
        set => Interlocked.Exchange(ref _cost, value ?? -1);
    }

    public QueryPlan PlanOf(ISchema schema, GraphQLOperationDefinition operation) =>
        _plan ?? Interlocked.CompareExchange(ref _plan, new QueryPlan(schema, document, operation), null) ?? _plan;
}

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

    private sealed record Entry(string Key, KnownDocument Document, long Bytes);

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
        if (
            text.Length > limits.DocumentBytes
            || name.Length > limits.DocumentBytes
            || Encoding.UTF8.GetByteCount(text) > limits.DocumentBytes
        )
            return null;
        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes($"{name.Length} {name}{text}".AsSpan())));
    }

    public KnownDocument? Find(string? key)
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

    /// <summary>Keeps a document that is valid and was run. One that is kept is counted again, because its plan may have grown.</summary>
    public void Keep(string? key, KnownDocument document)
    {
        if (key is null || limits.Entries < 1)
            return;
        var bytes = document.Bytes + Overhead;
        lock (_gate)
        {
            if (_entries.GetValueOrDefault(key)?.Value.Bytes == bytes)
                return;
            if (_entries.Remove(key, out var node))
            {
                _byUse.Remove(node);
                Bytes -= node.Value.Bytes;
            }
            if (bytes > limits.Bytes)
                return;
            _entries[key] = _byUse.AddFirst(new Entry(key, document, bytes));
            Bytes += bytes;
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
