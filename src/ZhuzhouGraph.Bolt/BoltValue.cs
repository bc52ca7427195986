using System.Text;
using ZhuzhouGraph.Bolt.PackStream;

namespace ZhuzhouGraph.Bolt;

/// <summary>
/// One value of an answer. It looks into the bytes that arrived and lives no longer than its record: until the next one is read.
/// </summary>
public readonly struct BoltValue
{
    private readonly byte[] _bytes;
    private readonly int _at;

    internal BoltValue(byte[] bytes, int at) => (_bytes, _at) = (bytes, at);

    public BoltKind Kind => Packed.KindOf(_bytes, _at);

    public bool IsNull => _bytes[_at] == Marker.Null;

    /// <exception cref="InvalidOperationException">It is of another kind, as for every reader here.</exception>
    public bool AsBoolean() => Of(BoltKind.Boolean)._bytes[_at] == Marker.True;

    public long AsInteger() => Packed.Integer(Of(BoltKind.Integer)._bytes, _at);

    public double AsFloat() => Packed.Float(Of(BoltKind.Float)._bytes, _at);

    public string AsString() => Encoding.UTF8.GetString(Packed.Content(Of(BoltKind.String)._bytes, _at));

    public byte[] AsBytes() => Packed.Content(Of(BoltKind.Bytes)._bytes, _at).ToArray();

    public BoltList AsList() => new(Of(BoltKind.List)._bytes, _at);

    public BoltMap AsMap() => new(Of(BoltKind.Map)._bytes, _at);

    public BoltDate AsDate() => new(Of(BoltKind.Date).Number(0));

    public BoltLocalTime AsLocalTime() => new(Of(BoltKind.LocalTime).Number(0));

    public BoltTime AsTime() => new(Of(BoltKind.Time).Number(0), Number(1));

    public BoltLocalDateTime AsLocalDateTime() => new(Of(BoltKind.LocalDateTime).Number(0), Number(1));

    public BoltOffsetDateTime AsOffsetDateTime() => new(Of(BoltKind.OffsetDateTime).Number(0), Number(1), Number(2));

    public BoltZonedDateTime AsZonedDateTime() => new(Of(BoltKind.ZonedDateTime).Number(0), Number(1), Field(2).AsString());

    public BoltDuration AsDuration() => new(Of(BoltKind.Duration).Number(0), Number(1), Number(2), Number(3));

    /// <summary>The labels of a node.</summary>
    public BoltList Labels => Of(BoltKind.Node).Field(1).AsList();

    /// <summary>The properties of a node or a relationship.</summary>
    public BoltMap Properties =>
        Kind switch
        {
            BoltKind.Node or BoltKind.UnboundRelationship => Field(2).AsMap(),
            BoltKind.Relationship => Field(4).AsMap(),
            var kind => throw Other(kind, "an entity"),
        };

    /// <summary>The type of a relationship.</summary>
    public string Type =>
        Kind switch
        {
            BoltKind.Relationship => Field(3).AsString(),
            BoltKind.UnboundRelationship => Field(1).AsString(),
            var kind => throw Other(kind, "a relationship"),
        };

    /// <summary>What the server calls a node or a relationship, for the time of a transaction.</summary>
    public string ElementId =>
        Kind switch
        {
            BoltKind.Node or BoltKind.UnboundRelationship => Field(3).AsString(),
            BoltKind.Relationship => Field(5).AsString(),
            var kind => throw Other(kind, "an entity"),
        };

    /// <summary>The <see cref="ElementId"/> of the node from which a relationship leads.</summary>
    public string StartElementId => Of(BoltKind.Relationship).Field(6).AsString();

    /// <summary>The <see cref="ElementId"/> of the node to which a relationship leads.</summary>
    public string EndElementId => Of(BoltKind.Relationship).Field(7).AsString();

    /// <summary>The different nodes of a path, the first of which it begins with.</summary>
    public BoltList PathNodes => Of(BoltKind.Path).Field(0).AsList();

    /// <summary>The different relationships of a path, each a <see cref="BoltKind.UnboundRelationship"/>.</summary>
    public BoltList PathRelationships => Of(BoltKind.Path).Field(1).AsList();

    /// <summary>
    /// How a path goes on from its first node: by turns a relationship, counted from 1 and negative where it is walked backwards, and a
    /// node, counted from 0.
    /// </summary>
    public BoltList PathSteps => Of(BoltKind.Path).Field(2).AsList();

    private BoltValue Of(BoltKind kind) => Kind == kind ? this : throw Other(Kind, $"a {kind}");

    private static InvalidOperationException Other(BoltKind kind, string wanted) => new($"A {kind} is read as {wanted}.");

    private BoltValue Field(int number)
    {
        var at = _at + 2;
        for (; number > 0; number--)
            at = Packed.Skip(_bytes, at);
        return new BoltValue(_bytes, at);
    }

    private long Number(int field) => Field(field).AsInteger();
}
