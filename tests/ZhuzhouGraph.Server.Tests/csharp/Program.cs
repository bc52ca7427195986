// What a program written in C# does, with the client that NSwag makes of the OpenAPI document: the three headline figures, and a file.
using System.Globalization;
using Zhuzhou;

var http = new HttpClient { BaseAddress = new Uri(args[0]) };
var client = new ZhuzhouClient(http);
ObservationPage[] pages =
[
    await client.ListObservationsAsync(
        indicators: ["indicator:national-little-giants"],
        about: ["株洲"],
        measures: [Measure.LEVEL],
        latestPer: [SeriesDimension.INDICATOR]
    ),
    await client.ListObservationsAsync(indicators: ["indicator:loaded-containers-shipped"], measures: [Measure.RATE_OF_CHANGE]),
    await client.ListObservationsAsync(indicators: ["indicator:customs-clearance-time"], measures: [Measure.RATE_OF_CHANGE]),
];
foreach (var figure in pages.SelectMany(page => page.Items))
{
    var article = await client.GetArticleAsync(figure.Source.ArticleId);
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{figure.OriginalText} {figure.Value} {figure.UnitCode} {figure.Comparison} {article.Newspaper}"
        )
    );
}
var csv = await http.GetStringAsync("/api/v1/observations.csv?about=place:zhuzhou");
Console.WriteLine(csv.Split("\r\n")[0].Split(',')[0]);
