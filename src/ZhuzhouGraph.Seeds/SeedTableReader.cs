namespace ZhuzhouGraph.Seeds;

/// <summary>Turns the mappings of <c>tables</c> into <see cref="SeedTable"/>.</summary>
internal static class SeedTableReader
{
    public static SeedTable ReadTable(YamlMap map)
    {
        var isLeft = map.HasLeft("columns", "rows");
        var table = new SeedTable(map.Location)
        {
            Caption = map.Text("caption"),
            Head = map.Texts("head"),
            Label = map.Text("label"),
            Unit = map.Text("unit"),
            Shared = SeedArticleReader.ReadShared(map),
            Columns = [.. map.Maps("columns").Select(ReadColumn)],
            Rows = map.Map("rows") is { } rows ? [.. rows.Keys.ToList().Select(line => ReadRow(rows, line)).OfType<SeedRow>()] : [],
            IsLeft = isLeft,
        };
        map.Close();
        return table;
    }

    private static SeedColumn ReadColumn(YamlMap map)
    {
        var column = new SeedColumn(map.Location)
        {
            Column = map.Required("column"),
            Measure = map.Text("measure"),
            Unit = map.Text("unit"),
            Reason = map.Text("reason"),
            Shared = SeedArticleReader.ReadShared(map),
            IsLeft = map.HasLeft(),
        };
        map.Close();
        return column;
    }

    private static SeedRow? ReadRow(YamlMap rows, string line)
    {
        if (!rows.IsMap(line))
            return rows.IsLeft(line) && rows.Text(line) is null
                    ? new(rows.LocationOf(line), new(line, rows.LocationOf(line))) { IsLeft = true }
                : rows.Text(line) is { } name ? new(name.Location, new(line, name.Location)) { Name = name }
                : null;
        var map = rows.Map(line)!;
        var row = new SeedRow(map.Location, new(line, map.Location))
        {
            Label = map.Text("label"),
            Unit = map.Text("unit"),
            Shift = map.Text("shift"),
            Mentions = map.Each("mentions", name => new SeedMention(name, null), SeedArticleReader.ReadMention),
            Cells = map.Texts("cells"),
            Shared = SeedArticleReader.ReadShared(map),
            IsLeft = map.HasLeft(),
        };
        map.Close();
        return row;
    }
}
