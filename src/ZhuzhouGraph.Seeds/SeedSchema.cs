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

    /// <summary>Keys that an entry of any type has, beside its id and type.</summary>
    private static readonly string[] EveryEntity = ["name", "editorial", "en", "also", "called", "formerIds"];

    /// <summary>What several places of a schema say, by the name under which they refer to it.</summary>
    private static readonly Dictionary<string, JsonObject> Definitions = DefinitionsByName();

    /// <summary>The schema files by name, as they stand beside the seeds' README.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["article.schema.json"] = Print("An article's file", ArticleFile()),
            ["issue.schema.json"] = Print("issue.yaml", IssueFile()),
            ["registry.schema.json"] = Print("A registry file", List(Reference("entity"))),
            ["background.schema.json"] = Print("The registry's background", BackgroundFile()),
        };

    private static Dictionary<string, JsonObject> DefinitionsByName()
    {
        var definitions = new Dictionary<string, JsonObject>(StringComparer.Ordinal)
        {
            // YAML reads 9.1 as a number; seeds read every scalar as text.
            ["text"] = new() { ["type"] = new JsonArray("string", "number", "boolean") },
            ["texts"] = OneOrMore(Reference("text")),
            ["address"] = Text("line.sentence in the text, such as 17.1, or 93.5-95.1."),
            ["period"] = Period(),
            ["status"] = Enumeration("Stated, or only implied.", SeedLinkRules.Statuses),
            ["ground"] = Text("Why an inferred statement is believed."),
            ["name"] = Text("The main name as printed."),
            ["editorial"] = Text("A name of our own for what the paper does not name, instead of 'name'."),
            ["en"] = Text("The English name, a translation."),
            ["also"] = Texts("Other printed names."),
            ["called"] = Texts("Other names, everyday or official, which no sentence needs to print."),
            ["formerIds"] = Texts("Ids that the thing had before."),
            ["mention"] = Mention(),
            ["figure"] = Figure(),
            ["item"] = Item(),
            ["table"] = Table(),
            ["entity"] = OneOf(EntityTypes.All.Select(type => type.Name)),
            ["link"] = OneOf(RelationshipTypes.All.Select(type => type.SeedWord)),
            ["background"] = OneOf(RelationshipTypes.All.Select(type => $"background.{type.SeedWord}")),
        };
        foreach (var (name, value) in OfFigures())
            definitions.Add($"figure.{name}", value);
        foreach (var type in EntityTypes.All)
            definitions.Add(type.Name, EntityEntry(type));
        foreach (var type in RelationshipTypes.All)
        {
            definitions.Add(type.SeedWord, Link(type));
            definitions.Add($"background.{type.SeedWord}", BackgroundLink(type));
        }
        return definitions;
    }

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
                            .Select(p => (Spelling.LowerFirst(p.ToString()), Texts("Line numbers."))),
                    ]
                )
            ),
            ("new", List(Reference("entity"))),
            ("facts", List(Reference("item"))),
            ("tables", List(Reference("table"))),
            (
                "notRecorded",
                List(
                    Map(
                        ["reason"],
                        ("at", Reference("address")),
                        ("words", Texts("Runs of words with a numeral.")),
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
            ("masthead", Texts("Lines of the masthead, such as 1-6.")),
            ("articles", new JsonObject { ["type"] = "object", ["additionalProperties"] = Texts("Lines of the report, such as 7-18.") }),
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
                        ("at", Reference("address")),
                        ("printed", Text("As printed.")),
                        ("probably", Text("What it should say.")),
                        ("reason", Text("Why."))
                    )
                )
            )
        );

    private static JsonObject EntityEntry(EntityType type)
    {
        List<(string, JsonObject)> keys =
        [
            ("id", Text($"{type.Prefix}:slug, stable for ever.")),
            ("type", Enumeration($"{type.Chinese}: {type.Description}", type.Name)),
            .. EveryEntity.Select(key => (key, Reference(key))),
        ];
        if (type.Kinds.Count > 0)
            keys.Add(("kind", Choices(type.Kinds)));
        if (type.HasPeriod)
            keys.Add(("when", Reference("period")));
        keys.AddRange(type.Properties.Select(p => (p.Name, Value(p))));
        return Map(["type", "en", .. type.Properties.Where(p => p.IsRequired).Select(p => p.Name)], [.. keys]);
    }

    private static JsonObject Item() =>
        Map(
            ["at"],
            ("at", Reference("address")),
            ("when", Reference("period")),
            ("about", Texts("Whom or what the item's figures describe.")),
            ("by", Text("Who said the item's figures.")),
            ("capacity", Text("The printed capacity of the speaker.")),
            ("mentions", OneOrMore(Reference("mention"))),
            ("figures", List(Reference("figure"))),
            ("links", List(Reference("link")))
        );

    private static JsonObject Mention() =>
        new()
        {
            ["description"] = "A printed name that stands in this sentence, or, where several have the name, the id of the one meant.",
            ["anyOf"] = new JsonArray(
                Reference("text"),
                Map(["id", "words"], ("id", Text("Who or what is meant.")), ("words", Text("Its name as printed in this sentence.")))
            ),
        };

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
                .. Shared(),
                ("occurrence", Text("Which one, where the figure stands in the sentence more than once.")),
                ("key", Text("A name for the figure's id.")),
            ]
        );
        figure["oneOf"] = new JsonArray([
            .. SeedArticleReader.Measures.Keys.Select(key => (JsonNode)new JsonObject { ["required"] = new JsonArray(key) }),
        ]);
        return figure;
    }

    /// <summary>What a figure says besides its words and its number, and a table of a column, a row or all of its cells.</summary>
    private static IEnumerable<(string, JsonObject)> Shared() => OfFigures().Select(key => (key.Name, Reference($"figure.{key.Name}")));

    private static (string Name, JsonObject Value)[] OfFigures() =>
        [
            ("of", Texts("The indicator.")),
            ("about", Texts("Whom or what it describes.")),
            ("against", Enumeration("Against what a change is measured.", Spelling.NamesOf<Comparison>())),
            (
                "base",
                WordsOr(
                    "The base of the comparison as printed, without 比 and 较: 年初, 2019年同期, 全国平均.",
                    ("from", Text("Its first day, YYYY-MM-DD, where the words cannot say it.")),
                    ("to", Text("Its last day.")),
                    ("about", Text("Of OTHER_ENTITY: whom or what it is."))
                )
            ),
            ("breakdown", Texts($"Of which part of that: {string.Join(", ", Breakdown.MemberTypes)}; without it, of the whole.")),
            ("accumulation", Enumeration("Of one period, or adding up from its start.", Spelling.NamesOf<Accumulation>())),
            ("frequency", Enumeration("SDMX frequency code.", Spelling.NamesOf<Frequency>())),
            ("priceBasis", Enumeration("Current or constant prices.", Spelling.NamesOf<PriceBasis>())),
            ("shareOf", Text("Of a share: the whole, in words.")),
            (
                "within",
                Map(
                    ["words"],
                    ("words", Text("The universe as printed.")),
                    ("place", Text("Its place.")),
                    ("size", Text("How many things there are.")),
                    ("order", Enumeration("Which comes first.", "ASCENDING", "DESCENDING")),
                    ("by", Enumeration("What is ranked, where the paper says it.", SeedBreakdownRules.Rankable))
                )
            ),
            ("place", Text("Where it was measured.")),
            ("by", Text("Who said it.")),
            ("capacity", Text("The printed capacity of the speaker.")),
            ("at", Text("The event at which it was said.")),
            ("status", Enumeration("Actual, or aimed at.", Spelling.NamesOf<ObservationStatus>())),
            ("when", Reference("period")),
            ("reads", Texts("What the reader reads otherwise, as 'check' tells it: 'hedge ABOUT'. Only with 'because'.")),
            ("because", Text("Why the figure is recorded otherwise than it reads.")),
        ];

    private static JsonObject Table() =>
        Map(
            ["columns", "rows"],
            [
                ("caption", Text("The line that names the unit of all cells.")),
                ("head", Texts("The lines of its head; the line above the first row, where it is left out.")),
                ("label", Text("The column that says what a row is of; 1, where it is left out.")),
                ("unit", Text("The unit of columns and rows without one, with its multiplier: 亿元.")),
                .. Shared(),
                (
                    "columns",
                    List(
                        Map(
                            ["column"],
                            [
                                ("column", Text("Its number, from 1.")),
                                ("measure", Enumeration("What its cells say of the indicator.", Spelling.NamesOf<Measure>())),
                                ("unit", Text("Its unit with the multiplier: 亿元. What is in %, 位 or 倍 by its measure needs none.")),
                                ("reason", Text("Why its numbers are no figures; instead of 'measure'.")),
                                .. Shared(),
                            ]
                        )
                    )
                ),
                (
                    "rows",
                    new JsonObject
                    {
                        ["description"] = "What each line is of, by its number.",
                        ["type"] = "object",
                        ["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray(Reference("text"), Row()) },
                    }
                ),
            ]
        );

    private static JsonObject Row() =>
        Map(
            [],
            [
                ("label", Text("Its words as printed, where they are no name of what it is of.")),
                ("unit", Text("Its unit with the multiplier, where the columns have none.")),
                ("shift", Text("By how many columns its cells stand too far left, because a cell that spans rows is printed once.")),
                ("mentions", OneOrMore(Reference("mention"))),
                ("cells", Texts("Its cells as printed, one for each column of figures; — where there is none.")),
                .. Shared(),
            ]
        );

    private static JsonObject BackgroundFile() =>
        Map(
            [],
            (
                "references",
                List(
                    Map(
                        ["id", "title", "en", "publisher", "year"],
                        ("id", Text("reference:slug, stable for ever.")),
                        ("title", Text("The document's title.")),
                        ("en", Text("Our translation of the title.")),
                        ("publisher", Text("Who published it.")),
                        ("year", Text("The year of publication.")),
                        ("code", Text("Its number, such as that of a standard."))
                    )
                )
            ),
            ("links", List(Reference("background")))
        );

    private static JsonObject Link(RelationshipType type) =>
        Map(
            RequiredOf(type),
            [.. EndsOf(type), ("when", Reference("period")), ("status", Reference("status")), ("ground", Reference("ground"))]
        );

    private static JsonObject BackgroundLink(RelationshipType type) =>
        Map(
            [.. RequiredOf(type), "per"],
            [
                .. EndsOf(type),
                ("per", Text("The id of the document that states it.")),
                ("entry", Text($"Where in it, such as a code of its list; at most {SeedDocumentRules.MaxText} characters.")),
            ]
        );

    private static string[] RequiredOf(RelationshipType type) =>
        ["from", type.SeedWord, .. type.Properties.Where(p => p.IsRequired).Select(p => p.Name)];

    private static IEnumerable<(string, JsonObject)> EndsOf(RelationshipType type) =>
        [
            ("from", Texts(string.Join(", ", type.From))),
            (type.SeedWord, Texts($"{type.Chinese}: {type.Description} To: {string.Join(", ", type.To)}.")),
            .. type.Properties.Select(p => (p.Name, Value(p))),
        ];

    private static JsonObject Value(PropertyDeclaration property) =>
        property.Kind switch
        {
            PropertyKind.Choice => Choices(property.Choices),
            PropertyKind.Entities => Texts($"{property.Chinese}: {property.Description}"),
            _ => Text($"{property.Chinese}: {property.Description}"),
        };

    private static JsonObject Period() =>
        WordsOr(
            "The period's words as printed.",
            ("from", Text("The first day, YYYY-MM-DD.")),
            ("to", Text("The last day, YYYY-MM-DD.")),
            ("precision", Enumeration("How precise the words are.", Spelling.NamesOf<PeriodPrecision>()))
        );

    /// <summary>Words alone, or a mapping of them with what they cannot say.</summary>
    private static JsonObject WordsOr(string description, params (string Name, JsonObject Value)[] others) =>
        new() { ["oneOf"] = new JsonArray(Text(description), Map(["words"], [("words", Text("As printed.")), .. others])) };

    /// <summary>A closed list. Editors show <c>enumDescriptions</c> beside its values; to a validator they say nothing.</summary>
    private static JsonObject Choices(IReadOnlyList<Choice> choices) =>
        new()
        {
            ["enum"] = new JsonArray([.. choices.Select(c => (JsonNode)c.Name)]),
            ["enumDescriptions"] = new JsonArray([.. choices.Select(c => (JsonNode)$"{c.Chinese}: {c.Description}")]),
        };

    private static JsonObject Enumeration(string description, params IReadOnlyList<string> values) =>
        new() { ["description"] = description, ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) };

    private static JsonObject Text(string description) => Described(description, "text");

    /// <summary>One text or a list of them.</summary>
    private static JsonObject Texts(string description) => Described(description, "texts");

    private static JsonObject Described(string description, string definition)
    {
        var schema = Reference(definition);
        schema.Insert(0, "description", description);
        return schema;
    }

    private static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    private static JsonObject OneOf(IEnumerable<string> definitions) =>
        new() { ["oneOf"] = new JsonArray([.. definitions.Select(name => (JsonNode)Reference(name))]) };

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

    /// <summary>The schema as a file, with the definitions that it refers to, directly or through others.</summary>
    private static string Print(string title, JsonObject schema)
    {
        var root = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (key, value) in schema.ToList())
        {
            schema.Remove(key);
            root[key] = value;
        }
        var definitions = new JsonObject();
        Define(root);
        root["$defs"] = definitions;
        return root.ToJsonString(Readable) + "\n";

        void Define(JsonNode? node)
        {
            switch (node)
            {
                case JsonArray array:
                    foreach (var item in array)
                        Define(item);
                    break;
                case JsonObject map:
                    if (map["$ref"]?.GetValue<string>().Split('/')[^1] is { } name && !definitions.ContainsKey(name))
                    {
                        definitions[name] = Definitions[name].DeepClone();
                        Define(definitions[name]);
                    }
                    foreach (var (_, value) in map)
                        Define(value);
                    break;
                default:
                    break;
            }
        }
    }
}
