namespace ZhuzhouGraph.Benchmarks.News;

/// <summary>How the things of one type are named, and how many of a thousand they are.</summary>
/// <param name="Choice">One of the type's kinds, or null.</param>
/// <param name="Suffixes">What ends the names, Chinese and English, in turn.</param>
internal sealed record NewsEntityKind(
    EntityType Type,
    int PerMille,
    string? Choice,
    IReadOnlyList<(string Chinese, string English)> Suffixes
)
{
    public static readonly IReadOnlyList<NewsEntityKind> All =
    [
        new(EntityTypes.Official, 80, null, [("", "")]),
        new(EntityTypes.Person, 200, "ENTREPRENEUR", [("", "")]),
        new(EntityTypes.Company, 250, "MANUFACTURER", [("公司", "Company"), ("集团", "Group"), ("股份", "Holdings")]),
        new(EntityTypes.Organization, 120, "ASSOCIATION", [("局", "Bureau"), ("协会", "Association"), ("研究院", "Institute")]),
        new(EntityTypes.Place, 100, "AREA", [("镇", "Town"), ("街", "Street"), ("新区", "New Area")]),
        new(EntityTypes.Industry, 10, "INDUSTRY", [("业", "Industry")]),
        new(EntityTypes.Product, 120, "GOODS", [("机", "Machine"), ("板", "Board"), ("轴", "Shaft")]),
        new(EntityTypes.Policy, 40, "PROGRAMME", [("行动", "Campaign"), ("计划", "Plan")]),
        new(EntityTypes.Award, 20, "HONOUR", [("奖", "Prize")]),
        new(EntityTypes.Event, 30, "SERIES", [("节", "Festival"), ("年会", "Annual Meeting")]),
        new(EntityTypes.Document, 10, "REPORT", [("报告", "Report")]),
        new(EntityTypes.Indicator, 20, null, [("户数", "Firms"), ("产量", "Output"), ("产值", "Output Value")]),
    ];

    /// <summary>How many there are.</summary>
    public int Count { get; init; }

    /// <summary>The name of the first one; the others have the names after it.</summary>
    public long FirstName { get; init; }

    public (string Chinese, string English) NameOf(int number)
    {
        var (chinese, english) = Words.Name(FirstName + number, Words.LengthFor(Count));
        var suffix = Suffixes[number % Suffixes.Count];
        return (chinese + suffix.Chinese, $"{english} {suffix.English}".TrimEnd());
    }
}
