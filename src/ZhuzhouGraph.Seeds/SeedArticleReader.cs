namespace ZhuzhouGraph.Seeds;

/// <summary>Turns the mappings of an article's file into <see cref="SeedArticle"/>. Keys come from the declarations.</summary>
internal static class SeedArticleReader
{
    private static readonly string[] EntityProperties = [.. EntityTypes.All.SelectMany(t => t.Properties).Select(p => p.Name).Distinct()];
    private static readonly string[] LinkProperties =
    [
        .. RelationshipTypes.All.SelectMany(t => t.Properties).Select(p => p.Name).Distinct(),
    ];

    /// <summary>The measures by the key that seeds write them with.</summary>
    internal static readonly IReadOnlyDictionary<string, Measure> Measures = new Dictionary<string, Measure>(StringComparer.Ordinal)
    {
        ["level"] = Measure.Level,
        ["change"] = Measure.Change,
        ["growth"] = Measure.RateOfChange,
        ["multiple"] = Measure.Multiple,
        ["share"] = Measure.Share,
        ["points"] = Measure.Points,
        ["rank"] = Measure.Rank,
        ["ordinal"] = Measure.Ordinal,
    };

    public static SeedArticle ReadArticle(string key, YamlMap map)
    {
        var parts = new Dictionary<ArticlePart, IReadOnlyList<SeedText>>();
        if (map.Map("parts") is { } partMap)
        {
            foreach (var part in Enum.GetValues<ArticlePart>().Where(part => part is not ArticlePart.Body))
                parts[part] = partMap.Texts(Spelling.LowerFirst(part.ToString()));
            partMap.Close();
        }
        var article = new SeedArticle(key, map.Location)
        {
            Title = map.Required("title"),
            TitleEnglish = map.Required("titleEnglish"),
            Section = map.Text("section"),
            Byline = map.Text("byline"),
            Page = map.Text("page"),
            Cut = map.Texts("cut"),
            ContinuedOn = map.Text("continuedOn"),
            Parts = parts,
            New = [.. map.Maps("new").Select(ReadEntity)],
            Facts = [.. map.Maps("facts").Select(ReadItem)],
            Tables = [.. map.Maps("tables").Select(SeedTableReader.ReadTable)],
            NotRecorded = [.. map.Maps("notRecorded").Select(ReadGap)],
        };
        map.Close();
        return article;
    }

    public static SeedEntity ReadEntity(YamlMap map)
    {
        var entity = new SeedEntity(map.Location)
        {
            Id = map.Text("id"),
            Type = map.Required("type"),
            Kind = map.Text("kind"),
            Name = map.Text("name"),
            Editorial = map.Text("editorial"),
            English = map.Required("en"),
            Also = map.Texts("also"),
            Called = map.Texts("called"),
            FormerIds = map.Texts("formerIds"),
            When = map.Period("when"),
            Properties = EntityProperties
                .Select(name => (name, value: map.Text(name)))
                .Where(x => x.value is not null)
                .ToDictionary(x => x.name, x => x.value!, StringComparer.Ordinal),
        };
        map.Close();
        return entity;
    }

    private static SeedItem ReadItem(YamlMap map)
    {
        var (when, about, by, capacity) = (map.Period("when"), map.Texts("about"), map.Text("by"), map.Text("capacity"));
        var item = new SeedItem(map.Location)
        {
            At = map.Required("at"),
            Mentions = map.Each("mentions", name => new SeedMention(name, null), ReadMention),
            Figures =
            [
                .. map.Maps("figures")
                    .Select(figure =>
                        ReadFigure(figure, when, about, by, capacity) with
                        {
                            IsAboutLeft = map.IsLeft("about") || figure.IsLeft("about"),
                        }
                    ),
            ],
            Links = [.. map.Maps("links").Select(ReadLink)],
        };
        map.Close();
        return item;
    }

    internal static SeedMention? ReadMention(YamlMap map)
    {
        var (id, words) = (map.Required("id"), map.Required("words"));
        map.Close();
        return id is null ? null : new SeedMention(id, words);
    }

    private static SeedFigure ReadFigure(YamlMap map, SeedPeriod? when, IReadOnlyList<SeedText> about, SeedText? by, SeedText? capacity)
    {
        var shared = ReadShared(map);
        var figure = shared with
        {
            Figure = map.Required("figure"),
            Measures =
            [
                .. Measures.Select(m => (m.Value, Text: map.Text(m.Key))).Where(m => m.Text is not null).Select(m => (m.Value, m.Text!)),
            ],
            Hedge = map.Text("hedge"),
            Meaning = map.Text("meaning"),
            About = shared.About.Count > 0 ? shared.About : about,
            By = shared.By ?? by,
            Capacity = shared.Capacity ?? capacity,
            When = shared.When ?? when,
            Occurrence = map.Text("occurrence"),
            Key = map.Text("key"),
        };
        map.Close();
        return figure;
    }

    /// <summary>What a figure says besides its words and its number, and a table says of a column, a row or all of its cells.</summary>
    internal static SeedFigure ReadShared(YamlMap map)
    {
        var within = map.Map("within");
        var shared = new SeedFigure(map.Location)
        {
            Of = map.Texts("of"),
            About = map.Texts("about"),
            Against = map.Text("against"),
            Base = map.Base("base"),
            Breakdown = map.Texts("breakdown"),
            Accumulation = map.Text("accumulation"),
            Frequency = map.Text("frequency"),
            PriceBasis = map.Text("priceBasis"),
            ShareOf = map.Text("shareOf"),
            Within = within is null
                ? null
                : new SeedUniverse(
                    within.Required("words"),
                    within.Text("place"),
                    within.Text("size"),
                    within.Text("order"),
                    within.Text("by")
                ),
            Place = map.Text("place"),
            By = map.Text("by"),
            Capacity = map.Text("capacity"),
            At = map.Text("at"),
            Status = map.Text("status"),
            When = map.Period("when"),
            Reads = map.Texts("reads"),
            Because = map.Text("because"),
        };
        within?.Close();
        return shared;
    }

    public static SeedReference ReadReference(YamlMap map)
    {
        var reference = new SeedReference(map.Location)
        {
            Id = map.Required("id"),
            Title = map.Required("title"),
            English = map.Required("en"),
            Publisher = map.Required("publisher"),
            Year = map.Required("year"),
            Code = map.Text("code"),
        };
        map.Close();
        return reference;
    }

    /// <summary>A link that a document states: it has that document instead of a time and a status of its own.</summary>
    public static SeedLink ReadBackgroundLink(YamlMap map)
    {
        var link = ReadEnds(map) with { Per = map.Required("per"), Entry = map.Text("entry") };
        map.Close();
        return link;
    }

    private static SeedLink ReadLink(YamlMap map)
    {
        var link = ReadEnds(map) with { When = map.Period("when"), Status = map.Text("status"), Ground = map.Text("ground") };
        map.Close();
        return link;
    }

    private static SeedLink ReadEnds(YamlMap map) =>
        new(map.Location)
        {
            From = map.Texts("from"),
            Verbs = [.. RelationshipTypes.All.Select(type => (type, to: map.Texts(type.SeedWord))).Where(verb => verb.to.Count > 0)],
            Properties = LinkProperties
                .Select(name => (name, values: map.Texts(name)))
                .Where(x => x.values.Count > 0)
                .ToDictionary(x => x.name, x => x.values, StringComparer.Ordinal),
        };

    private static SeedGap ReadGap(YamlMap map)
    {
        var gap = new SeedGap(map.Location, map.Text("at"), map.Texts("words"), map.Required("reason"));
        map.Close();
        return gap;
    }
}
