using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Mcp;

internal enum ArgumentKind
{
    Text,
    Texts,
    Choice,
    Choices,
    Day,
    Whole,
    Number,
    Flag,
}

/// <summary>An argument of a tool: what its JSON schema says, and what <see cref="McpArguments"/> holds a call to.</summary>
internal sealed record ToolArgument(string Name, ArgumentKind Kind, string? Description = null)
{
    /// <summary>The longest text, and the longest of a list.</summary>
    public const int MaxLength = 200;

    /// <summary>The most members of a list.</summary>
    public const int MaxItems = 20;

    public bool IsRequired { get; init; }

    /// <summary>The values that are allowed; empty where any are.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>The value where the argument is left out; null where that is none.</summary>
    public JsonValue? Default { get; init; }

    /// <summary>The largest whole number; the least is 1.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>How long a text may be.</summary>
    public int Longest { get; init; } = MaxLength;

    /// <summary>How many rows; 10 where it is left out.</summary>
    public static ToolArgument Limit(int standard = 10, int most = 50) =>
        new("limit", ArgumentKind.Whole) { Default = JsonValue.Create(standard), Most = most };

    /// <summary>Where a page starts.</summary>
    public static ToolArgument Cursor { get; } = new("cursor", ArgumentKind.Text) { Longest = 2_000 };

    public JsonObject Schema()
    {
        var schema = Kind switch
        {
            ArgumentKind.Texts or ArgumentKind.Choices => new JsonObject
            {
                ["type"] = "array",
                ["items"] = Item("string"),
                ["maxItems"] = MaxItems,
            },
            ArgumentKind.Day => new JsonObject { ["type"] = "string", ["format"] = "date" },
            ArgumentKind.Whole => new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = 1,
                ["maximum"] = Most,
            },
            ArgumentKind.Number => new JsonObject { ["type"] = "number" },
            ArgumentKind.Flag => new JsonObject { ["type"] = "boolean" },
            _ => Item("string"),
        };
        if (Description is not null)
            schema["description"] = Description;
        if (Default is not null)
            schema["default"] = Default.DeepClone();
        return schema;
    }

    /// <summary>What is allowed, for messages.</summary>
    public string Told =>
        Kind switch
        {
            ArgumentKind.Choices => $"a list of some of {string.Join(", ", Allowed)}",
            ArgumentKind.Texts => $"a list of 1 to {MaxItems} texts",
            ArgumentKind.Whole => $"a whole number from 1 to {Most}",
            ArgumentKind.Number => "a number",
            ArgumentKind.Flag => "true or false",
            _ => ToldOfText,
        };

    /// <summary>What is allowed as its text, or as an entry of its list.</summary>
    public string ToldOfText =>
        Kind is ArgumentKind.Day ? "a day such as 2023-05-19"
        : Allowed.Count > 0 ? $"one of {string.Join(", ", Allowed)}"
        : $"a text of 1 to {Longest} characters";

    private JsonObject Item(string type)
    {
        var item = new JsonObject { ["type"] = type };
        if (Allowed.Count > 0)
            item["enum"] = new JsonArray([.. Allowed.Select(value => JsonValue.Create(value))]);
        return item;
    }
}
