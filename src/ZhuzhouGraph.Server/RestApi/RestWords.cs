using System.Globalization;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>
/// Problems in Chinese, put together from what they carry: the parameter, what was given, what was meant and what is allowed. Where a
/// fault carries none of these, its sentence is read by <see cref="ChineseMessages"/>; one that has no row there follows in English, so
/// that nothing that is told in one language is kept back in the other.
/// </summary>
internal static class RestWords
{
    /// <summary>How many of the allowed values a sentence names; <c>allowed</c> has them all.</summary>
    private const int MostAllowed = 12;

    /// <summary>What is wrong, with the number of faults where there are several.</summary>
    public static string Of(RestProblem problem)
    {
        if (problem.Faults.Count == 0)
            return problem.Chinese ?? ChineseMessages.Of(problem.Detail) ?? $"{TitleOf(problem.Code)}（{problem.Detail}）";
        var leading = Of(RestFault.Leading(problem.Faults));
        return problem.Faults.Count switch
        {
            1 => leading,
            <= RestProblem.MostFaults and var all => $"{leading}（共 {Number(all)} 处问题，见 errors）",
            var all => $"{leading}（共 {Number(all)} 处问题，errors 列出前 {Number(RestProblem.MostFaults)} 处）",
        };
    }

    /// <summary>What is wrong with one parameter.</summary>
    public static string Of(RestFault fault)
    {
        var given = fault.Rejected is string text ? $"，所给为“{ArgumentReader.Shorten(text)}”" : "";
        return $"{PlaceOf(fault)}：{TitleOf(fault.Code)}{given}。{HintOf(fault)}";
    }

    /// <summary>Whether its sentence has a part in English.</summary>
    public static bool QuotesEnglish(RestProblem problem) =>
        problem.Faults.Count > 0
            ? problem.Faults.Any(fault => !IsWhole(fault))
            : (problem.Chinese ?? ChineseMessages.Of(problem.Detail)) is null;

    private static string PlaceOf(RestFault fault) =>
        fault.Parameter == RestCall.IdParameter ? "地址中的标识" : $"参数“{ArgumentReader.Shorten(fault.Parameter)}”";

    private static string TitleOf(string code) => RestProblem.Titles[code].Chinese;

    private static string HintOf(RestFault fault) =>
        (fault, fault.Candidates) switch
        {
            (_, { Count: > 0 } candidates) => $"可能是：{string.Join("、", candidates.Select(c => $"{NamesOf(c)}（{c.Id}）"))}。",
            ({ Suggestion: { } suggestion }, _) => $"是否指“{suggestion}”？",
            ({ Allowed: { Count: > 0 } allowed }, _) => $"可用：{string.Join("、", allowed.Take(MostAllowed))}"
                + (allowed.Count > MostAllowed ? $"……共 {Number(allowed.Count)} 个，见 allowed。" : "。"),
            ({ Chinese: { } chinese }, _) => chinese,
            ({ Code: GraphErrors.UnknownName }, _) => "没有相近的名称或标识。",
            _ => ChineseMessages.Of(fault.Detail) ?? $"（{fault.Detail}）",
        };

    private static string NamesOf(Candidate candidate) =>
        candidate.Primary == candidate.Name ? candidate.Name : $"{candidate.Name}，即{candidate.Primary}";

    private static bool IsWhole(RestFault fault) =>
        fault.Candidates.Count > 0
        || fault.Suggestion is not null
        || fault.Allowed.Count > 0
        || fault.Chinese is not null
        || fault.Code == GraphErrors.UnknownName
        || ChineseMessages.Of(fault.Detail) is not null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
