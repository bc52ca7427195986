using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Fuzz;

/// <summary>What must hold of every answer, whatever was asked.</summary>
internal static class FuzzAnswer
{
    /// <summary>
    /// What a client may get wrong by chance: a name that several have or nothing, the id of another kind of node, values that do not go
    /// together, too much.
    /// </summary>
    private static readonly string[] Refusals =
    [
        "AMBIGUOUS_NAME",
        "UNKNOWN_NAME",
        "INVALID_ID",
        "INVALID_ARGUMENT",
        "COST_EXCEEDED",
        "SELECTIONS_EXCEEDED",
    ];

    /// <summary>Whether it was answered. Throws for what must not be.</summary>
    public static bool Check(int status, JsonNode answer)
    {
        status.ShouldBe(200, answer.ToJsonString());
        foreach (var error in answer["errors"]?.AsArray() ?? [])
            error!["extensions"]!["code"]!.GetValue<string>().ShouldBeOneOf(Refusals, error.ToJsonString());
        if (answer["data"] is not JsonObject data)
            return false;
        var objects = Count(data, "") - 1;
        answer["extensions"]!["cost"]!["requested"]!
            .GetValue<long>()
            .ShouldBeGreaterThanOrEqualTo(objects, "no answer holds more objects than it costs");
        return true;
    }

    /// <summary>The objects of a part of an answer, but for the wrappers of paging; and looks at each list on the way.</summary>
    private static long Count(JsonNode? node, string name)
    {
        switch (node)
        {
            case JsonArray items:
                return items.Sum(item => Count(item, name));
            case JsonObject members:
                var type = members["__typename"]!.GetValue<string>();
                if (type.EndsWith("Connection", StringComparison.Ordinal))
                    CheckLists(members, name);
                var isWrapper =
                    type == "PageInfo"
                    || type.EndsWith("Connection", StringComparison.Ordinal)
                    || type.EndsWith("Edge", StringComparison.Ordinal);
                return (isWrapper ? 0 : 1) + members.Sum(member => Count(member.Value, member.Key));
            default:
                return 0;
        }
    }

    private static void CheckLists(JsonObject connection, string name)
    {
        foreach (var list in connection.Select(member => member.Value).OfType<JsonArray>())
        {
            string?[] ids = [.. list.Select(item => item!["id"]?.GetValue<string>())];
            ids.OfType<string>().ShouldBeUnique();
            string?[] cursors = [.. list.Select(item => item!["cursor"]?.GetValue<string>())];
            cursors.OfType<string>().ShouldBeUnique();
            if (!name.StartsWith(FuzzQuery.Ordered, StringComparison.Ordinal))
                cursors.OfType<string>().Select(Place).ShouldBeInOrder();
        }
    }

    /// <summary>What the cursor says of the item's place: its sort key and its id, behind a check and the list's fingerprint.</summary>
    private static string Place(string cursor) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor))[20..];

    private static void ShouldBeInOrder(this IEnumerable<string> places)
    {
        string[] found = [.. places];
        found.ShouldBe(
            found.Order(Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b))))
        );
    }
}
