using NodaTime.Text;
using static ZhuzhouGraph.Text.Claims.ClaimSources;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>Tells an answer in one plain sentence, in Chinese and English.</summary>
internal static class ClaimSentences
{
    public static ClaimAnswer Told(ClaimAnswer answer, ClaimCoverage coverage)
    {
        var (change, changeEnglish) = WouldChange(answer);
        return answer with
        {
            Chinese = Chinese(answer, coverage),
            English = English(answer, coverage),
            WouldChange = change,
            WouldChangeEnglish = changeEnglish,
        };
    }

    private static string Chinese(ClaimAnswer answer, ClaimCoverage coverage)
    {
        var said = Said(answer.Claim);
        if (answer.First is not { } first)
            return $"{ReasonChinese(answer)}（已查{Days(coverage)}的{coverage.Articles}篇报道）。{Nearest(answer)}";
        var of = first.Formula is null
            ? $"报载{first.About.Name}的{first.Indicator.Name}为“{first.Figure.Figure}”"
            : $"由报载数字推算（{first.Formula}）";
        var cite = Cite(first);
        return answer.Verdict switch
        {
            Verdict.Supported => $"{of}，与所述“{said}”一致{cite}。",
            Verdict.SupportedApprox => $"{of}，与所述“{said}”基本一致{cite}。",
            Verdict.TrueButNeedsContext => $"{of}，数字属实，但所述未说明是哪一口径{cite}。",
            Verdict.Inaccurate or Verdict.Refuted => first.Formula is null
                ? $"报载为{first.Figure.Figure}，不是{said}{cite}。"
                : $"{of}，不是{said}{cite}。",
            Verdict.Outdated => $"{of}，当时与所述“{said}”一致，其后报载已更新{cite}。",
            Verdict.ConflictingSources =>
                $"报载不一：{string.Join("、", answer.Evidence.Select(one => $"{one.Figure.Figure}{Cite(one)}"))}。",
            Verdict.AsPrinted => $"与该报道自身所载“{first.Figure.Figure}”相同，没有其他来源{cite}。",
            _ => $"报载为“{first.Figure.Figure}”，无法判断“{said}”是否成立{cite}。",
        };
    }

    private static string English(ClaimAnswer answer, ClaimCoverage coverage)
    {
        var said = Said(answer.Claim);
        if (answer.First is not { } first)
            return $"{ReasonEnglish(answer)} ({coverage.Articles} articles of {Days(coverage)} were searched).{NearestEnglish(answer)}";
        var of = first.Formula is null
            ? $"The paper prints '{first.Figure.Figure}' for {Name(first.Indicator)} of {Name(first.About)}"
            : $"From printed figures it follows ({first.Formula})";
        var cite = CiteEnglish(first);
        return answer.Verdict switch
        {
            Verdict.Supported => $"{of}, which agrees with '{said}' {cite}.",
            Verdict.SupportedApprox => $"{of}, which roughly agrees with '{said}' {cite}.",
            Verdict.TrueButNeedsContext => $"{of}; the number is right, but the claim does not say of which {cite}.",
            Verdict.Inaccurate or Verdict.Refuted => $"{of}, not '{said}' {cite}.",
            Verdict.Outdated => $"{of}, which agreed with '{said}' then; a later print has another number {cite}.",
            Verdict.ConflictingSources =>
                $"The prints differ: {string.Join("; ", answer.Evidence.Select(one => $"'{one.Figure.Figure}' {CiteEnglish(one)}"))}.",
            Verdict.AsPrinted => $"The article itself prints '{first.Figure.Figure}', and nothing else does {cite}.",
            _ => $"{of}, which leaves open whether '{said}' holds {cite}.",
        };
    }

    private static string Said(Claim claim) => claim.Words;

    private static string Cite(ClaimEvidence one) => ClaimSources.Cite(one.Article, one.Citation);

    private static string CiteEnglish(ClaimEvidence one) => ClaimSources.CiteEnglish(one.Article, one.Citation);

    private static string Nearest(ClaimAnswer answer) =>
        answer.Rejected is [var near, ..]
            ? $"最接近的是{near.About.Name}的{near.Indicator.Name}“{near.Figure.Figure}”（{SlotChinese(near.Differing)}不同）{Cite(near)}。"
            : "";

    private static string NearestEnglish(ClaimAnswer answer) =>
        answer.Rejected is [var near, ..]
            ? $" The nearest is '{near.Figure.Figure}' for {Name(near.Indicator)} of {Name(near.About)}, which differs in "
                + $"{near.Differing ?? "nothing"} {CiteEnglish(near)}."
            : "";

    private static string SlotChinese(string? slot) =>
        slot switch
        {
            "subject" => "主体",
            "indicator" => "口径",
            "measure" => "量的类型",
            "scope" => "范围",
            "time" => "时间",
            "unit" => "单位",
            "status" => "性质（目标或预测）",
            _ => "数字",
        };

    private static string ReasonChinese(ClaimAnswer answer) =>
        answer.Reason switch
        {
            ClaimReason.NoSubject => "不知道所述的主体是谁",
            ClaimReason.AmbiguousSubject => "所述的名称有几个主体，需要说明是哪一个",
            ClaimReason.NoIndicator => "不知道所述的是哪一项指标",
            ClaimReason.ScopeMismatch => "所述有几种口径，需要说明是哪一种",
            ClaimReason.TimeMismatch => "没有报载所述时间的数字",
            ClaimReason.KindMismatch => "报载的不是这一类数字（如只有总量而无增幅）",
            ClaimReason.UnitUnknown => "单位不明，或与报载的单位不同",
            ClaimReason.UniverseIncomplete => "报载的名次范围不同，不足以判断所述名次",
            ClaimReason.HedgeTooWide => "报载的是约数，不足以判断",
            ClaimReason.Forecast => answer.Verdict is Verdict.NotCheckable ? "这是目标或预测，不能作为事实核查" : "报载的只是目标或预测",
            ClaimReason.Unparsed => "这不是一句肯定的说法，或数字前后有没有读懂的话",
            ClaimReason.CitationUnverified => "报载数字的出处未能核实",
            _ => "没有报载这一数字",
        };

    private static string ReasonEnglish(ClaimAnswer answer) =>
        answer.Reason switch
        {
            ClaimReason.NoSubject => "It is not known what the claim is about",
            ClaimReason.AmbiguousSubject => "Several things have the name; say which is meant",
            ClaimReason.NoIndicator => "It is not known what the claim measures",
            ClaimReason.ScopeMismatch => "The claim can be read in several ways; say which is meant",
            ClaimReason.TimeMismatch => "No figure of that time is printed",
            ClaimReason.KindMismatch => "What is printed is another kind of figure, such as a level and no growth",
            ClaimReason.UnitUnknown => "The unit is not known, or the print has another",
            ClaimReason.UniverseIncomplete => "The printed rank is among others, which does not settle this one",
            ClaimReason.HedgeTooWide => "What is printed is too vague to decide",
            ClaimReason.Forecast => answer.Verdict is Verdict.NotCheckable
                ? "It is a goal or forecast, which cannot be checked as a fact"
                : "Only a goal or forecast is printed",
            ClaimReason.Unparsed => "It does not say so plainly, or words about the number were not read",
            ClaimReason.CitationUnverified => "The citation of the printed figure could not be verified",
            _ => "No such figure is printed",
        };

    private static (string, string) WouldChange(ClaimAnswer answer) =>
        (answer.Verdict, answer.Reason) switch
        {
            (_, ClaimReason.TimeMismatch) => ("一篇报载该时间数字的报道。", "A print of the figure for that time."),
            (_, ClaimReason.ScopeMismatch) or (Verdict.TrueButNeedsContext, _) => (
                "说明所指的口径、范围或时间。",
                "Saying which tier, scope or period is meant."
            ),
            (_, ClaimReason.UniverseIncomplete) => (
                "同一范围内的名次，或该范围全部成员的数字。",
                "A rank among the same, or the figures of all of them."
            ),
            (_, ClaimReason.HedgeTooWide) => ("一篇报载准确数字的报道。", "A print of the exact number."),
            (_, ClaimReason.NoSubject or ClaimReason.AmbiguousSubject) => ("说明主体。", "Naming what it is about."),
            (_, ClaimReason.NoIndicator) => ("说明指标的名称。", "Naming the indicator."),
            (Verdict.NotCheckable, _) => ("到期后报载的实际数字。", "A print of what came of it."),
            (Verdict.AsPrinted, _) => ("另一来源的报道。", "A print of another source."),
            (Verdict.ConflictingSources, _) => ("更正，或更权威的来源。", "A correction, or a source that outweighs the others."),
            (Verdict.Supported or Verdict.SupportedApprox, _) => (
                "更新的数字，或对该报道的更正。",
                "A newer figure, or a correction of the article."
            ),
            (Verdict.Inaccurate or Verdict.Refuted or Verdict.Outdated, _) => (
                "对该报道的更正，或另一时间、口径的数字。",
                "A correction of the article, or a figure of another time or tier."
            ),
            _ => ("一篇报载这一数字的报道。", "A print of this figure."),
        };
}
