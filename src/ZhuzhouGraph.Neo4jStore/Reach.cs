namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// What is reached from entities over any number of steps, as Cypher: their parts, what they lie in, and what lies outside of them.
/// </summary>
internal static class Reach
{
    private static readonly string Lies = $"{RelationshipTypes.PartOf.Name}|{RelationshipTypes.LocatedIn.Name}";

    /// <summary>The maps <c>link</c> with their parts: <c>asked</c> are the ids that stood in <c>with</c>.</summary>
    public static string Parts { get; } =
        $$"""
            CALL (link) {
                UNWIND CASE WHEN link.withParts THEN link.with END AS id
                MATCH (w:Entity {id: id}) MATCH (w) ({{Downward("link.isPrinted")}})+ (x:Entity)
                RETURN collect(x.id) AS parts
            }
            WITH link {.*, with: link.with + parts, asked: link.with} AS link
            """;

    /// <summary>
    /// The maps <c>link</c> with the ids of what is known to lie outside of <c>with</c>, the places <c>asked</c> and their parts, as
    /// <c>outside</c>; null where no place is asked for. See <see cref="EntityQuery.OrUnplaced"/>.
    /// </summary>
    /// <param name="administrations">The kinds of places that lie apart from each other.</param>
    public static string Outside(string administrations) =>
        $$"""
            CALL (link) {
                UNWIND CASE WHEN link.isPlacing THEN link.asked END AS id
                MATCH (ground:Entity {id: id}) WHERE {{IsGround("ground")}}
                RETURN count(ground) > 0 AS isPlacing
            }
            CALL (link, isPlacing) {
                UNWIND CASE WHEN isPlacing THEN link.asked END AS id
                MATCH (w:Entity {id: id}) MATCH (w) ({{Upward("link.isPrinted")}})+ (x:Entity)
                RETURN collect(x.id) AS above
            }
            CALL (link, isPlacing, above) {
                WITH link, isPlacing, above WHERE isPlacing
                MATCH (place:{{EntityTypes.Place.Name}})
                WHERE place.kind IN {{administrations}} AND NOT place.id IN link.with AND NOT place.id IN above
                MATCH (place) ({{Downward("link.isPrinted")}})* (x:Entity)
                RETURN collect(DISTINCT x.id) AS outside
            }
            WITH link {.*, outside: CASE WHEN isPlacing THEN outside END} AS link
            """;

    /// <summary>Ids, and what is reached from them, each once.</summary>
    /// <param name="ids">What holds them.</param>
    public static string Closed(string ids, string step) =>
        $$"""
            UNWIND {{ids}} AS id RETURN id
            UNION UNWIND {{ids}} AS id MATCH (w:Entity {id: id}) MATCH (w) ({{step}})+ (x:Entity) RETURN x.id AS id
            """;

    /// <summary>The step to what else is admitted like an entity.</summary>
    public static string Downward(Widening widening) =>
        widening switch
        {
            Widening.Narrower => $"()<-[:{Statements.ReferenceType(EntityTypes.Broader)}]-()",
            Widening.PrintedParts => Downward("true"),
            _ => Downward("false"),
        };

    /// <summary>The condition that an entity is a place or park.</summary>
    public static string IsGround(string entity) => $"({entity}:{EntityTypes.Place.Name} OR {entity}.kind = '{EntityTypes.Park}')";

    private static string Downward(string isPrinted) => $"()<-[r:{Lies}]-(y) WHERE {IsStep(isPrinted)}";

    private static string Upward(string isPrinted) => $"(y)-[r:{Lies}]->() WHERE {IsStep(isPrinted)}";

    /// <summary>From a thing to its part y, or back; from a place or park y to what it lies in, or back.</summary>
    private static string IsStep(string isPrinted) =>
        $"(r:{RelationshipTypes.PartOf.Name} OR {IsGround("y")}) AND (NOT {isPrinted} OR {Lists.Conditions.StatedInPrint("r")})";
}
