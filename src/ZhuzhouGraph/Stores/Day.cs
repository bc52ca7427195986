using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Stores;

/// <summary>Days as stores write them: ISO 8601.</summary>
public static class Day
{
    public static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string? Of(LocalDate? day) => day is { } known ? Of(known) : null;

    /// <summary>
    /// Where something of that period stands in an order by time: at its first day, else its last; what has no day comes after all days.
    /// </summary>
    public static string KeyOf(Period? period) => Of(period?.First ?? period?.Last) ?? Undated;

    /// <summary>The key of what has no day.</summary>
    public const string Undated = "~";

    public static LocalDate Read(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
}
