using System.Text.Json;
using ZhuzhouGraph.Server.Pages.Articles;

namespace ZhuzhouGraph.Server.Pages.Timelines;

/// <summary>A fact with the time at which it stands, as GraphQL answers it.</summary>
/// <param name="Event">Whose time it is; null where the fact has its own, or none.</param>
public sealed record MomentTold(PrintedPeriod? Period, Named? Event, JsonElement Node)
{
    public FactTold What => FactTold.Of(new(new("", "", null), Node));
}

public sealed record TimelineData(Named Entity, Listed<MomentTold> Timeline);

/// <summary>What the page of a timeline is given.</summary>
/// <param name="IsUndated">Whether it lists what has no day.</param>
public sealed record TimelineModel(Named Entity, Listed<MomentTold> Timeline, bool IsUndated);

/// <summary><c>/timeline/…</c>: what is printed of someone or something, day by day; and, apart, what has no day.</summary>
internal sealed class TimelinePage : WebPage<TimelineData>
{
    /// <summary>The parameter that asks for what has no day.</summary>
    public const string Undated = "undated";

    private const string Yes = "true";

    private static readonly StoredDocument Document = StoredDocument.Named("timeline");

    public override string Route => Links.Timeline + "{**id}";

    public override IReadOnlyList<string> Parameters => [Undated];

    public override StoredDocument? DocumentFor(Visit visit) => Document;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        var undated = visit.Given(Undated);
        problem = undated is null or Yes
            ? null
            : new(
                $"参数“{Undated}”只能是{Yes}，所给为“{undated}”。",
                $"The parameter '{Undated}' is {Yes} or left out, and not '{undated}'."
            );
        return new()
        {
            ["id"] = visit.Id,
            ["about"] = visit.Id,
            ["undated"] = undated is Yes,
            ["after"] = visit.Given(Visit.AfterName),
            ["asOf"] = Day(visit),
        };
    }

    protected override Shown Show(Visit visit, TimelineData data)
    {
        var entity = data.Entity;
        return entity.Id != visit.Id
            ? Shown.At(visit.To(Links.Timeline + Links.Escape(entity.Id)))
            : Shown.Of<TimelineView, TimelineModel>(
                new(entity, data.Timeline, visit.Given(Undated) is not null),
                visit.Say($"{entity.Chinese}的时间线", $"Timeline of {entity.English ?? entity.Chinese}")
            );
    }
}
