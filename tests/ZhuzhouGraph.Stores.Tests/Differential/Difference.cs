namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>Where two stores part.</summary>
/// <param name="Asked">The question; null where a step had different outcomes.</param>
/// <param name="What">The question or step in words.</param>
internal sealed record Difference(Question? Asked, string What, int Line, string One, string Other)
{
    /// <summary>The first line in which two answers differ, or null.</summary>
    public static Difference? Between(Question? asked, string what, IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        for (var i = 0; i < Math.Max(one.Count, other.Count); i++)
        {
            var (left, right) = (one.ElementAtOrDefault(i) ?? "no such line", other.ElementAtOrDefault(i) ?? "no such line");
            if (left != right)
                return new(asked, what, i + 1, left, right);
        }
        return null;
    }

    public override string ToString() => $"{What}\nline {Line}\n  one:   {One}\n  other: {Other}";
}
