namespace ZhuzhouGraph.Server.Pages;

/// <summary>All pages of the site: a new one stands here, and nowhere else.</summary>
internal static class Site
{
    private static readonly Indicators.IndicatorPage Indicator = new();
    private static readonly Comparing.ComparePage Compare = new();
    private static readonly Lists.FigureListPage Figures = new();

    public static readonly IReadOnlyList<WebPage> Pages =
    [
        new Home.HomePage(),
        new Finding.SearchPage(),
        new Entities.EntityPage(),
        new Timelines.TimelinePage(),
        new Figures.FigurePage(),
        new Articles.ArticlePage(),
        new Statements.StatementPage(),
        new Series.SeriesPage(),
        new Series.SeriesPicturePage(),
        new Series.SeriesEmbed(),
        Indicator,
        .. Drawn(Indicator, "indicator/{**id}", Links.Indicator),
        Compare,
        .. Drawn(Compare, "compare", Links.Compare),
        new Checking.CheckPage(),
        new Connections.PathPage(),
        new Connections.NetworkPage(),
        new Connections.NetworkPicturePage(),
        .. EntityTypes.All.Select(type => new Lists.EntityListPage(type)),
        Figures,
        .. Drawn(Figures, "figures", Links.Figures),
        new Lists.ArticleListPage(),
        new Changes.ChangesPage(),
        new Asks.SchemaPage(),
        new Asks.SchemaTypePage(),
    ];

    public static void Map(
        WebApplication app,
        PageEndpoint endpoint,
        Asks.AskEndpoint ask,
        Gaps.GapsEndpoint gaps,
        Func<RequestDelegate, RequestDelegate> reading
    )
    {
        app.Map(Links.Ask, ask.HandleAsync);
        app.Map(Links.Ask + "/{id}", reading(ask.HandleAsync));
        app.Map(Links.Coverage + "{**id}", reading(gaps.HandleAsync));
        SiteFiles.Map(app, reading);
        foreach (var page in Pages)
            app.Map(page.Route, reading(context => endpoint.HandleAsync(context, page)));
    }

    /// <summary>The blocks of a page as pictures, and alone for pages of others.</summary>
    private static IEnumerable<WebPage> Drawn<TData>(Charts.BlockPage<TData> page, string route, string address) =>
        [
            new Charts.OneBlock<TData>(page, Links.Chart + route, address, Surround.Nothing),
            new Charts.OneBlock<TData>(page, Links.Embed + route, address, Surround.Embedding),
        ];
}
