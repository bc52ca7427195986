using CsCheck;
using static ZhuzhouGraph.Stores.Tests.Batches;

namespace ZhuzhouGraph.Stores.Tests;

/// <summary>Random units of the invented city, for properties.</summary>
public static class Generated
{
    private static readonly Gen<string> Addresses = Gen.Select(Gen.Int[1, 4], Gen.Int[1, 2], (line, sentence) => $"{line}.{sentence}");

    private static readonly Gen<Relationship> Relationships = Gen.OneOf(
        Gen.OneOf("市长", "代市长").Select(Gen.OneOf(City, Harbour), (title, body) => Post(Mayor, body, title)),
        Gen.OneOf("谋划", "督办", null).Select(word => Link(
            RelationshipTypes.Built, Harbour, City, null, [.. word is null ? [] : new[] { ("word", word) }])));

    private static readonly Gen<Func<GraphBatch, GraphBatch>> Facts = Gen.OneOf(
        Gen.Select(Relationships, Addresses).Select<(Relationship Link, string At), Func<GraphBatch, GraphBatch>>(x => batch =>
            batch.Relationships.Any(r => r.Id == x.Link.Id) ? batch : batch.Stating(x.Link, x.At)),
        Gen.Select(Gen.OneOf("a", "b", "c"), Gen.Int[1, 3], Addresses).Select<(string Key, int Value, string At), Func<GraphBatch, GraphBatch>>(x => batch =>
            batch.Observations.Any(o => o.Id.EndsWith("/" + x.Key, StringComparison.Ordinal))
                ? batch
                : batch.Printing(Figure(int.Parse(batch.Unit[^2..], System.Globalization.CultureInfo.InvariantCulture), x.Key, x.Value), x.At)),
        Gen.Select(Gen.OneOf((City, "云海市"), (Mayor, "蓝桥"), (Harbour, "云海港务处")), Addresses)
            .Select<((string Id, string Name) Entity, string At), Func<GraphBatch, GraphBatch>>(x => batch => batch.Naming(x.Entity.Id, x.Entity.Name, x.At)),
        Gen.OneOf("event:fair", "event:parade").Select<string, Func<GraphBatch, GraphBatch>>(id => batch =>
            id == "event:fair" != batch.Unit.EndsWith('1') || batch.Entities.Any(e => e.Id == id)
                ? batch
                : batch.With(Named(EntityTypes.Event, id, "灯会" + id[6..], id)).Naming(id, "灯会" + id[6..])));

    /// <summary>Articles 1 to 3, each perhaps several times with other facts.</summary>
    public static Gen<GraphBatch[]> Units { get; } = Gen.Select(Gen.Int[1, 3], Facts.Array[0, 6])
        .Select((number, facts) => facts.Aggregate(Article(number), (batch, add) => add(batch)))
        .Array[1, 6];
}
