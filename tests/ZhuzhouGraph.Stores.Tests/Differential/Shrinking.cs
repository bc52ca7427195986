using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>
/// Finds less of a city that still makes two stores differ. CsCheck shrinks by drawing smaller values; here whole facts go, one by one.
/// </summary>
internal static class Shrinking
{
    /// <summary>Enough for a city of ten units; each try plays a city twice.</summary>
    private const int MaxTries = 300;

    public static async Task<(SmallCity City, Difference Difference)> ShrinkAsync(
        SmallCity city,
        Difference difference,
        Func<SmallCity, IReadOnlyList<Question>, Task<Difference?>> play
    )
    {
        // The question first: it makes every further try cheaper.
        while (await FirstAsync(difference.Asked?.Smaller ?? [], question => play(city, [question])) is var (_, smaller))
            difference = smaller;
        IReadOnlyList<Question> asked = difference.Asked is { } still ? [still] : [];
        var tries = 0;
        while (await FirstAsync(Smaller(city).TakeWhile(_ => tries++ < MaxTries), less => PlayAsync(less)) is var (less, smaller))
            (city, difference) = (less, smaller);
        return (city, difference);

        // Another difference may be another defect: it is left for the next run.
        async Task<Difference?> PlayAsync(SmallCity less) =>
            await play(less, asked) is { } found && found.Asked is null == difference.Asked is null ? found : null;
    }

    private static async Task<(T Less, Difference Difference)?> FirstAsync<T>(IEnumerable<T> candidates, Func<T, Task<Difference?>> play)
    {
        foreach (var candidate in candidates)
        {
            if (await play(candidate) is { } difference)
                return (candidate, difference);
        }
        return null;
    }

    private static IEnumerable<SmallCity> Smaller(SmallCity city) =>
        Enumerable
            .Range(0, city.Steps.Count)
            .Reverse()
            .SelectMany(i =>
                Smaller(city.Steps[i])
                    .Select(step => new SmallCity([
                        .. city.Steps.Take(i),
                        .. step is null ? Array.Empty<Step>() : [step],
                        .. city.Steps.Skip(i + 1),
                    ]))
            );

    /// <summary>The step gone, then the step with less in it.</summary>
    private static IEnumerable<Step?> Smaller(Step step) =>
        step is Importing importing
            ? Smaller(importing.Batch).Select(batch => importing with { Batch = Hashed(batch) }).Prepend(null)
            : [null];

    private static IEnumerable<GraphBatch> Smaller(GraphBatch batch)
    {
        foreach (var relationship in batch.Relationships)
            yield return batch with
            {
                Relationships = [.. batch.Relationships.Where(r => r != relationship)],
                Citations = Without(relationship.Id),
            };
        foreach (var observation in batch.Observations)
            yield return batch with
            {
                Observations = [.. batch.Observations.Where(o => o != observation)],
                Citations = Without(observation.Id),
            };
        foreach (
            var citation in batch.Citations.Where(c =>
                NodeId.KindOf(c.Of) is NodeKind.Entity || batch.Citations.Count(other => other.Of == c.Of) > 1
            )
        )
            yield return batch with
            {
                Citations = [.. batch.Citations.Where(c => c != citation)],
            };
        foreach (var entity in batch.Entities)
            yield return batch with
            {
                Entities = [.. batch.Entities.Where(e => e != entity)],
            };
        foreach (var entity in batch.Entities.Where(e => e.Names.Count > 1 || e.FormerIds.Count > 0))
            yield return batch with
            {
                Entities =
                [
                    .. batch.Entities.Select(e => e == entity ? e with { Names = [e.Names[0]], FormerIds = [.. e.FormerIds.Skip(1)] } : e),
                ],
            };
        if (batch.IssueText is not null)
        {
            yield return batch with
            {
                IssueText = null,
                Sentences = [],
                Article = batch.Article! with { Text = null },
                Citations = [.. batch.Citations.Select(c => c with { Quote = null, Span = null, WordsSpan = null })],
            };
        }

        IReadOnlyList<Citation> Without(string id) => [.. batch.Citations.Where(c => c.Of != id)];
    }
}
