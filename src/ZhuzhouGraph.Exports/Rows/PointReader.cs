using System.Runtime.CompilerServices;
using ZhuzhouGraph.Queries;

namespace ZhuzhouGraph.Exports.Rows;

/// <summary>Figures of a page, and where they stand on a line where one is asked for.</summary>
internal sealed record RowPage(IReadOnlyList<CitedFigure> Figures, IReadOnlyList<RowPoint>? Points);

/// <summary>The points of a line, with what stands on paper, what others print for the same and what follows from it.</summary>
internal static class PointReader
{
    public static async IAsyncEnumerable<RowPage> PagesAsync(
        IPinnedGraph graph,
        LineRequest line,
        SortKey? after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var points in line.Points.StreamAsync(graph, line.Id, after, cancellationToken))
        {
            var citations = await graph.CitationsAsync([.. points.Select(point => point.Chosen.Id)], cancellationToken);
            var transform = line.Transform is null ? null : line.Transform with { Unit = line.Unit };
            var derived = transform is null ? null : await transform.ReadAsync(graph, points, cancellationToken);
            var reports = await FactReports.ReadAsync(graph, line.Id, points, line.Points, cancellationToken);
            yield return new(
                [.. points.Select(point => new CitedFigure(point.Chosen, [.. citations[point.Chosen.Id]]))],
                [
                    .. points.Select(point => new RowPoint(
                        point,
                        point.Chosen.Quantity.Told(line.Unit),
                        reports[point.Chosen.Id],
                        derived?.GetValueOrDefault(point.Chosen.Id)
                    )),
                ]
            );
        }
    }
}
