using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>Something wrong with one parameter: an item of <c>errors</c>.</summary>
/// <param name="Parameter">The parameter, or <c>id</c> for that of the address.</param>
/// <param name="Code">One of <see cref="GraphErrors"/>, or of <see cref="RestProblem"/>.</param>
/// <param name="Detail">What was found and what is allowed, as a sentence.</param>
internal sealed record RestFault(string Parameter, string Code, string Detail)
{
    /// <summary>What was given; null for nothing.</summary>
    public object? Rejected { get; init; }

    /// <summary>All that is allowed, where that is a list.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>What is allowed, as a sentence in Chinese; null where the rest of it says so, or nobody has written it.</summary>
    public string? Chinese { get; init; }

    /// <summary>What was probably meant, or null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Who was meant, perhaps.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>True where the value is well formed and means nothing that can be answered.</summary>
    public bool IsSemantic { get; init; }

    /// <summary>The status of an answer that tells this and nothing else.</summary>
    public int Status =>
        Code is GraphErrors.UnknownName ? StatusCodes.Status404NotFound
        : IsSemantic && Code is not GraphErrors.InvalidId and not GraphErrors.CursorMismatch ? StatusCodes.Status422UnprocessableEntity
        : StatusCodes.Status400BadRequest;

    /// <summary>The status of an answer that tells all of them: 400 before 422 before 404.</summary>
    public static int StatusOf(IReadOnlyList<RestFault> faults) =>
        faults.Select(fault => fault.Status).MinBy(status => status == StatusCodes.Status404NotFound ? int.MaxValue : status);

    /// <summary>The first fault of those that decide the status.</summary>
    public static RestFault Leading(IReadOnlyList<RestFault> faults)
    {
        var status = StatusOf(faults);
        return faults.First(fault => fault.Status == status && fault.Detail.Length > 0);
    }

    /// <param name="rejected">What the parameter was given, in all.</param>
    public static RestFault Of(Problem problem, object? rejected)
    {
        const string filter = $"{RestParameter.Filter}.";
        var place = problem.Location.Field ?? "";
        var name = place.StartsWith(filter, StringComparison.Ordinal) ? place[filter.Length..] : place;
        return new(name, problem.Code, problem.Message.Replace($"'{filter}", "'", StringComparison.Ordinal))
        {
            IsSemantic = true,
            Rejected = (rejected as IEnumerable<object?>)?.FirstOrDefault(one => IsToldIn(problem.Message, one)) ?? rejected,
            Suggestion = problem.Candidates is [var nearest, ..] && problem.Code == GraphErrors.UnknownName ? nearest.Id : null,
            Candidates = problem.Candidates,
        };
    }

    private static bool IsToldIn(string message, object? value) =>
        value is string text && message.Contains($"'{ArgumentReader.Shorten(text)}'", StringComparison.Ordinal);
}
