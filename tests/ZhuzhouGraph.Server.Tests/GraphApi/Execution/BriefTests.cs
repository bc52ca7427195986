using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Execution;

/// <summary>
/// What is read in brief is what no field of the operation needs whole. That the answers are the same is shown by
/// <see cref="PlannedExecutionTests"/>: the library's own executor reads everything whole.
/// </summary>
public sealed class BriefTests : IDisposable
{
    private const RecordKinds ButEntities = RecordKinds.All & ~RecordKinds.Entities;

    private readonly GraphSchema _schema = new();

    public static TheoryData<string, RecordKinds> Operations =>
        new()
        {
            {
                "{ companies { nodes { id name nameEnglish kind products { nodes { to { id name url } } } } totalCount } }",
                RecordKinds.All
            },
            { "{ companies { nodes { id products { nodes { to { id formerIds } } } } } }", ButEntities },
            { "{ companies { nodes { id products { nodes { period { first } } } } } }", RecordKinds.All & ~RecordKinds.Relationships },
            { "{ events { nodes { ...f } } } fragment f on Entity { ... on Event { period { first } } }", ButEntities },
            { "{ node(id: \"place:zhuzhou\") { id ... on Place { names { text } } ... on Article { title } } }", ButEntities },
            {
                "{ observations { edges { node { figure value unit { code } citations { nodes { words article { title } } } } } } }",
                RecordKinds.All
            },
            {
                "{ observations { nodes { recordedAt citations { nodes { quote article { text } } } } } }",
                RecordKinds.Entities | RecordKinds.Relationships
            },
            // What says nothing of itself needs everything.
            { "{ companies { nodes { id } } summary { citations } }", RecordKinds.None },
            { "{ observations { nodes { citations { nodes { citeAs } } } } }", RecordKinds.None },
            { "{ __schema { types { name } } __typename }", RecordKinds.All },
            { "subscription { graphChanged { resume } }", RecordKinds.None },
        };

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_reads_in_brief_what_no_field_of_it_needs_whole(string query, RecordKinds brief)
    {
        var document = new GraphQLDocumentBuilder().Build(query);

        new QueryPlan(_schema, document, document.Definitions.OfType<GraphQLOperationDefinition>().Single()).Brief.ShouldBe(brief);
    }

    [Fact]
    public void A_field_that_needs_no_whole_record_is_held_by_a_brief_one()
    {
        IGraphNode[] nodes =
        [
            .. EntityTypes.All.Select(type => ZhuzhouGraph.Entity.InBrief($"{type.Prefix}:one", type, null, "一", "One")),
            .. RelationshipTypes.All.Select(type => new Relationship
            {
                Id = "rel:1",
                Type = type,
                From = "place:one",
                To = "place:two",
                IsBrief = true,
            }),
            Testing.Batches.Figure(1, "a", 5) with
            {
                IsBrief = true,
            },
            Article.InBrief("article:a/1", "一", new(2031, 4, 1)),
        ];
        var checkedFields = 0;
        foreach (var node in nodes)
            Check(node.TypeName, node);
        Check("Citation", new Citation("rel:1", "article:a/1", new(1, 1), ArticlePart.Body, null) { IsBrief = true });
        checkedFields.ShouldBeGreaterThan(100);

        void Check(string type, object record)
        {
            foreach (var field in ((IObjectGraphType)_schema.AllTypes[type]!).Fields.Where(f => Reads.Of(f) is RecordKinds.None))
            {
                if (field.Resolver is not HeldField held)
                    continue;
                Should.NotThrow(() => held.Read(record), $"{type}.{field.Name}");
                checkedFields++;
            }
        }
    }

    public void Dispose() => _schema.Dispose();
}
