using NodaTime.Text;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>Something to ask a store.</summary>
/// <param name="Member">The member of the port that answers, as "Interface.Member".</param>
/// <param name="Text">The question as a reader would write it down.</param>
/// <param name="AskAsync">Gives the answer as lines, in the order of the answer where the port has one.</param>
internal sealed record Question(
    string Member,
    string Text,
    Func<IGraphStore, IGraphSnapshot, CancellationToken, Task<IEnumerable<string>>> AskAsync
)
{
    /// <summary>The same question about fewer things: each half of them.</summary>
    public IEnumerable<Question> Smaller { get; init; } = [];

    /// <summary>For <see cref="Smaller"/>.</summary>
    public static IEnumerable<Question> Halved(IReadOnlyList<string> items, Func<IReadOnlyList<string>, Question> ask) =>
        items.Count < 2 ? [] : items.Chunk((items.Count + 1) / 2).Select(half => ask(half));

    /// <summary>The lines; what is thrown is an answer too.</summary>
    public async Task<IReadOnlyList<string>> AnswerAsync(IGraphStore store, IGraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        try
        {
            return [.. await AskAsync(store, snapshot, cancellationToken)];
        }
        catch (ArgumentException)
        {
            return ["throws ArgumentException"];
        }
        catch (GraphStoreException e)
        {
            return [$"throws GraphStoreException, transient: {e.IsTransient}: {e.Message}"];
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return [$"throws {e.GetType().Name}, which is nothing that the port throws: {e.Message}"];
        }
    }

    public override string ToString() => $"{Member}: {Text}";
}

/// <summary>Answers as texts: equal answers are equal texts.</summary>
internal static class AnswerText
{
    public static string Of(object? item) =>
        item switch
        {
            null => "nothing",
            Entity { IsBrief: true } e => $"brief {e.Id} {e.Type.Name} {e.Kind} {QueryFields.Quoted(e.Name)} {e.NameEnglish}",
            Relationship { IsBrief: true } r => $"brief {r.Id} {r.Type.Name} {r.From} {r.To} {r.Status}",
            Observation { IsBrief: true } o =>
                $"brief {o.Id} {o.Article} {o.Indicator} {o.About} {o.Measure} {o.Comparison} {o.Status} {o.Figure} {o.Quantity}",
            Article { IsBrief: true } a => $"brief {a.Id} {a.Date} {QueryFields.Quoted(a.Title)}",
            Citation { IsBrief: true } c => $"brief {c.Of} {c.Article} {c.Address} {c.Part} {c.Words}",
            Entity entity => CanonicalJson.Write(entity),
            Relationship relationship => CanonicalJson.Write(relationship),
            Article article => $"{CanonicalJson.Write(article)} text: {(article.Text is { } text ? QueryFields.Quoted(text) : "none")}",
            Citation citation => CanonicalJson.Write(citation),
            Observation observation =>
                $"{CanonicalJson.Write(observation)} recorded: {InstantPattern.ExtendedIso.Format(observation.RecordedAt)}"
                    + $" removed: {(observation.RemovedAt is { } removed ? InstantPattern.ExtendedIso.Format(removed) : "not")}",
            Line line =>
                $"{line.Id}: {line.Count} {line.Points} {line.First}/{line.Last} {string.Join(' ', line.Units.Select(u => u.Code))} "
                    + Of(line.Some),
            GroupCount group => $"{string.Join(" | ", group.Values.Select(QueryFields.Quoted))}: {group.Count} {group.First}/{group.Last}",
            _ => item.ToString()!,
        };

    public static IEnumerable<string> OfPage<T>(Page<T> page) =>
        [
            .. page.Items.Zip(page.Keys, (item, key) => $"{key.Sort} | {key.Id} | {Of(item)}"),
            $"-- items: {page.Items.Count}, keys: {page.Keys.Count}, more: {page.HasMore}, capped: {page.IsCapped}",
        ];
}
