using GraphQL.Types;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>What is printed, in print order: of an entity, or in an article.</summary>
internal static class CitedSchema
{
    /// <param name="From">What stands before this address is left out; null for nothing.</param>
    private sealed record Question(Address? From = null) : GraphQuery<CitedItem>;

    /// <summary>How pages are asked for, one for each parent.</summary>
    private delegate Task<IReadOnlyDictionary<string, Page<CitedItem>>> Ask(
        IGraphSnapshot snapshot,
        IReadOnlyCollection<string> parents,
        Address? from,
        PageRequest page,
        CancellationToken cancellationToken
    );

    public static FieldType OfEntity() =>
        Of(
            "an entity",
            (snapshot, entities, _, page, cancellation) => Cited.OfEntitiesAsync(snapshot, entities, page, cancellation),
            "All that the papers print of it, in print order: its names, its relationships and the figures about it, each where it is "
                + "printed first."
        );

    public static FieldType OfArticle() =>
        Of(
            "an article",
            Cited.OfArticlesAsync,
            "Everything that the graph holds of it, citation by citation in print order, so that a reader can tick off the page.",
            Argument(
                "fromAddress",
                "String",
                "起始地址",
                "Only what stands at this address or behind it, such as 61.1; everything, where it is left out."
            )
        );

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "CitedItem",
                "引证条目",
                "Something that is printed: a name, or a fact.",
                [
                    Linked<CitedItem>(
                        "citation",
                        "Citation!",
                        "引证",
                        "Where it is printed; of a fact of an entity, where it is printed first. Its words are the name or the figure.",
                        FirstCitation
                    ),
                    Linked<CitedItem>(
                        "node",
                        "Node!",
                        "节点",
                        "The entity that is named, the relationship or the figure.",
                        (request, item) => item.Fact ?? (object?)request.Node(item.Of)
                    ),
                ]
            ),
            .. Connections.Types<CitedItem>("CitedItem", "引证条目"),
        ];

    private static FieldType Of(string parent, Ask ask, string english, params QueryArgument[] arguments) =>
        Connections.Nested(
            "cited",
            "CitedItemConnection",
            "引证清单",
            english,
            new ListField<CitedItem>($"cited of {parent}", Connections.NestedSize, given => new Question(FromOf(given)))
            {
                AskOf = (snapshot, parents, query, page, cancellation) =>
                    ask(snapshot, parents, ((Question)query).From, page, cancellation),
            },
            arguments
        );

    private static Address? FromOf(ArgumentReader given)
    {
        if (given.Text("fromAddress") is not { } text)
            return null;
        var address = Address.Parse(text);
        if (address is null)
            given.Report(
                "fromAddress",
                GraphErrors.InvalidArgument,
                $"is '{ArgumentReader.Shorten(text)}'; allowed is a line and a sentence, such as 61.1."
            );
        return address;
    }

    private static object? FirstCitation(RequestScope request, CitedItem item) =>
        item.Citation
        ?? (object)
            request
                .Loader<Page<Citation>>("first citation", (snapshot, ids, cancellation) =>
                    snapshot.ListOfAsync(ids, new CitationQuery(), new(1), cancellation)
                )
                .Load(item.Of, page => page!.Items[0]);
}
