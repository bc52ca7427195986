namespace ZhuzhouGraph.Exports.Rows;

/// <summary>The values of an enumeration as answers write them, each made once.</summary>
internal static class Words<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> All = Enum.GetValues<TEnum>()
        .ToDictionary(value => value, value => Spelling.UpperSnake(value.ToString()));

    public static string Of(TEnum value) => All[value];

    public static string? Of(TEnum? value) => value is { } known ? All[known] : null;
}
