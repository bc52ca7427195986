using System.Globalization;

namespace ZhuzhouGraph.Exports.Tests;

public sealed class SdmxCsvTests(Exported exported) : IClassFixture<Exported>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_again_it_gives_the_same_values(bool withLabels)
    {
        var rows = await RowsAsync(new() { WithLabels = withLabels });
        var stored = (await exported.Store.ReadAsync(s => s.ListAsync(new ObservationQuery(), new(200), Cancel), Cancel)).Items;

        rows.Count.ShouldBe(Exported.Figures);
        foreach (var (o, row) in stored.Zip(rows))
        {
            row["OBSERVATION"].ShouldBe(o.Id);
            var power = int.Parse(row["UNIT_MULT"]!, CultureInfo.InvariantCulture);
            power.ShouldBe(o.Quantity.UnitMultiplier);
            Read(row["OBS_VALUE"], power).ShouldBe(o.Quantity.Value);
            Read(row["LOWER"], power).ShouldBe(o.Quantity.Lower?.Value);
            Read(row["UPPER"], power).ShouldBe(o.Quantity.Upper?.Value);
            Code(row["INDICATOR"]!).ShouldBe(o.Indicator.Replace(':', '_'));
            Code(row["ABOUT"]!).ShouldBe(o.About.Replace(':', '_'));
            row["MEASURE"].ShouldBe(Spelling.UpperSnake(o.Measure.ToString()));
            row["FIGURE"].ShouldBe(o.Figure, "a machine reads it: no apostrophe");
            row["PERIOD_WORDS"].ShouldBe(o.Period?.Words);
        }

        static decimal? Read(string? text, int power)
        {
            if (text is null or "NaN")
                return null;
            var value = decimal.Parse(text, CultureInfo.InvariantCulture);
            for (; power > 0; power--)
                value *= 10;
            return value;
        }

        static string Code(string cell) => cell.Split(": ")[0];
    }

    [Fact]
    public async Task It_begins_with_what_the_standard_says_and_ends_lines_with_CRLF()
    {
        var text = await exported.TextAsync("sdmx-csv");

        text.ShouldStartWith("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,INDICATOR,ABOUT,");
        text.ShouldContain("\r\ndataflow,ZHUZHOUGRAPH:FIGURES(1.0.0),I,_U,indicator_lanterns-made,place_yunhai,LEVEL,_Z,SINGLE,_Z,piece,");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
    }

    [Fact]
    public async Task Ten_thousands_are_the_multiplier_and_status_says_what_a_value_is()
    {
        var rows = (await RowsAsync(new())).ToDictionary(row => row["OBSERVATION"]!.Split('/')[^1]!);

        (rows["wan"]["OBS_VALUE"], rows["wan"]["UNIT_MULT"], rows["wan"]["OBS_STATUS"]).ShouldBe(("1.4", "4", "E"));
        (rows["count"]["OBS_STATUS"], rows["count"]["TIME_PERIOD"]).ShouldBe(("A", "~"));
        (rows["range"]["OBS_VALUE"], rows["range"]["OBS_STATUS"], rows["range"]["TIME_PERIOD"]).ShouldBe(("NaN", "O", "2030"));
        (rows["goal"]["OBS_STATUS"], rows["goal"]["TIME_PERIOD"]).ShouldBe(("F", "2031-01-01/P9M"));
        (rows["rank"]["BREAKDOWN"], rows["rank"]["BREAKDOWN_DIMENSION"], rows["cut"]["BREAKDOWN"]).ShouldBe(
            ("category_private+industry_crafts", "OWNERSHIP+INDUSTRY", "_T")
        );
        rows["rank"]["RANKED_BY"].ShouldBe("RATE_OF_CHANGE");
        (rows["cut"]["COMPARISON"], rows["cut"]["BASE"], rows["cut"]["BASE_START"], rows["cut"]["BASE_END"]).ShouldBe(
            ("BASE_PERIOD", "2019年同期", "2019-01-01", "2019-03-31")
        );
        (rows["cut"]["OBS_VALUE"], rows["cut"]["UNIT_MEASURE"], rows["cut"]["TIME_PERIOD"]).ShouldBe(("-30", "PT", "2031-Q1"));
    }

    [Fact]
    public async Task Labels_stand_behind_their_codes_in_the_language_that_is_asked_for()
    {
        (await exported.TextAsync("sdmx-csv", new() { WithLabels = true })).ShouldContain(",INDICATOR: 指标,");
        var english = await exported.TextAsync("sdmx-csv", new() { WithLabels = true, Language = "en" });

        english.ShouldContain("ZHUZHOUGRAPH:FIGURES(1.0.0): Figures of newspapers,I,");
        english.ShouldContain(",indicator_lanterns-made: Lanterns made,place_yunhai: Yunhai,");
        english.ShouldContain(",A: Normal value,");
    }

    /// <summary>The rows as DuckDB reads them, every cell as text; the header is the id of each component.</summary>
    private async Task<List<Dictionary<string, string?>>> RowsAsync(ExportRequest request) =>
        [
            .. Outside
                .DuckDb($"SELECT * FROM read_csv('{await exported.FileAsync("sdmx-csv", request)}', header = true, all_varchar = true)")
                .Select(row => row.ToDictionary(cell => cell.Key.Split(": ")[0], cell => (string?)cell.Value)),
        ];
}
