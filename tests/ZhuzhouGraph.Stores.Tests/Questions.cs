using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests;

/// <summary>The questions whose plans are looked at on every store: each list that the port offers, by name.</summary>
public static class Questions
{
    public static TheoryData<string> Nested =>
        [
            "posts",
            "either",
            "to",
            "several types",
            "several types, either end",
            "stated",
            "about",
            "series",
            "measures",
            "printed",
            "named",
            "mentioned",
            "cited",
            "newest",
            "either by period",
            "about by period",
            "measures by period",
            "about by period down",
            "undated",
            "about by value",
            "about by value down",
            "measures by value",
        ];

    public static TheoryData<string> Roots =>
        [
            "entities",
            "typed entities",
            "relationships",
            "typed relationships",
            "relationships of",
            "observations",
            "observations of",
            "observations there",
            "articles",
            "newest",
            "relationshipsByPeriod",
            "observationsByPeriod",
            "observationsByValue",
        ];

    private static PageRequest After => new(5, new("2031", "a"));

    /// <summary>Asks for a page, not the first one, of what belongs to each parent.</summary>
    public static Task AskNestedAsync(IGraphSnapshot snapshot, string what, string[] parents, CancellationToken cancel) =>
        what switch
        {
            "posts" => snapshot.ListOfAsync(
                parents,
                new RelationshipQuery { Side = RelationshipSide.From, Types = [RelationshipTypes.HoldsPost] },
                After,
                cancel
            ),
            "either" => snapshot.ListOfAsync(parents, new RelationshipQuery(), After, cancel),
            "to" => snapshot.ListOfAsync(parents, new RelationshipQuery { Side = RelationshipSide.To, From = [Mayor] }, After, cancel),
            "several types" => snapshot.ListOfAsync(
                parents,
                new RelationshipQuery { Side = RelationshipSide.To, Types = [RelationshipTypes.HoldsPost, RelationshipTypes.Built] },
                After,
                cancel
            ),
            "several types, either end" => snapshot.ListOfAsync(
                parents,
                new RelationshipQuery { Types = [RelationshipTypes.HoldsPost, RelationshipTypes.Built, RelationshipTypes.TookPartIn] },
                After,
                cancel
            ),
            "stated" => snapshot.ListOfAsync(parents, new RelationshipQuery { Side = RelationshipSide.StatedIn }, After, cancel),
            "about" => snapshot.ListOfAsync(
                parents,
                new ObservationQuery { Indicators = [Lanterns], Measures = [Measure.Level] },
                After,
                cancel
            ),
            "series" => snapshot.ListOfAsync(parents, new ObservationQuery { Indicators = [Lanterns, "indicator:kites"] }, After, cancel),
            "measures" => snapshot.ListOfAsync([.. parents.Select((_, i) => $"indicator:i{i}")], new ObservationQuery(), After, cancel),
            "printed" => snapshot.ListOfAsync([.. parents.Select((_, i) => $"article:yunhai/{i}")], new ObservationQuery(), After, cancel),
            "named" => snapshot.ListOfAsync(parents, new EntityQuery { Types = [EntityTypes.Place] }, After, cancel),
            "newest" => snapshot.ListOfAsync(
                parents,
                new RelationshipQuery { Order = RelationshipOrder.PrintDescending, Types = [RelationshipTypes.HoldsPost] },
                After,
                cancel
            ),
            "either by period" => snapshot.ListOfAsync(parents, new RelationshipQuery { Order = RelationshipOrder.Period }, After, cancel),
            "about by period" => snapshot.ListOfAsync(parents, new ObservationQuery { Order = ObservationOrder.Period }, After, cancel),
            "about by period down" => snapshot.ListOfAsync(
                parents,
                new ObservationQuery { Order = ObservationOrder.PeriodDescending },
                After,
                cancel
            ),
            "measures by period" => snapshot.ListOfAsync(
                [.. parents.Select((_, i) => $"indicator:i{i}")],
                new ObservationQuery { Order = ObservationOrder.Period },
                After,
                cancel
            ),
            "undated" => snapshot.ListOfAsync(
                parents,
                new RelationshipQuery { Order = RelationshipOrder.Period, IsUndated = true },
                After,
                cancel
            ),
            "about by value" => snapshot.ListOfAsync(parents, new ObservationQuery { Order = ObservationOrder.Value }, After, cancel),
            "about by value down" => snapshot.ListOfAsync(
                parents,
                new ObservationQuery { Order = ObservationOrder.ValueDescending },
                After,
                cancel
            ),
            "measures by value" => snapshot.ListOfAsync(
                [.. parents.Select((_, i) => $"indicator:i{i}")],
                new ObservationQuery { Order = ObservationOrder.Value },
                After,
                cancel
            ),
            "mentioned" => snapshot.ListOfAsync(parents, new ArticleQuery(), After, cancel),
            _ => snapshot.ListOfAsync(parents, new CitationQuery(), After, cancel),
        };

    /// <summary>Asks for a page, not the first one, of a list without parents.</summary>
    public static Task AskRootAsync(IGraphSnapshot snapshot, string what, CancellationToken cancel) =>
        what switch
        {
            "entities" => snapshot.ListAsync(new EntityQuery(), After, cancel),
            "typed entities" => snapshot.ListAsync(new EntityQuery { Types = [EntityTypes.Place, EntityTypes.Official] }, After, cancel),
            "relationships" => snapshot.ListAsync(new RelationshipQuery(), After, cancel),
            "typed relationships" => snapshot.ListAsync(new RelationshipQuery { Types = [RelationshipTypes.HoldsPost] }, After, cancel),
            "relationships of" => snapshot.ListAsync(
                new RelationshipQuery { About = [City], Types = [RelationshipTypes.HoldsPost] },
                After,
                cancel
            ),
            "observations" => snapshot.ListAsync(new ObservationQuery(), After, cancel),
            "observations of" => snapshot.ListAsync(new ObservationQuery { About = [City], Indicators = [Lanterns] }, After, cancel),
            "observations there" => snapshot.ListAsync(new ObservationQuery { Places = [City] }, After, cancel),
            "newest" => snapshot.ListAsync(new ObservationQuery { Order = ObservationOrder.PrintDescending }, After, cancel),
            "relationshipsByPeriod" => snapshot.ListAsync(new RelationshipQuery { Order = RelationshipOrder.Period }, After, cancel),
            "observationsByPeriod" => snapshot.ListAsync(new ObservationQuery { Order = ObservationOrder.Period }, After, cancel),
            "observationsByValue" => snapshot.ListAsync(new ObservationQuery { Order = ObservationOrder.Value }, After, cancel),
            _ => (Task)snapshot.ListAsync(new ArticleQuery(), After, cancel),
        };
}
