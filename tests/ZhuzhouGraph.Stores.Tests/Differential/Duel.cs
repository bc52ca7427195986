using Microsoft.Extensions.Time.Testing;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>Opens an empty store that lives by that clock.</summary>
internal delegate Task<IGraphStore> OpenStore(TimeProvider time, CancellationToken cancellationToken);

/// <summary>Two stores live through one city and answer the same questions.</summary>
internal sealed class Duel(OpenStore openOne, OpenStore openOther)
{
    /// <summary>Questions that are asked together, because a server makes their plans on all its cores.</summary>
    private const int AtOnce = 4;

    /// <summary>The first difference, or null. Both stores are new and empty at the start.</summary>
    public async Task<Difference?> RunAsync(SmallCity city, IReadOnlyList<Question> questions, CancellationToken cancellationToken)
    {
        var time = new FakeTimeProvider(SmallCity.Start);
        await using var one = await openOne(time, cancellationToken);
        await using var other = await openOther(time, cancellationToken);
        foreach (var (i, step) in city.Steps.Index())
        {
            time.AdjustTime(time.GetUtcNow() + step.Wait);
            var outcome = await TakeAsync(one, step, cancellationToken);
            if (
                Difference.Between(null, $"step {i + 1}, its outcome", [outcome], [await TakeAsync(other, step, cancellationToken)]) is
                { } difference
            )
                return difference;
        }
        return await CompareAsync(one, other, questions, cancellationToken);
    }

    /// <summary>The first difference in the answers of two stores as they are.</summary>
    public static async Task<Difference?> CompareAsync(
        IGraphStore one,
        IGraphStore other,
        IReadOnlyList<Question> questions,
        CancellationToken cancellationToken
    )
    {
        var answers = await AnswersAsync(one, questions, cancellationToken);
        var others = await AnswersAsync(other, questions, cancellationToken);
        return questions
            .Select((question, i) => Difference.Between(question, question.ToString(), answers[i], others[i]))
            .FirstOrDefault(difference => difference is not null);
    }

    /// <summary>What a step gives back; a refusal is an outcome.</summary>
    public static async Task<string> TakeAsync(IGraphStore store, Step step, CancellationToken cancellationToken)
    {
        try
        {
            switch (step)
            {
                case Importing importing:
                    return AnswerText.Of(await store.ImportAsync(importing.Batch, cancellationToken));
                case Removing removing:
                    return AnswerText.Of(await store.RemoveAsync(removing.Article, cancellationToken));
                case Remembering remembering:
                    await store.RememberSourceAsync(remembering.Source, cancellationToken);
                    return "remembered";
                default:
                    throw new ArgumentException($"{step.GetType().Name} is no step that is known here.", nameof(step));
            }
        }
        catch (GraphStoreException e)
        {
            return $"refused, transient: {e.IsTransient}: {e.Message}";
        }
    }

    private static Task<List<IReadOnlyList<string>>> AnswersAsync(
        IGraphStore store,
        IReadOnlyList<Question> questions,
        CancellationToken cancellationToken
    ) =>
        store.ReadAsync(
            async snapshot =>
            {
                List<IReadOnlyList<string>> answers = [];
                foreach (var some in questions.Chunk(AtOnce))
                    answers.AddRange(await Task.WhenAll(some.Select(question => question.AnswerAsync(store, snapshot, cancellationToken))));
                return answers;
            },
            cancellationToken
        );
}
