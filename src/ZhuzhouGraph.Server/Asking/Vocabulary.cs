using System.Collections.Frozen;
using GraphQL.Types;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Text;
using ZhuzhouGraph.Text.Claims;
using ZhuzhouGraph.Text.Claims.Relations;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>
/// The closed lists of the schema. Lists of the declarations bring their own terms; those of the model's enums stand here.
/// </summary>
internal static class Vocabulary
{
    /// <summary>The Chinese term and the meaning of each value. A value without them stops the schema from being built.</summary>
    private static readonly Dictionary<Enum, (string Chinese, string English)> Terms = new()
    {
        [NameBasis.Printed] = ("印刷", "Printed in an article, and cited."),
        [NameBasis.Translation] = ("翻译", "Our translation."),
        [NameBasis.Editorial] = ("编辑", "Our own words for what the paper describes without naming it."),
        [ArticlePart.Headline] = ("标题", "The headline."),
        [ArticlePart.Subhead] = ("小标题", "A subhead."),
        [ArticlePart.Body] = ("正文", "The body."),
        [ArticlePart.Caption] = ("图片说明", "The caption of a picture."),
        [ArticlePart.Byline] = ("署名", "The byline."),
        [PeriodPrecision.PartOfDay] = ("时段", "A part of a day."),
        [PeriodPrecision.Day] = ("日", "A day."),
        [PeriodPrecision.TenDays] = ("旬", "A third of a month."),
        [PeriodPrecision.Month] = ("月", "A month."),
        [PeriodPrecision.Quarter] = ("季度", "A quarter."),
        [PeriodPrecision.Half] = ("半年", "Half a year."),
        [PeriodPrecision.Year] = ("年", "A year."),
        [PeriodPrecision.Range] = ("起止", "From one date to another, one of which may be open."),
        [PeriodPrecision.Era] = ("时期", "A named era such as a plan period."),
        [PeriodPrecision.Vague] = ("泛指", "Words such as 近年来 that name no days."),
        [PeriodBasis.Stated] = ("明示", "The days stand in the words."),
        [PeriodBasis.Inferred] = ("推定", "The days follow from the words and the article's date."),
        [StatementStatus.Stated] = ("明示", "The paper states it."),
        [StatementStatus.Inferred] = ("推定", "The paper only implies it; the ground says how."),
        [StatementStatus.Reference] = ("背景资料", "Background that no paper prints; a public document states it."),
        [Measure.Level] = ("数值", "The value itself; a duration is a level with a time unit."),
        [Measure.Change] = ("增减量", "A difference, in the indicator's unit."),
        [Measure.RateOfChange] = ("增减率", "A relative change in per cent: growth of 240 % is a factor of 3.4, a cut by 30 % is −30."),
        [Measure.Multiple] = ("倍数", "A factor."),
        [Measure.Share] = ("占比", "A part of a whole, in per cent."),
        [Measure.Points] = ("百分点", "A difference of percentages."),
        [Measure.Rank] = ("位次", "A place in an order over a universe."),
        [Measure.Ordinal] = ("序次", "A place in time or number: 首批, 首次, 第五届."),
        [Comparison.YearOnYear] = ("同比", "Against the same period of the year before."),
        [Comparison.OnPrevious] = ("环比", "Against the period before."),
        [Comparison.AgainstBefore] = ("较此前", "Against the state before the thing described."),
        [Comparison.BasePeriod] = ("较基期", "Against a time that the words name: 年初, 2019年同期."),
        [Comparison.AverageSince] = ("年均", "By the year on average, over several years."),
        [Comparison.OtherEntity] = ("与他者相比", "Against another place, body or thing."),
        [Comparison.Plan] = ("较计划", "Against what was planned or budgeted."),
        [Accumulation.Single] = ("当期", "Of the period alone."),
        [Accumulation.Cumulative] = ("累计", "Adding up from the period's start."),
        [Frequency.A] = ("年度", "Annual."),
        [Frequency.S] = ("半年度", "Half-yearly."),
        [Frequency.Q] = ("季度", "Quarterly."),
        [Frequency.M] = ("月度", "Monthly."),
        [Frequency.W] = ("每周", "Weekly."),
        [Frequency.D] = ("每日", "Daily."),
        [PriceBasis.Current] = ("现价", "At current prices."),
        [PriceBasis.Constant] = ("可比价", "At constant prices."),
        [ObservationStatus.Actual] = ("实际", "What was measured."),
        [ObservationStatus.Target] = ("目标", "What is to be reached."),
        [ObservationStatus.Forecast] = ("预测", "What is expected."),
        [BoundBasis.Stated] = ("明示", "The paper states the bounds."),
        [BoundBasis.Convention] = ("惯例", "The hedge gives the bounds, by convention."),
        [BoundBasis.Rounding] = ("取整", "The last printed digit gives the bounds."),
        [QuantityMeaning.Uncertain] = ("不确定", "One unknown value lies inside the bounds."),
        [QuantityMeaning.Varies] = ("各异", "The values of several items lie inside the bounds (15至20微米)."),
        [QuantityMeaning.Covers] = ("涵盖", "Every value inside the bounds holds (−269℃到400℃)."),
        [Hedge.None] = ("无", "No hedge."),
        [Hedge.About] = ("约, 左右", "About."),
        [Hedge.Nearly] = ("近", "Nearly: somewhat less."),
        [Hedge.AndSome] = ("余, 多, 几", "And some: somewhat more than the number."),
        [Hedge.MoreThan] = ("超, 逾, 突破", "More than."),
        [Hedge.AtLeast] = ("以上, 至少", "At least."),
        [Hedge.Under] = ("不足", "Less than."),
        [Hedge.AtMost] = ("以下, 至多", "At most."),
        [Hedge.Range] = ("a至b", "From one number to another."),
        [Hedge.Several] = ("数十, 数百", "A few times the number."),
        [Hedge.OrderOf] = ("上百, 上千", "Of that order or more."),
        [Hedge.Teens] = ("十余, 十几", "More than ten and less than twenty; 十来 is ten to fifteen."),
        [Hedge.Vague] = ("前列, 若干", "No number at all."),
        [EntityOrder.Id] = ("标识", "By id."),
        [EntityOrder.Period] = (
            "时间",
            "By the first day of the entity's own period, or its last where no first is known; without a day last."
        ),
        [EntityOrder.PeriodDescending] = ("时间倒序", "The latest first; without a day last."),
        [RelationshipOrder.Print] = ("刊发", "By date, article and place of the first citation."),
        [RelationshipOrder.PrintDescending] = ("刊发倒序", "The newest print first."),
        [RelationshipOrder.Period] = (
            "时间",
            "By the first day of its period, or its last where no first is known; what has no day stands at its event, or else last."
        ),
        [RelationshipOrder.PeriodDescending] = ("时间倒序", "The latest first; without a day last."),
        [ObservationOrder.Print] = ("刊发", "By date, article and place of the first citation."),
        [ObservationOrder.PrintDescending] = ("刊发倒序", "The newest print first."),
        [ObservationOrder.Period] = (
            "时间",
            "By the first day of its period, or its last where no first is known; what has no day stands at the event at which it was "
                + "said, or else last."
        ),
        [ObservationOrder.PeriodDescending] = ("时间倒序", "The latest first; without a day last."),
        [ObservationOrder.Value] = (
            "数值",
            "The smallest first: by the number, or of an interval its lower end, or else its upper; without a number last. Numbers of "
                + "two units do not compare: filter by 'units'."
        ),
        [ObservationOrder.ValueDescending] = ("数值倒序", "The largest first; without a number last."),
        [ObservationOrder.Point] = (
            "序列",
            "As they stand on a line: by the last day, then the first; what has no days is of the day of its print, and a period without a "
                + "last day lasts until then."
        ),
        [ObservationOrder.PointDescending] = ("序列倒序", "The last point of a line first."),
        [ChangeOrder.Log] = ("记录", "As they were made."),
        [ChangeOrder.LogDescending] = ("记录倒序", "The last first."),
        [ArticleOrder.Date] = ("日期", "By date of publication."),
        [ArticleOrder.DateDescending] = ("日期倒序", "The newest first."),
        [Certainty.Certain] = (
            "确定",
            "Every value that the figure can mean fits: 80余 is more than 80. A figure that is only rounded is the number that it prints: "
                + "240% is at least 240."
        ),
        [Certainty.Possible] = (
            "可能",
            "Some value that the figure can mean fits, and perhaps every one: 约80 can be at least 80, 近80 cannot."
        ),
        [Certainty.OnlyPossible] = ("仅可能", "Possible and not certain."),
        [Agreement.Equal] = ("相同", "The same number with the same hedge, or the same range."),
        [Agreement.Rounding] = ("取整之差", "One is the other, rounded: 3.4 and 3.42."),
        [Agreement.IntervalCompatible] = ("区间相容", "Some value is what both can mean: 近60 and 58."),
        [Agreement.Superseded] = (
            "已更新",
            "No value is what both mean, and one speaker said both, on different days: the later one stands instead of the earlier."
        ),
        [Agreement.Conflict] = ("矛盾", "No value is what both mean, and neither replaces the other: 80余 is more than 80."),
        [ChoiceRule.Newest] = ("时间最新", "The one whose period ends last, of these the one printed last."),
        [ChoiceRule.NewestPrint] = ("刊发最新", "The one printed last, whatever its period."),
        [ChoiceRule.FirstPrint] = ("刊发最早", "The one printed first."),
        [ChoiceRule.MostReported] = ("报道最多", "One with the number that most figures print; of equally many, the newest."),
        [AvailabilityMode.Available] = ("可选", "What could still be chosen: what fits everything but the filter by the facet itself."),
        [AvailabilityMode.Exact] = ("现有", "What fits everything."),
        [ImpliedKind.Factor] = ("倍数", "How many times the base the new level is: growth by 240 % is 3.4."),
        [ImpliedKind.Base] = ("基数", "The level that a change is measured against."),
        [ImpliedKind.Level] = ("变动后水平", "The level after a change of an earlier one."),
        [ImpliedRefusal.Comparison] = ("比较基准不明", "It is not known, or is no period, against what the change is measured."),
        [ImpliedRefusal.NoNumber] = ("无数值", "One has no number (前列), or an end that would be needed is open."),
        [ImpliedRefusal.SeveralValues] = (
            "多个数值",
            "One is of several items (15至20微米), and nobody says which of them the other is of."
        ),
        [ImpliedRefusal.PriceBasis] = ("价格基准不同", "One is at constant prices and the other is not."),
        [ImpliedRefusal.Accumulation] = ("累计方式不同", "One adds up from the start of a period and the other does not."),
        [ImpliedRefusal.Scope] = ("整体不同", "They are parts of different wholes."),
        [ImpliedRefusal.Units] = ("单位不同", "A difference and a level in different units."),
        [ImpliedRefusal.NotPositive] = ("倍数不为正", "The factor is, or may be, zero or less: nothing can be divided by it."),
        [ImpliedRefusal.TooLarge] = ("数值过大", "The numbers are too large to reckon with exactly."),
        [ImpliedRefusal.Measures] = ("度量不符", "The measure has no such derivative: nothing is a growth of a rank."),
        [ImpliedRefusal.Periods] = ("时间不符", "The period has no days, or none before it of the same length."),
        [ImpliedRefusal.NoOperand] = ("缺少对照数据", "No figure is of the period, or on the line, that is needed beside it."),
        [SeriesTransform.Change] = ("增减量", "The difference from the period before, of the same length and next to it."),
        [SeriesTransform.Growth] = ("增减率", "The growth in per cent from the period before."),
        [SeriesTransform.ChangeOnYear] = ("同比增减量", "The difference from the same period of the year before."),
        [SeriesTransform.GrowthOnYear] = ("同比增减率", "The growth in per cent from the same period of the year before."),
        [SeriesTransform.Decumulate] = ("累计转当期", "Of what adds up: the part that its last month, quarter or half year added."),
        [SeriesTransform.Share] = ("占比", "The part in per cent of another line's figure for the same period."),
        [SeriesTransform.LevelAfter] = (
            "变动后水平",
            "Of a change the level after it, from another line's level for the period that it is measured against: the year before of "
                + "YEAR_ON_YEAR, the period before of ON_PREVIOUS."
        ),
        [ChangeRule.GrowByTimes] = ("增长N倍", "Growth by N times: 1 + N times the base."),
        [ChangeRule.GrowToTimes] = ("增长到N倍", "Growth to N times the base."),
        [ChangeRule.Double] = ("翻N番", "Doubled N times: 2 to the power of N times the base."),
        [ChangeRule.GrowByPercent] = ("增长百分之N", "Growth by N per cent."),
        [ChangeRule.ShrinkByPercent] = ("下降百分之N", "A cut by N per cent: the rest is left."),
        [ChangeRule.GrowByPoints] = ("提高N个百分点", "N is added to a percentage."),
        [ChangeRule.ShrinkByPoints] = ("下降N个百分点", "N is taken from a percentage."),
        [IntervalRelation.Equal] = ("相等", "The same ends."),
        [IntervalRelation.Inside] = ("在内", "All of it lies in the other, which has more."),
        [IntervalRelation.Contains] = ("包含", "All of the other lies in it, and it has more."),
        [IntervalRelation.Overlaps] = ("交叉", "They share something, and each has more."),
        [IntervalRelation.Below] = ("低于", "All of it lies below all of the other."),
        [IntervalRelation.Above] = ("高于", "All of it lies above all of the other."),
        [SeriesDimension.Indicator] = ("指标", "The indicator."),
        [SeriesDimension.About] = ("描述对象", "The entity that it is about."),
        [SeriesDimension.Measure] = ("度量方式", "The measure."),
        [SeriesDimension.Comparison] = ("比较基准", "Against what a change is measured."),
        [SeriesDimension.Breakdown] = ("分组", "Of which part it is."),
        [SeriesDimension.Accumulation] = ("累计方式", "Whether it is of the period alone or adds up."),
        [SeriesDimension.Unit] = ("单位", "The unit."),
        [SeriesDimension.AttributedTo] = ("出处", "Who said it."),
        [SeriesDimension.Series] = ("序列", "Everything that may not differ within one line; see 'sameSeries'."),
        [SeriesDimension.Period] = (
            "时间",
            "The days: what has none is of the day of its print, and what has no last day lasts until then."
        ),
        [SearchMatch.ExactName] = ("名称相同", "A name is the text as a whole."),
        [SearchMatch.NamePrefix] = ("名称开头", "A name starts with the text as a whole."),
        [SearchMatch.NamePart] = ("名称包含", "A name contains all words of the text."),
        [SearchMatch.Sentence] = ("句子包含", "A held sentence contains all words of the text."),
        [SearchSource.Name] = ("主名称", "The primary name, in Chinese or English."),
        [SearchSource.Alias] = ("别名", "Another name."),
        [SearchSource.Title] = ("标题", "The title of an article, in Chinese or English."),
        [SearchSource.Sentence] = ("句子", "A held sentence of an article."),
        [PathMode.Shortest] = ("最短", "All paths of the least length."),
        [PathMode.All] = ("全部", "All paths up to the allowed length."),
        [PathDirection.Forward] = ("正向", "The relationship starts where the hop starts."),
        [PathDirection.Backward] = ("反向", "The relationship leads to where the hop starts."),
        [RelationshipSide.Either] = ("任一端", "The entity is either end."),
        [RelationshipSide.From] = ("起点", "The relationship starts from the entity."),
        [RelationshipSide.To] = ("终点", "The relationship leads to the entity."),
        [Verdict.Supported] = ("与记录一致", "All that the printed figure can mean is claimed, of the same thing."),
        [Verdict.SupportedApprox] = ("基本一致", "The same but for rounding."),
        [Verdict.TrueButNeedsContext] = (
            "属实但需说明",
            "The number is printed, and the claim leaves open of which tier, scope or period."
        ),
        [Verdict.Inaccurate] = ("数字有出入", "Off by at most 10 %, on the same side of any threshold."),
        [Verdict.Refuted] = ("与记录不符", "The print has another number."),
        [Verdict.Outdated] = ("当时属实，已更新", "An earlier print agrees, and a later one does not."),
        [Verdict.ConflictingSources] = ("来源不一", "Independent prints differ beyond rounding."),
        [Verdict.AsPrinted] = ("如报所载", "The article of the claim prints it, and nothing else does."),
        [Verdict.NotEnoughEvidence] = ("证据不足", "No printed figure decides."),
        [Verdict.NotCheckable] = ("不可核查", "A target, a forecast, or no number."),
        [Verdict.Ambiguous] = ("需澄清", "Several things, or several readings, remain."),
        [ClaimReason.NoSubject] = ("主体不明", "Nothing that the graph knows is named."),
        [ClaimReason.AmbiguousSubject] = ("主体有歧义", "Several things have the name."),
        [ClaimReason.NoIndicator] = ("指标不明", "It is not known what is measured."),
        [ClaimReason.NoFact] = ("无此数字", "No such figure is printed."),
        [ClaimReason.ScopeMismatch] = ("范围不同", "The printed figures are of other tiers or scopes."),
        [ClaimReason.TimeMismatch] = ("时间不同", "The printed figures are of other times."),
        [ClaimReason.KindMismatch] = ("类型不同", "What is printed is another measure."),
        [ClaimReason.UnitUnknown] = ("单位不明", "The unit is not known, or the print has another."),
        [ClaimReason.UniverseIncomplete] = ("范围不全", "The printed rank is among others."),
        [ClaimReason.HedgeTooWide] = ("约数过宽", "The hedge of the print leaves it open."),
        [ClaimReason.Forecast] = ("目标或预测", "A target or forecast, in the claim or in the print."),
        [ClaimReason.Unparsed] = ("未能读出", "Nothing can be read, or words beside it were not."),
        [ClaimReason.CitationUnverified] = ("出处未核实", "The citation does not stand where it says."),
        [ClaimReason.NotPrinted] = ("未见报载", "No print says so, and none says otherwise."),
        [RelationRule.None] = ("未决", "Nothing in print decides."),
        [RelationRule.Printed] = ("报载如此", "It is printed so."),
        [RelationRule.GivenToAnother] = (
            "报载为他者",
            "The print gives a place that one alone has to another: the chair, the founder, the post."
        ),
        [RelationRule.OtherRole] = ("另一角色", "The print gives it another role, and this one to another."),
        [RelationRule.OtherVenue] = ("另一地点", "The print says that it was elsewhere."),
        [RelationRule.OtherDay] = ("另一日期", "The print says that it was on another day."),
        [RelationRule.InDegree] = (
            "程度不同",
            "Printed at a branch venue, by video, on the day next to it, or otherwise different in degree."
        ),
        [RelationRule.Denied] = ("否定", "The claim denies what is printed, or what is printed of another."),
        [ClaimRule.None] = ("未比较", "No numbers were compared."),
        [ClaimRule.Within] = ("包含于", "All that the print can mean is claimed."),
        [ClaimRule.SameWords] = ("用词相同", "The same number with the same hedge."),
        [ClaimRule.Overlap] = ("有交集", "Both can mean the same."),
        [ClaimRule.RoundingGap] = ("取整之差", "Measured, and apart by no more than rounding."),
        [ClaimRule.NominalInside] = ("名义值在内", "The printed number is claimed, and the print hedges it."),
        [ClaimRule.Covered] = ("涵盖在内", "The print covers an interval in which the claim lies."),
        [ClaimRule.HedgeTooWide] = ("约数过宽", "The hedge of the print leaves it open."),
        [ClaimRule.TenPercent] = ("一成以内", "Apart by at most 10 % of the claimed number."),
        [ClaimRule.Apart] = ("相距过远", "Further apart, over a threshold, or of another sign."),
        [ClaimRule.SamePlace] = ("名次", "A place is the same or another."),
        [ClaimRule.PlaceInPart] = ("部分范围的名次", "A place among some tells of a place among more, or fewer."),
        [ClaimRule.Negation] = ("否定", "The claim denies a number."),
        [SlotMatch.Equal] = ("相同", "The same."),
        [SlotMatch.Equivalent] = ("等同", "The same for what the claim leaves open."),
        [SlotMatch.Broader] = ("较宽", "That of the print holds that of the claim."),
        [SlotMatch.Narrower] = ("较窄", "That of the print is a part, or the claim leaves open which."),
        [SlotMatch.Different] = ("不同", "Another."),
        [SlotMatch.Unknown] = ("不明", "Not to be told."),
        [SubjectGround.Named] = ("名称", "Its name stands in the sentence."),
        [SubjectGround.Pronoun] = ("代称", "A word such as 我市 or 该公司 stands for it."),
        [SubjectGround.Before] = ("承前", "The sentence before names it."),
        [SubjectGround.Asked] = ("指定", "The request says so."),
        [SubjectGround.City] = ("报纸所在城市", "Nothing is named: the city of the newspaper."),
        [SubjectGround.OnlyOne] = ("唯一", "Such figures are printed about this thing only."),
        [SubjectGround.None] = ("不明", "Nothing that is known."),
        [IndicatorGround.Words] = ("用词", "The words of its name stand in the sentence."),
        [IndicatorGround.SomeWords] = ("部分用词", "Some words of its name do."),
        [IndicatorGround.Before] = ("承前", "The figure before measures it."),
        [IndicatorGround.Topic] = ("领域唯一", "The only one of its field with such figures."),
        [IndicatorGround.Unit] = ("单位唯一", "The only one of the subject with such a unit."),
        [IndicatorGround.None] = ("不明", "Nothing that is known."),
        [ContextFlagKind.SubjectInferred] = ("主体系推断", "What it is about is inferred."),
        [ContextFlagKind.IndicatorInferred] = ("指标系推断", "What it measures is inferred."),
        [ContextFlagKind.TierUnstated] = ("未说明口径", "The claim leaves open which tier or kind is meant."),
        [ContextFlagKind.PeriodUnstated] = ("未说明时间", "The claim leaves open of what time it is."),
        [ContextFlagKind.Understated] = ("偏低", "The print is far above the claimed bound."),
        [ContextFlagKind.MoreThanPrinted] = ("多于整数", "The print says more than the bare number."),
        [ContextFlagKind.WrongMagnitude] = ("数量级有误", "Apart by a power of ten, such as 万 for 亿."),
        [ContextFlagKind.ByOrTo] = ("了与到", "By how much and to how much are mixed up."),
        [ContextFlagKind.OtherIndicator] = ("另一指标", "The number is printed of another indicator."),
        [ContextFlagKind.OtherSubject] = ("另一主体", "The number is printed of something else."),
        [ContextFlagKind.OtherPeriod] = ("另一时间", "The number is printed of another time."),
        [ContextFlagKind.GoalToldAsFact] = ("目标说成事实", "The print gives it as a goal."),
        [ContextFlagKind.BaseUnknown] = ("基数不明", "The base of large growth is not printed."),
        [ContextFlagKind.FactorAndPercent] = ("倍数与百分比", "Growth told as a factor and in per cent."),
        [ContextFlagKind.Superseded] = ("已更正", "An article stated it once."),
        [ContextFlagKind.PrintedProbably] = ("印刷有误", "The print is probably a misprint."),
        [ContextFlagKind.PartsDoNotAddUp] = ("各部分之和不符", "Parts in the text add up to more than their whole."),
    };

    public static readonly IReadOnlyList<EnumerationGraphType> Model =
    [
        Of<NameBasis>("名称依据", "On what a name rests."),
        Of<ArticlePart>("文章部分", "In which part of an article something stands."),
        Of<PeriodPrecision>("时间精度", "How precisely the words name the time."),
        Of<PeriodBasis>("时间依据", "Whether the days stand in the words or follow from them and the article's date."),
        Of<StatementStatus>("陈述依据", "On what a relationship rests; of several statements the strongest counts."),
        Of<Measure>("度量方式", "What a figure says about its indicator. Measures never mix."),
        Of<Comparison>("比较基准", "Against what a change is measured."),
        Of<Accumulation>("累计方式", "Whether a value is of one period or adds up from its start."),
        Of<Dimension>("量纲", "The dimensions of units and indicators. Values convert only within one.", Units.Dimensions),
        Of<Frequency>("频率", "How often a figure is taken: codes of SDMX (CL_FREQ)."),
        Of<PriceBasis>("价格基准", "At which prices a sum is given."),
        Of<ObservationStatus>("数据状态", "Whether a figure was measured, is aimed at or is expected."),
        Of<BoundBasis>("界限依据", "Where the bounds of a quantity come from."),
        Of<QuantityMeaning>("区间含义", "What the interval of a quantity means."),
        Of<Hedge>("约数词", "The words around a number that widen it."),
        Of<EntityOrder>("实体排序", "The order of a list of entities. What is equal is ordered by id."),
        Of<RelationshipOrder>("关系排序", "The order of a list of relationships. What is equal is ordered by id."),
        Of<ObservationOrder>("数据排序", "The order of a list of figures. What is equal is ordered by id."),
        Of<ChangeOrder>("变更排序", "The order of a list of changes."),
        Of<ArticleOrder>("文章排序", "The order of a list of articles. What is equal is ordered by id."),
        Of<Certainty>(
            "确定程度",
            "How sure an answer has to be about a figure of which only an interval is known (约, 余, 近, 以上, rounding)."
        ),
        Of<Agreement>("一致程度", "Whether two prints of one fact agree."),
        Of<ChoiceRule>("取数规则", "Which of several figures for the same is chosen. None of them is an average."),
        Of<SeriesTransform>("序列变换", "What is worked out of the points of a line. Nothing of it is printed, and nothing is stored."),
        Of<ChangeRule>("变动词规则", "How printed words of change are read as a number."),
        Of<AvailabilityMode>("可选模式", "Of what the values of a facet are told."),
        Of<ImpliedKind>("推算种类", "What a value is that was worked out."),
        Of<ImpliedRefusal>("不可推算原因", "Why nothing follows from two figures."),
        Of<IntervalRelation>("区间关系", "How what one figure can mean lies to what another can mean."),
        Of<SeriesDimension>(
            "序列维度",
            "In what figures have to agree before the newest of them is chosen. What is only aimed at or expected never stands in for "
                + "what was measured."
        ),
        Of<SearchMatch>("匹配方式", "How a search found something; the better match comes first."),
        Of<SearchSource>("命中来源", "What of an entity or an article a search found."),
        Of<Verdict>("核查结论", "How a claim agrees with what was printed; never whether the world is so."),
        Of<ClaimReason>("未决原因", "Why a claim could not be decided."),
        Of<ClaimRule>("核查规则", "The rules by which a claimed and a printed number are held against each other."),
        Of<RelationRule>("关系核查规则", "The rules by which claims of who did what, where and when are decided."),
        Of<SlotMatch>("匹配程度", "How a part of a printed figure lies to that of a claim."),
        Of<SubjectGround>("主体依据", "How it is known what a claim is about."),
        Of<IndicatorGround>("指标依据", "How it is known what a claim measures."),
        Of<ContextFlagKind>("说明种类", "What a reader should know besides a verdict."),
        Of<PathMode>("路径范围", "Which paths are wanted."),
        Of<PathDirection>("路径方向", "How a relationship points on a path."),
        Of<RelationshipSide>("方向", "How a relationship belongs to the entity whose field is asked.", RelationshipSide.StatedIn),
    ];

    /// <summary>An enum of declared choices. A value is the choice's name.</summary>
    public static EnumerationGraphType Of(string name, string chinese, string english, IEnumerable<Choice> choices)
    {
        var type = new NamedEnum { Name = name, Description = SchemaParts.Describe(chinese, english) };
        foreach (var choice in choices)
            type.Add(
                new EnumValueDefinition(choice.Name, choice.Name) { Description = SchemaParts.Describe(choice.Chinese, choice.Description) }
            );
        return type;
    }

    /// <summary><c>RateOfChange</c> as <c>RATE_OF_CHANGE</c>.</summary>
    public static string UpperSnake(string name) =>
        string.Concat(name.Select((c, at) => at > 0 && char.IsUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));

    /// <summary>The Chinese term and the meaning of a value of the model.</summary>
    public static (string Chinese, string English) TermOf(Enum value) => Terms[value];

    /// <summary>An enum of the model whose terms the declarations bring.</summary>
    private static NamedEnum Of<T>(string chinese, string english, IReadOnlyList<Choice> terms)
        where T : struct, Enum
    {
        var type = new NamedEnum { Name = typeof(T).Name, Description = SchemaParts.Describe(chinese, english) };
        foreach (var term in terms)
            type.Add(
                new EnumValueDefinition(term.Name, Spelling.Parse<T>(term.Name))
                {
                    Description = SchemaParts.Describe(term.Chinese, term.Description),
                }
            );
        return type;
    }

    private static NamedEnum Of<T>(string chinese, string english, params T[] except)
        where T : struct, Enum
    {
        var type = new NamedEnum { Name = typeof(T).Name, Description = SchemaParts.Describe(chinese, english) };
        foreach (var value in Enum.GetValues<T>().Except(except))
        {
            var term = Terms[value];
            type.Add(
                new EnumValueDefinition(UpperSnake(value.ToString()), value)
                {
                    Description = SchemaParts.Describe(term.Chinese, term.English),
                }
            );
        }
        return type;
    }

    /// <summary>Finds the name of a value at once, where the library looks through all of them.</summary>
    private sealed class NamedEnum : EnumerationGraphType
    {
        private FrozenDictionary<object, string>? _names;

        public override object? Serialize(object? value)
        {
            if (value is null)
                return null;
            _names ??= Values.ToFrozenDictionary(v => v.Value!, v => v.Name);
            return _names.TryGetValue(value, out var name) ? name : base.Serialize(value);
        }
    }
}
