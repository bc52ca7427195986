using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Text.Claims;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>checkClaim and checkText: how what somebody says agrees with what was printed.</summary>
internal static class ClaimSchema
{
    /// <param name="checker">The one of the store that the schema is served for.</param>
    public static IEnumerable<FieldType> Roots(ClaimChecker checker) =>
        [
            Root(
                checker,
                "checkClaim",
                "核查说法",
                "How a claim agrees with what was printed: a verdict for each figure in it, and for who did what, with what is printed, "
                    + "its place and the rule that decided. Never whether the world is so.",
                ClaimQuestion.MaxClaim
            ),
            Root(
                checker,
                "checkText",
                "核查文章",
                "The same of every figure and sentence of a text, such as an article.",
                ClaimQuestion.MaxText
            ),
        ];

    public static IEnumerable<QueryArgument> Options() =>
        [
            Argument(
                "claimDate",
                "Date",
                "说法日期",
                "The day of the claim: 今年 and 上月 are read by it. Left out, the newest day of print."
            ),
            Argument("asOf", "Date", "截至刊发日期", "Only what was printed by this day is evidence; all, where it is left out."),
            Argument("about", "String", "描述对象", "What the text is about, where it names nothing: an id, or an exact name."),
            Argument("article", "ID", "所在文章", "The article that the claim is taken from: it cannot support itself."),
        ];

    private static FieldType Root(ClaimChecker checker, string name, string chinese, string english, int most) =>
        new ComposedField<ClaimQuestion>(
            arguments => ClaimQuestion.Read(arguments, most),
            async (snapshot, question, cancellation) => (await question.AnswerAsync(checker, snapshot, cancellation))[0]
        )
            .Root(
                name,
                "ClaimReport!",
                chinese,
                english,
                [Argument("text", "String!", "说法", $"What is claimed, in Chinese or English, at most {most} characters."), .. Options()]
            )
            .PageOf(ClaimQuestion.ClaimsIn, weight: 1)
            .Working(arguments => ClaimQuestion.WorkOf(arguments.Cursor("text") ?? ""));

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "ClaimReport",
                "核查报告",
                "What the printed record says of a text. The same data and rules versions give the same answer for ever.",
                [
                    Field<ClaimReport>("text", "String!", "原文", "What was checked.", r => r.Text),
                    Field<ClaimReport>("rulesVersion", "String!", "规则版本", "Of words, rules and widths of hedges.", _ =>
                        ClaimReport.RulesVersion
                    ),
                    Field<ClaimReport>("dataVersion", "Int!", "数据版本", "Of the graph.", r => r.DataVersion),
                    Field<ClaimReport>("claimDate", "Date!", "说法日期", "The day by which times were read.", r => r.ClaimDate),
                    Field<ClaimReport>("isClaimDateInferred", "Boolean!", "日期系推断", "Whether the request left it out.", r =>
                        r.IsClaimDateInferred
                    ),
                    Field<ClaimReport>("asOf", "Date", "截至刊发日期", "Until when prints were evidence; null for all.", r => r.AsOf),
                    Field<ClaimReport>("searchedArticles", "Int!", "已查文章数", "How many articles the graph holds.", r =>
                        r.Coverage.Articles
                    ),
                    Field<ClaimReport>("searchedFrom", "Date", "已查首日", "The first day of print.", r => r.Coverage.First),
                    Field<ClaimReport>("searchedTo", "Date", "已查末日", "The last day of print.", r => r.Coverage.Last),
                    Field<ClaimReport>("reason", "ClaimReason", "无说法的原因", "Why there is no claim; null where there is one.", r =>
                        r.Reason
                    ),
                    Field<ClaimReport>("claims", "[ClaimAnswer!]!", "说法", "In the order of the text.", r => r.Claims).EachOfPage(),
                    Field<ClaimReport>(
                            "relations",
                            "[RelationAnswer!]!",
                            "关系说法",
                            "Who did what, where and when, of the sentences and clauses without a figure.",
                            r => r.Relations
                        )
                        .EachOfPage(),
                    Field<ClaimReport>("unread", "[UnreadFigure!]!", "未读数字", "What looks like a figure and was not read.", r =>
                            r.Unread
                        )
                        .EachOfPage(),
                ]
            ),
            Object(
                "UnreadFigure",
                "未读数字",
                "Print that looks like a figure and was not read.",
                [
                    Field<UnreadFigure>("printed", "String!", "原文", "The characters.", u => u.Printed),
                    Field<UnreadFigure>("start", "Int!", "起", "Where it starts, in UTF-16 code units.", u => u.Span.Start),
                    Field<UnreadFigure>("end", "Int!", "止", "Where it ends, exclusive.", u => u.Span.End),
                    Field<UnreadFigure>("why", "String!", "原因", "Why it was not read.", u => u.Reason),
                ]
            ),
            Answer(),
            Evidence(),
            .. RelationClaimSchema.Types(),
            Object(
                "ClaimMatch",
                "匹配",
                "How the parts of a printed figure lie to those of a claim.",
                [
                    Field<MatchVector>("subject", "SlotMatch!", "主体", "What it is about.", m => m.Subject),
                    Field<MatchVector>("indicator", "SlotMatch!", "指标", "What it measures.", m => m.Indicator),
                    Field<MatchVector>("measure", "SlotMatch!", "度量方式", "Level, growth, share or rank, and against what.", m =>
                        m.Measure
                    ),
                    Field<MatchVector>("scope", "SlotMatch!", "范围", "Tier, universe, whole.", m => m.Scope),
                    Field<MatchVector>("time", "SlotMatch!", "时间", "Its days.", m => m.Time),
                    Field<MatchVector>("unit", "SlotMatch!", "单位", "Its unit.", m => m.Unit),
                ]
            ),
            Object(
                "ContextFlag",
                "说明",
                "What a reader should know besides the verdict.",
                [
                    Field<ContextFlag>("kind", "ContextFlagKind!", "种类", "What it is.", f => f.Kind),
                    Field<ContextFlag>("chinese", "String!", "中文", "In Chinese.", f => f.Chinese),
                    Field<ContextFlag>("english", "String!", "英文", "In English.", f => f.English),
                ]
            ),
            Object(
                "ClaimImplied",
                "推算值",
                "What follows from the figures that support a claim, and is not printed itself.",
                [
                    Field<ClaimImplied>("lower", "Bound", "下限", "The least that it can be.", i => i.Interval.Lower),
                    Field<ClaimImplied>("upper", "Bound", "上限", "The most that it can be.", i => i.Interval.Upper),
                    Field<ClaimImplied>("unit", "Unit!", "单位", "The unit.", i => i.Unit),
                    Field<ClaimImplied>("formula", "String!", "算式", "What was reckoned.", i => i.Formula),
                    Field<ClaimImplied>("chinese", "String!", "中文", "In a sentence.", i => i.Chinese),
                    Field<ClaimImplied>("english", "String!", "英文", "In a sentence.", i => i.English),
                ]
            ),
        ];

    private static ObjectGraphType Answer() =>
        Object(
            "ClaimAnswer",
            "核查结果",
            "What the printed record says of one figure of a text.",
            [
                Field<ClaimAnswer>("verdict", "Verdict!", "结论", "How it agrees with the record.", a => a.Verdict),
                Field<ClaimAnswer>("verdictChinese", "String!", "中文结论", "The same as a term.", a => Verdicts.Chinese(a.Verdict)),
                Field<ClaimAnswer>("chinese", "String!", "中文", "The answer in one sentence.", a => a.Chinese),
                Field<ClaimAnswer>("english", "String!", "英文", "The answer in one sentence.", a => a.English),
                Field<ClaimAnswer>("reason", "ClaimReason", "原因", "Why it could not be decided; null where it was.", a => a.Reason),
                Field<ClaimAnswer>("rule", "ClaimRule!", "规则", "The rule by which the numbers were compared.", a => a.Rule),
                Field<ClaimAnswer>("tolerance", "String", "容差行", "The row of the table of hedges by which the claim was read.", a =>
                    a.Tolerance
                ),
                Field<ClaimAnswer>("computation", "String", "算式", "How the numbers were compared, in one line.", a => a.Computation),
                Field<ClaimAnswer>("quote", "String!", "说法原文", "The clause: the text from 'start' to 'end'.", a => a.Claim.Quote),
                Field<ClaimAnswer>("start", "Int!", "起", "Where the clause starts, in UTF-16 code units.", a => a.Claim.Span.Start),
                Field<ClaimAnswer>("end", "Int!", "止", "Where it ends, exclusive.", a => a.Claim.Span.End),
                Field<ClaimAnswer>("figure", "String!", "数字原文", "The figure: the text from 'figureStart' to 'figureEnd'.", a =>
                    a.Claim.Printed
                ),
                Field<ClaimAnswer>("figureStart", "Int!", "数字起", "Where the figure starts.", a => a.Claim.FigureSpan.Start),
                Field<ClaimAnswer>("figureEnd", "Int!", "数字止", "Where it ends, exclusive.", a => a.Claim.FigureSpan.End),
                Field<ClaimAnswer>("measure", "Measure!", "度量方式", "What the figure says.", a => a.Claim.Figure.Measure),
                Field<ClaimAnswer>("hedge", "Hedge!", "约数词", "The words that widen it.", a => a.Claim.Figure.Hedge),
                Field<ClaimAnswer>("lower", "Bound", "下限", "The least that it can mean, in its unit.", a => a.Claim.Quantity?.Lower),
                Field<ClaimAnswer>("upper", "Bound", "上限", "The most that it can mean, in its unit.", a => a.Claim.Quantity?.Upper),
                Field<ClaimAnswer>("unit", "Unit", "单位", "Its unit; null where none is declared.", a => a.Claim.Quantity?.Unit),
                Field<ClaimAnswer>("readBy", "String!", "读数规则", "The rule by which the figure was read.", a => a.Claim.Figure.RuleName),
                Field<ClaimAnswer>("status", "ObservationStatus!", "数据状态", "Whether it is told as a fact.", a => a.Claim.Figure.Status),
                Field<ClaimAnswer>("isNegated", "Boolean!", "是否否定", "Whether the sentence denies it.", a => a.Claim.Figure.IsNegated),
                Field<ClaimAnswer>("periodWords", "String", "时间原文", "Its time as the text has it; null where none is read.", a =>
                    a.Claim.Figure.Period?.Words
                ),
                Field<ClaimAnswer>("periodStart", "Date", "首日", "Its first day.", a => a.Claim.Figure.Period?.First),
                Field<ClaimAnswer>("periodEnd", "Date", "末日", "Its last day.", a => a.Claim.Figure.Period?.Last),
                Field<ClaimAnswer>("subjectId", "ID", "主体标识", "What it is about, as far as it is known.", a => a.Subject?.Id),
                Field<ClaimAnswer>("subjectName", "String", "主体", "Its Chinese name.", a => a.Subject?.Name),
                Field<ClaimAnswer>("subjectGround", "SubjectGround!", "主体依据", "How that is known.", a => a.SubjectGround),
                Field<ClaimAnswer>("indicatorId", "ID", "指标标识", "What it measures, as far as it is known.", a => a.Indicator?.Id),
                Field<ClaimAnswer>("indicatorName", "String", "指标", "Its Chinese name.", a => a.Indicator?.Name),
                Field<ClaimAnswer>("indicatorGround", "IndicatorGround!", "指标依据", "How that is known.", a => a.IndicatorGround),
                Field<ClaimAnswer>("evidence", "[ClaimEvidence!]!", "证据", "What decided, or leaves it open.", a => a.Evidence)
                    .UpTo(Price.Few),
                Field<ClaimAnswer>("rejected", "[ClaimEvidence!]!", "未采用", "The nearest that did not decide, and why not.", a =>
                        a.Rejected
                    )
                    .UpTo(Price.Few),
                Field<ClaimAnswer>(
                        "superseded",
                        "[ClaimEvidence!]!",
                        "已更正",
                        "Figures that fit, and that their articles no longer state.",
                        a => a.Superseded
                    )
                    .UpTo(Price.Few),
                Field<ClaimAnswer>("flags", "[ContextFlag!]!", "说明", "What a reader should know besides.", a => a.Flags).UpTo(Price.Few),
                Field<ClaimAnswer>("implied", "[ClaimImplied!]!", "推算值", "What follows from the figures that support it.", a =>
                        a.Implied
                    )
                    .UpTo(Price.Few),
                Field<ClaimAnswer>("wouldChange", "String!", "何以改变", "What would change the verdict, or settle it.", a =>
                    a.WouldChange
                ),
                Field<ClaimAnswer>("wouldChangeEnglish", "String!", "何以改变（英文）", "The same in English.", a => a.WouldChangeEnglish),
            ]
        );

    private static ObjectGraphType Evidence() =>
        Object(
            "ClaimEvidence",
            "证据",
            "A printed figure that an answer shows, with its place.",
            [
                Field<ClaimEvidence>("observationId", "ID!", "数据标识", "The figure.", e => e.Figure.Id),
                Linked<ClaimEvidence>("observation", "Observation", "数据", "The figure, with all that is known of it.", (request, e) =>
                    request.NodeOrNull(e.Figure.Id)
                ),
                Field<ClaimEvidence>("printed", "String!", "原文数字", "The figure as printed.", e => e.Figure.Figure),
                Field<ClaimEvidence>("status", "ObservationStatus!", "数据状态", "Whether it was measured.", e => e.Figure.Status),
                Field<ClaimEvidence>("periodWords", "String", "时间", "Its time as printed.", e => e.Figure.Period?.Words),
                Field<ClaimEvidence>("indicatorId", "ID!", "指标标识", "What it measures.", e => e.Indicator.Id),
                Field<ClaimEvidence>("indicatorName", "String!", "指标", "Its Chinese name.", e => e.Indicator.Name),
                Field<ClaimEvidence>("indicatorNameEnglish", "String", "指标英文名", "Its English name.", e => e.Indicator.NameEnglish),
                Field<ClaimEvidence>("aboutId", "ID!", "主体标识", "What it is about.", e => e.About.Id),
                Field<ClaimEvidence>("aboutName", "String!", "主体", "Its Chinese name.", e => e.About.Name),
                Field<ClaimEvidence>("aboutNameEnglish", "String", "主体英文名", "Its English name.", e => e.About.NameEnglish),
                Field<ClaimEvidence>("articleId", "ID!", "文章标识", "The article.", e => e.Article.Id),
                Field<ClaimEvidence>("newspaper", "String!", "报纸", "The newspaper.", e => e.Article.Newspaper),
                Field<ClaimEvidence>("title", "String!", "标题", "The article's title.", e => e.Article.Title),
                Field<ClaimEvidence>("titleEnglish", "String!", "英文标题", "A translation of it.", e => e.Article.TitleEnglish),
                Field<ClaimEvidence>("date", "Date!", "刊发日期", "When it was printed.", e => e.Article.Date),
                Field<ClaimEvidence>("page", "String", "版面", "On which page.", e => e.Article.Page),
                Field<ClaimEvidence>("address", "String", "位置", "The line and sentence.", e => e.Citation?.Address.ToString()),
                Field<ClaimEvidence>("quote", "String", "原句", "The sentence; null where the text is not held.", e => e.Citation?.Quote),
                Field<ClaimEvidence>("start", "Int", "起", "Where the sentence starts in the article's text.", e =>
                    e.Citation?.Span?.Start
                ),
                Field<ClaimEvidence>("end", "Int", "止", "Where it ends, exclusive.", e => e.Citation?.Span?.End),
                Field<ClaimEvidence>("path", "String", "页面", "The path of the figure's page.", e => Permalink.PathOf(e.Figure.Id)),
                Field<ClaimEvidence>("origin", "String!", "来源", "The speaker or article: one origin counts once.", e => e.Origin),
                Field<ClaimEvidence>("match", "ClaimMatch!", "匹配", "How its parts lie to those of the claim.", e => e.Match),
                Field<ClaimEvidence>("differing", "String", "不同之处", "The first part that differs; null of what decided.", e =>
                    e.Differing
                ),
                Field<ClaimEvidence>("computation", "String", "算式", "How the numbers were compared; null where they do not compare.", e =>
                    e.Computation
                ),
                Field<ClaimEvidence>(
                    "formula",
                    "String",
                    "推算",
                    "How a value was worked out of it; null where it is the value itself.",
                    e => e.Formula
                ),
                Field<ClaimEvidence>("removedAt", "DateTime", "取消时间", "When its article ceased to state it; null while it stands.", e =>
                    e.Figure.RemovedAt
                ),
            ]
        );
}
