using System.Globalization;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>One call that may change a store.</summary>
/// <param name="Wait">How far the clock moves before it, backwards where negative.</param>
internal abstract record Step(TimeSpan Wait);

internal sealed record Importing(TimeSpan Wait, GraphBatch Batch) : Step(Wait);

internal sealed record Removing(TimeSpan Wait, string Article) : Step(Wait);

internal sealed record Remembering(TimeSpan Wait, string Source) : Step(Wait);

/// <summary>What a store lives through.</summary>
internal sealed record SmallCity(IReadOnlyList<Step> Steps)
{
    public static readonly DateTimeOffset Start = new(2031, 4, 1, 8, 0, 0, TimeSpan.Zero);

    public IEnumerable<GraphBatch> Batches => Steps.OfType<Importing>().Select(step => step.Batch);

    /// <summary>The moments at which steps are taken, as long as the clock does not go back.</summary>
    public IEnumerable<DateTimeOffset> Moments =>
        Steps.Aggregate(new List<DateTimeOffset> { Start }, (moments, step) => [.. moments, moments[^1] + step.Wait]);

    /// <summary>Everything that is needed to play it by hand.</summary>
    public override string ToString() =>
        string.Join(
            '\n',
            Steps.Select((step, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. after {step.Wait}: {Text(step)}"))
        );

    private static string Text(Step step) =>
        step switch
        {
            Importing importing => string.Join(
                "\n     ",
                Lines(importing.Batch).Prepend($"import {importing.Batch.Unit}, hash {importing.Batch.Hash}")
            ),
            Removing removing => $"remove {removing.Article}",
            Remembering remembering => $"remember {remembering.Source}",
            _ => step.ToString(),
        };

    private static IEnumerable<string> Lines(GraphBatch batch) =>
        [
            .. batch.Entities.Select(e => "entity       " + CanonicalJson.Write(e)),
            .. batch.Article is { } article ? ["article      " + CanonicalJson.Write(article)] : Array.Empty<string>(),
            .. batch.Relationships.Select(r => "relationship " + CanonicalJson.Write(r)),
            .. batch.Observations.Select(o => "observation  " + CanonicalJson.Write(o)),
            .. batch.Citations.Select(c => "citation     " + CanonicalJson.Write(c)),
            .. batch.Sentences.Select(s => $"sentence     {s.Address} {s.Text}"),
        ];
}
