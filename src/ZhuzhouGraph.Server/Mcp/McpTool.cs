using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ZhuzhouGraph.Server.Mcp.Tools;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>One row of an answer.</summary>
/// <param name="Json">As structured content has it.</param>
/// <param name="Line">As the text block has it.</param>
/// <param name="Cursor">The place after it; null where the list goes on nowhere.</param>
internal sealed record ToolRow(JsonObject Json, string Line, string? Cursor = null);

/// <summary>The rows of an answer and what is said of the list.</summary>
internal sealed record ToolRows(IReadOnlyList<ToolRow> Rows, JsonNode Summary)
{
    /// <summary>How many rows the whole list has; null where nobody counted.</summary>
    public int? Total { get; init; }

    /// <summary>Whether more come after these.</summary>
    public bool HasMore { get; init; }

    /// <summary>Near names, where nothing was found.</summary>
    public IReadOnlyList<Candidate> Near { get; init; } = [];

    /// <summary>Printed figures near the number that was searched for, where that is not printed.</summary>
    public IReadOnlyList<ToolRow> NearFigures { get; init; } = [];

    /// <summary>The day by which everything was in print, where one was asked for; the summary is then of what was in print.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>A remark on the list: whether it is complete and why not, that texts are not held.</summary>
    public string? Note { get; init; }
}

/// <summary>Asks a stored document; null data never comes back.</summary>
/// <exception cref="McpRefusal">The graph did not answer it.</exception>
internal delegate Task<JsonNode> AskGraph(string document, Dictionary<string, object?> variables, CancellationToken cancellationToken);

/// <summary>
/// A tool: what an assistant reads of it, and the stored documents that answer it. A tool is one stored document run in process, so limits,
/// deadline, price, codes and the one data version are those of GraphQL.
/// </summary>
internal abstract class McpTool
{
    /// <summary>The longest description, in characters.</summary>
    public const int LongestDescription = 300;

    /// <summary>The document that looks up an entity.</summary>
    public const string Named = "query ($id: ID, $name: String) { entity(id: $id, name: $name) { id } }";

    public abstract string Name { get; }

    public abstract string Description { get; }

    public abstract IReadOnlyList<ToolArgument> Arguments { get; }

    /// <summary>The documents that it may ask, each valid against the schema by a test.</summary>
    public abstract IReadOnlyList<string> Documents { get; }

    /// <summary>The members of a row, besides its evidence.</summary>
    public abstract IReadOnlyList<string> Members { get; }

    /// <summary>What it calls the arguments of its documents, where it calls them otherwise.</summary>
    public virtual IReadOnlyDictionary<string, string> Renamed => new Dictionary<string, string>();

    /// <summary>The arguments that take names.</summary>
    public abstract IReadOnlyList<string> Naming { get; }

    /// <summary>What is wrong with arguments each of which is right by itself.</summary>
    public virtual IEnumerable<(string Code, string Message)> ProblemsOf(McpArguments arguments) => [];

    /// <summary>Looks up what an argument names, where nothing is asked because of another one.</summary>
    /// <exception cref="McpRefusal">Nothing, or several, have that name.</exception>
    public virtual Task FindAsync(string argument, string named, AskGraph ask, CancellationToken cancellationToken) =>
        ask(Named, Given((EntityTool.IdOrName(named), named)), cancellationToken);

    public abstract Task<ToolRows> RunAsync(McpArguments arguments, AskGraph ask, CancellationToken cancellationToken);

    /// <summary>As <c>tools/list</c> has it.</summary>
    public Tool Declared() =>
        new()
        {
            Name = Name,
            Description = Description,
            InputSchema = JsonSerializer.SerializeToElement(InputSchema()),
            OutputSchema = JsonSerializer.SerializeToElement(ToolAnswer.Schema(Members)),
            Annotations = new()
            {
                ReadOnlyHint = true,
                DestructiveHint = false,
                IdempotentHint = true,
                OpenWorldHint = false,
            },
        };

    private JsonObject InputSchema()
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(Arguments.Select(argument => KeyValuePair.Create(argument.Name, (JsonNode?)argument.Schema()))),
            ["additionalProperties"] = false,
        };
        if (Arguments.Any(argument => argument.IsRequired))
            schema["required"] = new JsonArray([
                .. Arguments.Where(argument => argument.IsRequired).Select(argument => JsonValue.Create(argument.Name)),
            ]);
        return schema;
    }

    /// <summary>The rows of a connection that was asked for with its edges.</summary>
    protected static List<ToolRow> RowsOf(JsonNode connection, Func<JsonNode, JsonObject> row, Func<JsonObject, string> line) =>
        [
            .. connection["edges"]!
                .AsArray()
                .Select(edge =>
                {
                    var json = row(edge!["node"]!);
                    return new ToolRow(json, line(json), edge["cursor"].Text());
                }),
        ];

    protected static bool HasMore(JsonNode connection) => connection["pageInfo"]!["hasNextPage"]!.GetValue<bool>();

    protected static int? Total(JsonNode connection) => connection["totalCount"]?.GetValue<int>();

    /// <summary>The members that are there.</summary>
    protected static Dictionary<string, object?> Given(params IEnumerable<(string Name, object? Value)> members) =>
        members
            .Where(member => member.Value is not null)
            .ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);

    /// <summary>A list of one, where something is given.</summary>
    protected static object? One(object? value) => value is null ? null : new List<object?> { value };

    /// <summary>A list of texts as GraphQL takes it.</summary>
    protected static object? Many(IReadOnlyList<string>? values) => values?.Select(value => (object?)value).ToList();

    /// <summary>Days from one to another, either of which may be open.</summary>
    protected static object? Days(string? from, string? to) => from is null && to is null ? null : Given(("from", from), ("to", to));
}
