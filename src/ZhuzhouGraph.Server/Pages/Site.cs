namespace ZhuzhouGraph.Server.Pages;

/// <summary>All pages of the site: a new one stands here, and nowhere else.</summary>
internal static class Site
{
    public static readonly IReadOnlyList<WebPage> Pages =
    [
        new Home.HomePage(),
        new Finding.SearchPage(),
        new Entities.EntityPage(),
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
    ];

    public static void Map(WebApplication app, PageEndpoint endpoint, Func<RequestDelegate, RequestDelegate> reading)
    {
        SiteFiles.Map(app, reading);
        foreach (var page in Pages)
            app.Map(page.Route, reading(context => endpoint.HandleAsync(context, page)));
    }
}
