using System.Text.Json.Serialization;

namespace ZhuzhouGraph.Server.Pages.Connections;

public sealed record CountedTold(int Count, IReadOnlyList<GroupTold> Groups);

/// <summary>The relationships of one type around something, the first of them given.</summary>
public sealed record GroupTold(string Type, int Count, int More = 0, IReadOnlyList<Relation>? Relationships = null);

public sealed record AroundTold(CountedTold Around, Named? Of = null);

/// <summary>Something that the reader opened, with the first of its relationships.</summary>
public sealed record OpenedTold(
    string Id,
    [property: JsonPropertyName("__typename")] string TypeName,
    string? Name = null,
    string? NameEnglish = null,
    string? Title = null,
    string? TitleEnglish = null,
    Listed<Relation>? Relationships = null
)
{
    public Named Named => new(Id, TypeName, Name, NameEnglish, Title, TitleEnglish);
}

/// <param name="Counts">The relationships of all types, where only some are shown.</param>
/// <param name="Entity">What a name means; then nothing else is told.</param>
public sealed record NetworkData(
    AroundTold? Shown,
    IReadOnlyList<OpenedTold?>? Opened = null,
    AroundTold? Counts = null,
    Named? Entity = null
)
{
    public Named Center => Shown!.Of!;

    public CountedTold All => (Counts ?? Shown!).Around;
}

/// <summary>What the page of a network is given.</summary>
/// <param name="Types">Only these types are shown; all, where it is empty.</param>
/// <param name="Open">What the reader opened.</param>
public sealed record NetworkModel(NetworkData Data, IReadOnlyList<string> Types, IReadOnlyList<string> Open)
{
    /// <summary>A hub is drawn only by type: it has too much to choose from.</summary>
    public bool NeedsType => Types.Count == 0 && Data.All.Count > Queries.PathLimits.Default.HubCutOff;

    public NetworkLayout Layout => field ??= NetworkLayout.Of(this);
}

/// <summary><c>/network/…</c>: what is around something, and around what of it the reader opens.</summary>
internal class NetworkPage : WebPage<NetworkData>
{
    public const string OpenName = "open",
        TypesName = "types";

    /// <summary>How many things may be open at once.</summary>
    public const int MostOpen = 6;

    private static readonly StoredDocument OfAll = StoredDocument.Named("network"),
        OfTypes = StoredDocument.Named("network-of-types"),
        ByName = StoredDocument.Named("entity-named");

    public override string Route => Links.Network + "{**id}";

    public override IReadOnlyList<string> Parameters => [OpenName, TypesName];

    public override IReadOnlyList<string> Lists => [OpenName, TypesName];

    public override StoredDocument? DocumentFor(Visit visit) =>
        IsName(visit) ? ByName
        : visit.AllGiven(TypesName).Count > 0 ? OfTypes
        : OfAll;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        if (IsName(visit))
            return new() { ["name"] = visit.Id };
        var types = visit.AllGiven(TypesName);
        var unknown = types.FirstOrDefault(type => RelationshipTypes.All.All(known => known.Name != type));
        problem =
            unknown is not null ? Visit.Wrong(TypesName, unknown, string.Join(", ", RelationshipTypes.All.Select(type => type.Name)))
            : visit.AllGiven(OpenName).Count > MostOpen
                ? new($"最多同时展开 {MostOpen} 个。", $"At most {MostOpen} things are open at once.")
            : null;
        var variables = new Dictionary<string, object?>
        {
            ["id"] = visit.Id,
            // Where nothing is open the thing itself stands for it, of which nothing more is shown.
            ["open"] = OpenIn(visit).DefaultIfEmpty(visit.Id).Cast<object?>().ToList(),
            ["asOf"] = Day(visit),
        };
        if (types.Count > 0)
            variables["types"] = types.Cast<object?>().ToList();
        return variables;
    }

    protected override Shown Show(Visit visit, NetworkData data) =>
        data.Entity is { } named ? Shown.See(visit.To(Links.Network + Links.Escape(named.Id)))
        : data.Center.Id != visit.Id ? Shown.At(visit.To(Links.Network + Links.Escape(data.Center.Id)))
        : Show(visit, new NetworkModel(data, visit.AllGiven(TypesName), OpenIn(visit)));

    protected virtual Shown Show(Visit visit, NetworkModel model) => Shown.Of<NetworkView, NetworkModel>(model, TitleOf(visit, model));

    protected static string TitleOf(Visit visit, NetworkModel model) =>
        visit.Say($"{model.Data.Center.Chinese}的关系网", $"The network of {model.Data.Center.English ?? model.Data.Center.Chinese}");

    private static bool IsName(Visit visit) => NodeId.KindOf(visit.Id!) is null;

    private static IReadOnlyList<string> OpenIn(Visit visit) => visit.AllGiven(OpenName);
}

/// <summary><c>/chart/network/…</c>: the same as a picture of its own.</summary>
internal sealed class NetworkPicturePage : NetworkPage
{
    public override string Route => Links.Chart + "network/{**id}";

    protected override Shown Show(Visit visit, NetworkModel model) =>
        Shown.Of<NetworkPicture, NetworkModel>(model, TitleOf(visit, model)) with
        {
            Around = Surround.Nothing,
        };
}
