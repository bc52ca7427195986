using ZhuzhouGraph.Text;

namespace ZhuzhouGraph.Seeds;

/// <summary>A rule over everything that was read. It lists every breach that it finds.</summary>
public delegate IEnumerable<Problem> SeedRule(BoundSeeds seeds);

/// <summary>The rules that look beyond one document.</summary>
internal static class SeedRules
{
    private static readonly string[] PublicBodies = ["PARTY", "GOVERNMENT", "CONGRESS", "CPPCC", "COURT", "REGULATOR", "CUSTOMS", "PARK"];

    /// <summary>Every name, period and quantity resolves.</summary>
    public static IEnumerable<Problem> EverythingResolves(BoundSeeds seeds) => seeds.Problems;

    /// <summary>
    /// Ids, those of documents included, are introduced once; observations do not share an id; 'broader' leads to an indicator.
    /// </summary>
    public static IEnumerable<Problem> IdsAreUnique(BoundSeeds seeds)
    {
        var entities = seeds.Registry.Concat(seeds.Articles.SelectMany(a => a.Entities)).ToList();
        foreach (
            var same in entities
                .SelectMany(x => x.Entity.FormerIds.Prepend(x.Entity.Id), (x, id) => (id, x.Location))
                .GroupBy(x => x.id)
                .Where(g => g.Count() > 1)
        )
        {
            foreach (var (id, where) in same.Skip(1))
                yield return new(ProblemCodes.Duplicate, where, $"Found the id '{id}' a second time; first: {same.First().Location}.");
        }
        foreach (var (entity, where) in entities.Where(x => x.Entity.Properties.ContainsKey(EntityTypes.Broader)))
        {
            var broader = entity.Properties[EntityTypes.Broader];
            var isToldElsewhere = !seeds.Source.IsRegistryRead || seeds.Names.WrongEntryOf(broader, null) is not null;
            if (seeds.Names.Get(broader)?.Type != EntityTypes.Indicator && !isToldElsewhere)
                yield return new(ProblemCodes.UnknownName, where, $"Found broader '{broader}', which is no indicator's id.");
        }
        foreach (var same in seeds.Source.Background.References.GroupBy(r => r.Id?.Value).Where(g => g.Key is not null && g.Count() > 1))
        {
            foreach (var reference in same.Skip(1))
                yield return new(
                    ProblemCodes.Duplicate,
                    reference.Location,
                    $"Found the id '{same.Key}' a second time; first: {same.First().Location}."
                );
        }
        var observations = seeds.Articles.SelectMany(a => a.Facts).Where(f => f.Node is Observation);
        foreach (var same in observations.GroupBy(f => f.Node.Id).Where(g => g.Count() > 1))
        {
            foreach (var fact in same.Skip(1))
                yield return new(
                    ProblemCodes.Duplicate,
                    fact.Location,
                    $"Found the same figure as {same.First().Location}; a 'key' of its own tells them apart, where the paper prints it "
                        + $"for two things."
                );
        }
    }

    /// <summary>A relationship joins the types that its declaration allows.</summary>
    public static IEnumerable<Problem> EndsAreAllowed(BoundSeeds seeds)
    {
        foreach (var (relationship, where) in seeds.Relationships)
        {
            var type = relationship.Type;
            foreach (var (id, side, allowed) in new[] { (relationship.From, "from", type.From), (relationship.To, "to", type.To) })
            {
                var (found, name) = seeds.Names.Get(id) is { } entity ? (entity.Type.Name, entity.Name) : ("Article", "this");
                if (!allowed.Contains(found))
                    yield return new(
                        ProblemCodes.EndNotAllowed,
                        where,
                        $"Found '{type.SeedWord}' {side} the {found} {name}; allowed: {string.Join(", ", allowed)}."
                    );
            }
            if (relationship.From == relationship.To)
                yield return new(ProblemCodes.EndNotAllowed, where, $"Found '{type.SeedWord}' from {relationship.From} to itself.");
        }
    }

    /// <summary>Every document of the background is cited by a link.</summary>
    public static IEnumerable<Problem> ReferencesAreCited(BoundSeeds seeds)
    {
        var cited = seeds.Source.Background.Links.Select(link => link.Per?.Value).ToHashSet(StringComparer.Ordinal);
        return seeds
            .Source.Background.References.Where(r => r.Id is not null && !cited.Contains(r.Id.Value) && seeds.IsRead(r.Location))
            .Select(r => new Problem(
                ProblemCodes.NotCited,
                r.Location,
                $"Found the document {r.Id!.Value}, which no link cites with 'per'."
            ));
    }

    /// <summary>
    /// Statements that become one relationship say the same of it: they agree in every property, but for absent ones and the printed word.
    /// </summary>
    public static IEnumerable<Problem> MergedStatementsAgree(BoundSeeds seeds)
    {
        foreach (var same in seeds.Relationships.GroupBy(x => x.Relationship.Id, StringComparer.Ordinal))
        {
            foreach (
                var name in same.First().Relationship.Type.Properties.Select(p => p.Name).Where(name => name != RelationshipTypes.WordName)
            )
            {
                var said = same.Where(x => x.Relationship.Properties.ContainsKey(name))
                    .DistinctBy(x => x.Relationship.Properties[name])
                    .ToList();
                foreach (var (relationship, where) in said.Skip(1))
                    yield return new(
                        ProblemCodes.TwoFacts,
                        where,
                        $"Found '{name}' {relationship.Properties[name]} for '{relationship.Type.SeedWord}' between the same ends as at "
                            + $"{said[0].Location}, which has {said[0].Relationship.Properties[name]}; two facts would become one. Write "
                            + "the same in both, or tell them apart by 'when'."
                    );
            }
        }
    }

    /// <summary>'of' is an indicator, its dimension and the unit agree, a measure has its unit, and print, hedge and value agree.</summary>
    public static IEnumerable<Problem> FiguresAgree(BoundSeeds seeds) =>
        seeds.Articles.SelectMany(a => a.Facts).Where(fact => fact.Node is Observation).SelectMany(fact => ProblemsOf(fact, seeds));

    /// <summary>What one figure breaks of <see cref="FiguresAgree"/>.</summary>
    internal static IEnumerable<Problem> ProblemsOf(BoundFact fact, BoundSeeds seeds)
    {
        var observation = (Observation)fact.Node;
        if (seeds.Names.Get(observation.Indicator) is not { } indicator || indicator.Type != EntityTypes.Indicator)
        {
            yield return new(ProblemCodes.EndNotAllowed, fact.Location, $"Found 'of' {observation.Indicator}; allowed is an indicator.");
            yield break;
        }
        var unit = observation.Quantity.Unit;
        var dimension = observation.Measure switch
        {
            Measure.Level or Measure.Change => Spelling.Parse<Dimension>(indicator.Properties.GetValueOrDefault("dimension", "")),
            Measure.RateOfChange or Measure.Multiple or Measure.Share => Dimension.Ratio,
            Measure.Points => Dimension.Points,
            Measure.Rank => Dimension.Rank,
            _ => Dimension.Count,
        };
        // A dimension that does not exist is the indicator's problem, not that of its figures.
        if (dimension is not null && unit.Dimension != dimension && Units.All.Any(u => u.Dimension == dimension))
            yield return new(
                ProblemCodes.UnitMismatch,
                fact.Location,
                $"Found {unit.Chinese} ({Spelling.UpperSnake(unit.Dimension.ToString())}) for a "
                    + $"{Spelling.UpperSnake(observation.Measure.ToString())} of {indicator.Name}; allowed is "
                    + $"{Spelling.UpperSnake($"{dimension}")}: "
                    + $"{string.Join(", ", Units.All.Where(u => u.Dimension == dimension).Select(u => u.Chinese))}."
            );
        // The unit of a cell, and its multiplier, are printed elsewhere.
        var printed = fact.Figure?.Cell?.Stated ?? observation.Figure;
        var contradiction = QuantityReader.HedgeContradiction(printed, observation.Quantity.Hedge)
            ?? QuantityReader.ValueContradiction(printed, observation.Quantity, observation.Measure)
            ?? QuantityReader.MeasureContradiction(observation.Quantity, observation.Measure);
        if (contradiction is not null)
            yield return new(ProblemCodes.InvalidQuantity, fact.Location, contradiction);
    }

    /// <summary>What was held has begun, what is planned is not over, and an actual figure is not of a time to come.</summary>
    public static IEnumerable<Problem> PeriodsFitTheDate(BoundSeeds seeds)
    {
        foreach (var article in seeds.Articles)
        {
            var date = article.Article.Date;
            foreach (var (entity, where) in article.Entities)
            {
                var standing = entity.Properties.GetValueOrDefault("standing");
                if (standing == "HELD" && entity.Period?.First > date)
                    yield return new(
                        ProblemCodes.InvalidPeriod,
                        where,
                        $"Found an event HELD from {entity.Period!.First:uuuu-MM-dd}; the paper is of {date:uuuu-MM-dd}: PLANNED, or "
                            + $"another year."
                    );
                if (standing == "PLANNED" && entity.Period?.Last < date)
                    yield return new(
                        ProblemCodes.InvalidPeriod,
                        where,
                        $"Found an event PLANNED until {entity.Period!.Last:uuuu-MM-dd}; the paper is of {date:uuuu-MM-dd}: HELD, or "
                            + $"another year."
                    );
            }
            foreach (var fact in article.Facts)
            {
                if (fact.Node is Observation { Status: ObservationStatus.Actual, Period.First: { } first } && first > date)
                    yield return new(
                        ProblemCodes.InvalidPeriod,
                        fact.Location,
                        $"Found an ACTUAL figure of {first:uuuu-MM-dd}; the paper is of {date:uuuu-MM-dd}: TARGET or FORECAST, or "
                            + $"another year."
                    );
            }
        }
    }

    /// <summary>
    /// Every printed name is mentioned in at least one sentence. The registry's are judged where the whole folder is read.
    /// </summary>
    public static IEnumerable<Problem> NamesAreCited(BoundSeeds seeds)
    {
        var cited = seeds
            .Articles.SelectMany(a => a.Facts)
            .Where(f => f.Node is Entity)
            .Select(f => (f.Node.Id, f.Citation.Words))
            .ToHashSet();
        var judged = seeds
            .Articles.SelectMany(a => a.Entities)
            .Where(x => seeds.IsRead(x.Location))
            .Concat(seeds.IsWhole ? seeds.Registry : []);
        foreach (var (entity, where) in judged.Where(x => !seeds.Touched.Contains(x.Entity.Id)))
        {
            var printed = entity.Names.Where(n => n.Basis is NameBasis.Printed && !seeds.Touched.Contains(n.Text));
            foreach (var name in printed.Where(n => !cited.Contains((entity.Id, n.Text)) && SeedCharacters.FaultOf(n.Text) is null))
                yield return new(
                    ProblemCodes.NotCited,
                    where,
                    $"Found the printed name '{name.Text}' of {entity.Id}, which no sentence mentions; list it under 'mentions' where it "
                        + $"is printed, or call it 'editorial'."
                );
        }
    }

    /// <summary>An official has a public post, a person none. The first half is judged where the whole folder is read.</summary>
    public static IEnumerable<Problem> OfficialsHavePosts(BoundSeeds seeds)
    {
        var posts = seeds
            .Articles.SelectMany(a => a.Facts)
            .Where(f => f.Node is Relationship { Type.Name: "HOLDS_POST" })
            .Select(f => (Post: (Relationship)f.Node, f.Location))
            .Where(x => seeds.Names.Get(x.Post.To) is { } body && (body.Type == EntityTypes.Place || PublicBodies.Contains(body.Kind)))
            .ToLookup(x => x.Post.From);
        foreach (var person in posts.Where(p => seeds.Names.Get(p.Key)?.Type == EntityTypes.Person))
            yield return new(
                ProblemCodes.OfficialPost,
                person.First().Location,
                $"Found the Person {person.Key} in the public post '{person.First().Post.Properties.GetValueOrDefault("title")}'; whoever "
                    + $"holds one is an Official."
            );
        bool IsTouched(Entity entity) => entity.Names.Select(n => n.Text).Append(entity.Id).Any(seeds.Touched.Contains);

        foreach (var (entity, where) in seeds.Articles.SelectMany(a => a.Entities).Concat(seeds.Registry))
        {
            if (seeds.IsWhole && entity.Type == EntityTypes.Official && !posts.Contains(entity.Id) && !IsTouched(entity))
                yield return new(
                    ProblemCodes.OfficialPost,
                    where,
                    $"Found the Official {entity.Id} without a public post; allowed is a post in {string.Join(", ", PublicBodies)} or of a "
                        + $"place, else a Person."
                );
        }
    }
}
