using System.Text.Json;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Pages.Checking;

/// <summary>A part of an answer: its name, what it is, and the page of what it names.</summary>
public sealed record Slot(string Label, string Text, string? Address);

/// <summary>
/// Parts of an answer as the schema names them: whatever it declares is told, under the term of its declaration. What is empty, or not so,
/// is left out; an id is the address of the name beside it.
/// </summary>
internal static class ClaimSlots
{
    private const string Id = "Id",
        Name = "Name";

    /// <param name="type">The name of the schema's type that has the parts.</param>
    public static IReadOnlyList<Slot> Of(Visit visit, string type, IReadOnlyDictionary<string, JsonElement> parts) =>
        [
            .. parts
                .Where(part => !part.Key.EndsWith(Id, StringComparison.Ordinal) || !parts.ContainsKey(part.Key[..^Id.Length] + Name))
                .Select(part => SlotOf(visit, type, part.Key, part.Value, parts))
                .OfType<Slot>(),
        ];

    /// <summary>What a part is called.</summary>
    public static string Label(Visit visit, string type, string part) => Terms.OfField(type, part)?.Term.For(visit) ?? part;

    private static Slot? SlotOf(Visit visit, string type, string name, JsonElement value, IReadOnlyDictionary<string, JsonElement> parts) =>
        Told(visit, Terms.OfField(type, name)?.Of ?? "", value) is { Length: > 0 } text
            ? new(Label(visit, type, name), text, AddressOf(visit, name, value, parts))
            : null;

    private static string? AddressOf(Visit visit, string name, JsonElement value, IReadOnlyDictionary<string, JsonElement> parts)
    {
        var id =
            name.EndsWith(Id, StringComparison.Ordinal) ? value
            : name.EndsWith(Name, StringComparison.Ordinal) && parts.TryGetValue(name[..^Name.Length] + Id, out var beside) ? beside
            : default;
        return id.ValueKind is JsonValueKind.String && Permalink.PathOf(id.GetString()!) is not null
            ? visit.To(Links.PathOf(id.GetString()!))
            : null;
    }

    private static string Told(Visit visit, string type, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Terms.Of(type, value.GetString()!) is var term && Terms.In(type).Any()
                ? term.For(visit)
                : value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => visit.Say("是", "yes"),
            JsonValueKind.Array => string.Join(visit.Say("；", "; "), value.EnumerateArray().Select(one => Told(visit, type, one))),
            JsonValueKind.Object when value.TryGetProperty("valueText", out var number) => number.GetString()!,
            JsonValueKind.Object when value.TryGetProperty("labelEnglish", out var english) => visit.Say(
                value.GetProperty("label").GetString()!,
                english.GetString()!
            ),
            JsonValueKind.Object => string.Join(
                visit.Say("，", ", "),
                Of(visit, type, value.EnumerateObject().ToDictionary(part => part.Name, part => part.Value))
                    .Select(slot => $"{slot.Label} {slot.Text}")
            ),
            _ => "",
        };
}
