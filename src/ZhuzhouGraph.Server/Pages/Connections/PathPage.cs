using System.Globalization;
using ZhuzhouGraph.Server.Pages.States;

namespace ZhuzhouGraph.Server.Pages.Connections;

public sealed record HopTold(string Direction, int More, Named From, Named To, Relation Relationship);

public sealed record WayTold(int Length, IReadOnlyList<HopTold> Hops);

public sealed record SearchTold(
    int CompleteHops,
    bool IsComplete,
    bool IsOverBudget,
    bool HasMore,
    int RelationshipsLookedAt,
    int NodesEntered,
    int HubCount,
    IReadOnlyList<Named> Hubs,
    IReadOnlyList<WayTold> Paths
);

public sealed record PathData(IReadOnlyList<Named> Ends, SearchTold Paths);

/// <summary>What the page of paths is given.</summary>
/// <param name="Data">Null where nothing is asked yet.</param>
public sealed record PathModel(PathData? Data, string? From, string? To, IReadOnlyList<string> Avoid, int Hops, bool ThroughHubs);

/// <summary><c>/path?from=…&amp;to=…</c>: how two things are connected.</summary>
internal sealed class PathPage : WebPage<PathData>
{
    private const int UsualHops = 3,
        MostHops = 4;

    private const string FromName = "from",
        ToName = "to",
        AvoidName = "avoid",
        HopsName = "hops",
        HubsName = "hubs";

    private static readonly StoredDocument Document = StoredDocument.Named("path");

    /// <summary>How many steps may be chosen.</summary>
    internal static IReadOnlyList<string> Hops { get; } =
    [.. Enumerable.Range(1, MostHops).Select(hops => hops.ToString(CultureInfo.InvariantCulture))];

    public override string Route => Links.Path;

    public override IReadOnlyList<string> Parameters => [FromName, ToName, AvoidName, HopsName, HubsName];

    public override IReadOnlyList<string> Lists => [AvoidName];

    public override StoredDocument? DocumentFor(Visit visit) =>
        visit.Given(FromName) is not null && visit.Given(ToName) is not null ? Document : null;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = HopsOf(visit) is null ? Visit.Wrong(HopsName, visit.Given(HopsName)!, string.Join(", ", Hops)) : null;
        var avoid = visit.AllGiven(AvoidName);
        return new()
        {
            ["from"] = visit.Given(FromName),
            ["to"] = visit.Given(ToName),
            ["ends"] = new List<object?> { visit.Given(FromName), visit.Given(ToName) },
            ["avoid"] = avoid.Count == 0 ? null : avoid.Cast<object?>().ToList(),
            ["hops"] = HopsOf(visit) ?? UsualHops,
            ["hubs"] = visit.Given(HubsName) is not null,
            ["asOf"] = Day(visit),
        };
    }

    public override AskedForm? FormOf(Visit visit) =>
        new(
            typeof(PathForm),
            new()
            {
                [nameof(PathForm.From)] = visit.Given(FromName) ?? "",
                [nameof(PathForm.To)] = visit.Given(ToName) ?? "",
                [nameof(PathForm.Avoid)] = visit.AllGiven(AvoidName),
                [nameof(PathForm.Hops)] = visit.Given(HopsName) ?? UsualHops.ToString(CultureInfo.InvariantCulture),
                [nameof(PathForm.ThroughHubs)] = visit.Given(HubsName) is not null,
            }
        );

    protected override Shown ShowUnasked(Visit visit) => Of(visit, null);

    protected override Shown Show(Visit visit, PathData data) => Of(visit, data);

    private static Shown Of(Visit visit, PathData? data) =>
        Shown.Of<PathView, PathModel>(
            new(
                data,
                visit.Given(FromName),
                visit.Given(ToName),
                visit.AllGiven(AvoidName),
                HopsOf(visit) ?? UsualHops,
                visit.Given(HubsName) is not null
            ),
            visit.Say("路径", "Paths")
        );

    private static int? HopsOf(Visit visit) =>
        visit.Given(HopsName) is not { } text ? UsualHops
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hops) && hops is >= 1 and <= MostHops ? hops
        : null;
}
