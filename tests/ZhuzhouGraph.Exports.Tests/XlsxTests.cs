using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace ZhuzhouGraph.Exports.Tests;

public sealed class XlsxTests(Exported exported) : IClassFixture<Exported>
{
    [Fact]
    public async Task The_workbook_is_valid_and_has_numbers_days_and_Chinese_as_such()
    {
        using var book = SpreadsheetDocument.Open(await exported.FileAsync("xlsx"), isEditable: false);

        new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).ShouldBeEmpty();
        var rows = Workbooks.Rows(book);
        rows.Count.ShouldBe(Exported.Figures);
        var cut = rows.Single(row => row["id"].Text == "obs:yunhai/01/cut");
        cut["value"].ShouldBe(("-30", true));
        cut["indicatorZh"].ShouldBe(("灯笼产量增速", false));
        cut["figure"].ShouldBe(("-30%", false), "text in a workbook is no formula");
        cut["periodStart"].ShouldBe((new DateTime(2031, 1, 1).ToOADate().ToString(CultureInfo.InvariantCulture), true));
        rows.Single(row => row["id"].Text == "obs:yunhai/02/again")["capacity"].Text.ShouldStartWith("=HYPERLINK");
        book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task LibreOffice_opens_it_with_numbers_and_Chinese_intact()
    {
        var csv = await Outside.LibreOfficeAsync(await exported.FileAsync("xlsx"));

        var rows = Outside.DuckDb($"SELECT * FROM read_csv('{csv}', header = true, quote = '\"', escape = '\"')");

        rows.Count.ShouldBe(Exported.Figures);
        var cut = rows.Single(row => (string)row["id"]! == "obs:yunhai/01/cut");
        Outside.Decimal(cut["value"]).ShouldBe(-30);
        (cut["aboutZh"], cut["figure"], cut["quote"]).ShouldBe(("云海市", "-30%", "降30%。"));
        Outside.Decimal(rows.Single(row => (string)row["id"]! == "obs:yunhai/02/goal")["value"]).ShouldBe(100.5m);
    }
}
