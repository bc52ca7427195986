using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>Days and moments as columns.</summary>
internal static class Day
{
    public static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string? Of(LocalDate? day) => day is { } known ? Of(known) : null;

    public static LocalDate Read(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
}
