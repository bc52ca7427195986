using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Seeds;

/// <summary>JSON Schemas of the seed files, generated from the declarations, so that editors complete and check while one writes.</summary>
public static class SeedSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema files by name, as they stand beside the seeds' README.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["article.schema.json"] = Print("An article's file", ArticleFile()),
            ["issue.schema.json"] = Print("issue.yaml", IssueFile()),
            ["registry.schema.json"] = Print("A registry file", List(EntityEntry())),
        };

    private static JsonObject ArticleFile() =>
        Map(
            ["title", "titleEnglish"],
            ("title", Text("The headline as printed.")),
            ("titleEnglish", Text("Our translation of the headline.")),
            ("section", Text("The section or column as printed.")),
            ("byline", Text("The byline as printed.")),
            ("page", Text("The page as printed.")),
            ("cut", OneOrMore(Enumeration("What the printed text lacks.", "START", "END"))),
            ("continuedOn", Text("Where the page says that it goes on, as printed.")),
            (
                "parts",
                Map(
                    [],
                    [
                        .. Enum.GetValues<ArticlePart>()
                            .Where(p => p is not ArticlePart.Body)
                            .Select(p => (Spelling.LowerFirst(p.ToString()), OneOrMore(Text("A line number.")))),
                    ]
                )
            ),
            ("new", List(EntityEntry())),
            ("facts", List(Item())),
            (
                "notRecorded",
                List(
                    Map(
                        ["reason"],
                        ("at", Address()),
                        ("words", OneOrMore(Text("A run of words with a numeral."))),
                        ("reason", Text("Why it is no fact."))
                    )
                )
            )
        );

    private static JsonObject IssueFile() =>
        Map(
            ["newspaper", "newspaperEnglish", "date", "sha256", "lines"],
            ("newspaper", Text("The newspaper's name.")),
            ("newspaperEnglish", Text("Its English name.")),
            ("date", Text("The day of issue, YYYY-MM-DD.")),
            ("sha256", Text("SHA-256 of the issue's text in UTF-8, without byte order mark, lines ended by LF.")),
            ("lines", Text("How many lines the text has.")),
            ("masthead", OneOrMore(Text("Lines of the masthead, such as 1-6."))),
            (
                "articles",
                new JsonObject { ["type"] = "object", ["additionalProperties"] = OneOrMore(Text("Lines of the report, such as 7-18.")) }
            ),
            (
                "repeats",
                List(
                    Map(
                        ["lines", "of", "reason"],
                        ("lines", Text("The second print.")),
                        ("of", Text("The line that it repeats.")),
                        ("reason", Text("What happened on the page."))
                    )
                )
            ),
            (
                "corrections",
                List(
                    Map(
                        ["at", "printed", "probably", "reason"],
                        ("at", Address()),
                        ("printed", Text("As printed.")),
                        ("probably", Text("What it should say.")),
                        ("reason", Text("Why."))
                    )
                )
            )
        );

    private static JsonObject EntityEntry() =>
        new()
        {
            ["oneOf"] = new JsonArray([
                .. EntityTypes.All.Select(type =>
                {
                    List<(string, JsonObject)> keys =
                    [
                        ("id", Text($"{type.Prefix}:slug, stable for ever.")),
                        ("type", Enumeration($"{type.Chinese}: {type.Description}", type.Name)),
                        ("name", Text("The main name as printed.")),
                        ("editorial", Text("A name of our own for what the paper does not name, instead of 'name'.")),
                        ("en", Text("The English name, a translation.")),
                        ("also", OneOrMore(Text("Another printed name."))),
                        ("formerIds", OneOrMore(Text("An id that the thing had before."))),
                    ];
                    if (type.Kinds.Count > 0)
                        keys.Add(("kind", Choices(type.Kinds)));
                    if (type.HasPeriod)
                        keys.Add(("when", PeriodValue()));
                    keys.AddRange(type.Properties.Select(p => (p.Name, Value(p))));
                    return (JsonNode)Map(["type", "en", .. type.Properties.Where(p => p.IsRequired).Select(p => p.Name)], [.. keys]);
                }),
            ]),
        };

    private static JsonObject Item() =>
        Map(
            ["at"],
            ("at", Address()),
            ("when", PeriodValue()),
            ("about", OneOrMore(Text("Whom or what the item's figures describe."))),
            ("by", Text("Who said the item's figures.")),
            ("capacity", Text("The printed capacity of the speaker.")),
            ("mentions", OneOrMore(Text("A printed name that stands in this sentence."))),
            ("figures", List(Figure())),
            ("links", List(new JsonObject { ["oneOf"] = new JsonArray([.. RelationshipTypes.All.Select(type => (JsonNode)Link(type))]) }))
        );

    private static JsonObject Figure()
    {
        var figure = Map(
            ["figure", "of"],
            [
                ("figure", Text($"The words as printed, at most {SeedDocumentRules.MaxFigure} characters.")),
                .. SeedArticleReader.Measures.Select(m =>
                    (m.Key, Text($"{Spelling.UpperSnake(m.Value.ToString())}: number and unit, such as '1.4万 标箱' or '15..20 微米'."))
                ),
                ("hedge", Enumeration("The words around the number.", Spelling.NamesOf<Hedge>())),
                ("meaning", Enumeration("What a range means.", Spelling.NamesOf<QuantityMeaning>())),
                ("of", OneOrMore(Text("The indicator."))),
                ("about", OneOrMore(Text("Whom or what it describes."))),
                ("against", Enumeration("Against what a change is measured.", Spelling.NamesOf<Comparison>())),
                ("accumulation", Enumeration("Of one period, or adding up from its start.", Spelling.NamesOf<Accumulation>())),
                ("frequency", Enumeration("SDMX frequency code.", "A", "S", "Q", "M", "W", "D")),
                ("priceBasis", Enumeration("Current or constant prices.", Spelling.NamesOf<PriceBasis>())),
                ("shareOf", Text("Of a share: the whole, in words.")),
                (
                    "within",
                    Map(
                        ["words"],
                        ("words", Text("The universe as printed.")),
                        ("place", Text("Its place.")),
                        ("size", Text("How many things there are.")),
                        ("order", Enumeration("Which comes first.", "ASCENDING", "DESCENDING"))
                    )
                ),
                ("place", Text("Where it was measured.")),
                ("by", Text("Who said it.")),
                ("capacity", Text("The printed capacity of the speaker.")),
                ("status", Enumeration("Actual, or aimed at.", Spelling.NamesOf<ObservationStatus>())),
                ("when", PeriodValue()),
                ("occurrence", Text("Which one, where the figure stands in the sentence more than once.")),
                ("key", Text("A name for the figure's id.")),
            ]
        );
        figure["oneOf"] = new JsonArray([
            .. SeedArticleReader.Measures.Keys.Select(key => (JsonNode)new JsonObject { ["required"] = new JsonArray(key) }),
        ]);
        return figure;
    }

    private static JsonObject Link(RelationshipType type) =>
        Map(
            ["from", type.SeedWord, .. type.Properties.Where(p => p.IsRequired).Select(p => p.Name)],
            [
                ("from", OneOrMore(Text(string.Join(", ", type.From)))),
                (type.SeedWord, OneOrMore(Text($"{type.Chinese}: {type.Description} To: {string.Join(", ", type.To)}."))),
                .. type.Properties.Select(p => (p.Name, Value(p))),
                ("when", PeriodValue()),
                ("status", Enumeration("Stated, or only implied.", Spelling.NamesOf<StatementStatus>())),
                ("ground", Text("Why an inferred statement is believed.")),
            ]
        );

    private static JsonObject Value(PropertyDeclaration property) =>
        property.Kind switch
        {
            PropertyKind.Choice => Choices(property.Choices),
            PropertyKind.Entities => OneOrMore(Text($"{property.Chinese}: {property.Description}")),
            _ => Text($"{property.Chinese}: {property.Description}"),
        };

    private static JsonObject PeriodValue() =>
        new()
        {
            ["oneOf"] = new JsonArray(
                Text("The period's words as printed."),
                Map(
                    ["words"],
                    ("words", Text("As printed.")),
                    ("from", Text("The first day, YYYY-MM-DD.")),
                    ("to", Text("The last day, YYYY-MM-DD.")),
                    ("precision", Enumeration("How precise the words are.", Spelling.NamesOf<PeriodPrecision>()))
                )
            ),
        };

    private static JsonObject Address() => Text("line.sentence in the text, such as 17.1, or 93.5-95.1.");

    private static JsonObject Choices(IReadOnlyList<Choice> choices) =>
        new()
        {
            ["oneOf"] = new JsonArray([
                .. choices.Select(c =>
                    (JsonNode)new JsonObject { ["enum"] = new JsonArray(c.Name), ["description"] = $"{c.Chinese}: {c.Description}" }
                ),
            ]),
        };

    private static JsonObject Enumeration(string description, params IReadOnlyList<string> values) =>
        new() { ["description"] = description, ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) };

    /// <summary>YAML reads 9.1 as a number; seeds read every scalar as text.</summary>
    private static JsonObject Text(string description) =>
        new() { ["description"] = description, ["type"] = new JsonArray("string", "number", "boolean") };

    private static JsonObject OneOrMore(JsonObject one) => new() { ["anyOf"] = new JsonArray(one, List(one.DeepClone().AsObject())) };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Map(string[] required, params IReadOnlyList<(string Key, JsonObject Value)> keys) =>
        new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. required.Select(key => (JsonNode)key)]),
            ["properties"] = new JsonObject(keys.Select(k => KeyValuePair.Create(k.Key, (JsonNode?)k.Value))),
            ["additionalProperties"] = false,
        };

    private static string Print(string title, JsonObject schema)
    {
        var root = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (key, value) in schema.ToList())
        {
            schema.Remove(key);
            root[key] = value;
        }
        return root.ToJsonString(Readable) + "\n";
    }
}
