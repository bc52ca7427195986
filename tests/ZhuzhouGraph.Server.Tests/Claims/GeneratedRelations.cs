using NodaTime;
using ZhuzhouGraph.Text.Claims;

namespace ZhuzhouGraph.Server.Tests.Claims;

/// <summary>
/// States every stored relationship of a kind that sentences tell in plain words, and changes one thing in it: the verdicts follow from the
/// change alone, not from the checker.
/// </summary>
internal sealed class GeneratedRelations(IReadOnlyList<Relationship> all, IReadOnlyDictionary<string, IGraphNode> nodes)
{
    private static readonly Verdict[] Yes = [Verdict.Supported];
    private static readonly Verdict[] No = [Verdict.Refuted];
    private static readonly Verdict[] Silent = [Verdict.NotEnoughEvidence];
    private static readonly Verdict[] NotSo = [Verdict.Refuted, Verdict.NotEnoughEvidence];

    /// <summary>People, firms and parks that are put in the place of others.</summary>
    private static readonly string[] People = ["person:li-qiang", "person:guo-lingyun", "person:nie-fanghong"];
    private static readonly string[] Firms = ["org:torch-antai", "org:zhuzhou-huaxin", "org:southern-valve"];
    private static readonly string[] Parks = ["org:zhuzhou-high-tech-zone", "org:liling-economic-development-zone"];
    private static readonly string[] Places = ["place:guangzhou", "place:changsha", "place:zhuzhou"];

    /// <summary>Posts that a body has one of.</summary>
    private static readonly string[] Single = ["市长", "市委书记", "局长", "总经理", "董事长", "市政协主席", "社长", "主任", "国务院总理"];

    public IEnumerable<GeneratedClaim> Of(Relationship one)
    {
        if (nodes.GetValueOrDefault(one.From) is not Entity from || nodes.GetValueOrDefault(one.To) is not Entity to)
            return [];
        return one.Type.Name switch
        {
            "TOOK_PART_IN" => Part(one, from, to),
            "ORGANIZED" => Organized(one, from, to),
            "HELD_AT" => Held(one, from, to),
            "HOLDS_POST" => Post(one, from, to),
            "RECEIVED" => Received(one, from, to),
            "FOUNDED" => Plain(one, from, to, "创办了", isSole: true),
            "BUILT" => Plain(one, from, to, "建起了", isSole: true),
            "MAKES" => Plain(one, from, to, "制造", isSole: false),
            "DEVELOPED" => Plain(one, from, to, "研发了", isSole: false),
            "DRAFTED" => Plain(one, from, to, "编制了", isSole: true),
            "SOUGHT" => Plain(one, from, to, "寻求合作，找到了", isSole: false),
            "USED_IN" => Plain(one, from, to, "应用于", isSole: false),
            "LOCATED_IN" => Located(one, from, to),
            "SUPPLIES" => Supplies(one, from, to),
            _ => [],
        };
    }

    private IEnumerable<GeneratedClaim> Part(Relationship one, Entity from, Entity to)
    {
        var (role, others) = (one.Properties["role"], from.Type.Name is "Official" or "Person" ? People : Firms);
        string Say(string who, string not = "") =>
            role switch
            {
                "CHAIR" => not.Length > 0 ? $"{who}没有主持{to.Name}" : $"{to.Name}由{who}主持",
                "LEADER" => $"{who}{not}率队开展{to.Name}",
                "SPEAKER" => $"{who}{not}在{to.Name}上发言",
                "SHIPPER" => not.Length > 0 ? $"{who}不是{to.Name}的发货方" : $"{who}是{to.Name}的发货方",
                "HANDLER" => $"{who}{not}为{to.Name}办理了报关",
                "PRESENTER" => $"{who}{not}在{to.Name}上作了介绍",
                _ => $"{who}{not}参加了{to.Name}",
            };
        yield return Made(one, "restated", Say(from.Name), Yes);
        yield return Made(one, "denied", Say(from.Name, "没有"), No);
        if (role == "PARTICIPANT" && from.NameEnglish is { } english && to.NameEnglish is { } event_)
            yield return Made(one, "English", $"{english} attended the {event_}.", Yes);
        var isSole = role is "CHAIR" or "LEADER" or "SHIPPER";
        foreach (var other in Others(others, from).Where(other => !all.Any(fact => fact.From == other.Id && fact.To == to.Id)))
            yield return Made(one, isSole ? "other, exclusive" : "other", Say(other.Name), isSole ? No : Silent);
        if (to.Period is { First: { } first, Last: { } last } && first == last)
        {
            yield return Made(one, "day", $"{Day(first)}，{Say(from.Name)}", Yes);
            yield return Made(one, "another day", $"{Day(first.PlusDays(-2))}，{Say(from.Name)}", No);
        }
    }

    private IEnumerable<GeneratedClaim> Organized(Relationship one, Entity from, Entity to)
    {
        var word = one.Properties["role"] switch
        {
            "ORGANIZER" => "主办",
            "GUIDE" => "指导",
            "CO_ORGANIZER" => "协办",
            _ => "冠名",
        };
        yield return Made(one, "restated", $"{to.Name}由{from.Name}{word}", Yes);
        yield return Made(one, "denied", $"{from.Name}没有{word}{to.Name}", No);
        if (word != "主办" && all.Any(fact => fact.To == to.Id && fact.Properties.GetValueOrDefault("role") == "ORGANIZER"))
            yield return Made(one, "other role", $"{to.Name}由{from.Name}主办", No);
        foreach (var other in Others(Firms, from))
            yield return Made(one, "other", $"{to.Name}由{other.Name}{word}", NotSo);
    }

    private IEnumerable<GeneratedClaim> Held(Relationship one, Entity from, Entity to)
    {
        var standing = from.Properties.GetValueOrDefault("standing");
        if (standing == "REFUSED")
            yield break;
        string Say(string where) =>
            one.Properties["role"] switch
            {
                "DEPARTURE" => $"{from.Name}从{where}启运",
                "DESTINATION" => $"{from.Name}发往{where}",
                "BRANCH" => $"{from.Name}的分会场设在{where}",
                "STOP" => $"{from.Name}察看了{where}",
                _ => $"{from.Name}在{where}举行",
            };
        yield return Made(one, "restated", Say(to.Name), Yes);
        if (one.Properties["role"] is not ("MAIN" or "DESTINATION"))
            yield break;
        var isPlaced = to.Type.Name == "Place" && EntityTypes.Levels.Any(level => level.Contains(to.Kind ?? ""));
        var elsewhere = (Entity)nodes[Places.First(place => !IsNear(place, from.Id))];
        yield return Made(one, "another venue", Say(elsewhere.Name), isPlaced ? No : NotSo);
        if (one.Properties["role"] == "DESTINATION")
            yield break;
        yield return Made(one, "denied", $"{from.Name}没有在{to.Name}举行", No);
        if (standing == "PLANNED")
            yield return Made(one, "planned for done", $"{from.Name}已在{to.Name}圆满闭幕", Silent);
        if (from.Period is not { First: { } first, Last: { } last } || first.Month != last.Month || (last - first).Days > 5)
            yield break;
        var days = first == last ? Day(first) : $"{Day(first)}至{last.Day}日";
        yield return Made(one, "day", $"{from.Name}{days}在{to.Name}举行", Yes);
        yield return Made(one, "another day", $"{from.Name}{Day(first.PlusDays(-4))}在{to.Name}举行", No);
    }

    private IEnumerable<GeneratedClaim> Post(Relationship one, Entity from, Entity to)
    {
        var title = one.Properties["title"];
        var body =
            to.Type.Name == "Place" || title.StartsWith('市') || title.StartsWith("国务院", StringComparison.Ordinal) ? "" : to.Name + "的";
        body = to.Type.Name == "Place" ? to.Name : body;
        var city = title.StartsWith('市') && to.Type.Name != "Place" ? "株洲市" : "";
        yield return Made(one, "restated", $"{from.Name}是{city}{body}{title}", Yes);
        yield return Made(one, "denied", $"{from.Name}不是{body}{title}", No);
        yield return Made(one, "former", $"{from.Name}曾任{body}{title}", [Verdict.TrueButNeedsContext, .. NotSo]);
        foreach (var other in Others(People, from).Where(other => !all.Any(fact => fact.From == other.Id && fact.To == to.Id)))
        {
            var isSole = Single.Contains(title) && title is not "国务院总理";
            yield return Made(one, isSole ? "other, exclusive" : "other", $"{other.Name}是{body}{title}", isSole ? No : NotSo);
        }
    }

    private IEnumerable<GeneratedClaim> Received(Relationship one, Entity from, Entity to)
    {
        yield return Made(one, "restated", $"{from.Name}获得{to.Name}称号", Yes);
        yield return Made(one, "denied", $"{from.Name}没有获得{to.Name}称号", No);
        if (from.Kind != EntityTypes.Park)
            yield break;
        foreach (var other in Others(Parks, from))
            yield return Made(one, "honour of another", $"{other.Name}获得{to.Name}称号", No);
    }

    private IEnumerable<GeneratedClaim> Plain(Relationship one, Entity from, Entity to, string word, bool isSole)
    {
        if (from.Type.Name == "Place")
            yield break;
        yield return Made(one, "restated", $"{from.Name}{word}{to.Name}", Yes);
        yield return Made(one, "denied", $"{from.Name}没有{word}{to.Name}", No);
        if (from.Type.Name == "Product")
            yield break;
        foreach (var other in Others(from.Type.Name is "Official" or "Person" ? People : Firms, from))
        {
            if (!all.Any(fact => fact.From == other.Id && fact.To == to.Id))
                yield return Made(one, isSole ? "other, exclusive" : "other", $"{other.Name}{word}{to.Name}", isSole ? No : NotSo);
        }
    }

    private IEnumerable<GeneratedClaim> Located(Relationship one, Entity from, Entity to)
    {
        yield return Made(
            one,
            "restated",
            $"{from.Name}位于{to.Name}",
            one.Status is StatementStatus.Reference ? [.. Yes, .. Silent] : Yes
        );
        var isPlaced = to.Type.Name == "Place" && to.Kind is "CITY" or "DISTRICT" or "COUNTY";
        if (isPlaced && one.Status is not StatementStatus.Reference)
            yield return Made(
                one,
                "another place",
                $"{from.Name}位于{((Entity)nodes[Places.First(place => !IsNearPlace(place, to.Id))]).Name}",
                No
            );
    }

    private static IEnumerable<GeneratedClaim> Supplies(Relationship one, Entity from, Entity to)
    {
        if (to.Type.Name == "Place")
            yield break;
        yield return Made(one, "restated", $"{from.Name}为{to.Name}供货", Yes);
        yield return Made(one, "swapped", $"{to.Name}为{from.Name}供货", Silent);
        yield return Made(one, "denied", $"{from.Name}没有为{to.Name}供货", No);
    }

    private IEnumerable<Entity> Others(string[] ids, Entity but) => ids.Where(id => id != but.Id).Select(id => (Entity)nodes[id]).Take(2);

    /// <summary>The event was there, or in something that lies there.</summary>
    private bool IsNear(string place, string happening) =>
        all.Any(held => held.Type.Name == "HELD_AT" && held.From == happening && IsNearPlace(place, held.To));

    private bool IsNearPlace(string place, string where, int depth = 0) =>
        where == place
        || (depth < 5 && all.Any(one => one.Type.Name == "LOCATED_IN" && one.From == where && IsNearPlace(place, one.To, depth + 1)));

    private static string Day(LocalDate day) => $"{day.Month}月{day.Day}日";

    private static GeneratedClaim Made(Relationship one, string change, string text, IReadOnlyList<Verdict> right) =>
        new(one.Id, $"{one.Type.Name}: {change}", text, right);
}
