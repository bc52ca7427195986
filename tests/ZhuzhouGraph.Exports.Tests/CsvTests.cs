using System.Text;

namespace ZhuzhouGraph.Exports.Tests;

public sealed class CsvTests(Exported exported) : IClassFixture<Exported>
{
    [Fact]
    public async Task A_figure_is_a_row_with_its_evidence_and_DuckDB_reads_numbers_as_numbers()
    {
        var rows = Outside.DuckDb(
            $"SELECT * FROM read_csv('{await exported.FileAsync("csv")}', header = true, quote = '\"', escape = '\"')"
        );

        rows.Count.ShouldBe(Exported.Figures);
        var cut = rows.Single(row => (string)row["id"]! == "obs:yunhai/01/cut");
        Outside.Decimal(cut["value"]).ShouldBe(-30);
        cut["value"].ShouldNotBeOfType<string>();
        (cut["unit"], cut["measure"], cut["comparison"]).ShouldBe(("%", "RATE_OF_CHANGE", "BASE_PERIOD"));
        (cut["base"], cut["baseStart"], cut["baseEnd"], cut["baseEntity"]).ShouldBe(
            ("2019年同期", new DateOnly(2019, 1, 1), new DateOnly(2019, 3, 31), null)
        );
        var parts = rows.Single(row => (string)row["id"]! == "obs:yunhai/02/rank");
        (parts["breakdown"], parts["breakdownDimension"], parts["breakdownZh"], parts["breakdownEn"]).ShouldBe(
            ("category:private | industry:crafts", "OWNERSHIP | INDUSTRY", "民营企业 | 手工业", "Private firms | Crafts")
        );
        parts["rankedBy"].ShouldBe("RATE_OF_CHANGE");
        (cut["breakdown"], cut["rankedBy"]).ShouldBe((null, null));
        rows.Single(row => (string)row["id"]! == "obs:yunhai/02/goal")["baseEntity"].ShouldBe(ZhuzhouGraph.Testing.Batches.Harbour);
        (cut["indicatorZh"], cut["indicatorEn"], cut["aboutZh"]).ShouldBe(("灯笼产量增速", "Growth of lanterns made", "云海市"));
        (cut["period"], cut["periodWords"]).ShouldBe(("2031-Q1", "一季度"));
        (cut["article"], cut["title"], cut["line"], cut["sentence"], cut["quote"]).ShouldBe(
            ("article:yunhai/01", "灯会第1日", 3L, 1L, "降30%。")
        );
        cut["figure"].ShouldBe("'-30%", "a text that a spreadsheet would take for a formula");
        var wan = rows.Single(row => (string)row["id"]! == "obs:yunhai/01/wan");
        (Outside.Decimal(wan["value"]), Outside.Decimal(wan["lower"]), Outside.Decimal(wan["upper"])).ShouldBe((14000, 13000, 15000));
        (wan["unitMultiplier"], wan["hedge"], wan["lowerInclusive"], wan["upperInclusive"]).ShouldBe((4L, "ABOUT", true, false));
        var range = rows.Single(row => (string)row["id"]! == "obs:yunhai/01/range");
        (range["value"], Outside.Decimal(range["lower"]), Outside.Decimal(range["upper"]), range["meaning"]).ShouldBe(
            (null, 15, 20, "VARIES")
        );
    }

    [Fact]
    public async Task It_is_RFC_4180_with_CRLF_and_a_header_of_stable_order()
    {
        var text = await exported.TextAsync("csv");

        text.ShouldStartWith(
            "id,indicator,indicatorZh,indicatorEn,about,aboutZh,aboutEn,aboutType,measure,comparison,value,valueText,unit,"
                + "unitZh,unitEn,unitMultiplier,hedge,lower,lowerInclusive,upper,upperInclusive,boundBasis,meaning,period,"
                + "periodWords,periodStart,periodEnd,periodPrecision,periodBasis,frequency,accumulation,priceBasis,shareOf,"
                + "within,withinPlace,withinSize,withinAscending,place,placeZh,at,attributedTo,attributedToZh,capacity,status,"
                + "series,article,title,titleEn,newspaper,date,page,address,line,sentence,part,figure,quote,citations,recordedAt,"
                + "removedAt,base,baseStart,baseEnd,baseEntity,breakdown,breakdownDimension,breakdownZh,breakdownEn,rankedBy\r\n"
        );
        text.ShouldEndWith("\r\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        text.ShouldContain(
            "\"'=HYPERLINK(\"\"x\"\"),\r\n+1\"",
            customMessage: "quotes are doubled, line breaks stay, the formula is guarded"
        );
        text.ShouldContain(",14000.0,14000.0,piece,", customMessage: "digits stay as they are");
        text.ShouldContain(",-30,-30,%,", customMessage: "a negative number is no formula");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("58家", "58家")]
    [InlineData("−30", "−30")]
    [InlineData("", "")]
    public void Text_that_begins_as_a_formula_gets_an_apostrophe(string text, string guarded) => CsvTable.Guarded(text).ShouldBe(guarded);

    [Fact]
    public async Task A_byte_order_mark_comes_where_it_is_asked_for()
    {
        (await exported.BytesAsync("csv", new() { WithByteOrderMark = true }))[..5].ShouldBe([0xEF, 0xBB, 0xBF, (byte)'i', (byte)'d']);
        (await exported.BytesAsync("csv"))[..2].ShouldBe("id"u8.ToArray());
    }

    [Fact]
    public async Task Nothing_that_fits_is_a_header()
    {
        var text = await exported.TextAsync("csv", new() { Observations = new() { About = ["place:nowhere"] } });

        text.Count(c => c == '\n').ShouldBe(1);
    }

    [Fact]
    public async Task A_download_goes_on_after_a_key()
    {
        List<SortKey> keys = [];
        await exported.Store.StreamAsync(
            async graph =>
            {
                await foreach (var page in graph.PagesAsync(new ObservationQuery(), null, TestContext.Current.CancellationToken))
                    keys.AddRange(page.Keys);
            },
            TestContext.Current.CancellationToken
        );
        var all = await exported.TextAsync("csv");

        var rest = await exported.TextAsync("csv", new() { After = keys[2] });

        all.ShouldEndWith(rest[rest.IndexOf("\r\n", StringComparison.Ordinal)..]);
        rest.ShouldNotContain("obs:yunhai/01/cut");
        rest.ShouldContain("obs:yunhai/01/range");
    }

    [Fact]
    public async Task Wide_has_a_period_a_row_and_a_series_a_column_and_never_blends()
    {
        var file = await exported.FileAsync("csv", new() { Layout = CsvLayout.Wide });

        var rows = Outside.DuckDb($"SELECT * FROM read_csv('{file}', header = true)");

        const string lanterns = "灯笼产量 | 云海市 | LEVEL | 个";
        rows[0].Keys.ShouldContain(lanterns);
        rows[0].Keys.ShouldContain("灯笼产量增速 | 云海市 | RATE_OF_CHANGE | BASE_PERIOD | 2019年同期 | %");
        rows[0].Keys.ShouldContain("灯笼产量 | 云海市 | LEVEL | OTHER_ENTITY | 云海港务处 | TARGET | 个");
        rows.Where(row => (string)row["period"]! == "undated").Select(row => Outside.Decimal(row[lanterns])).ShouldBe([58, 14000, 60]);
        rows.Where(row => (string)row["period"]! == "undated").Select(row => row["print"]).ShouldBe([1L, 2L, 3L]);
        // What is hedged or has no single number stands beside it, for all of its series.
        rows.Where(row => (string)row["period"]! == "undated")
            .Select(row => (string)row[lanterns + " | 原文"]!)
            .ShouldBe(["58个", "1.4万个", "60个"]);
        var range = rows.Single(row => (string)row["period"]! == "2030");
        (range[lanterns], (string)range[lanterns + " | 原文"]!).ShouldBe((null, "15至20个"));
        rows[0].Keys.ShouldContain("灯笼产量 | 云海市 | LEVEL | OTHER_ENTITY | 云海港务处 | TARGET | 个 | 原文");
        rows[0].Keys.ShouldNotContain("灯笼产量增速 | 云海市 | RATE_OF_CHANGE | BASE_PERIOD | 2019年同期 | % | 原文");
        Outside
            .Decimal(
                rows.Single(row => (string)row["period"]! == "2031-Q1")[
                    "灯笼产量增速 | 云海市 | RATE_OF_CHANGE | BASE_PERIOD | 2019年同期 | %"
                ]
            )
            .ShouldBe(-30);
        rows.Select(row => (string)row["period"]!).Distinct().ShouldBe(["2030", "2031-Q1", "2031-01/2031-09", "undated"]);
    }

    [Fact]
    public async Task Wide_speaks_English_where_it_is_asked_to() =>
        (await exported.TextAsync("csv", new() { Layout = CsvLayout.Wide, Language = "en" })).ShouldContain(
            "Lanterns made | Yunhai | LEVEL | pieces,Lanterns made | Yunhai | LEVEL | pieces | as printed"
        );
}
