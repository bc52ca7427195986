using System.Text;

namespace ZhuzhouGraph.Server.Tests.Statistics;

/// <summary>Rows of a CSV by the names of its header, read as RFC 4180 says; an empty cell has no key.</summary>
internal static class CsvRows
{
    public static List<Dictionary<string, string>> Read(string text)
    {
        var rows = Cells(text.TrimStart('\uFEFF')).ToList();
        return
        [
            .. rows.Skip(1)
                .Select(row =>
                    rows[0]
                        .Zip(row)
                        .Where(cell => cell.Second.Length > 0)
                        .ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal)
                ),
        ];
    }

    private static IEnumerable<List<string>> Cells(string text)
    {
        var (row, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || c is not (',' or '\r' or '\n'))
                cell.Append(c);
            else if (c is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',')
                    continue;
                yield return row;
                row = [];
            }
        }
    }
}
