using CsCheck;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests;

/// <summary>Random units of the invented city, for properties.</summary>
public static class Generated
{
    private const string Lights = "event:lights",
        Vote = "event:vote",
        Prize = "award:lantern-prize";

    /// <summary>
    /// What the units mention and none of them declares: an event with a day, one without, and an award; and background, of which articles
    /// state a part.
    /// </summary>
    public static GraphBatch Registry { get; } =
        Hashed(
            Entities with
            {
                Relationships =
                [
                    Background(Link(RelationshipTypes.PartOf, Vote, Lights)),
                    Background(Link(RelationshipTypes.LocatedIn, Harbour, City)),
                ],
            }
        );

    private static GraphBatch Entities =>
        Batches.Registry(
            Named(EntityTypes.Event, Lights, "亮灯", "Lights") with
            {
                Period = On(5),
            },
            Named(EntityTypes.Event, Vote, "评选", "Vote"),
            Named(EntityTypes.Award, Prize, "灯奖", "Lantern prize")
        );

    private static Relationship Background(Relationship link) =>
        link with
        {
            Status = StatementStatus.Reference,
            References = [new("reference:codes", "云海区划代码", "Codes of Yunhai", "云海标准局", 2030, "YH 1-2030", null)],
        };

    private static readonly Gen<string> Addresses = Gen.Select(Gen.Int[1, 4], Gen.Int[1, 2], (line, sentence) => $"{line}.{sentence}");

    private static readonly Gen<Relationship> Relationships = Gen.OneOf(
        Gen.OneOf("市长", "代市长").Select(Gen.OneOf(City, Harbour), (title, body) => Post(Mayor, body, title)),
        Gen.OneOf("谋划", "督办", null)
            .Select(word => Link(RelationshipTypes.Built, Harbour, City, null, [.. word is null ? [] : new[] { ("word", word) }])),
        Gen.OneOf("CHAIR", "SPEAKER")
            .Select(Gen.OneOf(Lights, Vote), (role, at) => Link(RelationshipTypes.TookPartIn, Mayor, at, null, ("role", role))),
        // Where it was announced is no part of what it is, so that articles may differ.
        Gen.OneOf(Lights, Vote, null)
            .Select(at => Link(RelationshipTypes.Received, City, Prize, null, [.. at is null ? [] : new[] { ("at", at) }])),
        Gen.Const(Link(RelationshipTypes.PartOf, Vote, Lights))
    );

    private static readonly Gen<Func<GraphBatch, GraphBatch>> Facts = Gen.OneOf(
        Gen.Select(Relationships, Addresses)
            .Select<(Relationship Link, string At), Func<GraphBatch, GraphBatch>>(x =>
                batch => batch.Relationships.Any(r => r.Id == x.Link.Id) ? batch : batch.Stating(x.Link, x.At)
            ),
        Gen.Select(Gen.OneOf("a", "b", "c"), Gen.Int[1, 3], Gen.OneOf(Lights, Vote, null), Addresses)
            .Select<(string Key, int Value, string? Event, string At), Func<GraphBatch, GraphBatch>>(x =>
                batch =>
                    batch.Observations.Any(o => o.Id.EndsWith("/" + x.Key, StringComparison.Ordinal))
                        ? batch
                        : batch.Printing(
                            Figure(int.Parse(batch.Unit[^2..], System.Globalization.CultureInfo.InvariantCulture), x.Key, x.Value) with
                            {
                                At = x.Event,
                            },
                            x.At
                        )
            ),
        Gen.Select(Gen.OneOf((City, "云海市"), (Mayor, "蓝桥"), (Harbour, "云海港务处")), Addresses)
            .Select<((string Id, string Name) Entity, string At), Func<GraphBatch, GraphBatch>>(x =>
                batch => batch.Naming(x.Entity.Id, x.Entity.Name, x.At)
            ),
        Gen.Select(Gen.OneOf("event:fair", "event:parade"), Gen.Int[0, 3])
            .Select<(string Id, int Day), Func<GraphBatch, GraphBatch>>(x =>
                batch =>
                    x.Id == "event:fair" != batch.Unit.EndsWith('1') || batch.Entities.Any(e => e.Id == x.Id)
                        ? batch
                        // Of two articles that declare one event the last decides, so they agree; the first article alone declares the
                        // fair, and may move it.
                        : batch
                            .With(
                                Named(EntityTypes.Event, x.Id, "灯会" + x.Id[6..], x.Id) with
                                {
                                    Period =
                                        x.Id == "event:parade" ? On(2)
                                        : x.Day == 0 ? null
                                        : On(x.Day),
                                }
                            )
                            .Naming(x.Id, "灯会" + x.Id[6..])
                            .Stating(Link(RelationshipTypes.Organized, Harbour, x.Id, null, ("role", "ORGANIZER")))
            )
    );

    /// <summary>Articles 1 to 3, each perhaps several times with other facts.</summary>
    public static Gen<GraphBatch[]> Units { get; } =
        Gen.Select(Gen.Int[1, 3], Facts.Array[0, 6])
            .Select((number, facts) => facts.Aggregate(Article(number), (batch, add) => add(batch)))
            .Array[1, 6];

    private static Period On(int day) => Days($"{day}日", FirstDay.PlusDays(day), FirstDay.PlusDays(day));
}
