using System.Text.Json;
using NodaTime;
using ZhuzhouGraph.Server.Pages.Articles;

namespace ZhuzhouGraph.Server.Pages.Timelines;

/// <summary>A fact with the time at which it stands, as GraphQL answers it.</summary>
/// <param name="Event">Whose time it is; null where the fact has its own, or none.</param>
public sealed record MomentTold(PrintedPeriod? Period, Named? Event, JsonElement Node)
{
    public FactTold What => field ??= FactTold.Of(new(new("", "", null), Node));

    /// <summary>Where it is printed first.</summary>
    public PrintedAt? PrintedAt => What.Figure?.PrintedAt ?? (What.Relation?.Citations.Nodes is [var first, ..] ? first : null);

    /// <summary>The day at which it stands.</summary>
    public LocalDate? Day => Period?.First ?? Period?.Last;

    /// <summary>Which part of its day is printed; less than any where none is.</summary>
    public int PartOfDay =>
        Array.FindLastIndex(Parts, words => words.Any(word => Period?.Words.Contains(word, StringComparison.Ordinal) is true));

    private static readonly string[][] Parts =
    [
        ["凌晨"],
        ["清晨", "早"],
        ["上午"],
        ["中午", "正午"],
        ["下午"],
        ["傍晚", "晚", "夜"],
    ];
}

public sealed record TimelineData(Named Entity, Listed<MomentTold> Timeline);

/// <summary>What the page of a timeline is given.</summary>
/// <param name="IsUndated">Whether it lists what has no day.</param>
public sealed record TimelineModel(Named Entity, Listed<MomentTold> Timeline, bool IsUndated)
{
    /// <summary>Of one day what is printed of its morning first; of one part of it in print order.</summary>
    public IEnumerable<MomentTold> InOrder =>
        IsUndated
            ? Timeline.Nodes
            : Timeline
                .Nodes.GroupBy(moment => moment.Day)
                .SelectMany(day =>
                    day.OrderBy(moment => moment.PartOfDay)
                        .ThenBy(moment => moment.PrintedAt?.Article.Date)
                        .ThenBy(moment => moment.PrintedAt?.Article.Id, StringComparer.Ordinal)
                        .ThenBy(moment => LineOf(moment.PrintedAt))
                );

    private static (int Line, int Sentence) LineOf(PrintedAt? at) =>
        at is null ? default : (Address.Parse(at.Address)!.Line, Address.Parse(at.Address)!.Sentence);
}

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
