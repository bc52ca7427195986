using Microsoft.Net.Http.Headers;
using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Server.GraphApi.Http;

namespace ZhuzhouGraph.Server.RestApi.Files;

/// <summary>In what an address answers a request.</summary>
/// <param name="Format">Null for JSON.</param>
/// <param name="WithLabels">Whether <c>Accept</c> asks for the labels of SDMX.</param>
internal sealed record FileChoice(ExportFormat? Format, bool WithLabels)
{
    private static readonly FileChoice OfJson = new(null, false);

    /// <summary>What was chosen: by the end of the address, by <c>format</c>, or by <c>Accept</c>, in this order.</summary>
    /// <param name="suffix">What the address ends with; null for nothing.</param>
    /// <returns>The choice, or why there is none.</returns>
    public static (FileChoice? Choice, RestProblem? Refusal) Of(
        HttpRequest request,
        RestOperation operation,
        RestInput input,
        string? suffix
    )
    {
        var formats = operation.File?.Formats ?? [];
        var named = (input.Values.GetValueOrDefault(FileParameters.Place) as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(
            FileParameters.Format
        );
        if (suffix is not null && named is string other && other != suffix)
            return (
                null,
                new(
                    StatusCodes.Status400BadRequest,
                    Asking.GraphErrors.InvalidArgument,
                    $"The address ends with the format {suffix}, and 'format' is {other}; give one of them."
                )
                {
                    Chinese = $"地址以格式 {suffix} 结尾，而 format 为 {other}；请只给其一。",
                }
            );
        if ((suffix ?? named as string) is { } name)
            return (new(formats.FirstOrDefault(format => format.Name == name), false), null);
        // Readers of feeds ask for RSS, and take Atom: the address alone says what it is.
        if (operation.Text is not null)
            return (OfJson, null);
        // What is wrong with the parameters is told before what is wrong with the format.
        if (input.Faults.Count > 0)
            return (OfJson, null);
        List<string> offered = [.. formats.Select(format => format.MediaType)];
        if (operation.Answer is not null)
            offered.Insert(0, operation.Media);
        if (MediaTypes.Choose(request, offered, IsSpoken) is not { } chosen)
            return (null, NotAcceptable(operation, offered));
        var withLabels = chosen.Range?.Parameters.Any(p => p.Name == "labels" && p.Value == "both") is true;
        return (new(formats.FirstOrDefault(format => format.MediaType == chosen.Type), withLabels), null);
    }

    /// <summary>A version of SDMX-CSV other than ours is none that we offer.</summary>
    private static bool IsSpoken(MediaTypeHeaderValue range) =>
        range.MediaType != "application/vnd.sdmx.data+csv"
        || range.Parameters.FirstOrDefault(p => p.Name == "version") is not { } version
        || HeaderUtilities.RemoveQuotes(version.Value) == "2.0.0";

    private static RestProblem NotAcceptable(RestOperation operation, IReadOnlyList<string> offered)
    {
        var also = operation.File is { } file ? $" So does format={string.Join("|", file.Formats.Select(format => format.Name))}." : "";
        return new(
            StatusCodes.Status406NotAcceptable,
            RestProblem.NotAcceptable,
            $"'Accept' admits nothing of what is offered, in UTF-8: {string.Join(", ", offered)}.{also}"
        )
        {
            Chinese = $"'Accept' 不接受任何可用格式（UTF-8）：{string.Join("、", offered)}。",
        };
    }
}
