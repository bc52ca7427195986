using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Types;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Fuzz;

/// <summary>A value in both forms that a request may carry it in: written into the document, or as a variable.</summary>
internal sealed record FuzzValue(string Literal, JsonNode? Json)
{
    public static FuzzValue Text(string text) => new(JsonSerializer.Serialize(text), text);
}

/// <summary>Random values of any input type; ids and names are those of the store, and sometimes of nothing.</summary>
internal sealed class FuzzValues(Dice dice, Known known)
{
    private static readonly string[] Ends = ["atLeast", "moreThan", "atMost", "lessThan"];
    private static readonly string[] Days = ["2023-01-01", "2023-05-17", "2023-05-18", "2023-05-19", "2023-12-31"];

    public string Id() => dice.Chance(90) ? dice.Of(known.Ids) : "person:nobody";

    public FuzzValue Of(string name, IGraphType type) =>
        type switch
        {
            NonNullGraphType { ResolvedType: { } inner } => Of(name, inner),
            ListGraphType { ResolvedType: { } item } => Many([.. Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => Of(name, item))]),
            EnumerationGraphType choice => Choice(dice.Of([.. choice.Values.Select(value => value.Name)])),
            InputObjectGraphType input => Object(input),
            IdGraphType when name is "articles" or "article" => FuzzValue.Text(
                dice.Of([.. known.Ids.Where(id => id.StartsWith("article:", StringComparison.Ordinal))])
            ),
            IdGraphType when name == "series" => FuzzValue.Text(dice.Of("b3cc2e415abd8d77", "b3cc2e415abd8d77-target")),
            IdGraphType => FuzzValue.Text(Id()),
            IntGraphType => Number(
                1
                    + dice.Below(
                        name switch
                        {
                            "first" => 6,
                            "depth" => 2,
                            _ => 4,
                        }
                    )
            ),
            BooleanGraphType => dice.Chance(50) ? new("true", true) : new("false", false),
            { Name: "Date" } => FuzzValue.Text(dice.Of(Days)),
            { Name: "DateTime" } => FuzzValue.Text(dice.Of(Days) + "T08:00:00Z"),
            { Name: "Decimal" } => Number(dice.Of(-30, 3, 58, 240)),
            _ when name is "fromAddress" => FuzzValue.Text(dice.Of("1.1", "61.1", "103.2-105.1", "900.1")),
            _ when name is "units" or "unit" => FuzzValue.Text(dice.Of(Units.All).Code),
            // What nothing is called, and what can never stand there, is refused; now and then it is drawn.
            _ when TypesOf(name) is { } types && dice.Chance(98) => FuzzValue.Text(NameOf(types)),
            _ => FuzzValue.Text(Words()),
        };

    /// <summary>The types of what an argument of that name can name; null for other arguments, none for anything.</summary>
    private static string[]? TypesOf(string name) =>
        name switch
        {
            "at" => ["Event"],
            "indicators" => ["Indicator"],
            "breakdowns" => ["Industry", "Product", "Place"],
            "places" or "venue" => ["Place"],
            "product" => ["Product"],
            "by" => ["Company", "Organization"],
            "attributedTo" or "with" => ["Official", "Person", "Company", "Place"],
            "about" or "from" or "to" or "via" or "avoid" or "id" or "name" or "aboutProperty" => [],
            _ => null,
        };

    private string NameOf(string[] types) =>
        dice.Of([.. known.Names.Where(n => types.Length == 0 || types.Contains(n.Type, StringComparer.Ordinal)).Select(n => n.Name)]);

    /// <summary>A name of what a filter lists; the filter of any entity has its type in its name.</summary>
    private FuzzValue NamesOf(InputObjectGraphType filter)
    {
        var type = filter.Name[..^"Filter".Length];
        return FuzzValue.Text(NameOf(known.Names.Any(n => n.Type == type) ? [type] : []));
    }

    /// <summary>A name or an id of the store, a part of a name, or figures.</summary>
    private string Words() =>
        dice.Below(5) switch
        {
            0 => Id(),
            1 => dice.Of("株", "小巨人", "市", "%", "58", "无此词"),
            _ => NameOf([]),
        };

    private FuzzValue Object(InputObjectGraphType type)
    {
        // A range that ends before it starts, or has two ends on one side, is a mistake, so its ends are drawn together.
        string[] days = [.. dice.Some(Days, 2).Order(StringComparer.Ordinal)];
        string[] ends = type.Name switch
        {
            "ValueFilter" => [dice.Of("atLeast", "moreThan", "atMost", "lessThan")],
            "RelationshipCountFilter" => [dice.Of("atLeast", "atMost")],
            _ => [],
        };
        List<(string, FuzzValue)> members =
            type.Name == "DateRange"
                ? [("from", FuzzValue.Text(days[0])), ("to", FuzzValue.Text(days[^1]))]
                : type
                    .Fields.Where(f =>
                        ends.Contains(f.Name)
                        || (
                            !(ends.Length > 0 && Ends.Contains(f.Name))
                            && (f.ResolvedType is NonNullGraphType || dice.Chance(200 / (type.Fields.Count + 1)))
                        )
                    )
                    .Select(f => (f.Name, f.Name == "names" ? Many([NamesOf(type)]) : Of(f.Name, f.ResolvedType!)))
                    .ToList();
        // The ends of relationships of some types are of some types, and a former name stands for another one.
        if (members.Exists(m => m.Item1 == "types"))
            members.RemoveAll(m => m.Item1 is "about" or "from" or "to" or "with" or "names");
        // Of the types of relationships the members of a list can have some only.
        if (type.Name == "RelationshipCountFilter" && dice.Chance(85))
            members.RemoveAll(m => m.Item1 == "types");
        if (type.Name != "ObservationFilter" && type.Name != "RelationshipFilter" && dice.Chance(90))
            members.RemoveAll(m => m.Item1 == "about");
        members.RemoveAll(m => type.Fields.Find(m.Item1)!.DeprecationReason is not null);
        // What widens other members is a mistake without them, and what stands for another one is a mistake beside it.
        members.RemoveAll(m =>
            (m.Item1 == "on" && members.Exists(other => other.Item1.StartsWith("period", StringComparison.Ordinal)))
            || (m.Item1 is "periodWithin" or "periodIs" && members.Exists(other => other.Item1 == "periodOverlaps"))
            || (m.Item1 == "periodIs" && members.Exists(other => other.Item1 == "periodWithin"))
            || (
                m.Item1 == "undated"
                && members.Exists(other => other.Item1 == "on" || other.Item1.StartsWith("period", StringComparison.Ordinal))
            )
            || (m.Item1 == "withParts" && !members.Exists(other => other.Item1 is "about" or "from" or "to" or "with"))
            || (m.Item1 == "isWhole" && members.Exists(other => other.Item1 == "breakdowns"))
            || (m.Item1 == "withNarrower" && !members.Exists(other => other.Item1 == "indicators"))
        );
        return new(
            $"{{{string.Join(", ", members.Select(m => $"{m.Item1}: {m.Item2.Literal}"))}}}",
            new JsonObject(members.Select(m => KeyValuePair.Create(m.Item1, m.Item2.Json?.DeepClone())))
        );
    }

    private static FuzzValue Many(IReadOnlyList<FuzzValue> items) =>
        new($"[{string.Join(", ", items.Select(i => i.Literal))}]", new JsonArray([.. items.Select(i => i.Json?.DeepClone())]));

    private static FuzzValue Choice(string name) => new(name, name);

    private static FuzzValue Number(int number) => new(number.ToString(CultureInfo.InvariantCulture), number);
}
