namespace ZhuzhouGraph.Server.Pages.Series;

/// <summary>What is asked of one line, by its page, its picture and its embedding.</summary>
internal abstract class OfSeries : WebPage<SeriesData>
{
    private static readonly StoredDocument Document = StoredDocument.Named("series");

    public override StoredDocument? DocumentFor(Visit visit) => LineId.Parse(visit.Id!) is null ? null : Document;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        return new()
        {
            ["id"] = visit.Id,
            ["first"] = Points,
            ["after"] = visit.Given(Visit.AfterName),
            ["asOf"] = Day(visit),
        };
    }

    /// <summary>How many points are asked for.</summary>
    protected virtual int Points => 50;

    protected override Shown ShowUnasked(Visit visit) => States.StatePages.NotFound(visit);

    protected override Shown Show(Visit visit, SeriesData data) =>
        data.Series.Nodes is [{ Points.Nodes.Count: > 0 } line] ? Show(visit, line) : States.StatePages.NotFound(visit);

    protected abstract Shown Show(Visit visit, LineTold line);
}

/// <summary><c>/series/…</c>: the figures that may be drawn as one line.</summary>
internal sealed class SeriesPage : OfSeries
{
    public override string Route => Links.Series + "{id}";

    protected override Shown Show(Visit visit, LineTold line) => Shown.Of<SeriesView, LineTold>(line, line.Title(visit));
}

/// <summary><c>/chart/….svg</c>: the line as a picture of its own, with its title and its sources in it.</summary>
internal sealed class SeriesPicturePage : OfSeries
{
    public override string Route => Links.Chart + "{id}.svg";

    protected override int Points => 200;

    protected override Shown Show(Visit visit, LineTold line) =>
        Shown.Of<SeriesPicture, LineTold>(line, line.Title(visit)) with
        {
            Around = Surround.Nothing,
        };
}

/// <summary><c>/embed/series/…</c>: the chart alone, for pages of others, with its source and a link to its page.</summary>
internal sealed class SeriesEmbed : OfSeries
{
    public override string Route => Links.Embed + "series/{id}";

    public override bool IsEmbeddable => true;

    protected override Shown Show(Visit visit, LineTold line) =>
        Shown.Of<SeriesEmbedded, LineTold>(line, line.Title(visit)) with
        {
            Around = Surround.Embedding,
        };
}
