using System.CommandLine;
using Microsoft.Extensions.Primitives;
using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.RestApi;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>
/// What <c>export</c> is asked for of figures, or of the points of a series: read as the REST API reads its parameters, by the same
/// operations, so that both narrow alike.
/// </summary>
/// <param name="problems">Where what is wrong with them is noted.</param>
internal sealed class FigureOptions(ParseResult parsed, ICollection<string> problems)
{
    private string? Series => parsed.GetValue(FigureOption.Series);

    /// <summary>The request; what it is means something only where nothing was noted.</summary>
    public async Task<ExportRequest> ReadAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        Dictionary<string, StringValues> texts = new(StringComparer.Ordinal);
        foreach (var option in FigureOption.All.Where(option => option.IsGiven(parsed)))
        {
            if (ParameterOf(option) is { } parameter)
                texts[parameter] = new(option.Texts(parsed));
            else
                problems.Add(
                    Series is null
                        ? $"{option.Option.Name} is given without --series, whose points it is of."
                        : $"{option.Option.Name} is given with --series, which is of one thing and one indicator; allowed with it: "
                            + $"{string.Join(", ", FigureOption.All.Where(o => o.OfSeries is not null).Select(o => o.Option.Name))}."
                );
        }
        using var schema = new GraphSchema();
        var rest = new RestApi.RestApi(schema, new RestSettings());
        var operation = rest.Operations.Single(operation => operation.Id == (Series is null ? "listObservations" : "getSeries"));
        var input = RestInput.OfQuery(new QueryCollection(texts), operation.Narrowing, mostTold: int.MaxValue);
        var (request, faults) = await store.ReadAsync(
            async snapshot =>
            {
                var call = new RestCall(snapshot, input, Series, new RequestLimits(), cancellationToken);
                return (await operation.File!.Ask(call), call.Faults);
            },
            cancellationToken
        );
        foreach (var fault in faults.Where(fault => fault.Code != GraphErrors.CursorMismatch))
            problems.Add(Told(fault.Detail));
        // Whether a list has a figure cannot be told before the list is known; what is no figure can.
        if (texts.TryGetValue(RestList.After, out var after) && faults.Any(fault => IsNoPlace(fault, after)))
            problems.Add(
                $"--after has '{ArgumentReader.Shorten(after.ToString())}', which is no figure of what is asked for; "
                    + "allowed is the id of one, "
                    + "obs:folder/name/key, as an earlier file has it."
            );
        return request ?? new();
    }

    private static bool IsNoPlace(RestFault fault, StringValues after) =>
        fault.Code == GraphErrors.CursorMismatch || NodeId.KindOf(after.ToString()) is not NodeKind.Observation;

    private string? ParameterOf(FigureOption option) => Series is null ? option.OfList : option.OfSeries;

    /// <summary>A sentence about parameters as one about options.</summary>
    private string Told(string detail)
    {
        // One parameter of several options.
        var whole = detail
            .Replace("'periodOverlaps'", "--period-overlaps (or --from and --to)", StringComparison.Ordinal)
            .Replace("'value'", "--value-*", StringComparison.Ordinal)
            .Replace($"'{RestCall.IdParameter}'", FigureOption.Series.Name, StringComparison.Ordinal);
        return FigureOption
            .All.Where(option => ParameterOf(option) is not null)
            .Aggregate(whole, (text, option) => text.Replace($"'{ParameterOf(option)}'", option.Option.Name, StringComparison.Ordinal));
    }
}
