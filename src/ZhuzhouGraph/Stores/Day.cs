using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Stores;

/// <summary>Days as stores write them: ISO 8601.</summary>
public static class Day
{
    public static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string? Of(LocalDate? day) => day is { } known ? Of(known) : null;

    public static LocalDate Read(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
}
