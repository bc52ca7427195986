using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>Where something is printed: the record that states it, its article, and its first citation, if it has one.</summary>
/// <param name="Speaker">Who says a figure, where it is not the paper.</param>
/// <param name="Page">The page that shows it; null where the server is not told where its pages are.</param>
internal sealed record Printed(Article Article, Citation? Citation, string? Figure, Speaker? Speaker, string? Page);

/// <summary>The forms that several resources have in common.</summary>
internal static class Forms
{
    /// <summary>Two terms for one thing.</summary>
    internal sealed record Label(string Chinese, string English);

    public static void Add(RestShapes shapes)
    {
        shapes.Add(
            "NodeRef",
            "所指",
            "Something that has an address of its own, with its name.",
            shapes.Field<IGraphNode>("id", "ID!", "标识", "The id, stable for ever.", n => n.Id),
            shapes.Field<IGraphNode>("type", "String!", "类型", "A type of entities, or Article.", n => n.TypeName),
            shapes.Field<IGraphNode>("name", "String!", "名称", "The primary Chinese name, or the title.", NameOf),
            shapes.Field<IGraphNode>("nameEnglish", "String", "英文名称", "The primary English name, or the English title.", EnglishOf)
        );
        shapes.Add(
            "Label",
            "名称",
            "A term in two languages.",
            shapes.Field<Label>("zh", "String!", "中文", "In Chinese.", l => l.Chinese),
            shapes.Field<Label>("en", "String!", "英文", "In English.", l => l.English)
        );
        shapes.Add(
            "Period",
            "时间",
            "A printed time. Words are resolved against the article's date, never the clock.",
            [
                shapes.Field<Period>("words", "String!", "原文", "As printed.", p => p.Words),
                shapes.Field<Period>(
                    "code",
                    "String",
                    "代码",
                    "The days in one word: 2023, 2023-S1, 2023-Q3, 2023-05, 2023-05-19, or from one to another 2023-01/2023-09; .. is an "
                        + "open end; null where no day is known.",
                    PeriodCodes.Of
                ),
                shapes.Field<Period>("periodStart", "Date", "首日", "The first day, inclusive; null where open or unknown.", p => p.First),
                shapes.Field<Period>("periodEnd", "Date", "末日", "The last day, inclusive; null where open or unknown.", p => p.Last),
                .. shapes.Same("Period", "precision", "basis"),
            ]
        );
        shapes.Add(
            "Source",
            "出处",
            "Where it is printed first.",
            shapes.Field<Printed>("articleId", "ID!", "文章标识", "The article.", p => p.Article.Id),
            shapes.Field<Printed>("title", "String!", "标题", "Its title as printed.", p => p.Article.Title),
            shapes.Field<Printed>("titleEnglish", "String!", "英文标题", "Its title in English, a translation.", p =>
                p.Article.TitleEnglish
            ),
            shapes.Field<Printed>("newspaper", "String!", "报纸", "The newspaper.", p => p.Article.Newspaper),
            shapes.Field<Printed>("issueDate", "Date!", "日期", "The date of the issue.", p => p.Article.Date),
            shapes.Field<Printed>("page", "String", "版次", "The page, where it is known.", p => p.Article.Page),
            shapes.Field<Printed>("url", "String!", "网址", "The article in this API.", p => RestApi.UrlOf(p.Article)),
            shapes.Field<Printed>("figure", "String", "原文数字", "The figure as printed; null for a relationship.", p => p.Figure),
            shapes.Field<Printed>(
                "address",
                "String",
                "位置",
                "Line and sentence of the issue's text; null where the article no longer states it.",
                p => p.Citation?.Address.ToString()
            ),
            shapes.Field<Printed>("part", "ArticlePart", "文章部分", "In which part of the article.", p => p.Citation?.Part),
            shapes.Field<Printed>("quote", "String", "引文", "The sentence as printed; null where the text is not held.", p =>
                p.Citation?.Quote
            ),
            shapes.Field<Printed>(
                "start",
                "Int",
                "句首",
                "Where the sentence starts in the article's text, in UTF-16 code units from 0; null where the text is not held.",
                p => p.Citation?.Span?.Start
            ),
            shapes.Field<Printed>("end", "Int", "句尾", "Where the sentence ends, exclusive.", p => p.Citation?.Span?.End),
            shapes.Field<Printed>("citation", "Label!", "引用格式", "How to cite it, ready to paste.", CitationOf)
        );
        shapes.Add(
            "Citation",
            "引证",
            "One of the places where it is printed.",
            [
                shapes.Field<Citation>("articleId", "ID!", "文章标识", "The article.", c => c.Article),
                .. shapes.Same("Citation", "address", "part", "words", "quote", "start", "end", "wordsStart", "wordsEnd"),
            ]
        );
    }

    /// <summary>Where a figure or a relationship is printed first; null where only documents state it.</summary>
    public static Printed? PrintedOf(IGraphNode node, LinkedNodes nodes)
    {
        var first = nodes.CitationsOf(node.Id) is [var citation, ..] ? citation : null;
        if (node is Observation o)
        {
            var article = (Article)nodes.Node(first?.Article ?? o.Article);
            var speaker = Speaker.Of((Entity?)nodes.NodeOrNull(o.AttributedTo), o.Capacity);
            return new(article, first, o.Figure, speaker, first is null ? Permalink.Of(nodes.Site, o.Id) : Permalink.Of(nodes.Site, first));
        }
        return first is null ? null : new((Article)nodes.Node(first.Article), first, null, null, Permalink.Of(nodes.Site, first));
    }

    public static string NameOf(IGraphNode node) =>
        node switch
        {
            Entity entity => entity.Name,
            Article article => article.Title,
            Observation observation => observation.Figure,
            Relationship relationship => relationship.Type.Chinese,
            _ => node.Id,
        };

    public static string? EnglishOf(IGraphNode node) =>
        node switch
        {
            Entity entity => entity.NameEnglish,
            Article article => article.TitleEnglish,
            _ => null,
        };

    /// <summary>How to cite it, ready to paste; the article as a whole where it states it no more.</summary>
    public static Label CitationOf(Printed printed)
    {
        var (article, citation, _, speaker, page) = printed;
        return citation is null
            ? new(CitationLine.Chinese(article, page), CitationLine.English(article, page))
            : new(CitationLine.Chinese(article, citation, speaker, page), CitationLine.English(article, citation, speaker, page));
    }
}
