using System.Collections;
using System.Globalization;
using System.Reflection;
using NodaTime;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>
/// How each filter of each query is drawn. A filter without a place here fails <see cref="DifferentialCompletenessTests"/>.
/// </summary>
internal static class QueryFields
{
    private delegate object? Draw(Dice dice, Sights sights);

    private static readonly Dictionary<string, Draw> Places = new(StringComparer.Ordinal)
    {
        ["GraphQuery.IsBrief"] = (_, _) => true,
        ["EntityQuery.Types"] = (dice, _) => dice.Some(EntityTypes.All, 4),
        ["EntityQuery.Kinds"] = (dice, sights) => dice.Some(sights.Kinds, 3),
        ["EntityQuery.Names"] = (dice, sights) => Several(dice, 3, sights.Name),
        ["EntityQuery.Text"] = (dice, sights) => sights.Text(dice),
        ["EntityQuery.Period"] = (dice, _) => CityDays.RangeOf(dice),
        ["EntityQuery.Order"] = (dice, _) => dice.Of(Enum.GetValues<EntityOrder>()),
        ["EntityQuery.Links"] = (dice, sights) => Several(dice, 2, d => LinkCount(d, sights)),
        ["EntityQuery.PublishedBy"] = (dice, _) => Day(dice),
        ["EntityQuery.OrUnplaced"] = (_, _) => true,
        ["RelationshipQuery.OrUnplaced"] = (_, _) => true,
        ["RelationshipQuery.WithoutReference"] = (_, _) => true,
        ["RelationshipQuery.WithParts"] = (_, _) => true,
        ["RelationshipQuery.Articles"] = (dice, sights) => Articles(dice, sights),
        ["RelationshipQuery.Names"] = (dice, sights) => Several(dice, 2, d => NamedIn(d, sights)),
        ["RelationshipQuery.Order"] = (dice, _) => dice.Of(Enum.GetValues<RelationshipOrder>()),
        ["RelationshipQuery.Choices"] = (dice, _) => Choices(dice),
        ["RelationshipQuery.Statuses"] = (dice, _) => dice.Some(Enum.GetValues<StatementStatus>(), 2),
        ["RelationshipQuery.IsUndated"] = (_, _) => true,
        ["RelationshipQuery.PrintedIn"] = (dice, _) => PrintedIn(dice),
        ["RelationshipQuery.Side"] = (dice, _) => dice.Of(Enum.GetValues<RelationshipSide>()),
        ["RelationshipQuery.Types"] = (dice, sights) => dice.Some(sights.Types, 8),
        ["RelationshipQuery.From"] = (dice, sights) => sights.Ends(dice),
        ["RelationshipQuery.To"] = (dice, sights) => sights.Ends(dice),
        ["RelationshipQuery.FromTypes"] = (dice, _) => dice.Some(EntityTypes.All, 4),
        ["RelationshipQuery.ToTypes"] = (dice, _) => dice.Some(EntityTypes.All, 4),
        ["RelationshipQuery.About"] = (dice, sights) => sights.Ends(dice),
        ["RelationshipQuery.Text"] = (dice, sights) => sights.Text(dice),
        ["RelationshipQuery.Period"] = (dice, _) => CityDays.RangeOf(dice),
        ["RelationshipQuery.PublishedBy"] = (dice, _) => Day(dice),
        ["ObservationQuery.About"] = (dice, sights) => sights.Ends(dice),
        ["ObservationQuery.AboutTypes"] = (dice, _) => dice.Some(EntityTypes.All, 4),
        ["ObservationQuery.Places"] = (dice, sights) => dice.Chance(50) ? dice.Some(CityEntities.Of(["Place"]), 3) : sights.Ends(dice),
        ["ObservationQuery.OrUnplaced"] = (_, _) => true,
        ["ObservationQuery.WithoutReference"] = (_, _) => true,
        ["ObservationQuery.At"] = (dice, sights) => dice.Chance(50) ? dice.Some(CityEntities.Of(["Event"]), 3) : sights.Ends(dice),
        ["ObservationQuery.WithParts"] = (_, _) => true,
        ["ObservationQuery.WithNarrower"] = (_, _) => true,
        ["ObservationQuery.Articles"] = (dice, sights) => Articles(dice, sights),
        ["ObservationQuery.Rule"] = (dice, _) => dice.Of(Enum.GetValues<ChoiceRule>()),
        ["ObservationQuery.IsInConflict"] = (_, _) => true,
        ["ObservationQuery.Lines"] = (dice, sights) => Several(dice, 3, d => LineId.Parse(d.Of(sights.Lines))!),
        ["ObservationQuery.Having"] = (dice, _) => Several(dice, 2, Having),
        ["ObservationQuery.PointDays"] = (dice, _) => CityDays.RangeOf(dice),
        ["ObservationQuery.IsPointExact"] = (_, _) => true,
        ["ObservationQuery.IndicatorText"] = (dice, sights) => sights.Text(dice),
        ["ObservationQuery.Likeness"] = (dice, _) => dice.Of(Likeness.SameFact, Likeness.SamePoint),
        ["ObservationQuery.LatestPer"] = (dice, _) => dice.Some(Enum.GetValues<SeriesDimension>(), 3),
        ["ObservationQuery.Indicators"] = (dice, sights) => dice.Some([.. CityEntities.Of(["Indicator"]), dice.Of(sights.Ids)], 3),
        ["ObservationQuery.AttributedTo"] = (dice, sights) =>
            dice.Chance(50) ? dice.Some(CityEntities.Of(["Official", "Company"]), 3) : sights.Ends(dice),
        ["ObservationQuery.Measures"] = (dice, _) => dice.Some(Enum.GetValues<Measure>(), 4),
        ["ObservationQuery.Order"] = (dice, _) => dice.Of(Enum.GetValues<ObservationOrder>()),
        ["ObservationQuery.Comparisons"] = (dice, _) => dice.Some(Enum.GetValues<Comparison>(), 2),
        ["ObservationQuery.Bases"] = (dice, sights) => dice.Some([.. sights.Bases, sights.Text(dice)], 3),
        ["ObservationQuery.Breakdowns"] = (dice, sights) => dice.Some([.. CityEntities.Of(Breakdown.MemberTypes), dice.Of(sights.Ids)], 3),
        ["ObservationQuery.IsWhole"] = (dice, _) => dice.Chance(50),
        ["ObservationQuery.Accumulations"] = (dice, _) => dice.Some(Enum.GetValues<Accumulation>(), 2),
        ["ObservationQuery.Statuses"] = (dice, _) => dice.Some(Enum.GetValues<ObservationStatus>(), 2),
        ["ObservationQuery.Units"] = (dice, _) => dice.Some(Units.All, 3),
        ["ObservationQuery.Value"] = (dice, sights) => ValueRange(dice, sights),
        ["ObservationQuery.Within"] = (dice, sights) =>
            dice.Chance(70) && sights.Universes.Count > 0 ? dice.Of(sights.Universes) : sights.Text(dice),
        ["ObservationQuery.IsUndated"] = (_, _) => true,
        ["ObservationQuery.PrintedIn"] = (dice, _) => PrintedIn(dice),
        ["ObservationQuery.Text"] = (dice, sights) => sights.Text(dice),
        ["ObservationQuery.Period"] = (dice, _) => CityDays.RangeOf(dice),
        ["ObservationQuery.PublishedBy"] = (dice, _) => Day(dice),
        ["ObservationQuery.RecordedAsOf"] = (dice, sights) => dice.Of(sights.Moments).PlusTicks(dice.Of(0, 0, 1, -1)),
        ["ArticleCitationQuery.From"] = (dice, _) => new Address(1 + dice.Below(5), 1 + dice.Below(2)),
        ["ArticleQuery.Published"] = (dice, _) => CityDays.RangeOf(dice),
        ["ArticleQuery.Order"] = (dice, _) => dice.Of(Enum.GetValues<ArticleOrder>()),
        ["ArticleQuery.Text"] = (dice, sights) => sights.Text(dice),
        ["SearchQuery.Text"] = (dice, sights) => sights.Text(dice),
        ["SearchQuery.Types"] = (dice, _) => dice.Some([.. EntityTypes.All.Select(t => t.Name), "Article", "Article", "article", "'"], 4),
        ["SearchQuery.Period"] = (dice, _) => CityDays.RangeOf(dice),
        ["SearchQuery.PublishedBy"] = (dice, _) => Day(dice),
        ["ChangeQuery.Since"] = (dice, sights) =>
            dice.Chance(80) ? (long)dice.Below(sights.Units + 2) : dice.Of(-1L, long.MaxValue, long.MinValue),
        ["ChangeQuery.RecordedAfter"] = (dice, sights) => dice.Of(sights.Moments).PlusTicks(dice.Of(0, 0, 1, -1)),
        ["ChangeQuery.IsOfFigures"] = (_, _) => true,
        ["ChangeQuery.About"] = (dice, sights) => dice.Some([.. CityEntities.Ids, dice.Of(sights.Ids)], 3),
        ["ChangeQuery.Indicators"] = (dice, sights) => dice.Some([.. CityEntities.Of(["Indicator"]), dice.Of(sights.Ids)], 3),
        ["ChangeQuery.Concerning"] = (dice, sights) => dice.Some([.. CityEntities.Ids, dice.Of(sights.Ids)], 3),
        ["ChangeQuery.Order"] = (dice, _) => dice.Of(Enum.GetValues<ChangeOrder>()),
        ["GroupQuery.IsRest"] = (_, _) => true,
    };

    public static IReadOnlyCollection<string> Names => Places.Keys;

    /// <summary>Every filter that a query can have, as "Query.Filter".</summary>
    public static IEnumerable<PropertyInfo> Of(Type query) =>
        query.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

    public static string NameOf(PropertyInfo filter) =>
        $"{(filter.DeclaringType!.IsGenericType ? nameof(GraphQuery) : filter.DeclaringType.Name)}.{filter.Name}";

    /// <summary>Sets each filter of the query by chance; what the record needs to be at all is always set.</summary>
    public static TQuery Fill<TQuery>(TQuery query, Dice dice, Sights sights)
        where TQuery : notnull
    {
        var needed = typeof(TQuery).GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.Name).ToHashSet();
        var chance = dice.Of(12, 20, 40);
        foreach (var filter in Of(typeof(TQuery)).Where(f => needed.Contains(f.Name) || dice.Chance(chance)))
            filter.SetValue(query, Places[NameOf(filter)](dice, sights));
        return query;
    }

    /// <summary>Groups of entities, relationships or figures with filters of their own, by some of what they can be grouped by.</summary>
    public static GroupQuery Group(Dice dice, Sights sights)
    {
        GraphQuery of = dice.Below(3) switch
        {
            0 => Fill(new EntityQuery(), dice, sights),
            1 => Fill(new RelationshipQuery(), dice, sights),
            _ => Fill(new ObservationQuery(), dice, sights),
        };
        return new(of, dice.Some(GroupKey.Of(of), 3));
    }

    /// <summary>The query with the filters that it has, lists and texts written out.</summary>
    public static string Describe(object query)
    {
        var filters = Of(query.GetType())
            .Select(f => (f.Name, Text: Text(f.GetValue(query))))
            .Where(f =>
                f.Text
                    is not (
                        null
                        or "[]"
                        or nameof(RelationshipSide.Either)
                        or nameof(EntityOrder.Id)
                        or nameof(RelationshipOrder.Print)
                        or nameof(ArticleOrder.Date)
                        or nameof(Likeness.SameSeries)
                        or "False"
                    )
            );
        var of = query switch
        {
            GroupQuery groups => $"by {string.Join(", ", groups.By.Select(key => key.Name))} of {Describe(groups.Of)} ",
            LineQuery lines => $"of {Describe(lines.Of)} ",
            _ => "",
        };
        return $"{query.GetType().Name} {of}{{ {string.Join(", ", filters.Select(f => $"{f.Name} = {f.Text}"))} }}";
    }

    private static string? Text(object? value) =>
        value switch
        {
            null => null,
            string text => Quoted(text),
            EntityType type => type.Name,
            RelationshipType type => type.Name,
            IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]",
            Instant moment => NodaTime.Text.InstantPattern.ExtendedIso.Format(moment),
            IFormattable known => known.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    /// <summary>What cannot be seen is written as an escape.</summary>
    public static string Quoted(string text) => $"\"{string.Concat(text.Select(c => IsHidden(c) ? $"\\u{(int)c:X4}" : c.ToString()))}\"";

    private static bool IsHidden(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format;

    private static PrintedIn PrintedIn(Dice dice) => new(dice.Some(Enum.GetValues<ArticlePart>(), 3), dice.Chance(50));

    private static List<ChosenValue> Choices(Dice dice)
    {
        var declared = RelationshipTypes.All.SelectMany(type => type.Properties).Where(p => p.Kind is PropertyKind.Choice).ToList();
        return Several(dice, 3, d =>
        {
            var property = d.Of(declared);
            return new ChosenValue(property.Name, d.Chance(90) ? d.Of(property.Choices).Name : "'");
        });
    }

    private static LinkCount LinkCount(Dice dice, Sights sights)
    {
        var least = dice.Of(0, 1, 1, 1, 2, 3);
        return new(
            dice.Of(RelationshipSide.Either, RelationshipSide.From, RelationshipSide.To),
            dice.Chance(50) ? dice.Some(sights.Types, 4) : [],
            dice.Chance(30) ? sights.Ends(dice) : [],
            dice.Chance(20) ? Choices(dice) : [],
            least,
            dice.Chance(50) ? least + dice.Below(3) : null
        )
        {
            WithParts = dice.Chance(30),
            WithoutReference = dice.Chance(20),
        };
    }

    private static NamedIn NamedIn(Dice dice, Sights sights) =>
        new(
            dice.Of(RelationshipTypes.All.SelectMany(type => type.Properties).Where(p => p.Kind is PropertyKind.Entity).ToList()).Name,
            sights.Ends(dice)
        );

    private static LineValues Having(Dice dice)
    {
        var dimension = dice.Of([.. LineDimension.All.Where(d => d.Filter is not null)]);
        return dimension.Name == "frequency"
            ? new(dimension, [.. dice.Some(Enum.GetValues<Frequency>(), 3).Cast<Enum>()])
            : new(dimension, [.. dice.Some(Enum.GetValues<PriceBasis>(), 2).Cast<Enum>()]);
    }

    private static List<string> Articles(Dice dice, Sights sights) =>
        dice.Some([.. sights.Ids.Where(id => id.StartsWith("article:", StringComparison.Ordinal)), "article:no/where"], 3);

    private static ValueRange ValueRange(Dice dice, Sights sights) =>
        new(
            dice.Chance(70) ? Bound(dice, sights) : null,
            dice.Chance(50) ? Bound(dice, sights) : null,
            dice.Of(Enum.GetValues<Certainty>())
        )
        {
            Unit = dice.Chance(30) ? dice.Of([.. Units.All]) : null,
        };

    private static Bound Bound(Dice dice, Sights sights)
    {
        var value = dice.Of(sights.Values);
        return new(Math.Abs(value) < 1_000_000m ? value + dice.Of(0, 0, 0, 1, -1) : value, dice.Chance(50));
    }

    private static List<T> Several<T>(Dice dice, int most, Func<Dice, T> make) =>
        [.. Enumerable.Range(0, 1 + dice.Below(most)).Select(_ => make(dice))];

    private static LocalDate Day(Dice dice) => dice.Of(CityDays.Published).PlusDays(dice.Below(3) - 1);
}
