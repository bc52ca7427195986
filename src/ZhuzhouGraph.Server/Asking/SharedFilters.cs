using NodaTime;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>Fields that several filters have, and what several of them read.</summary>
internal static class SharedFilters
{
    public const string IdsOrNames = "ids, or exact names";

    /// <summary>How texts are looked for: what contains them contains this.</summary>
    public const string Words =
        "all of these words, which white space separates, in any order; width, case, quotation marks, interpuncts and traditional "
        + "characters make no difference";

    /// <summary>The declared types that a field names.</summary>
    public static IReadOnlyList<EntityType> EntityTypesIn(ArgumentReader filter, string name) =>
        [.. filter.List<string>(name).Select(EntityTypes.Get)];

    /// <summary>The fields that say to which days a period must lie, and how; one of them is given.</summary>
    private static readonly string[] OfDays = ["periodOverlaps", "periodWithin", "periodIs", "on"];

    /// <param name="period">Which period it is.</param>
    public static IEnumerable<FilterField<TQuery>> Days<TQuery>(string period, Func<TQuery, DateRange?, TQuery> with)
    {
        return
        [
            Range("periodOverlaps", "时间重叠", "overlaps these days", PeriodMatch.Overlaps),
            Range("periodWithin", "时间在内", "begins and ends within these days; instead of 'periodOverlaps'", PeriodMatch.Within),
            Range(
                "periodIs",
                "时间为",
                "is exactly these days; without 'from' or 'to' it has no such end either; instead of 'periodOverlaps'",
                PeriodMatch.Is
            ),
            new("on", "Date", "当日", $"{period} has this day; instead of 'periodOverlaps'.", (query, filter) =>
            {
                CheckAlone(filter, "on");
                var day = filter.Value<LocalDate>("on");
                return with(query, new(day, day));
            }),
        ];

        FilterField<TQuery> Range(string name, string chinese, string how, PeriodMatch match) =>
            new(name, "DateRange", chinese, $"{period} {how}.", (query, filter) =>
            {
                CheckAlone(filter, name);
                return with(query, filter.Days(name) is { } days ? days with { Match = match } : null);
            });
    }

    private static void CheckAlone(ArgumentReader filter, string name)
    {
        if (OfDays.TakeWhile(other => other != name).FirstOrDefault(filter.Has) is { } other)
            filter.Report(name, GraphErrors.InvalidArgument, $"and '{other}': give one of them.");
    }

    /// <param name="only">Which things are without a day.</param>
    /// <param name="dated">The query of those that have one.</param>
    public static FilterField<TQuery> Undated<TQuery>(string only, Func<TQuery, TQuery> undated, Func<TQuery, TQuery> dated) =>
        new("undated", "Boolean", "无日期", $"{only}; false for only those with one. Both, where it is left out.", (query, filter) =>
        {
            var days = OfDays.Reverse().FirstOrDefault(filter.Has);
            if (filter.Value<bool>("undated") is not true)
                // What lies to days has one.
                return days is not null ? query : dated(query);
            if (days is not null)
                filter.Report(
                    "undated",
                    GraphErrors.InvalidArgument,
                    $"and '{days}': what has no day overlaps none; leave one of them out."
                );
            return undated(query);
        });

    public static FilterField<TQuery> WithParts<TQuery>(Func<TQuery, bool, TQuery> with, params string[] named) =>
        new(
            "withParts",
            "Boolean",
            "含所属部分",
            $"The parts of each of {string.Join(", ", named.Select(end => $"'{end}'"))} are admitted like it: what is PART_OF it, and the "
                + $"places and parks that are LOCATED_IN it, over any number of steps. Where something is held, located, measured or ends "
                + $"a firm stands for the place in which it lies. 'unplaced' counts what it cannot place. No, where it is left out.",
            (query, filter) => with(query, Widens(filter, "withParts", named))
        );

    public static FilterField<TQuery> WithoutReference<TQuery>(string english, Func<TQuery, bool, TQuery> with) =>
        new("withoutReference", "Boolean", "不含背景资料", $"{english} No, where it is left out.", (query, filter) =>
            with(query, filter.Value<bool>("withoutReference") ?? false)
        );

    /// <summary>A widening of what other fields name; without them it is a mistake.</summary>
    public static bool Widens(ArgumentReader filter, string name, params string[] named)
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

    /// <summary>What may be named as an end of relationships of the types that the filter admits.</summary>
    public static NodeTypes EndsOf(ArgumentReader filter, RelationshipSide side, RelationshipType? type = null) =>
        OrWholes(filter, NodeTypes.EndsOf(type is not null ? [type] : RelationshipTypesIn(filter), side));

    /// <summary>Those, and with parts whatever has some, because a part may fit where the whole does not.</summary>
    public static NodeTypes OrWholes(ArgumentReader filter, NodeTypes fitting) =>
        filter.Value<bool>("withParts") is true ? fitting.Or(NodeTypes.Wholes) : fitting;

    /// <summary>The declared types of relationships that 'types' names.</summary>
    public static IReadOnlyList<RelationshipType> RelationshipTypesIn(ArgumentReader filter) =>
        [.. filter.List<string>("types").Select(RelationshipTypes.Get)];

    public static FilterField<TQuery> Articles<TQuery>(Func<TQuery, IReadOnlyList<string>, TQuery> with) =>
        new("articles", "[ID!]", "文章", "Cited by one of these articles.", (query, filter) => with(query, filter.Articles("articles")));

    public static FilterField<TQuery> PrintedIn<TQuery>(Func<TQuery, PrintedIn, TQuery> with) =>
        new("printedIn", "PrintedInFilter", "刊载位置", "In which part of an article it is printed.", (query, filter) =>
        {
            var printed = filter.Input("printedIn");
            return with(query, new(printed.Values<ArticlePart>("parts"), printed.Value<bool>("only") ?? false));
        });

    public static FilterField<TQuery> PublishedBy<TQuery>(Func<TQuery, LocalDate?, TQuery> with) =>
        new("publishedBy", "Date", "刊发截至", "Printed by an article published on or before this day.", (query, filter) =>
            with(query, filter.Value<LocalDate>("publishedBy"))
        );
}
