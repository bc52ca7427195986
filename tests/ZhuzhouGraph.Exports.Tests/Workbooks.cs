using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ZhuzhouGraph.Exports.Tests;

/// <summary>Workbooks as the Open XML SDK reads them.</summary>
internal static class Workbooks
{
    /// <summary>The rows of the first sheet by the names of its header: the text of a cell, and whether it is a number.</summary>
    public static List<Dictionary<string, (string Text, bool IsNumber)>> Rows(SpreadsheetDocument book)
    {
        var sheet = book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().First();
        var part = (WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!);
        var shared = book
            .WorkbookPart.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>()
            .Select(item => item.InnerText)
            .ToList();
        var rows = part.Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(Read).ToList()).ToList();
        return
        [
            .. rows.Skip(1)
                .Select(row => rows[0].Zip(row).ToDictionary(pair => pair.First.Text, pair => pair.Second, StringComparer.Ordinal)),
        ];

        (string Text, bool IsNumber) Read(Cell cell) =>
            cell.DataType?.Value is { } type && type == CellValues.SharedString
                ? (shared![int.Parse(cell.InnerText, System.Globalization.CultureInfo.InvariantCulture)], false)
            : cell.DataType?.Value is { } other && other != CellValues.Number ? (cell.InnerText, false)
            : (cell.InnerText, cell.InnerText.Length > 0);
    }
}
