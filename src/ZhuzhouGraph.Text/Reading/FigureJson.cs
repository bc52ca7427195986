using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>Figures as JSON, one object a line: for scoring, and for a journalist's eye.</summary>
public static class FigureJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line, without its end. Numbers are decimal strings, so that no digit is lost.</summary>
    public static string Of(ReadFigure figure)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("line", figure.Line);
            json.WriteString("printed", figure.Printed);
            json.WriteNumber("start", figure.InLine.Start);
            json.WriteString("number", Text(figure.Number));
            json.WriteString("end", figure.To is { } to ? Text(to) : null);
            json.WriteString("unit", figure.Unit);
            json.WriteNumber("multiplier", figure.Multiplier);
            json.WriteString("hedge", Spelling.Name(figure.Hedge));
            json.WriteString("measure", Spelling.Name(figure.Measure));
            Comparison(json, figure.Comparison);
            json.WriteString("accumulation", Spelling.Name(figure.Accumulation));
            json.WriteString("first", Iso(figure.Period?.First));
            json.WriteString("last", Iso(figure.Period?.Last));
            json.WriteString("status", Spelling.Name(figure.Status));
            json.WriteString("rule", figure.RuleName);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Comparison(Utf8JsonWriter json, ReadComparison? comparison)
    {
        if (comparison is null)
        {
            json.WriteNull("comparison");
            return;
        }
        json.WriteStartObject("comparison");
        json.WriteString("kind", Spelling.Name(comparison.Kind));
        json.WriteString("base", comparison.Words.Length == 0 ? null : comparison.Words);
        json.WriteBoolean("inferred", comparison.IsInferred);
        json.WriteEndObject();
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;
}
