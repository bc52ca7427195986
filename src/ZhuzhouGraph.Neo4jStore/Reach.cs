namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// What is reached from entities over any number of steps, as Cypher: their parts, what they lie in, and what lies outside of them.
/// </summary>
internal static class Reach
{
    private static readonly string Lies = $"{RelationshipTypes.PartOf.Name}|{RelationshipTypes.LocatedIn.Name}";

    /// <summary>
    /// The maps <c>link</c> with their parts: <c>asked</c> are the ids that stood in <c>with</c>, <c>sites</c> those of what is located in
    /// one of them or their parts.
    /// </summary>
    public static string Parts { get; } =
        $$"""
            CALL (link) {
                UNWIND CASE WHEN link.withParts THEN link.with END AS id
                MATCH (w:Entity {id: id}) MATCH (w) ({{Downward("link.isPrinted")}})+ (x:Entity)
                RETURN collect(x.id) AS parts
            }
            WITH link {.*, with: link.with + parts, asked: link.with} AS link
            CALL (link) {
                {{Sites("CASE WHEN link.withParts THEN link.with END", "link.isPrinted")}}
                RETURN collect(DISTINCT site.id) AS sites
            }
            WITH link {.*, sites: sites} AS link
            """;

    /// <summary>
    /// The maps <c>link</c> with the ids of what is known to lie outside of the places <c>asked</c>, and of what is located there, as
    /// <c>outside</c>; null where no place is asked for. See <see cref="EntityQuery.OrUnplaced"/>. A unit of administration that lies apart
    /// from a place, or from what that lies in, is apart from it with all its units; what is in a unit that is apart from each place is
    /// outside.
    /// </summary>
    public static string Outside { get; } =
        $$"""
            CALL (link) {
                UNWIND CASE WHEN link.isPlacing THEN link.asked END AS id
                MATCH (ground:Entity {id: id}) WHERE {{IsGround("ground")}}
                RETURN collect(DISTINCT ground) AS grounds
            }
            CALL (link, grounds) {
                UNWIND grounds AS ground
                MATCH (ground) ({{Upward("link.isPrinted")}})* (over:Entity)
                WITH ground, collect(DISTINCT over) AS above
                UNWIND above AS a
                MATCH (b:{{EntityTypes.Place.Name}}) WHERE {{IsOfOneLevel("a", "b")}} AND NOT b IN above
                WITH DISTINCT ground, b
                MATCH (b) ({{Downward("link.isPrinted")}} AND {{IsUnit("y")}})* (unit:Entity)
                WITH unit, count(DISTINCT ground) AS apart WHERE apart = size(grounds)
                MATCH (unit) ({{Downward("link.isPrinted")}})* (x:Entity)
                RETURN collect(DISTINCT x.id) AS inside
            }
            CALL (link, inside) {
                {{Sites("inside", "link.isPrinted")}}
                RETURN collect(DISTINCT site.id) AS sited
            }
            WITH link {.*, outside: CASE WHEN size(grounds) > 0 THEN inside + sited END} AS link
            """;

    /// <summary>What is located in entities, whatever it is, as <c>site</c>.</summary>
    /// <param name="ids">What holds their ids.</param>
    public static string Sites(string ids, string isPrinted) =>
        $"UNWIND {ids} AS id MATCH (:Entity {{id: id}})<-[l:{RelationshipTypes.LocatedIn.Name}]-(site:Entity) "
        + $"WHERE NOT {isPrinted} OR {Lists.Conditions.StatedInPrint("l")}";

    /// <summary>The condition that a type of relationships leads to where something is.</summary>
    public static string LeadsToWhere(string type) => $"{type} IN {Words(RelationshipTypes.LeadingToWhere)}";

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

    private static string IsUnit(string place) => $"({string.Join(" OR ", EntityTypes.Levels.Select(kinds => IsOf(place, kinds)))})";

    private static string IsOfOneLevel(string a, string b) =>
        $"({string.Join(" OR ", EntityTypes.Levels.Select(kinds => $"{IsOf(a, kinds)} AND {IsOf(b, kinds)}"))})";

    private static string IsOf(string place, IEnumerable<string> kinds) =>
        $"{place}:{EntityTypes.Place.Name} AND {place}.kind IN {Words(kinds)}";

    /// <summary>Declared words.</summary>
    private static string Words(IEnumerable<string> words) => $"[{string.Join(", ", words.Select(word => $"'{word}'"))}]";

    private static string Downward(string isPrinted) => $"()<-[r:{Lies}]-(y) WHERE {IsStep(isPrinted)}";

    private static string Upward(string isPrinted) => $"(y)-[r:{Lies}]->() WHERE {IsStep(isPrinted)}";

    /// <summary>From a thing to its part y, or back; from a place or park y to what it lies in, or back.</summary>
    private static string IsStep(string isPrinted) =>
        $"(r:{RelationshipTypes.PartOf.Name} OR {IsGround("y")}) AND (NOT {isPrinted} OR {Lists.Conditions.StatedInPrint("r")})";
}
