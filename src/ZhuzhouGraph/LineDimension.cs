namespace ZhuzhouGraph;

/// <summary>What the value of a dimension is.</summary>
public enum LineDimensionKind
{
    /// <summary>The id of an entity.</summary>
    Node,

    /// <summary>The ids of several entities, in a <see cref="Breakdown"/>.</summary>
    Nodes,

    /// <summary>A value of an enumeration.</summary>
    Enumeration,

    /// <summary>Words as printed, compared after folding.</summary>
    Words,

    /// <summary>Yes or no.</summary>
    Flag,
}

/// <summary>
/// Something in which figures must agree to be drawn as one line. Declared once: the key, the answers of every door, the filters and the
/// columns of files follow from <see cref="All"/>.
/// </summary>
/// <param name="Name">The name of the member in answers, in camelCase.</param>
/// <param name="Type">The type of the value: of entities, of the enumeration, <c>String</c> or <c>Boolean</c>.</param>
/// <param name="Value">
/// What a figure has: an id, a breakdown, a value of the enumeration, words, a flag; null where it has nothing.
/// </param>
public sealed record LineDimension(
    string Name,
    LineDimensionKind Kind,
    string Type,
    string Chinese,
    string English,
    Func<Observation, object?> Value
)
{
    /// <summary>Whether every figure has a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>
    /// False of the status: figures of one series may be measured, aimed at or expected, but not stand on one line. A line is a series
    /// and a
    /// status.
    /// </summary>
    public bool IsOfKey { get; init; } = true;

    /// <summary>
    /// True of a dimension that was declared after keys were stored: it enters a key, with its name, only where a figure has a value, so
    /// that no stored key changes.
    /// </summary>
    public bool IsLater { get; init; }

    /// <summary>The name of the filter by it; null where another filter is declared for it, or none.</summary>
    public string? Filter { get; init; }

    /// <summary>False of what a title need not tell: the unit tells the dimension, and a universe mostly its order.</summary>
    public bool IsInTitle { get; init; } = true;

    /// <summary>The value that is usual and need not be told in a title; null where every value is told.</summary>
    public object? Usual { get; init; }

    /// <summary>Every dimension, in the order of the key.</summary>
    public static IReadOnlyList<LineDimension> All { get; } =
    [
        new("indicator", LineDimensionKind.Node, "Indicator", "指标", "What it measures.", o => o.Indicator) { IsRequired = true },
        new("about", LineDimensionKind.Node, "Entity", "描述对象", "The entity that it describes.", o => o.About) { IsRequired = true },
        new("place", LineDimensionKind.Node, "Place", "地域", "The place of measurement, where it is not what the figures are about.", o =>
            o.Place
        ),
        Of<Measure>("measure", "度量方式", "What the figures say about their indicator.", o => o.Measure) with
        {
            IsRequired = true,
        },
        Of<Comparison>("comparison", "比较基准", "Against what changes are measured.", o => o.Comparison),
        Of<Dimension>("dimension", "量纲", "What its units measure.", o => o.Quantity.Unit.Dimension) with
        {
            IsRequired = true,
            IsInTitle = false,
        },
        Of<Accumulation>("accumulation", "累计方式", "Whether the figures are of their period alone or add up.", o => o.Accumulation) with
        {
            IsRequired = true,
            Usual = Accumulation.Single,
        },
        Of<Frequency>("frequency", "频率", "How often it is taken.", o => o.Frequency) with
        {
            Filter = "frequencies",
        },
        Of<PriceBasis>("priceBasis", "价格基准", "At which prices sums are given.", o => o.PriceBasis) with
        {
            Filter = "priceBases",
        },
        new("shareOf", LineDimensionKind.Words, "String", "占比整体", "Of a share: the whole, in words.", o => o.ShareOf),
        new("within", LineDimensionKind.Words, "String", "排名范围", "Of a rank: among what, in words.", o => o.Within?.Words),
        new("isAscending", LineDimensionKind.Flag, "Boolean", "是否升序", "Of a rank: whether the smallest comes first.", o =>
            o.Within?.IsAscending
        ),
        // What is measured against one named thing is one line, whatever the words.
        new("base", LineDimensionKind.Words, "String", "比较基期", "Against what exactly, in words.", o =>
            o.Base is { Entity: null } against ? against.Words : null
        )
        {
            IsLater = true,
        },
        new("baseEntity", LineDimensionKind.Node, "Entity", "比较对象", "The other thing that changes are measured against.", o =>
            o.Base?.Entity
        )
        {
            IsLater = true,
        },
        new("breakdown", LineDimensionKind.Nodes, "BreakdownMember", "分组", "Of which part of that; empty where it is of the whole.", o =>
            o.Breakdown
        )
        {
            IsLater = true,
        },
        Of<Measure>("rankedBy", "排名依据", "Of a rank: what is ranked, where the paper says it.", o => o.Within?.By) with
        {
            IsLater = true,
        },
        Of<ObservationStatus>("status", "数据状态", "Whether it was measured, is aimed at or is expected.", o => o.Status) with
        {
            IsRequired = true,
            IsOfKey = false,
            Usual = ObservationStatus.Actual,
        },
    ];

    /// <summary>Those that make the key of a series.</summary>
    public static IReadOnlyList<LineDimension> OfKey { get; } = [.. All.Where(dimension => dimension.IsOfKey)];

    /// <summary>The ids of the entities that a figure has in the dimension, none or more.</summary>
    public IEnumerable<string> NodesOf(Observation o) =>
        Value(o) switch
        {
            Breakdown breakdown => breakdown.Members,
            string id when Kind is LineDimensionKind.Node => [id],
            _ => [],
        };

    /// <summary>Whether the observations of one line have the same in the field.</summary>
    public static bool Fixes(string field) =>
        All.Any(dimension => dimension.Name == field && dimension.Kind is not (LineDimensionKind.Words or LineDimensionKind.Flag));

    /// <summary>The parts of a key, none or more.</summary>
    public IEnumerable<string?> KeyParts(Observation o)
    {
        var value = Value(o);
        if (IsLater && value is null)
            return [];
        // The dimension of units entered keys in the spelling of answers.
        string?[] part =
        [
            value is string words && Kind is LineDimensionKind.Words ? Folding.Fold(words)
            : value is Dimension ? Spelling.UpperSnake(value.ToString()!)
            : value?.ToString(),
        ];
        return IsLater ? part.Prepend(Name) : part;
    }

    private static LineDimension Of<TEnum>(string name, string chinese, string english, Func<Observation, TEnum?> value)
        where TEnum : struct, Enum => new(name, LineDimensionKind.Enumeration, typeof(TEnum).Name, chinese, english, o => value(o));
}

/// <summary>Values of an enumeration, one of which a figure has in a dimension.</summary>
public sealed record LineValues(LineDimension Dimension, IReadOnlyList<Enum> Values);

/// <summary>What identifies a line: the key of its series, and the status of its figures.</summary>
public sealed record LineId(string Key, ObservationStatus Status)
{
    /// <summary>Hex digits of a key.</summary>
    public const int KeyLength = 16;

    /// <summary>The form, for messages.</summary>
    public const string Form = "16 hex digits, and '-target' or '-forecast' for what is aimed at or expected";

    public static LineId Of(Observation o) => new(Series.KeyOf(o), o.Status);

    /// <summary>Null where the text is no id of a line.</summary>
    public static LineId? Parse(string text)
    {
        var (key, status) = text.Split('-') switch
        {
            [var only] => (only, ObservationStatus.Actual),
            [var first, "target"] => (first, ObservationStatus.Target),
            [var first, "forecast"] => (first, ObservationStatus.Forecast),
            _ => ("", ObservationStatus.Actual),
        };
        return key.Length == KeyLength && key.All(char.IsAsciiHexDigitLower) ? new(key, status) : null;
    }

    /// <summary>The key, and the status where it is not that of what was measured.</summary>
    public override string ToString() => Status is ObservationStatus.Actual ? Key : $"{Key}-{SuffixOf(Status)}";

    private static string SuffixOf(ObservationStatus status) => Spelling.LowerFirst(status.ToString());
}
