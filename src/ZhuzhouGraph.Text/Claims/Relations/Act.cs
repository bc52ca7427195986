namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>Whether what the record gives to one is taken from all others.</summary>
internal enum Sole
{
    /// <summary>Others may be it as well: who attended, who supplies whom.</summary>
    No,

    /// <summary>One holds it: the chair of an event, the founder of a firm.</summary>
    Holder,

    /// <summary>One holds it among others of its kind: an honour that one park has.</summary>
    OfKind,
}

/// <summary>What words of a sentence say that somebody or something did or is: a relationship type, and of it a role.</summary>
/// <param name="Type">The declared type.</param>
/// <param name="Role">The value of its role or kind; null for any.</param>
/// <param name="Chinese">Words beside those that are declared; <c>…</c> stands for a few characters.</param>
internal sealed record Act(RelationshipType Type, string? Role, Sole Sole, string Chinese, string English)
{
    /// <summary>The role of what somebody said no to.</summary>
    public const string Refusal = "REFUSAL";

    /// <summary>The property that has the role.</summary>
    public string? RoleName => Type.Properties.FirstOrDefault(one => one.Choices.Count > 0)?.Name;

    private Choice? Choice => Type.Properties.SelectMany(one => one.Choices).FirstOrDefault(choice => choice.Name == Role);

    /// <summary>The printed words, the declared terms among them.</summary>
    public IEnumerable<string> ChineseWords => Words(Chinese).Append(Choice?.Chinese ?? Type.Chinese).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> EnglishWords => Words(English, ',');

    /// <summary>The declared term: 主持.</summary>
    public string Term => Choice?.Chinese ?? Type.Chinese;

    public bool Is(RelationshipType type, string? role = null) => Type == type && (role is null || Role == role);

    /// <summary>Whether a relationship says it: of its type, in its role.</summary>
    public bool IsSaidBy(Relationship relationship) =>
        relationship.Type == Type && (Role is null || (RoleName is { } name && relationship.Properties.GetValueOrDefault(name) == Role));

    private static string[] Words(string words, char by = ' ') =>
        words.Split(by, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>The one table of acts: which words say which relationship.</summary>
internal static class Acts
{
    /// <summary>Any part in an event: 出席.</summary>
    public static readonly Act Attended = new(
        RelationshipTypes.TookPartIn,
        null,
        Sole.No,
        "出席 参加 参与 座谈 会谈 会见 会晤 对接 与会 到场 亮相于 到会 走访 调研 考察 见面 谈判 参会 列席 拜访 碰面 面谈 磋商 到访 露面",
        "attended, attends, attend, took part, take part, participated, met with, met, held talks, talked with, talks with, visited, "
            + "joined, was present, were present, negotiated"
    );

    public static readonly Act Held = new(
        RelationshipTypes.HeldAt,
        "MAIN",
        Sole.Holder,
        "举行 召开 举办 开幕 开到 开了 在…开 主会场 设在 亮相 闭幕 落幕 登场 召开于 举行地点 地点 结束 开赛 开在 办在 持续到 拉开帷幕",
        "held, takes place, took place, taking place, take place, main venue, opened in, opens in, opened, closed, concluded, ended, "
            + "ran, runs, lasts, lasted, starts, started"
    );

    public static readonly Act Posted = new(RelationshipTypes.HoldsPost, null, Sole.Holder, "", "");

    public static readonly IReadOnlyList<Act> All =
    [
        new(
            RelationshipTypes.TookPartIn,
            "CHAIR",
            Sole.Holder,
            "主持召开 主持会议 主持人 主持了 当主持 做主持",
            "chaired, chairs, chair, chairing, presided over, presided, presides over, moderated"
        ),
        new(
            RelationshipTypes.TookPartIn,
            "LEADER",
            Sole.Holder,
            "率队 带队 带领 率领 领队 领着 牵头开展 挂帅",
            "led the party, led a party, led the team, led, leads, leading, headed the party"
        ),
        new(
            RelationshipTypes.TookPartIn,
            "SPEAKER",
            Sole.No,
            "致辞 致词 致…辞 致…词 发言 讲话 演讲 发表",
            "gave a speech, gave the…speech, gave an address, spoke, speaks, addressed, delivered a speech, delivered the…speech, speech, "
                + "speaker"
        ),
        Attended,
        new(RelationshipTypes.TookPartIn, "HOST", Sole.No, "接待 迎接", "received, hosted"),
        new(RelationshipTypes.TookPartIn, "PRESENTER", Sole.No, "介绍 汇报 讲解", "presented, briefed, explained"),
        new(
            RelationshipTypes.TookPartIn,
            "SHIPPER",
            Sole.Holder,
            "发货方 发货人 发货 货主 托运",
            "shipper, consignor, shipped, sent, was the sender"
        ),
        new(RelationshipTypes.TookPartIn, "HANDLER", Sole.No, "报关 放行 承运 通关 办理", "cleared, handled, released"),
        new(
            RelationshipTypes.Organized,
            "ORGANIZER",
            Sole.Holder,
            "主办方 主办单位 主办",
            "organizer, organiser, organized, organised, organizes, organises"
        ),
        new(RelationshipTypes.Organized, "GUIDE", Sole.No, "指导单位 指导", "guided, guides, guidance"),
        new(
            RelationshipTypes.Organized,
            "CO_ORGANIZER",
            Sole.No,
            "协办方 协办单位 协办",
            "co-organizer, co-organiser, co-organized, co-organised"
        ),
        new(RelationshipTypes.Organized, "SPONSOR", Sole.No, "冠名 赞助", "sponsored, sponsors, sponsor"),
        Held,
        new(RelationshipTypes.HeldAt, "BRANCH", Sole.No, "分会场设在 分会场在 设分会场 设了分会场", "branch venue"),
        new(RelationshipTypes.HeldAt, "STOP", Sole.No, "察看 查看 视察 实地走访", "inspected, looked at, stopped at"),
        new(RelationshipTypes.HeldAt, "DEPARTURE", Sole.Holder, "启运 起运 发车 发出 出发", "left from, departed from, left, departed"),
        new(
            RelationshipTypes.HeldAt,
            "DESTINATION",
            Sole.Holder,
            "发往 运往 运到 运至 驶往 运抵 送往 目的港 目的地是 目的地为",
            "bound for, destination, shipped to, went to, sent to"
        ),
        new(
            RelationshipTypes.Founded,
            null,
            Sole.Holder,
            "创办 创建 创始人 创始 发起人 发起 成立了 一手创立 创始者 创立者 创办者 创立",
            "founded, founder, founders, founding, started, initiated, initiator, set up, established"
        ),
        new(
            RelationshipTypes.Built,
            null,
            Sole.Holder,
            "建起来 建起 建了 建立 建成 盖起 建出来 建的 修建 建造 建设 兴建 打造出",
            "built, builds, builder, constructed, set up"
        ),
        new(RelationshipTypes.Developed, null, Sole.No, "研制 开发 攻克 研究出 做出 自主研发", "developed, develops, developer, invented"),
        new(
            RelationshipTypes.Makes,
            null,
            Sole.Holder,
            "制造 出品 产品 制作 造出 造的 出自 产自 厂家 生产商",
            "makes, made, make, maker, manufactures, manufactured, manufacturer, produces, produced, producer, product of"
        ),
        new(
            RelationshipTypes.Supplies,
            null,
            Sole.No,
            "供应商 供应 供给 提供 供 客户 卖给 供货商",
            "supplies, supplied, supply, supplier, sells, sold, customer, customers"
        ),
        new(RelationshipTypes.Shipped, null, Sole.No, "发运", "shipped, ships"),
        new(
            RelationshipTypes.Received,
            null,
            Sole.OfKind,
            "荣获 获评 获得 获颁 获 拿到 拿下 摘得 评为 评上 授予 夺得 捧回 入选 得了 称号 荣誉 摘下 捧得 颁给 评选为 得到",
            "received, receives, won, wins, awarded, was named, were named, was rated, was honoured, was honored, holds the title, "
                + "recognised, "
                + "recognized, earned, honoured, honored, title, went to, given to, honour, honor"
        ),
        new(
            RelationshipTypes.Drafted,
            null,
            Sole.Holder,
            "主编 编制 编写 制定 撰写 主笔",
            "drafted, drafts, drafting, wrote, writes, authored"
        ),
        new(
            RelationshipTypes.Sought,
            null,
            Sole.No,
            "找上门 找…合作 主动联系 来找 寻求 求购 求合作 上门 想合作 登门 洽谈合作 购买 找到",
            "approached, sought, seeks, asked for cooperation, knocked, tried to buy, wanted to buy, came to"
        ),
        new(
            RelationshipTypes.SpokeOf,
            Act.Refusal,
            Sole.No,
            "不肯 不愿 回绝 婉拒 不同意",
            "refused, refuses, declined, rejected, turned down, would not"
        ),
        new(RelationshipTypes.LocatedIn, null, Sole.No, "坐落 地处 坐落于 位于", "located in, lies in, is situated in, is located"),
        new(RelationshipTypes.UsedIn, null, Sole.No, "应用于 用在 应用在 用到", "used in, used for, is used"),
        new(RelationshipTypes.FlowsInto, null, Sole.No, "流入 汇入 直排", "flows into, discharges into, drains into"),
    ];

    /// <summary>A post in words of a claim, and how the record prints it: those that stand first are looked for first.</summary>
    /// <param name="IsSole">A body has one.</param>
    internal sealed record Title(string Printed, bool IsSole, string English)
    {
        public IEnumerable<string> EnglishWords =>
            English.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public static readonly IReadOnlyList<Title> Titles =
    [
        new("名誉董事长", true, "honorary chairman, honorary chair"),
        new("董事长", true, "chairman of the board, board chairman, chairman, chairwoman"),
        new("常务副会长", false, "executive vice president, executive vice-president, executive vice chairman"),
        new("副会长", false, "vice president, vice-president"),
        new("会长", true, "president"),
        new("市政协副主席", false, "vice chairman, vice-chairman, vice chairperson, deputy chairman"),
        new("市政协主席", true, "chairman, chairwoman, chairperson, chair"),
        new("副主席", false, "vice chairman, vice-chairman, vice chairperson"),
        new("主席", true, "chairman, chairperson"),
        new("市委副书记", false, "deputy party secretary, deputy secretary"),
        new("市委书记", true, "party secretary, secretary"),
        new("党委书记", true, "party secretary, secretary"),
        new("副书记", false, "deputy party secretary, deputy secretary"),
        new("书记", true, "party secretary, secretary"),
        new("市委常委", false, "member of the standing committee, standing committee member"),
        new("副市长", false, "deputy mayor, vice mayor, vice-mayor"),
        new("市长", true, "mayor"),
        new("副局长", false, "deputy director"),
        new("局长", true, "director general, director-general, director, head"),
        new("副主任", false, "deputy director"),
        new("主任", true, "director, head"),
        new("副总经理", false, "deputy general manager"),
        new("总经理", true, "general manager"),
        new("首席专家", false, "chief expert"),
        new("总编", true, "editor-in-chief, editor in chief, chief editor"),
        new("社长", true, "president, publisher, director"),
        new("高级委员", false, "senior member"),
        new("委员", false, "member"),
        new("国务院总理", true, "premier, prime minister"),
        new("总理", true, "premier, prime minister"),
        new("秘书长", true, "secretary general, secretary-general"),
        new("理事长", true, "chairman of the council"),
        new("处长", true, "division chief, director, head"),
        new("部长", true, "minister, head"),
        new("院长", true, "dean, president, director"),
        new("校长", true, "headmaster, president, principal"),
        new("省长", true, "governor"),
        new("区长", true, "district mayor, district head"),
        new("县长", true, "county magistrate, county head"),
        new("市领导", false, "city leader, leader of the city, city official"),
    ];

    /// <summary>He is at the head of a body, whatever the post is called.</summary>
    public static readonly string[] Heads = ["掌门人", "负责人", "一把手", "领导着", "执掌", "heads", "head of", "is in charge of", "runs"];

    /// <summary>The posts that are meant by it.</summary>
    public static readonly string[] HeadTitles = ["董事长", "总经理", "局长", "主任", "市长", "社长", "会长", "书记", "主席", "总理"];
}
