using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>Article and Citation: the evidence.</summary>
internal static class ArticleSchema
{
    public static IEnumerable<IGraphType> Types() =>
        [
            Object("Article", "文章", "One report of a newspaper.", ArticleFields(), "Node"),
            Object(
                "LineRange",
                "行范围",
                "A run of lines of the issue's text, from 1, both ends included.",
                [
                    Field<LineRange>("first", "Int!", "首行", "The first line.", l => l.First),
                    Field<LineRange>("last", "Int!", "末行", "The last line.", l => l.Last),
                ]
            ),
            Object(
                "Correction",
                "勘误",
                "What is printed and what it probably should say. The print stays.",
                [
                    Field<Correction>("address", "String!", "位置", "Line and sentence of the issue's text.", c => c.Address.ToString()),
                    Field<Correction>("printed", "String!", "原文", "What is printed.", c => c.Printed),
                    Field<Correction>("probably", "String!", "疑应为", "What it probably should say.", c => c.Probably),
                    Field<Correction>("reason", "String!", "理由", "Why.", c => c.Reason),
                ]
            ),
            Object(
                "Repeat",
                "重复",
                "A passage that the page prints again.",
                [
                    Field<Repeat>("lines", "LineRange!", "行", "The second print.", r => r.Lines),
                    Field<Repeat>(
                        "of",
                        "Int!",
                        "所重复的行",
                        "The first line of what it repeats, which may belong to another article.",
                        r => r.Of
                    ),
                    Field<Repeat>("reason", "String!", "理由", "What happened.", r => r.Reason),
                ]
            ),
            Object(
                "Citation",
                "引证",
                "Evidence: where an article states a fact or prints a name.",
                [
                    Linked<Citation>("article", "Article!", "文章", "The article.", (request, c) => request.Node(c.Article)).InBrief(),
                    Field<Citation>(
                            "address",
                            "String!",
                            "位置",
                            "Line and sentence of the issue's text: 17.1 is the first sentence of line 17, 93.5-95.1 joins what a page "
                                + "break cut, and 17.1:3 is the third column of line 17, a row of a table.",
                            c => c.Address.ToString()
                        )
                        .InBrief(),
                    Field<Citation>("part", "ArticlePart!", "文章部分", "In which part of the article.", c => c.Part).InBrief(),
                    Field<Citation>("words", "String", "原文", "The figure's words, or the printed name; null for a relationship.", c =>
                            c.Words
                        )
                        .InBrief(),
                    Field<Citation>("quote", "String", "引文", "The sentence as printed; null where the text is not held.", c => c.Quote),
                    Field<Citation>(
                        "start",
                        "Int",
                        "句首",
                        "Where the sentence starts in the article's text, in UTF-16 code units from 0; null where the text is not held.",
                        c => c.Span?.Start
                    ),
                    Field<Citation>("end", "Int", "句尾", "Where the sentence ends, exclusive.", c => c.Span?.End),
                    Field<Citation>(
                        "wordsStart",
                        "Int",
                        "词首",
                        "Where the words start in the article's text; null where there are none or the text is not held.",
                        c => c.WordsSpan?.Start
                    ),
                    Field<Citation>("wordsEnd", "Int", "词尾", "Where the words end, exclusive.", c => c.WordsSpan?.End),
                    .. CitingSchema.OfCitation(),
                ]
            ),
            .. Connections.Types<Article>("Article", "文章", Connections.TotalCount<Article>()),
            .. Connections.Types<Citation>("Citation", "引证", Connections.TotalCount<Citation>()),
        ];

    public static IEnumerable<FieldType> ArticleFields() =>
        [
            EntitySchema.Id(),
            CitingSchema.Url(),
            .. CitingSchema.OfArticle(),
            Field<Article>("newspaper", "String!", "报纸", "The newspaper.", a => a.Newspaper),
            Field<Article>("newspaperEnglish", "String!", "报纸英文名", "The newspaper's name in English.", a => a.NewspaperEnglish),
            Field<Article>("date", "Date!", "日期", "The date of publication.", a => a.Date).InBrief(),
            Field<Article>("page", "String", "版次", "The page, where it is known.", a => a.Page),
            Field<Article>("title", "String!", "标题", "The title as printed.", a => a.Title).InBrief(),
            Field<Article>("titleEnglish", "String!", "英文标题", "The title in English, a translation.", a => a.TitleEnglish),
            Field<Article>("section", "String", "栏目", "The section.", a => a.Section),
            Field<Article>("byline", "String", "署名", "The byline as printed, or null.", a => a.Byline),
            Field<Article>("lines", "[LineRange!]!", "行", "Its lines in the issue's text.", a => a.Lines).UpTo(Price.Few),
            Field<Article>(
                "sha256",
                "String!",
                "原文指纹",
                "SHA-256 of the issue's text (UTF-8, no byte order mark, lines ended by LF), in hex.",
                a => a.Sha256
            ),
            Field<Article>("isCutAtStart", "Boolean!", "开头残缺", "Whether the printed text lacks its beginning.", a => a.IsCutAtStart),
            Field<Article>("isCutAtEnd", "Boolean!", "结尾残缺", "Whether the printed text lacks its end.", a => a.IsCutAtEnd),
            Field<Article>("continuedOn", "String", "下转", "Where the page says that it goes on, as printed.", a => a.ContinuedOn),
            Field<Article>("corrections", "[Correction!]!", "勘误", "What is printed and probably should say something else.", a =>
                    a.Corrections
                )
                .UpTo(Price.Few),
            Field<Article>("repeats", "[Repeat!]!", "重复", "Passages that the page prints again.", a => a.Repeats).UpTo(Price.Few),
            Field<Article>("hasText", "Boolean!", "存有原文", "Whether its text is held.", a => a.Text is not null),
            Field<Article>(
                "text",
                "String",
                "原文",
                "Its own lines, joined by LF; null where the text is not held. Offsets of citations count in it.",
                a => a.Text
            ),
            Field<Article>(
                "removedAt",
                "DateTime",
                "撤出时间",
                "When it was taken out of the graph: what it stated is closed, and only its address and those of its figures lead here. "
                    + "Null "
                    + "while it stands.",
                a => a.RemovedAt
            ),
            Connections.Nested(
                "relationships",
                "RelationshipConnection",
                "关系",
                "What it states.",
                Filters.Relationships(Connections.NestedSize, RelationshipSide.StatedIn),
                Filters.Argument("RelationshipFilter"),
                Filters.Order(RelationshipOrder.Print)
            ),
            Connections.Nested(
                "observations",
                "ObservationConnection",
                "数据",
                "The figures that it prints, in print order.",
                Filters.Observations(Connections.NestedSize),
                Filters.Argument("ObservationFilter"),
                Filters.LatestPer(),
                Filters.AcrossMeasures(),
                Filters.Rule(),
                Filters.Order(ObservationOrder.Print)
            ),
            Connections.Nested(
                "entities",
                "EntityConnection",
                "实体",
                "The entities whose names it prints.",
                Filters.EntitiesOf("entities of an article"),
                Filters.Argument("EntityFilter")
            ),
            CitedSchema.OfArticle(),
            .. RelationshipSchema.LinksOf(RelationshipSchema.ArticleEnd),
        ];
}
