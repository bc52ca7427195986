using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>A relationship as a row. What each type says besides its ends follows from the declarations.</summary>
internal static class Connections
{
    /// <summary>Properties have one name and several types, so each is asked for under the name of its type.</summary>
    private static readonly IReadOnlyList<(string Alias, PropertyDeclaration Property)> Properties =
    [
        .. RelationshipTypes.All.SelectMany(type => type.Properties.Select(property => ($"{type.TypeName}_{property.Name}", property))),
    ];

    public static readonly string Fragment =
        "fragment Connection on Relationship { id linkType: type linkStatus: status ground period { words first last } "
        + "references { citeAs } "
        + "from { ...End } to { ...End } sources: citations(first: 3) { nodes { ...Evidence } } "
        + string.Join(
            ' ',
            RelationshipTypes
                .All.Where(type => type.Properties.Count > 0)
                .Select(type => $"... on {type.TypeName} {{ {string.Join(' ', type.Properties.Select(p => Asked(type, p)))} }}")
        )
        + " } fragment End on Node { id ... on Entity { name } ... on Article { title } }";

    public static readonly IReadOnlyList<string> Members =
    [
        "id",
        "type",
        "role",
        "from",
        "fromId",
        "to",
        "toId",
        "period",
        "first",
        "last",
        "status",
        "ground",
        "also",
    ];

    public static JsonObject Row(JsonNode relationship) =>
        new JsonObject
        {
            ["id"] = relationship["id"].Copy(),
            ["type"] = relationship["linkType"].Copy(),
            ["role"] = Role(relationship),
            ["from"] = NameOf(relationship["from"]!),
            ["fromId"] = relationship["from"]!["id"].Copy(),
            ["to"] = NameOf(relationship["to"]!),
            ["toId"] = relationship["to"]!["id"].Copy(),
            ["period"] = relationship["period"]?["words"].Copy(),
            ["first"] = relationship["period"]?["first"].Copy(),
            ["last"] = relationship["period"]?["last"].Copy(),
            ["status"] = relationship["linkStatus"].Copy(),
            ["ground"] = relationship["ground"].Copy(),
            ["also"] = new JsonArray([.. relationship["sources"]!["nodes"]!.AsArray().Skip(1).Select(one => one!["citeAs"].Copy())]),
        }.With(Evidence.First(relationship), relationship["references"]!.AsArray().FirstOrDefault());

    /// <summary><c>曹慧泉 TOOK_PART_IN 座谈 (参加) — citation [rel:…]</c></summary>
    public static string Line(JsonObject row) =>
        $"{row["from"]} {row["type"]} {row["to"]}"
        + (row["role"] is { } role ? $" ({role})" : "")
        + (row["status"]!.GetValue<string>() == "STATED" ? "" : $" {row["status"]}")
        + $" — {row["citation"]} [{row["id"]}]";

    public static JsonNode? NameOf(JsonNode node) => (node["name"] ?? node["title"]).Copy();

    /// <summary>What it says besides its ends: words as printed, and terms of what was chosen.</summary>
    private static string? Role(JsonNode relationship)
    {
        List<string> parts = [];
        foreach (var (alias, property) in Properties)
        {
            if (relationship[alias] is not { } value)
                continue;
            parts.Add(
                property.Kind switch
                {
                    PropertyKind.Choice => property.Choices.First(choice => choice.Name == value.GetValue<string>()).Chinese,
                    PropertyKind.Entity => $"{property.Chinese} {value["name"]}",
                    PropertyKind.Entities => $"{property.Chinese} {string.Join("、", value.AsArray().Select(one => one!["name"]))}",
                    PropertyKind.Number => $"{property.Chinese} {value}",
                    _ => value.GetValue<string>(),
                }
            );
        }
        var told = string.Join("，", parts.Where(part => part.Length > 0).Distinct());
        return told.Length == 0 ? null : told;
    }

    private static string Asked(RelationshipType type, PropertyDeclaration property) =>
        $"{type.TypeName}_{property.Name}: {property.Name}"
        + (property.Kind is PropertyKind.Entity or PropertyKind.Entities ? " { name }" : "");
}
