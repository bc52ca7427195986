namespace ZhuzhouGraph;

/// <summary>Every kind of statement between two things, declared once.</summary>
public static class RelationshipTypes
{
    private static readonly string[] People = ["Official", "Person"];
    private static readonly string[] Firms = ["Company", "Organization"];
    private static readonly string[] Actors = [.. People, .. Firms, "Place"];
    private static readonly string[] Grounds = ["Place", "Organization"];
    private static readonly string[] General = ["Product", "Award", "Industry", "Policy", "Document"];
    private static readonly string[] Anything = [.. EntityTypes.All.Select(t => t.Name)];

    /// <summary>The property that holds the printed word; statements of one relationship may differ in it.</summary>
    public const string WordName = "word";

    /// <summary>The property that holds the year that something is for.</summary>
    public const string YearName = "year";

    private static readonly PropertyDeclaration Word = new(
        WordName,
        "原词",
        "The printed word for the role or the act.",
        PropertyKind.Text
    );

    public static readonly RelationshipType HoldsPost = new("HOLDS_POST", "任职", "A person holds, or held, a post or a membership.")
    {
        From = People,
        To = [.. Firms, "Place", "Product"],
        Forward = "posts",
        Reverse = "holders",
        Properties = [new("title", "职务", "The post as printed.", PropertyKind.Text) { IsKey = true, IsRequired = true }],
    };

    public static readonly RelationshipType Founded = new("FOUNDED", "创立", "Who founded or started something.")
    {
        From = [.. People, .. Firms],
        To = [.. Firms, "Event", "Award", "Policy"],
        Forward = "founded",
        Reverse = "founders",
        Properties = [Word],
    };

    public static readonly RelationshipType TookPartIn = new("TOOK_PART_IN", "参加", "Who took part in an event, and as what.")
    {
        From = Actors,
        To = ["Event"],
        Forward = "participations",
        Reverse = "participants",
        Properties =
        [
            new("role", "角色", "What the participant did there.", PropertyKind.Choice)
            {
                IsKey = true,
                IsRequired = true,
                Choices =
                [
                    new("CHAIR", "主持", "Chaired or presided."),
                    new("SPEAKER", "致辞或发言", "Gave a speech or spoke for a body."),
                    new("LEADER", "率队", "Led the party that came."),
                    new("HOST", "接待方", "Received the others."),
                    new("PARTICIPANT", "参加", "Took part or attended."),
                    new("PRESENTER", "介绍", "Presented a report or explained on the spot."),
                    new("SHIPPER", "发货方", "Sent the goods."),
                    new("HANDLER", "承运或办理方", "Handled, cleared or carried the goods."),
                ],
            },
            Word,
            new("venue", "会场", "The branch venue, where it was not the main room.", PropertyKind.Entity)
            {
                IsKey = true,
                EntityTypes = Grounds,
            },
            new("onBehalfOf", "代表", "The bodies spoken or acted for.", PropertyKind.Entities) { EntityTypes = [.. Firms, "Place"] },
        ],
    };

    public static readonly RelationshipType Organized = new("ORGANIZED", "主办", "Which body stood behind an event.")
    {
        From = [.. Firms, "Place"],
        To = ["Event"],
        Forward = "organizedEvents",
        Reverse = "organizers",
        Properties =
        [
            new("role", "角色", "How the body stood behind it.", PropertyKind.Choice)
            {
                IsKey = true,
                IsRequired = true,
                Choices =
                [
                    new("ORGANIZER", "主办", "Organized it."),
                    new("GUIDE", "指导", "Guided it."),
                    new("CO_ORGANIZER", "协办", "Helped to organize it."),
                    new("SPONSOR", "冠名", "Gave it its name or its means."),
                ],
            },
            Word,
        ],
    };

    public static readonly RelationshipType HeldAt = new("HELD_AT", "举行地", "Where an event took place.")
    {
        From = ["Event"],
        To = [.. Grounds, "Company"],
        Forward = "venues",
        Reverse = "eventsHere",
        LeadsToWhere = true,
        Properties =
        [
            new("role", "场所角色", "What the place was to the event.", PropertyKind.Choice)
            {
                IsKey = true,
                IsRequired = true,
                Choices =
                [
                    new("MAIN", "举行地", "Where it was held."),
                    new("BRANCH", "分会场", "A branch venue."),
                    new("STOP", "察看点", "A place that was looked at on the way."),
                    new("DEPARTURE", "启运地", "Where a shipment left."),
                    new("DESTINATION", "目的地", "Where a shipment went."),
                ],
            },
            Word,
        ],
    };

    public static readonly RelationshipType EditionOf = new("EDITION_OF", "届次", "An edition of a series.")
    {
        From = ["Event", "Document"],
        To = ["Event", "Document"],
        Forward = "series",
        Reverse = "editions",
        IsHierarchy = true,
        Properties = [new("number", "第几届", "The printed number of the edition.", PropertyKind.Number)],
    };

    public static readonly RelationshipType LocatedIn = new("LOCATED_IN", "位于", "What lies where.")
    {
        From = ["Place", .. Firms, "Product", "Industry"],
        To = Grounds,
        Forward = "location",
        Reverse = "locatedHere",
        LeadsToWhere = true,
        IsHierarchy = true,
    };

    public static readonly RelationshipType PartOf = new(
        "PART_OF",
        "组成部分",
        "What is a part or a member of a larger whole; what is a kind of something is KIND_OF it."
    )
    {
        From = Anything,
        To = Anything,
        Forward = "partOf",
        Reverse = "parts",
        IsHierarchy = true,
    };

    public static readonly RelationshipType KindOf = new("KIND_OF", "是一种", "What is a kind of something more general.")
    {
        From = General,
        To = General,
        Forward = "kindOf",
        Reverse = "varieties",
        IsHierarchy = true,
    };

    public static readonly RelationshipType FlowsInto = new("FLOWS_INTO", "排入", "What a drain or river discharges into.")
    {
        From = ["Place"],
        To = ["Place"],
        Forward = "flowsInto",
        Reverse = "inflows",
        IsHierarchy = true,
        Properties = [Word],
    };

    public static readonly RelationshipType RunsBetween = new(
        "RUNS_BETWEEN",
        "往来于",
        "The ends that a service, a model or a route connects."
    )
    {
        From = ["Product", "Policy", "Place"],
        To = Grounds,
        Forward = "ends",
        Reverse = "routes",
        LeadsToWhere = true,
        Properties =
        [
            new("end", "端点", "Which end it is.", PropertyKind.Choice)
            {
                IsKey = true,
                Choices =
                [
                    new("START", "起点", "Where it starts."),
                    new("END", "终点", "Where it ends."),
                    new("VIA", "途经", "Where it passes."),
                ],
            },
        ],
    };

    public static readonly RelationshipType Makes = new("MAKES", "生产", "Who makes a product.")
    {
        From = [.. Firms, "Place", "Person"],
        To = ["Product"],
        Forward = "products",
        Reverse = "makers",
    };

    public static readonly RelationshipType Developed = new("DEVELOPED", "研发", "Who developed a product or technology.")
    {
        From = [.. People, .. Firms, "Place"],
        To = ["Product"],
        Forward = "developed",
        Reverse = "developers",
        Properties = [Word],
    };

    public static readonly RelationshipType Built = new("BUILT", "建成", "Who built a facility or works.")
    {
        From = Actors,
        To = ["Product", "Place"],
        Forward = "built",
        Reverse = "builders",
        Properties = [Word],
    };

    public static readonly RelationshipType UsedIn = new("USED_IN", "用于", "What a product or technology is used in.")
    {
        From = ["Product"],
        To = ["Product", "Industry", "Place", "Event", "Company", "Policy"],
        Forward = "uses",
        Reverse = "usesProducts",
    };

    public static readonly RelationshipType Supplies = new("SUPPLIES", "供货", "Who supplies whom, with what.")
    {
        From = [.. Firms, "Place"],
        To = [.. Firms, "Place", "Industry"],
        Forward = "customers",
        Reverse = "suppliers",
        Properties = [new("product", "产品", "What is supplied.", PropertyKind.Entity) { IsKey = true, EntityTypes = ["Product"] }],
    };

    public static readonly RelationshipType Shipped = new("SHIPPED", "发运", "Who sent a product; a sender need not be its maker.")
    {
        From = Firms,
        To = ["Product"],
        Forward = "shipped",
        Reverse = "shippers",
        Properties = [new("at", "场合", "The shipment.", PropertyKind.Entity) { IsKey = true, EntityTypes = ["Event"] }],
    };

    public static readonly RelationshipType Replaces = new("REPLACES", "替代", "What takes the place of what.")
    {
        From = ["Product"],
        To = ["Product"],
        Forward = "replaces",
        Reverse = "replacedBy",
        Properties =
        [
            new("place", "在何处", "Where it took the place, when not everywhere.", PropertyKind.Entity)
            {
                IsKey = true,
                IsLaterKey = true,
                EntityTypes = ["Place", .. Firms],
            },
        ],
    };

    public static readonly RelationshipType WorksIn = new("WORKS_IN", "所属产业", "The industry that someone or some firm works in.")
    {
        From = Actors,
        To = ["Industry"],
        Forward = "industries",
        Reverse = "members",
    };

    public static readonly RelationshipType Received = new("RECEIVED", "获得", "Who or what received an award.")
    {
        From = [.. Actors, "Product", "Industry"],
        To = ["Award"],
        Forward = "awards",
        Reverse = "recipients",
        Properties =
        [
            new("at", "公布场合", "The event at which it was announced.", PropertyKind.Entity) { EntityTypes = ["Event"] },
            new("by", "授予方", "Who conferred it.", PropertyKind.Entity) { EntityTypes = Firms },
            new(YearName, "年度", "The year that it is for.", PropertyKind.Number) { IsKey = true },
        ],
    };

    public static readonly RelationshipType Drafted = new("DRAFTED", "起草", "Who wrote or leads the writing of a document.")
    {
        From = [.. People, .. Firms],
        To = ["Document"],
        Forward = "drafted",
        Reverse = "drafters",
        Properties = [Word],
    };

    public static readonly RelationshipType CarriesOut = new(
        "CARRIES_OUT",
        "推行",
        "Who carries out, takes part in or stands for a policy, project or slogan."
    )
    {
        From = [.. Actors, "Product", "Event"],
        To = ["Policy"],
        Forward = "carriesOut",
        Reverse = "carriedOutBy",
        Properties = [Word],
    };

    public static readonly RelationshipType Concerns = new("CONCERNS", "涉及", "What an event, a policy or a document is about.")
    {
        From = ["Event", "Policy", "Document", "Award"],
        To = Anything,
        Forward = "subjects",
        Reverse = "concernedBy",
        Properties = [Word],
    };

    public static readonly RelationshipType Sought = new(
        "SOUGHT",
        "寻求合作",
        "Who sought cooperation, a purchase or a joint venture with whom."
    )
    {
        From = Actors,
        To = Actors,
        Forward = "sought",
        Reverse = "soughtBy",
        Properties =
        [
            Word,
            new("about", "事由", "The event or product that it was about.", PropertyKind.Entity) { IsKey = true, IsLaterKey = true },
        ],
    };

    public static readonly RelationshipType SpokeOf = new(
        "SPOKE_OF",
        "谈及",
        "What was said of someone or something, in a few words of our own."
    )
    {
        From = [.. Actors, "Event"],
        To = [.. Anything],
        Forward = "statements",
        Reverse = "statementsAbout",
        Properties =
        [
            new("kind", "类别", "What kind of statement it was.", PropertyKind.Choice)
            {
                IsKey = true,
                IsRequired = true,
                Choices =
                [
                    new("PRAISE", "肯定", "Praise, thanks or congratulation."),
                    new("COMMITMENT", "承诺", "What the speaker's side will do."),
                    new("REQUEST", "请求", "What the speaker asks of the other side."),
                    new("DEMAND", "要求", "What the speaker demands of those answerable to him."),
                    new("GOAL", "目标", "What is to be reached."),
                    new("EXPLANATION", "说明", "What the speaker explained or stated."),
                    new("REFUSAL", "拒绝", "What was refused."),
                ],
            },
            new("gist", "要点", "What was said, in a few Chinese words of our own.", PropertyKind.Text) { IsKey = true, IsRequired = true },
            new("gistEnglish", "英文要点", "The same in English.", PropertyKind.Text) { IsRequired = true },
            new("capacity", "身份", "The printed capacity of the speaker, where no post says it.", PropertyKind.Text),
            new("at", "场合", "The event at which it was said.", PropertyKind.Entity) { IsKey = true, EntityTypes = ["Event"] },
        ],
    };

    public static readonly RelationshipType Wrote = new("WROTE", "采写", "Who wrote a report.")
    {
        From = [.. People, .. Firms],
        To = ["Article"],
        Forward = "wrote",
        Reverse = "authors",
        Properties =
        [
            new("capacity", "身份", "In which capacity.", PropertyKind.Choice)
            {
                IsKey = true,
                IsRequired = true,
                Choices =
                [
                    new("REPORTER", "记者", "As reporter."),
                    new("CORRESPONDENT", "通讯员", "As correspondent."),
                    new("PHOTOGRAPHER", "供图", "As supplier of a picture."),
                ],
            },
        ],
    };

    /// <summary>All types, in the order in which documents and the schema list them.</summary>
    public static readonly IReadOnlyList<RelationshipType> All =
    [
        HoldsPost,
        Founded,
        TookPartIn,
        Organized,
        HeldAt,
        EditionOf,
        LocatedIn,
        PartOf,
        KindOf,
        FlowsInto,
        RunsBetween,
        Makes,
        Developed,
        Built,
        UsedIn,
        Supplies,
        Shipped,
        Replaces,
        WorksIn,
        Received,
        Drafted,
        CarriesOut,
        Concerns,
        Sought,
        SpokeOf,
        Wrote,
    ];

    private static readonly Dictionary<string, RelationshipType> ByName = All.ToDictionary(t => t.Name, StringComparer.Ordinal);
    private static readonly Dictionary<string, RelationshipType> BySeedWord = All.ToDictionary(t => t.SeedWord, StringComparer.Ordinal);

    /// <summary>The names of those that lead to where something is.</summary>
    public static readonly IReadOnlyList<string> LeadingToWhere = [.. All.Where(type => type.LeadsToWhere).Select(type => type.Name)];

    /// <summary>The properties that choose from a list, by name: types may share a name, and have choices of their own.</summary>
    public static ILookup<string, (RelationshipType Type, PropertyDeclaration Property)> Choices { get; } =
        All.SelectMany(type => type.Properties, (type, property) => (Type: type, Property: property))
            .Where(declared => declared.Property.Kind is PropertyKind.Choice)
            .ToLookup(declared => declared.Property.Name, StringComparer.Ordinal);

    /// <summary>The declared type of that name, or null.</summary>
    public static RelationshipType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The declared type whose links are written with that word in seeds, or null.</summary>
    public static RelationshipType? FindSeedWord(string word) => BySeedWord.GetValueOrDefault(word);

    /// <summary>The declared type of that name. Throws where there is none: an undeclared type is a defect, not data.</summary>
    public static RelationshipType Get(string name) =>
        Find(name) ?? throw new ArgumentException($"'{name}' is not a declared relationship type.", nameof(name));
}
