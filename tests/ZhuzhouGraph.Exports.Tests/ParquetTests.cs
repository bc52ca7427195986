namespace ZhuzhouGraph.Exports.Tests;

public sealed class ParquetTests(Exported exported) : IClassFixture<Exported>
{
    [Fact]
    public async Task DuckDB_reads_decimals_days_and_moments_with_their_types()
    {
        var file = await exported.FileAsync("parquet");

        var rows = Outside.DuckDb($"SELECT * FROM '{file}'");
        var types = Outside
            .DuckDb($"DESCRIBE SELECT * FROM '{file}'")
            .ToDictionary(row => (string)row["column_name"]!, row => (string)row["column_type"]!);

        (types["value"], types["id"], types["unitMultiplier"], types["lowerInclusive"], types["periodStart"]).ShouldBe(
            ("DECIMAL(38,10)", "VARCHAR", "INTEGER", "BOOLEAN", "DATE")
        );
        types["recordedAt"].ShouldStartWith("TIMESTAMP");
        rows.Count.ShouldBe(Exported.Figures);
        var cut = rows.Single(row => (string)row["id"]! == "obs:yunhai/01/cut");
        Outside.Decimal(cut["value"]).ShouldBe(-30);
        (cut["aboutZh"], cut["figure"], cut["periodStart"]).ShouldBe(("云海市", "-30%", new DateOnly(2031, 1, 1)));
        rows.Single(row => (string)row["id"]! == "obs:yunhai/01/range")["value"].ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_that_fits_is_a_file_of_no_rows()
    {
        var file = await exported.FileAsync("parquet", new() { Observations = new() { About = ["place:nowhere"] } });

        Outside.DuckDb($"SELECT count(*) AS n FROM '{file}'")[0]["n"].ShouldBe(0L);
    }
}
