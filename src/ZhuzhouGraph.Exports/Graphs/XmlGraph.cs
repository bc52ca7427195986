using System.Globalization;
using System.Text;
using System.Xml;
using NodaTime;

namespace ZhuzhouGraph.Exports.Graphs;

/// <summary>What the formats of graphs in XML have in common.</summary>
internal static class XmlGraph
{
    public static XmlWriter Writer(Stream output) =>
        XmlWriter.Create(
            output,
            new XmlWriterSettings
            {
                Async = true,
                Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                Indent = true,
                NewLineChars = "\n",
                CloseOutput = false,
            }
        );

    /// <summary>The value as XML writes it; what XML 1.0 cannot hold becomes U+FFFD.</summary>
    public static string Text(object value) =>
        value switch
        {
            string text => Held(text),
            LocalDate day => PeriodText.Day(day),
            int number => number.ToString(CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"An attribute is a {value.GetType().Name}, which no column has.", nameof(value)),
        };

    private static string Held(string text)
    {
        StringBuilder? held = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]);
            if (isPair)
                i++;
            else if (!XmlConvert.IsXmlChar(text[i]))
                (held ??= new StringBuilder(text))[i] = '\uFFFD';
        }
        return held?.ToString() ?? text;
    }
}
