using GraphQL.Types;
using NodaTime;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>
/// How the inputs that narrow a list become queries of the port. What is left out admits everything; the parts of a filter combine with
/// AND, the values of one part with OR.
/// </summary>
internal static partial class Filters
{
    /// <summary>The largest number of relationships that a filter counts to.</summary>
    private const int MaxCount = 1_000;

    /// <summary>The property that several types of relationships declare with choices of their own.</summary>
    private const string Role = "role";

    /// <summary>The filter of the relationships of one type.</summary>
    public static string LinkFilterOf(RelationshipType type) => HasOwnFilter(type) ? $"{type.TypeName}Filter" : "LinkFilter";

    /// <summary>The order of a list.</summary>
    /// <param name="usual">That of a list for which nothing is said.</param>
    public static QueryArgument Order<T>(T usual)
        where T : struct, Enum => SchemaParts.Argument("order", typeof(T).Name, "排序", "The order of the list.", usual);

    /// <summary>That of a list of figures, of which only the newest are wanted.</summary>
    public static QueryArgument LatestPer() =>
        SchemaParts.Argument(
            "latestPer",
            "[SeriesDimension!]",
            "最新",
            "Of the figures that fit and agree in all of these, only the newest; 'rule' says how it is chosen. All figures, where it is "
                + "left out."
        );

    public static QueryArgument Argument(string type) =>
        SchemaParts.Argument("filter", type, "筛选", "Which items; all, where it is left out.");

    public static ListField<Entity> Entities(EntityType type) =>
        new(type.Plural, Connections.RootSize, arguments =>
            ReadEntities(arguments.Input("filter")) with
            {
                Types = [type],
                Order = OrderOf<EntityOrder>(arguments),
            }
        );

    public static ListField<Entity> EntitiesOf(string question) => new(question, Connections.NestedSize, arguments =>
        {
            var filter = arguments.Input("filter");
            return ReadEntities(filter) with { Types = [.. filter.List<string>("types").Select(EntityTypes.Get)] };
        });

    public static ListField<Relationship> Relationships(int size, RelationshipSide? side = null) =>
        new($"relationships {side}", size, arguments =>
        {
            var filter = arguments.Input("filter");
            return ReadLinks(filter) with
            {
                Side = side ?? arguments.Value<RelationshipSide>("direction") ?? RelationshipSide.Either,
                Types = [.. filter.List<string>("types").Select(RelationshipTypes.Get)],
                From = filter.IdsOrNames("from"),
                To = filter.IdsOrNames("to"),
                WithParts = Widens(filter, "withParts", "about", "from", "to"),
                Choices = ReadRoles(filter),
                Order = OrderOf<RelationshipOrder>(arguments),
            };
        });

    public static ListField<Relationship> Links(RelationshipType type, RelationshipSide side) =>
        new($"{type.Name} {side}", Connections.NestedSize, arguments =>
        {
            var filter = arguments.Input("filter");
            return ReadLinks(filter) with
            {
                Types = [type],
                Side = side,
                WithParts = Widens(filter, "withParts", "about"),
                Choices =
                [
                    .. ChoicesOf(type)
                        .SelectMany(choice => filter.List<string>(choice.Name).Select(value => new ChosenValue(choice.Name, value))),
                ],
                Names =
                [
                    .. NamesOf(type)
                        .Select(p => (p.Name, Ids: filter.IdsOrNames(FieldOf(p))))
                        .Where(p => p.Ids.Count > 0)
                        .Select(p => new NamedIn(p.Name, p.Ids)),
                ],
                Order = OrderOf<RelationshipOrder>(arguments),
            };
        });

    public static ListField<Observation> Observations(int size) => new("observations", size, arguments =>
        {
            var filter = arguments.Input("filter");
            return new ObservationQuery
            {
                LatestPer = ReadLatestPer(arguments),
                About = filter.IdsOrNames("about"),
                Places = filter.IdsOrNames("places"),
                WithParts = Widens(filter, "withParts", "about", "places"),
                Indicators = filter.IdsOrNames("indicators"),
                WithNarrower = Widens(filter, "withNarrower", "indicators"),
                Articles = ReadArticles(filter),
                AttributedTo = filter.IdsOrNames("attributedTo"),
                Measures = filter.Values<Measure>("measures"),
                Comparisons = filter.Values<Comparison>("comparisons"),
                Accumulations = filter.Values<Accumulation>("accumulations"),
                Statuses = filter.Values<ObservationStatus>("statuses"),
                Units = ReadUnits(filter),
                Value = ReadRange(filter),
                Within = filter.Text("within"),
                PrintedIn = ReadPrintedIn(filter),
                IsUndated = filter.Value<bool>("undated") ?? false,
                Order = OrderOf<ObservationOrder>(arguments),
                Text = filter.Text("text"),
                Period = ReadPeriod(filter),
                PublishedBy = filter.Value<LocalDate>("publishedBy"),
                RecordedAsOf = filter.Value<Instant>("recordedAsOf"),
            };
        });

    public static ListField<Observation> Alike(Likeness likeness) =>
        new(likeness.ToString(), Connections.NestedSize, arguments => new ObservationQuery
        {
            Likeness = likeness,
            Order = OrderOf<ObservationOrder>(arguments),
        });

    public static ListField<Article> Articles(int size) => new("articles", size, arguments =>
        {
            var filter = arguments.Input("filter");
            return new ArticleQuery
            {
                Order = OrderOf<ArticleOrder>(arguments),
                Published = filter.Days("published"),
                Text = filter.Text("text"),
            };
        });

    public static ListField<Citation> Citations { get; } = new("citations", Connections.CitationSize, _ => new CitationQuery());

    public static ListField<SearchHit> Search { get; } = new("search", Connections.RootSize, arguments => new SearchQuery(
            arguments.Text("text") ?? ""
        )
        {
            Types = arguments.List<string>("types"),
            Period = arguments.Days("days"),
            PublishedBy = arguments.Value<LocalDate>("publishedBy"),
        });

    private static bool HasOwnFilter(RelationshipType type) => ChoicesOf(type).Any() || NamesOf(type).Any();

    private static IEnumerable<PropertyDeclaration> NamesOf(RelationshipType type) =>
        type.Properties.Where(p => p.Kind is PropertyKind.Entity);

    /// <summary>The field for a property; a filter that all relationships have may be called like it and mean something else.</summary>
    private static string FieldOf(PropertyDeclaration property) =>
        OfAllLinks.Contains(property.Name) ? $"{property.Name}Property" : property.Name;

    private static IEnumerable<PropertyDeclaration> ChoicesOf(RelationshipType type) =>
        type.Properties.Where(p => p.Kind is PropertyKind.Choice);

    private static EntityQuery ReadEntities(ArgumentReader filter) =>
        new()
        {
            Kinds = filter.List<string>("kinds"),
            Names = filter.Texts("names"),
            Text = filter.Text("text"),
            Period = ReadPeriod(filter),
            PublishedBy = filter.Value<LocalDate>("publishedBy"),
            Links = [.. filter.Inputs("relationships").Select(ReadCount)],
        };

    private static LinkCount ReadCount(ArgumentReader filter)
    {
        var (least, most) = (filter.Value<int>("atLeast"), filter.Value<int>("atMost"));
        foreach (var (name, limit) in new[] { ("atLeast", least), ("atMost", most) })
        {
            if (limit is < 0 or > MaxCount)
                filter.Report(name, GraphErrors.InvalidArgument, $"is {limit}; allowed are 0 to {MaxCount}.");
        }
        if (least > most)
            filter.Report(
                "atLeast",
                GraphErrors.InvalidArgument,
                $"is {least}, which is more than 'atMost', {most}; nothing can have that many."
            );
        return new(
            filter.Value<RelationshipSide>("direction") ?? RelationshipSide.Either,
            [.. filter.List<string>("types").Select(RelationshipTypes.Get)],
            filter.IdsOrNames("with"),
            ReadRoles(filter),
            least ?? (most is null ? 1 : 0),
            most
        )
        {
            WithParts = Widens(filter, "withParts", "with"),
        };
    }

    /// <summary>A widening of what other fields name; without them it is a mistake.</summary>
    private static bool Widens(ArgumentReader filter, string name, params string[] named)
    {
        var widens = filter.Value<bool>(name) ?? false;
        if (widens && !named.Any(filter.Has))
            filter.Report(
                name,
                GraphErrors.InvalidArgument,
                $"widens what {string.Join(" or ", named.Select(n => $"'{n}'"))} names, which is left out."
            );
        return widens;
    }

    private static IReadOnlyList<string> ReadArticles(ArgumentReader filter)
    {
        var ids = filter.Ids("articles");
        foreach (var id in ids.Where(id => NodeId.KindOf(id) is not (null or NodeKind.Article)))
            filter.Report("articles", GraphErrors.InvalidId, $"has '{id}', which is no article's id.");
        return ids;
    }

    private static IReadOnlyList<SeriesDimension> ReadLatestPer(ArgumentReader arguments)
    {
        var per = arguments.Values<SeriesDimension>("latestPer");
        if (per.Count == 0 && arguments.Has("latestPer"))
            arguments.Report(
                "latestPer",
                GraphErrors.InvalidArgument,
                "names nothing; leave it out for all figures, or name at least one."
            );
        return per;
    }

    private static IReadOnlyList<ChosenValue> ReadRoles(ArgumentReader filter) =>
        [.. filter.List<string>("roles").Select(role => new ChosenValue(Role, role))];

    /// <summary>The order that is asked for, or the usual one, which every enumeration of orders has first.</summary>
    private static T OrderOf<T>(ArgumentReader arguments)
        where T : struct, Enum => arguments.Value<T>("order") ?? default;

    private static List<Unit> ReadUnits(ArgumentReader filter)
    {
        List<Unit> units = [];
        foreach (var word in filter.List<string>("units"))
        {
            if (Units.Find(word) is { } unit)
                units.Add(unit);
            else
                filter.Report(
                    "units",
                    GraphErrors.InvalidArgument,
                    $"has '{word}', which is no unit. Allowed: {string.Join(", ", Units.All.Select(u => u.Code))}, and their words."
                );
        }
        return units;
    }

    /// <summary>The days that a period has to overlap: a range, or one day.</summary>
    private static DateRange? ReadPeriod(ArgumentReader filter)
    {
        var on = filter.Value<LocalDate>("on");
        if (on is not null && filter.Has("periodOverlaps"))
            filter.Report("on", GraphErrors.InvalidArgument, "and 'periodOverlaps': give one of them.");
        var days = on is null ? filter.Days("periodOverlaps") : new(on, on);
        if (days is not null && filter.Value<bool>("undated") is true)
            filter.Report(
                "undated",
                GraphErrors.InvalidArgument,
                $"and '{(on is null ? "periodOverlaps" : "on")}': what has no day overlaps none; leave one of them out."
            );
        return days;
    }

    private static ValueRange? ReadRange(ArgumentReader filter)
    {
        if (!filter.Has("value"))
            return null;
        var range = filter.Input("value");
        var (lower, upper) = (End("atLeast", "moreThan"), End("atMost", "lessThan"));
        if (lower is null && upper is null)
            filter.Report("value", GraphErrors.InvalidArgument, "has no end; give 'atLeast', 'moreThan', 'atMost' or 'lessThan'.");
        if (lower?.Value > upper?.Value)
            filter.Report("value", GraphErrors.InvalidArgument, "ends before it starts; nothing lies in it.");
        return new(lower, upper, range.Value<Certainty>("certainty") ?? Certainty.Certain);

        Bound? End(string inclusive, string exclusive)
        {
            if (range.Has(inclusive) && range.Has(exclusive))
                filter.Report("value", GraphErrors.InvalidArgument, $"has both '{inclusive}' and '{exclusive}'; give one of them.");
            return range.Value<decimal>(inclusive) is { } closed ? new Bound(closed, true)
                : range.Value<decimal>(exclusive) is { } open ? new Bound(open, false)
                : null;
        }
    }

    private static PrintedIn? ReadPrintedIn(ArgumentReader filter)
    {
        if (!filter.Has("printedIn"))
            return null;
        var printed = filter.Input("printedIn");
        var parts = printed.Values<ArticlePart>("parts");
        if (parts.Count == 0)
            printed.Report("parts", GraphErrors.InvalidArgument, "names no part; give at least one.");
        return new(parts, printed.Value<bool>("only") ?? false);
    }

    private static RelationshipQuery ReadLinks(ArgumentReader filter) =>
        new()
        {
            About = filter.IdsOrNames("about"),
            Articles = ReadArticles(filter),
            Text = filter.Text("text"),
            Period = ReadPeriod(filter),
            PublishedBy = filter.Value<LocalDate>("publishedBy"),
            Statuses = filter.Values<StatementStatus>("statuses"),
            PrintedIn = ReadPrintedIn(filter),
            IsUndated = filter.Value<bool>("undated") ?? false,
        };
}
