using System.Text.Json;
using NodaTime.Text;
using ZhuzhouGraph.Server.Pages.Articles;
using ZhuzhouGraph.Server.Pages.Lists;

namespace ZhuzhouGraph.Server.Pages.Changes;

/// <summary>A line of the log, as GraphQL answers it.</summary>
public sealed record ChangeTold(string Change, string Kind, long Version, string RecordedAt, string Id, JsonElement? Node)
{
    /// <summary>What was changed; null where it is gone.</summary>
    public FactTold? What => Node is { ValueKind: JsonValueKind.Object } node ? FactTold.Of(new(new("", "", null), node)) : null;

    public NodaTime.LocalDate Day => OffsetDateTimePattern.Rfc3339.Parse(RecordedAt).Value.Date;
}

public sealed record ChangesData(Listed<ChangeTold> Changes);

/// <summary>What the page of changes is given.</summary>
/// <param name="Feed">The same as a feed, for what comes next.</param>
/// <param name="IsNarrowed">Whether it is of some figures alone.</param>
public sealed record ChangesModel(Listed<ChangeTold> Changes, IReadOnlyList<FilterField> Fields, string Feed, bool IsNarrowed)
{
    public IEnumerable<IGrouping<(long Version, NodaTime.LocalDate Day), ChangeTold>> Versions =>
        Changes.Nodes.GroupBy(change => (change.Version, change.Day));
}

/// <summary><c>/changes</c>: what was added, changed and removed, the last first, and the feed of what comes.</summary>
internal sealed class ChangesPage : FilteredPage<ChangesData>
{
    internal const string About = "about",
        Indicator = "indicator";

    private static readonly StoredDocument Document = StoredDocument.Named("changes");

    public override string Route => Links.Changes;

    public override bool IsOfDay => false;

    public override IReadOnlyList<string> Parameters => [.. Fields.Select(one => one.Name)];

    protected override IReadOnlyList<FilterField> Fields =>
        [ListFilters.Text, new(About, new("描述对象", "About")), new(Indicator, new("指标", "Indicator"))];

    public override StoredDocument? DocumentFor(Visit visit) => Document;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        return new()
        {
            ["about"] = ListFilters.One(visit, About),
            ["indicators"] = ListFilters.One(visit, Indicator),
            ["text"] = visit.Given(ListFilters.Text.Name),
            ["after"] = visit.Given(Visit.AfterName),
        };
    }

    protected override Shown Show(Visit visit, ChangesData data)
    {
        (string, string?)[] narrowing =
        [
            ("about", visit.Given(About)),
            ("indicators", visit.Given(Indicator)),
            ("text", visit.Given(ListFilters.Text.Name)),
        ];
        return Shown.Of<ChangesView, ChangesModel>(
            new(
                data.Changes,
                Fields,
                $"{RestApi.RestApi.Root}/changes.atom{Visit.Query(narrowing)}",
                narrowing.Any(parameter => parameter.Item2 is not null)
            ),
            visit.Say("更新", "Changes")
        );
    }
}
