using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>figures FILE --date DAY</c>: prints every figure of a text as the reader reads it.</summary>
internal static class FiguresCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A newspaper's text, UTF-8." };
        var date = new Option<string>("--date")
        {
            Description = "The day of print, such as 2023-05-19: times without a year are resolved against it.",
            HelpName = "YYYY-MM-DD",
            Required = true,
        };
        var json = new Option<bool>("--json") { Description = "One JSON object a line, instead of columns." };
        var command = new Command("figures", "Prints every figure of a text with what its words say, and what was refused.")
        {
            file,
            date,
            json,
        };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(file), parsed.GetRequiredValue(date), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(string file, string date, bool isJson)
    {
        if (LocalDatePattern.Iso.Parse(date) is not { Success: true, Value: var print })
        {
            await Console.Error.WriteLineAsync($"--date: found '{date}'; allowed is a day such as 2023-05-19.");
            return ExitCodes.Problems;
        }
        if (await TextFile.ReadAsync(file) is not { } text)
            return ExitCodes.Problems;
        var reading = FigureReader.Read(text.Lines, print);
        foreach (var figure in reading.Figures)
            Console.Out.WriteLine(isJson ? FigureJson.Of(figure) : Columns(figure));
        foreach (var refused in reading.Refused)
            await Console.Error.WriteLineAsync($"{file}:{refused.Line}: '{refused.Printed}' is not read: {refused.Reason}");
        return ExitCodes.Success;
    }

    private static string Columns(ReadFigure figure) =>
        string.Join(
            '\t',
            $"{figure.Line}:{figure.InLine.Start}",
            figure.Printed,
            string.Create(CultureInfo.InvariantCulture, $"{figure.Number}{(figure.To is { } to ? $"..{to}" : "")} {figure.Unit}"),
            figure.Hedge is Hedge.None ? "" : Spelling.UpperSnake(figure.Hedge.ToString()),
            Spelling.UpperSnake(figure.Measure.ToString()),
            figure.Comparison is { } comparison ? Spelling.UpperSnake(comparison.Kind.ToString()) : "",
            figure.Period is { } period ? $"{Iso(period.First)}/{Iso(period.Last)}" : "",
            Spelling.UpperSnake(figure.Status.ToString()),
            Spelling.UpperSnake(figure.Rule.ToString())
        );

    private static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";
}
