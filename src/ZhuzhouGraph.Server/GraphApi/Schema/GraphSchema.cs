using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>
/// The GraphQL schema: everything that the declarations declare, and the records that behave. One instance serves all requests.
/// </summary>
internal sealed class GraphSchema : GraphQL.Types.Schema
{
    public GraphSchema()
    {
        Introspection.Prepare(this);
        Description = SchemaParts.Describe(
            "报纸知识图谱",
            "A graph of what a city newspaper prints: who, what, where and how much, each fact with the place where it is printed. "
                + "Everything is read-only."
        );
        Query = QuerySchema.Query();
        Subscription = SubscriptionSchema.Subscription();
        IEnumerable<IGraphType> types =
        [
            new DateScalar(),
            new DateTimeScalar(),
            new DecimalScalar(),
            .. EntitySchema.Types(),
            .. RelationshipSchema.Types(),
            .. ObservationSchema.Types(),
            .. ArticleSchema.Types(),
            .. QuerySchema.SearchTypes(),
            .. GroupSchema.Types(),
            .. SeriesSchema.Types(),
            .. ReportSchema.Types(),
            .. AvailabilitySchema.Types(),
            .. RankingSchema.Types(),
            .. DerivedSchema.Types(),
            .. PathSchema.Types(),
            .. NeighbourhoodSchema.Types(),
            .. CoAttendanceSchema.Types(),
            .. TimelineSchema.Types(),
            .. ChangeSchema.Types(),
            .. SubscriptionSchema.Types(),
            .. CitedSchema.Types(),
            .. ClaimSchema.Types(),
            .. SummarySchema.Types(),
            .. Filters.Types(),
            .. Vocabulary.Model,
            Connections.PageInfoType(),
        ];
        var all = types.ToList();
        var objects = all.OfType<ObjectGraphType>().ToDictionary(t => t.Name, StringComparer.Ordinal);
        foreach (var type in all)
        {
            // Which object type a node has is its own word; the records need no check by class.
            if (type is InterfaceGraphType node)
                node.ResolveType = value => objects[TypeNameOf(value)];
            RegisterType(type);
        }
        RegisterType(typeof(IdGraphType));
        RegisterType(typeof(IntGraphType));
        Initialize();
        Introspection.Complete(this);
        if (Price.Missing(AllTypes).ToList() is { Count: > 0 } missing)
            throw new InvalidOperationException(
                $"A list of objects has a price, and these have none: {string.Join(", ", missing)}. Declare it with {nameof(Prices.UpTo)} "
                    + $"or as a connection."
            );
    }

    /// <summary>The schema in the schema language, the same bytes for the same declarations.</summary>
    public string Print() =>
        this.Print(new PrintOptions { StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n").TrimEnd() + "\n";

    private static string TypeNameOf(object node) =>
        node switch
        {
            Entity entity => entity.Type.Name,
            Relationship relationship => relationship.Type.TypeName,
            Observation or Article => node.GetType().Name,
            _ => throw new InvalidOperationException($"{node.GetType()} is no node."),
        };
}
