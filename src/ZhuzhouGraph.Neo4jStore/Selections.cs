using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>Every query, translated once.</summary>
internal static class Selections
{
    /// <summary>For so many types each way of a list is walked on its own.</summary>
    private const int MostTypesApart = 3;

    private static readonly Way[] NamedIn =
    [
        new("()-[m:MENTIONS]->(t:Entity)", "m:MENTIONS(article, entity)", "m.article", null, "m.entity", "m.kind = 'NAME'"),
    ];
    private static readonly Way[] Mentioning =
    [
        new(
            "(t:Article)-[m:MENTIONS]->()",
            "m:MENTIONS(entity, sort, article)",
            "m.entity",
            "m.sort",
            "m.article",
            "m.kind IN ['NAME', 'FACT']"
        ),
    ];
    private static readonly Way[] EveryEntity = [new("(t:Entity)", "t:Entity(id)", null, null, "t.id")];
    private static readonly Way[] Identified = [new("(t:Entity)", "t:Entity(id)", "t.id", null, "t.id")];
    private static readonly Way[] EveryArticle = [new("(t:Article)", "t:Article(sort, id)", null, "t.sort", "t.id")];
    private static readonly Way[] EveryFact = [new("(t:Fact)", "t:Fact(sort, id)", null, "t.sort", "t.id") { IndexBy = "t:Fact($, id)" }];
    private static readonly Way[] Typed = [new("(t:Fact)", "t:Fact(type, sort, id)", "t.type", "t.sort", "t.id")];
    private static readonly Way[] From =
    [
        new("(t:Fact)", "t:Fact(from, sort, id)", "t.from", "t.sort", "t.id") { IndexBy = "t:Fact(from, $, id)" },
    ];
    private static readonly Way[] To =
    [
        new("(t:Fact)", "t:Fact(to, sort, id)", "t.to", "t.sort", "t.id") { IndexBy = "t:Fact(to, $, id)" },
    ];
    private static readonly Way[] StatedIn =
    [
        new("()-[s:STATES]->(t:Fact)", "s:STATES(article, sort, fact)", "s.article", "s.sort", "s.fact"),
    ];
    private static readonly Way[] Citing =
    [
        new("(t:Citation)", "t:Citation(of, sort, words)", "t.of", "t.sort", "t.words"),
        new("(t:PastCitation)", "t:PastCitation(of, sort, words)", "t.of", "t.sort", "t.words"),
    ];

    /// <summary>An article has few enough citations to be sorted.</summary>
    private static readonly Way[] Supporting =
    [
        new("(t:Citation)", "t:Citation(article)", "t.article", "t.sort", "(t.of + ' ' + t.words)"),
    ];

    /// <summary>The ways of observations by the property of the parent, without and with vintages of the past.</summary>
    private static readonly Dictionary<(string? Parent, bool WithPast), Way[]> Observed = new(
        from parent in new[] { null, "about", "place", "indicator", "attributedTo", "article" }
        from withPast in new[] { false, true }
        select KeyValuePair.Create(
            (parent, withPast),
            Array.ConvertAll(withPast ? ["Observation", "PastObservation"] : new[] { "Observation" }, label => new Way(
                $"(t:{label})",
                IndexOf(label, parent, "sort"),
                parent is null ? null : "t." + parent,
                "t.sort",
                "t.id"
            )
            {
                IndexBy =
                    label == "Observation" && parent is null or "about" or "place" or "indicator"
                        ? IndexOf(label, parent, Way.OrderedBy)
                        : null,
            })
        )
    );

    private static readonly Dictionary<(Likeness Likeness, bool WithPast), Way[]> Alike = new(
        from likeness in Enum.GetValues<Likeness>()
        from withPast in new[] { false, true }
        select KeyValuePair.Create(
            (likeness, withPast),
            Array.ConvertAll(withPast ? ["Observation", "PastObservation"] : new[] { "Observation" }, label => new Way(
                $"(t:{label})",
                IndexOf(label, "series", "sort"),
                "t.series",
                "t.sort",
                "t.id",
                "t.id <> p"
                    + (
                        likeness is Likeness.SameSeries
                            ? ""
                            : $" AND t.status = o.status AND {Conditions.StartOf("t")} = {Conditions.StartOf("o")} AND {Conditions.EndOf("t")} = {Conditions.EndOf("o")}"
                    )
            )
            {
                Before = LastVintage,
                ParentValue = "o.series",
            })
        )
    );

    private const string LastVintage = """
        CALL (p) { MATCH (o:Observation {id: p}) RETURN o UNION MATCH (o:PastObservation) WHERE o.id = p AND o.recordedVersion > 0 RETURN o }
        WITH * ORDER BY o.recordedVersion DESC LIMIT 1

        """;

    private static readonly ValueCondition Values = new(
        "coalesce(t.lowerKey, CASE WHEN t.upperKey IS NULL THEN t.valueKey END)",
        "coalesce(t.upperKey, CASE WHEN t.lowerKey IS NULL THEN t.valueKey END)",
        "(coalesce(t.lowerInclusive, true) = false)",
        "(coalesce(t.upperInclusive, true) = false)"
    );

    /// <summary>The selection of a query, or null for one that is answered otherwise.</summary>
    public static Selection<T>? Of<T>(GraphQuery<T> query, Parameters parameters) =>
        query switch
        {
            EntityQuery q => Entities(q, parameters) as Selection<T>,
            RelationshipQuery q => Relationships(q, parameters) as Selection<T>,
            ObservationQuery q => Observations(q, parameters) as Selection<T>,
            ArticleQuery q => Articles(q, parameters) as Selection<T>,
            CitationQuery => Citations("citations", Citing, parameters) as Selection<T>,
            ArticleCitationQuery => Citations("citations of articles", Supporting, parameters) as Selection<T>,
            _ => null,
        };

    private static Selection<Entity> Entities(EntityQuery query, Parameters parameters)
    {
        List<string> where = [];
        Anchor? anchor = null;
        if (query.Names.Count > 0)
            AnchorOrFilter(parameters.AddNamed(query.Names), Identified, named => $"t.id IN {named}");
        if (query.Types.Count > 0)
        {
            var types = parameters.Add(query.Types.Select(type => type.Name).ToList());
            AnchorOrFilter(null, [.. query.Types.Distinct().Select(OfType)], _ => $"t.type IN {types}");
        }
        if (query.Kinds.Count > 0)
            where.Add($"t.kind IN {parameters.Add(query.Kinds)}");
        if (query.Text is { } text)
            where.Add($"EXISTS {{ MATCH (t)-[:HAS_NAME]->(n:Name) WHERE n.folded CONTAINS {parameters.Add(Folding.Fold(text))} }}");
        if (query.Period is { } days)
            where.Add(Conditions.Overlaps(days, parameters));
        if (query.PublishedBy is { } day)
            where.Add(Conditions.MentionedBy("t.id", day, parameters));
        where.AddRange(query.Links.Select(link => LinkCounts.Of(link, parameters)));
        var sorting = query.Order switch
        {
            EntityOrder.Id => Sorting.Usual,
            EntityOrder.Period => Sorting.ByPeriod,
            _ => Sorting.ByPeriodReversed,
        };
        return new(parameters)
        {
            Name = "entities",
            Read = EntityNode.Served,
            Sorting = sorting,
            Where = where,
            WaysFrom = _ => NamedIn,
            Anchor = anchor,
            Root = EveryEntity,
        };

        static Way OfType(EntityType type) =>
            new($"(t:{type.Name})", $"t:{type.Name}(id)", null, null, "t.id")
            {
                IndexBy = type.HasPeriod ? IndexOf(type.Name, null, Way.OrderedBy) : null,
            };

        void AnchorOrFilter(string? values, Way[] ways, Func<string?, string> filter)
        {
            if (anchor is null)
                anchor = new(values, ways, filter(values));
            else
                where.Add(filter(values));
        }
    }

    private static Selection<Relationship> Relationships(RelationshipQuery query, Parameters parameters)
    {
        List<string> where = [];
        Anchor? anchor = null;
        var types = query.Types.Count == 0 ? null : parameters.Add(query.Types.Select(t => t.Name).ToList());
        // Each type has an index under each end. A union of many would take long to plan, and the indexes in the order of the days have no
        // type in them.
        string[] apart =
            query.Types.Count <= MostTypesApart && query.Order is RelationshipOrder.Print or RelationshipOrder.PrintDescending
                ? [.. query.Types.Distinct().Select(t => parameters.Add(t.Name))]
                : [];
        if (query.From.Count > 0)
            AnchorOrFilter(parameters.AddEntities(query.From, query.WithParts), OfTypes(From), ids => $"t.from IN {ids}");
        if (query.To.Count > 0)
            AnchorOrFilter(parameters.AddEntities(query.To, query.WithParts), OfTypes(To), ids => $"t.to IN {ids}");
        if (query.About.Count > 0)
            AnchorOrFilter(parameters.AddEntities(query.About, query.WithParts), OfTypes(Either), ids =>
                $"(t.from IN {ids} OR t.to IN {ids})"
            );
        if (types is not null && anchor is null)
            anchor = new(types, Typed, $"t.type IN {types}");
        else if (types is not null && (apart.Length == 0 || query.Side is RelationshipSide.StatedIn))
            where.Add($"t.type IN {types}");
        if (query.Text is { } text)
            where.Add($"t.text CONTAINS {parameters.Add(Folding.Fold(text))}");
        if (query.Period is { } days)
            where.Add(Conditions.Overlaps(days, parameters, "t.firstDated", "t.lastDated"));
        if (query.PublishedBy is { } day)
            where.Add(Conditions.PublishedBy(day, parameters));
        if (query.Statuses.Count > 0)
            where.Add($"t.status IN {parameters.Add(query.Statuses.Select(NodeProperties.Word).ToList())}");
        if (query.PrintedIn is { } printed)
            where.Add(Conditions.PrintedIn(printed, "Citation", parameters));
        if (query.IsUndated)
            where.Add($"{Sorting.Period} = '{Day.Undated}'");
        if (query.Articles.Count > 0)
            where.Add(Conditions.CitedBy(query.Articles, parameters));
        where.AddRange(parameters.Chosen("t", query.Choices));
        where.AddRange(parameters.Naming(query.Names));
        var ways = query.Side switch
        {
            RelationshipSide.From => OfTypes(From),
            RelationshipSide.To => OfTypes(To),
            RelationshipSide.StatedIn => StatedIn,
            _ => OfTypes(Either),
        };
        return new(parameters)
        {
            Name = "relationships",
            Read = FactNode.Read,
            Sorting = SortingOf(query.Order),
            Where = where,
            WaysFrom = _ => ways,
            Anchor = anchor,
            Root = EveryFact,
        };

        Way[] OfTypes(Way[] ends) =>
            apart.Length == 0
                ? ends
                :
                [
                    .. ends.SelectMany(end =>
                        apart.Select(type =>
                            end with
                            {
                                Index = end.Index.Replace(", sort", ", type, sort", StringComparison.Ordinal),
                                Fixed = ("t.type", type),
                            }
                        )
                    ),
                ];

        void AnchorOrFilter(string values, Way[] ways, Func<string, string> filter)
        {
            if (anchor is null)
                anchor = new(values, ways, filter(values));
            else
                where.Add(filter(values));
        }
    }

    private static Way[] Either => [.. From, .. To];

    private static Selection<Observation> Observations(ObservationQuery query, Parameters parameters)
    {
        var withPast = query.RecordedAsOf is not null;
        List<string> where = query.RecordedAsOf is { } moment ? [Conditions.Recorded(moment, parameters)] : [];
        Anchor? anchor = null;
        AnchorOrFilter(query.About, ids => parameters.AddEntities(ids, query.WithParts), "about");
        AnchorOrFilter(query.Places, ids => parameters.AddEntities(ids, query.WithParts), "about", "place");
        AnchorOrFilter(query.Indicators, query.WithNarrower ? parameters.AddWithNarrower : parameters.AddEntities, "indicator");
        AnchorOrFilter(query.AttributedTo, parameters.AddEntities, "attributedTo");
        AddAny("measure", query.Measures.Select(NodeProperties.Word));
        AddAny("comparison", query.Comparisons.Select(NodeProperties.Word));
        AddAny("accumulation", query.Accumulations.Select(NodeProperties.Word));
        AddAny("status", query.Statuses.Select(NodeProperties.Word));
        AddAny("unit", query.Units.Select(unit => unit.Code));
        if (query.Value is { } range)
            where.Add(Values.Of(range, value => parameters.Add(value)));
        if (query.Within is { } universe)
            where.Add($"t.foldedWithin CONTAINS {parameters.Add(Folding.Fold(universe))}");
        if (query.PrintedIn is { } printed)
            where.Add(Conditions.PrintedIn(printed, withPast ? "Citation|PastCitation" : "Citation", parameters));
        if (query.IsUndated)
            where.Add($"{Sorting.Period} = '{Day.Undated}'");
        if (query.Text is { } text)
            where.Add($"t.foldedFigure CONTAINS {parameters.Add(Folding.Fold(text))}");
        if (query.Period is { } days)
            where.Add(Conditions.Overlaps(days, parameters));
        if (query.PublishedBy is { } day)
            where.Add(Conditions.PublishedBy(day, parameters));
        if (query.Articles.Count > 0)
            where.Add($"t.article IN {parameters.Add(query.Articles)}");
        return new(parameters)
        {
            Name = "observations",
            Read = ObservationNode.Read,
            Sorting = SortingOf(query.Order),
            Where = where,
            Anchor = anchor,
            Root = Observed[(null, withPast)],
            WaysFrom = parent =>
                parent.StartsWith("obs:", StringComparison.Ordinal)
                    ? Alike[(query.Likeness, withPast)]
                    : Observed[
                        (
                            parent.StartsWith("article:", StringComparison.Ordinal) ? "article"
                            : parent.StartsWith("indicator:", StringComparison.Ordinal) ? "indicator"
                            : "about",
                            withPast
                        )
                    ],
            Newest =
                query.LatestPer.Count == 0
                    ? null
                    : new(
                        [.. query.LatestPer.Select(PropertyOf).Append("t.status").Distinct()],
                        $"{Conditions.EndOf("t")} DESC, t.sort DESC, t.id DESC"
                    ),
        };

        static string PropertyOf(SeriesDimension dimension) =>
            "t." + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(dimension.ToString());

        void AddAny(string property, IEnumerable<string> words)
        {
            if (words.Any())
                where.Add($"t.{property} IN {parameters.Add(words.ToList())}");
        }

        void AnchorOrFilter(IReadOnlyList<string> idsOrNames, Func<IReadOnlyList<string>, string> add, params string[] properties)
        {
            if (idsOrNames.Count == 0)
                return;
            var ids = add(idsOrNames);
            var filter = $"({string.Join(" OR ", properties.Select(property => $"t.{property} IN {ids}"))})";
            if (anchor is null)
                anchor = new(ids, [.. properties.SelectMany(property => Observed[(property, withPast)])], filter);
            else
                where.Add(filter);
        }
    }

    private static Selection<Citation> Citations(string name, Way[] ways, Parameters parameters) =>
        new(parameters)
        {
            Name = name,
            Read = CitationNode.Read,
            Where = [],
            WaysFrom = _ => ways,
        };

    private static Selection<Article> Articles(ArticleQuery query, Parameters parameters)
    {
        List<string> where = [];
        if (query.Published is { } days)
            where.Add(Conditions.PublishedOn(days, parameters));
        if (query.Text is { } text)
            where.Add($"t.foldedTitle CONTAINS {parameters.Add(Folding.Fold(text))}");
        return new(parameters)
        {
            Name = "articles",
            Read = ArticleNode.Read,
            Sorting = query.Order is ArticleOrder.DateDescending ? Sorting.Reversed : Sorting.Usual,
            Where = where,
            WaysFrom = _ => Mentioning,
            Root = EveryArticle,
        };
    }

    private static Sorting SortingOf(RelationshipOrder order) =>
        order switch
        {
            RelationshipOrder.Print => Sorting.Usual,
            RelationshipOrder.PrintDescending => Sorting.Reversed,
            RelationshipOrder.Period => Sorting.ByPeriod,
            _ => Sorting.ByPeriodReversed,
        };

    private static Sorting SortingOf(ObservationOrder order) =>
        order switch
        {
            ObservationOrder.Print => Sorting.Usual,
            ObservationOrder.PrintDescending => Sorting.Reversed,
            ObservationOrder.Period => Sorting.ByPeriod,
            ObservationOrder.PeriodDescending => Sorting.ByPeriodReversed,
            ObservationOrder.Value => Sorting.ByValue,
            _ => Sorting.ByValueReversed,
        };

    private static string IndexOf(string label, string? parent, string sort) =>
        $"t:{label}({(parent is null ? "" : parent + ", ")}{sort}, id)";
}
