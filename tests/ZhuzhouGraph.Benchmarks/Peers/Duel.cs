using System.Globalization;
using ZhuzhouGraph.Benchmarks.Bars;

namespace ZhuzhouGraph.Benchmarks.Peers;

/// <summary>A server that is asked.</summary>
/// <param name="Processes">Its own and its database's, with all that they started; null is one that cannot be seen.</param>
/// <param name="Query">The shape in its words.</param>
internal sealed record Side(string Name, Uri Address, IReadOnlyList<int?> Processes, Func<PeerShape, string> Query)
{
    public Load Ask(PeerShape shape) => new(Address, Address.AbsolutePath, Query(shape));

    /// <summary>Milliseconds since they started.</summary>
    public double Processor => Processes.OfType<int>().Sum(ProcessorTime.Of);
}

/// <summary>Two servers asked in turn, shape by shape, where they answer the same; the table goes to standard output.</summary>
internal sealed class Duel(IReadOnlyList<PeerShape> shapes, int rounds, TimeSpan round)
{
    private readonly record struct Seen(double PerSecond, double Processor);

    /// <returns>Whether every shape was answered by both, and alike.</returns>
    public async Task<bool> RunAsync(Side ours, Side peer, CancellationToken cancellationToken)
    {
        Console.Out.WriteLine(
            $"\n{ours.Name} ÷ {peer.Name}\n\n| shape | requests/s: ratio | rounds | by processor | requests/s | beside | ms of processor "
                + "| beside |\n|---|--:|---|--:|--:|--:|--:|--:|"
        );
        List<(PeerShape Shape, Load Ours, Load Peer)> equal = [];
        foreach (var shape in shapes)
        {
            var (mine, other) = (ours.Ask(shape), peer.Ask(shape));
            if (await DifferenceAsync(shape, mine, other, cancellationToken) is { } difference)
                Console.Out.WriteLine($"| {shape.Name} | {difference} |");
            else
                equal.Add((shape, mine, other));
        }
        // What is measured first must not pay for what all of them use.
        foreach (var load in equal.Concat(equal).SelectMany(pair => new[] { pair.Ours, pair.Peer }))
            await load.RunAsync(round, cancellationToken);
        foreach (var (shape, mine, other) in equal)
        {
            List<(Seen Ours, Seen Peer)> seen = [];
            for (var i = 0; i < rounds; i++)
                seen.Add((await MeasureAsync(ours, mine, cancellationToken), await MeasureAsync(peer, other, cancellationToken)));
            Write(shape, seen);
            // Errors come fast; what was measured must have been the answer.
            if (await DifferenceAsync(shape, mine, other, cancellationToken) is { } difference)
                throw new InvalidOperationException($"{shape.Name}, asked again: {difference}");
        }
        return equal.Count == shapes.Count;
    }

    private async Task<Seen> MeasureAsync(Side side, Load load, CancellationToken cancellationToken)
    {
        var before = side.Processor;
        var pace = await load.RunAsync(round, cancellationToken);
        return new(pace.PerSecond, (side.Processor - before) / pace.Requests);
    }

    /// <summary>Why the two cannot be compared; null where both say the same.</summary>
    private static async Task<string?> DifferenceAsync(PeerShape shape, Load ours, Load peer, CancellationToken cancellationToken)
    {
        var mine = Answer.Of(await ours.AnswerAsync(cancellationToken), shape.IsOrdered);
        try
        {
            var other = Answer.Of(await peer.AnswerAsync(cancellationToken), shape.IsOrdered);
            if (mine == other)
                return mine is "[]" or "null" ? "both answer nothing" : null;
            var at = mine.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
            return $"other answers: {Around(mine, at)} beside {Around(other, at)}";
        }
        catch (InvalidOperationException e)
        {
            return "not answered: " + e.Message.ReplaceLineEndings(" ");
        }

        static string Around(string text, int at) => text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 80)];
    }

    private static void Write(PeerShape shape, List<(Seen Ours, Seen Peer)> seen)
    {
        var (ours, peer) = (Median(seen.Select(s => s.Ours.PerSecond)), Median(seen.Select(s => s.Peer.PerSecond)));
        var (ourTime, peerTime) = (Median(seen.Select(s => s.Ours.Processor)), Median(seen.Select(s => s.Peer.Processor)));
        var ratios = seen.Select(s => (s.Ours.PerSecond / s.Peer.PerSecond).ToString("F2", CultureInfo.InvariantCulture));
        Console.Out.WriteLine(
            FormattableString.Invariant(
                $"| {shape.Name} | **{ours / peer:F2}** | {string.Join(", ", ratios)} | {peerTime / ourTime:F2} | {ours:N0} | {
                    peer:N0} | {ourTime:F2} | {peerTime:F2} |"
            )
        );
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
