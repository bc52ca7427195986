namespace ZhuzhouGraph.Server.Pages;

/// <summary>All pages of the site: a new one stands here, and nowhere else.</summary>
internal static class Site
{
    public static readonly IReadOnlyList<WebPage> Pages =
    [
        new Home.HomePage(),
        new Finding.SearchPage(),
        new Entities.EntityPage(),
        new Timelines.TimelinePage(),
        new Figures.FigurePage(),
        new Articles.ArticlePage(),
        new Series.SeriesPage(),
        new Series.SeriesPicturePage(),
        new Series.SeriesEmbed(),
        new Indicators.IndicatorPage(),
        new Comparing.ComparePage(),
        new Connections.PathPage(),
        new Connections.NetworkPage(),
        new Connections.NetworkPicturePage(),
        .. EntityTypes.All.Select(type => new Lists.EntityListPage(type)),
        new Lists.FigureListPage(),
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
}
