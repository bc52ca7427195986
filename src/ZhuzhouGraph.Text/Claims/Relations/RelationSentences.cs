using NodaTime;
using NodaTime.Text;
using static ZhuzhouGraph.Text.Claims.ClaimSources;

namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>Tells an answer in one plain sentence, in Chinese and English.</summary>
internal static class RelationSentences
{
    public static RelationAnswer Told(RelationAnswer answer, ClaimCoverage coverage, RelationFacts facts)
    {
        var (change, changeEnglish) = WouldChange(answer);
        return answer with
        {
            Chinese = Chinese(answer, coverage, facts),
            English = English(answer, coverage, facts),
            WouldChange = change,
            WouldChangeEnglish = changeEnglish,
        };
    }

    private static string Chinese(RelationAnswer answer, ClaimCoverage coverage, RelationFacts facts)
    {
        var note = answer.Note is { } told ? $"（{told}）" : "";
        if (answer.Evidence is not [var first, ..])
        {
            var near = answer.Nearest is [var next, ..] ? $"最接近的是：{Fact(next, facts)}{Cite(next)}。" : "";
            return $"{ReasonChinese(answer)}（已查{Days(coverage)}的{coverage.Articles}篇报道）。{near}";
        }
        var fact =
            answer.Rule is RelationRule.OtherDay
                ? $"{EventOf(first).Name}在{PeriodOf(first, facts)?.Words}"
                : string.Join("；", answer.Evidence.Take(3).Select(one => Fact(one, facts)));
        return answer.Verdict switch
        {
            Verdict.Supported => $"报载{fact}，与所述一致{note}{Cite(first)}。",
            Verdict.AsPrinted => $"该报道自身载{fact}，没有其他来源{Cite(first)}。",
            Verdict.TrueButNeedsContext => $"报载{fact}，基本属实，但{answer.Note}{Cite(first)}。",
            _ => answer.Claim.IsNegated ? $"报载{fact}，与所述相反{Cite(first)}。" : $"报载{fact}，{Instead(answer)}{Cite(first)}。",
        };
    }

    private static string English(RelationAnswer answer, ClaimCoverage coverage, RelationFacts facts)
    {
        var note = answer.NoteEnglish is { } told ? $" ({told})" : "";
        if (answer.Evidence is not [var first, ..])
        {
            var near = answer.Nearest is [var next, ..] ? $" The nearest: {FactEnglish(next, facts)} {CiteEnglish(next)}." : "";
            return $"{ReasonEnglish(answer)} ({coverage.Articles} articles of {Days(coverage)} were searched).{near}";
        }
        var fact =
            answer.Rule is RelationRule.OtherDay
                ? $"{Name(EventOf(first))} on {DaysOf(PeriodOf(first, facts))}"
                : string.Join("; ", answer.Evidence.Take(3).Select(one => FactEnglish(one, facts)));
        return answer.Verdict switch
        {
            Verdict.Supported => $"The paper prints: {fact}, which agrees{note} {CiteEnglish(first)}.",
            Verdict.AsPrinted => $"The article itself prints: {fact}, and nothing else does {CiteEnglish(first)}.",
            Verdict.TrueButNeedsContext => $"The paper prints: {fact}; this is so, but {answer.NoteEnglish} {CiteEnglish(first)}.",
            _ => $"The paper prints: {fact}, not what is claimed {CiteEnglish(first)}.",
        };
    }

    private static string Instead(RelationAnswer answer)
    {
        var wanted = answer.Rule switch
        {
            RelationRule.GivenToAnother => "subject",
            RelationRule.OtherVenue => "venue",
            RelationRule.OtherDay => "day",
            _ => "",
        };
        var said = string.Join("、", answer.Claim.Slots.Where(slot => slot.Name == wanted).Select(slot => slot.Words ?? slot.Entity?.Name));
        return said.Length > 0 ? $"不是{said}" : "与所述不符";
    }

    /// <summary>甲（主持）餐叙: who, in what role, at what.</summary>
    private static string Fact(RelationEvidence one, RelationFacts facts)
    {
        var (type, role) = (one.Relationship.Type, RoleOf(one.Relationship));
        var when = PeriodOf(one, facts) is { } period ? $"（{period.Words}）" : "";
        var title = one.Relationship.Properties.GetValueOrDefault("title");
        return title is not null ? $"{one.From.Name}任{one.To.Name}{title}"
            : type == RelationshipTypes.HeldAt ? $"{one.From.Name}的{role?.Chinese}为{one.To.Name}{when}"
            : type == RelationshipTypes.TookPartIn || type == RelationshipTypes.Organized
                ? $"{one.From.Name}{role?.Chinese}{one.To.Name}{when}"
            : type == RelationshipTypes.SpokeOf ? $"{one.From.Name}就{one.To.Name}{one.Relationship.Properties.GetValueOrDefault("gist")}"
            : $"{one.From.Name}{type.Chinese}{one.To.Name}{YearOf(one)}";
    }

    private static string FactEnglish(RelationEvidence one, RelationFacts facts)
    {
        var type = one.Relationship.Type;
        var role = RoleOf(one.Relationship) is { } choice ? $" ({Words(choice.Name)})" : "";
        var when = PeriodOf(one, facts) is { } period ? $", {DaysOf(period)}" : "";
        var title = one.Relationship.Properties.GetValueOrDefault("title") is { } post ? $" ('{post}')" : "";
        return $"{Name(one.From)} {Words(type.Name)}{role}{title} {Name(one.To)}{YearOf(one)}{when}";
    }

    private static string Words(string name) => name.ToLowerInvariant().Replace('_', ' ');

    private static Choice? RoleOf(Relationship one) =>
        one
            .Type.Properties.SelectMany(property => property.Choices, (property, choice) => (property.Name, Choice: choice))
            .FirstOrDefault(pair => one.Properties.GetValueOrDefault(pair.Name) == pair.Choice.Name)
            .Choice;

    private static string YearOf(RelationEvidence one) =>
        one.Relationship.Properties.GetValueOrDefault(RelationshipTypes.YearName) is { } year ? $"（{year}）" : "";

    private static Entity EventOf(RelationEvidence one) => one.From.Type == EntityTypes.Event ? one.From : one.To;

    private static Period? PeriodOf(RelationEvidence one, RelationFacts facts) =>
        one.Relationship.Period ?? facts.Entity(EventOf(one).Id)?.Period;

    private static string DaysOf(Period? period) =>
        period is null ? "a day that is not told"
        : period.First is null && period.Last is null ? $"'{period.Words}'"
        : period.First == period.Last ? Iso(period.First)
        : $"{Iso(period.First)} to {Iso(period.Last)}";

    private static string Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";

    private static string Cite(RelationEvidence one) => ClaimSources.Cite(one.Article, one.Citation);

    private static string CiteEnglish(RelationEvidence one) => ClaimSources.CiteEnglish(one.Article, one.Citation);

    private static string ReasonChinese(RelationAnswer answer) =>
        answer.Reason switch
        {
            ClaimReason.NoSubject => "不知道所述的是谁",
            ClaimReason.AmbiguousSubject => "所述的场合可能有几个，需要说明是哪一个",
            ClaimReason.TimeMismatch => "没有报载所述时间的这一事",
            ClaimReason.Forecast => "报载只是预告，没有报载已经完成",
            ClaimReason.CitationUnverified => "报载的出处未能核实",
            ClaimReason.Unparsed => $"{answer.Note}，不作判断",
            _ => "没有报载此事，也没有报载与之相反",
        };

    private static string ReasonEnglish(RelationAnswer answer) =>
        answer.Reason switch
        {
            ClaimReason.NoSubject => "It is not known who is meant",
            ClaimReason.AmbiguousSubject => "Several occasions can be meant; say which",
            ClaimReason.TimeMismatch => "Nothing of that time is printed",
            ClaimReason.Forecast => "It is only announced; that it is done is not printed",
            ClaimReason.CitationUnverified => "The citation could not be verified",
            ClaimReason.Unparsed => $"It is not decided ({answer.NoteEnglish})",
            _ => "It is not printed, nor is anything that it contradicts",
        };

    private static (string, string) WouldChange(RelationAnswer answer) =>
        answer.Verdict switch
        {
            Verdict.Supported or Verdict.Refuted => (
                "对该报道的更正，或另一来源的不同报道。",
                "A correction of the article, or another source that differs."
            ),
            Verdict.TrueButNeedsContext => ("说明其中不同的一点。", "Saying in what it differs."),
            Verdict.AsPrinted => ("另一来源的报道。", "A print of another source."),
            _ when answer.Reason is ClaimReason.NoSubject or ClaimReason.AmbiguousSubject => (
                "说明所指的人或场合。",
                "Naming who or what is meant."
            ),
            _ => ("一篇报载此事的报道。", "A print of it."),
        };
}
