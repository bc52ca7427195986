namespace ZhuzhouGraph;

/// <summary>Every kind of thing that the graph holds, declared once.</summary>
public static class EntityTypes
{
    /// <summary>The property that leads from an indicator to the one of which it counts a part.</summary>
    public const string Broader = "broader";

    /// <summary>The kind of organizations that are allowed wherever a place is.</summary>
    public const string Park = "PARK";

    public static readonly EntityType Official = new(
        "Official",
        "官员",
        "officials",
        "person",
        "A person with a printed post in Party, government, people's congress, CPPCC, court, regulator, customs or park committee."
    );

    public static readonly EntityType Person = new("Person", "人物", "people", "person", "Any other named human.")
    {
        Kinds =
        [
            new("REPORTER", "记者", "Staff reporter of the newspaper."),
            new("CORRESPONDENT", "通讯员", "Correspondent who contributed to a report."),
            new("ENTREPRENEUR", "企业家", "Founder, owner or manager of a firm."),
            new("EXPERT", "专家", "Scientist, engineer or other expert."),
            new("ASSOCIATION_OFFICER", "协会负责人", "Officer of an association, council or other society."),
            new("EDITOR", "媒体人", "Editor or publisher."),
        ],
    };

    public static readonly EntityType Company = new(
        "Company",
        "企业",
        "companies",
        "org",
        "An organization printed as 公司, 集团 or 股份, or named as maker, seller or plant."
    )
    {
        Kinds =
        [
            new("MANUFACTURER", "制造企业", "Makes goods."),
            new("LOGISTICS", "物流企业", "Carries, stores or ships goods."),
            new("PORT_OPERATOR", "港口企业", "Runs a port."),
            new("FORMER", "原企业", "Named as a firm that was; its ground or plant is what is left."),
        ],
    };

    public static readonly EntityType Organization = new(
        "Organization",
        "机构",
        "organizations",
        "org",
        "A body that is not a company. A park with posts and awards is an organization of kind PARK, allowed wherever a place is."
    )
    {
        Kinds =
        [
            new("PARTY", "党委", "Committee or organ of the Party."),
            new("GOVERNMENT", "政府", "People's government or a department of it."),
            new("CONGRESS", "人大", "People's congress."),
            new("CPPCC", "政协", "Committee of the People's Political Consultative Conference."),
            new("COURT", "法院", "Court or procuratorate."),
            new("REGULATOR", "监管机构", "Supervisor of banks, insurers, markets."),
            new("CUSTOMS", "海关", "Customs district or office."),
            new(Park, "园区", "High-tech zone, economic development zone, industrial park."),
            new("ASSOCIATION", "协会", "Association, society or council."),
            new("COMMITTEE", "委员会", "Technical or standing committee."),
            new("MEDIA", "媒体", "Newspaper, publisher, broadcaster."),
            new("RESEARCH", "科研机构", "Laboratory, research centre, institute, university."),
            new("TEAM", "团队", "A named team."),
        ],
    };

    /// <summary>
    /// The kinds of places that are units of administration, level by level. Two units of one level lie apart: neither has a part of the
    /// other.
    /// </summary>
    public static readonly IReadOnlyList<IReadOnlyList<string>> Levels =
    [
        ["COUNTRY"],
        ["PROVINCE"],
        ["CITY"],
        ["DISTRICT", "COUNTY"],
    ];

    public static readonly EntityType Place = new(
        "Place",
        "地点",
        "places",
        "place",
        "Somewhere on the map. Districts, counties and cities are places, allowed as actors."
    )
    {
        Kinds =
        [
            new("COUNTRY", "国家", "A state."),
            new("PROVINCE", "省", "A province or autonomous region."),
            new("CITY", "市", "A city of prefecture level or above."),
            new("DISTRICT", "区", "An urban district."),
            new("COUNTY", "县", "A county, or a county-level city."),
            new("REGION", "区域", "A wider area without one administration."),
            new("AREA", "片区", "A quarter, new town or industrial area within a city."),
            new("PORT", "港口", "A port or harbour."),
            new("DRAIN", "港渠", "A stream, ditch or outlet that drains into a river; in Hunan called 港."),
            new("STATION", "场站", "A rail or logistics yard, or a customs-supervised site."),
            new("RIVER", "河流", "A river or its basin."),
            new("SCENIC_AREA", "景区", "A scenic area or lake."),
            new("SITE", "地块与设施", "A building, plot, square, bridge, road, well or works."),
        ],
    };

    public static readonly EntityType Industry = new(
        "Industry",
        "产业",
        "industries",
        "industry",
        "A branch of the economy or a cluster of firms."
    )
    {
        Kinds = [new("INDUSTRY", "产业", "A branch of the economy."), new("CLUSTER", "产业集群", "A cluster of firms in one place.")],
    };

    public static readonly EntityType Product = new(
        "Product",
        "产品与技术",
        "products",
        "product",
        "What can be bought or used: goods, materials, techniques, services."
    )
    {
        Kinds =
        [
            new("GOODS", "产品", "A product."),
            new("MATERIAL", "材料", "A material."),
            new("TECHNOLOGY", "技术", "A technique, process or method."),
            new("SERVICE", "服务", "A service, such as a train line."),
            new("FACILITY", "设施", "A laboratory, production line or other works in use."),
            new("PATENT", "专利", "A patent."),
        ],
    };

    public static readonly EntityType Policy = new(
        "Policy",
        "政策与举措",
        "policies",
        "policy",
        "What is carried out and is none of the other types."
    )
    {
        Kinds =
        [
            new("MODEL", "模式", "A way of doing things, named as one."),
            new("PROJECT", "项目", "A project with an end."),
            new("PROGRAMME", "行动", "A programme, campaign or standing line of work."),
            new("GOAL", "目标", "A goal or blueprint."),
            new("SLOGAN", "口号", "A slogan or motto."),
            new("DOCTRINE", "思想", "A body of guiding thought."),
        ],
    };

    public static readonly EntityType Award = new(
        "Award",
        "荣誉与称号",
        "awards",
        "award",
        "What can be conferred: designations, honours, prizes, degrees."
    )
    {
        Kinds =
        [
            new("DESIGNATION", "认定称号", "A status that an authority grants, such as little giant."),
            new("HONOUR", "荣誉", "An honour or commendation."),
            new("PRIZE", "奖项", "A prize or medal."),
            new("DEGREE", "学位与职称", "An academic degree or professional title."),
        ],
    };

    public static readonly EntityType Event = new(
        "Event",
        "事件",
        "events",
        "event",
        "What happens on days. A conference series is an event of kind SERIES, each edition an event."
    )
    {
        HasPeriod = true,
        Kinds =
        [
            new("SERIES", "系列活动", "A recurring event; its editions are events."),
            new("CONFERENCE", "会议与峰会", "A conference, summit or large meeting."),
            new("TALKS", "座谈", "Talks between named sides, negotiations included."),
            new("RECEPTION", "餐叙", "A dinner or reception."),
            new("INSPECTION", "调研与监督", "An inspection or supervision on the spot."),
            new("VISIT", "到访", "A visit."),
            new("CEREMONY", "仪式", "A ceremony."),
            new("RELEASE", "发布", "A release of a document."),
            new("COMPETITION", "赛事", "A sports event or contest."),
            new("SHIPMENT", "发运", "A shipment of goods."),
            new("CONSTRUCTION", "建设", "Construction or commissioning of works."),
            new("OTHER", "其他", "Any other event."),
        ],
        Properties =
        [
            new("standing", "状态", "Whether the event was held when the paper was printed.", PropertyKind.Choice)
            {
                IsRequired = true,
                Choices =
                [
                    new("HELD", "已举行", "It had happened, or had begun."),
                    new("PLANNED", "将举行", "It was announced and had not begun."),
                    new("PROPOSED", "拟议", "It was suggested."),
                    new("REFUSED", "被拒绝", "It was suggested and refused."),
                ],
            },
        ],
    };

    public static readonly EntityType Document = new("Document", "文献与标准", "documents", "document", "A named text, film or standard.")
    {
        Kinds =
        [
            new("STANDARD", "标准", "A technical standard."),
            new("REPORT", "报告与白皮书", "A report, list or white paper."),
            new("FILM", "影片", "A film."),
            new("SERIES", "系列报道", "A series of reports of a newspaper."),
        ],
    };

    public static readonly EntityType Indicator = new("Indicator", "指标", "indicators", "indicator", "What a figure measures.")
    {
        Properties =
        [
            new(
                "dimension",
                "量纲",
                "The dimension of the indicator's level; growth, shares, ranks and ordinals have units of their own.",
                PropertyKind.Choice
            )
            {
                IsRequired = true,
                Choices = Units.Dimensions,
            },
            new("definition", "口径", "What is counted and what is not, in words of our own.", PropertyKind.Text),
            new(Broader, "上位指标", "The indicator of which this one counts a part.", PropertyKind.Entity) { EntityTypes = ["Indicator"] },
        ],
    };

    public static readonly EntityType Category = new(
        "Category",
        "分类",
        "categories",
        "category",
        "A class of things by which figures are broken down, such as state-owned firms or people above 60."
    )
    {
        Kinds =
        [
            new("OWNERSHIP", "所有制", "By who owns: state-held, private, foreign."),
            new("SIZE", "规模", "By size: above a threshold, large, small."),
            new("AGE", "年龄", "By age."),
            new("SEX", "性别", "By sex."),
            new("RESIDENCE", "城乡", "Urban or rural, resident or registered."),
            new("EDUCATION", "学历", "By education or title."),
            new("OCCUPATION", "职业", "By work or standing."),
            new("TRADE_MODE", "贸易方式", "General trade, processing trade, bonded logistics."),
            new("FLOW", "流向", "Imports or exports, in or out."),
            new("SECTOR", "产业部门", "Primary, secondary or tertiary sector, and other main sectors of accounts."),
            new("TECHNOLOGY", "技术层次", "High-tech or not, by intensity of research."),
            new("CHANNEL", "渠道", "By the way it is sold, carried or paid: online, by rail, by water."),
            new("USE", "用途", "By what it is used or spent for."),
            new("LEVEL", "层级", "By level of administration, tier or grade."),
            new("STATE", "状态", "New or existing, started or finished."),
            new("OTHER_CLASS", "其他分类", "Any other class."),
        ],
    };

    /// <summary>All types, in the order in which documents and the schema list them.</summary>
    public static readonly IReadOnlyList<EntityType> All =
    [
        Official,
        Person,
        Company,
        Organization,
        Place,
        Industry,
        Product,
        Policy,
        Award,
        Event,
        Document,
        Indicator,
        Category,
    ];

    private static readonly Dictionary<string, EntityType> ByName = All.ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>The declared type of that name, or null.</summary>
    public static EntityType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The declared type of that name. Throws where there is none: an undeclared type is a defect, not data.</summary>
    public static EntityType Get(string name) =>
        Find(name)
        ?? throw new ArgumentException(
            $"'{name}' is not a declared entity type; declared are {string.Join(", ", ByName.Keys)}.",
            nameof(name)
        );
}
