using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>What whoever cites the graph pastes: lines of text, what a figure says beyond its number, and addresses of pages.</summary>
internal static class CitingSchema
{
    private const string CiteAs = "citeAs",
        CiteAsEnglish = "citeAsEnglish";

    public static FieldType Url() =>
        Linked<IGraphNode>(
                "url",
                "String",
                "网页",
                "Its page, for people; null where the server is not told where it is found (PublicUrl).",
                (request, node) => Permalink.Of(request.Site, node.Id)
            )
            .InBrief();

    public static IEnumerable<FieldType> OfCitation() =>
        [
            Linked<Citation>(
                CiteAs,
                "String!",
                "引用格式",
                "Newspaper, date, title, place, speaker where it is not the paper, and words in a line of Chinese, to paste.",
                (request, c) =>
                    Line(request, c, (article, speaker) => CitationLine.Chinese(article, c, speaker, Permalink.Of(request.Site, c)))
            ),
            Linked<Citation>(CiteAsEnglish, "String!", "英文引用格式", "The same in a line of English, to paste.", (request, c) =>
                Line(request, c, (article, speaker) => CitationLine.English(article, c, speaker, Permalink.Of(request.Site, c)))
            ),
            Linked<Citation>(
                    "url",
                    "String",
                    "网页",
                    "The page that shows it, of the figure, of the statement, or of the entity that it names; null as on a node.",
                    (request, c) => Permalink.Of(request.Site, c)
                )
                .InBrief(),
        ];

    public static IEnumerable<FieldType> OfArticle() =>
        [
            Linked<Article>(CiteAs, "String!", "引用格式", "Newspaper, date and title in a line of Chinese, to paste.", (request, a) =>
                CitationLine.Chinese(a, Permalink.Of(request.Site, a.Id))
            ),
            Linked<Article>(CiteAsEnglish, "String!", "英文引用格式", "The same in a line of English, to paste.", (request, a) =>
                CitationLine.English(a, Permalink.Of(request.Site, a.Id))
            ),
        ];

    public static IEnumerable<FieldType> OfReference() =>
        [
            Field<Reference>(CiteAs, "String!", "引用格式", "Publisher, title, year and number in a line of Chinese, to paste.", r =>
                CitationLine.Chinese(r)
            ),
            Field<Reference>(CiteAsEnglish, "String!", "英文引用格式", "The same in a line of English, to paste.", r =>
                CitationLine.English(r)
            ),
        ];

    public static IEnumerable<FieldType> Readings() =>
        [
            Field<Observation>(
                "reading",
                "String",
                "读法",
                "What it says beyond its number, in Chinese: by how much and not to how much, the interval of a hedge and where it comes "
                    + "from, among what it ranks, that it is a target. Null where the print says it all (58家).",
                o => Reading.Of(o)?.Chinese
            ),
            Field<Observation>("readingEnglish", "String", "英文读法", "The same in English.", o => Reading.Of(o)?.English),
        ];

    /// <summary>The line needs the article, and of a figure who says it.</summary>
    private static object Line(RequestScope request, Citation citation, Func<Article, Speaker?, string> write) =>
        request.Node(citation.Article, article =>
            NodeId.KindOf(citation.Of) is NodeKind.Observation
                ? request.Node(citation.Of, fact => OfFigure(request, (Article)article, (Observation)fact, write))
                : write((Article)article, null)
        );

    private static object OfFigure(RequestScope request, Article article, Observation figure, Func<Article, Speaker?, string> write) =>
        figure.AttributedTo is { } speaker
            ? request.Node(speaker, who => write(article, Speaker.Of((Entity)who, figure.Capacity)))
            : write(article, null);
}
