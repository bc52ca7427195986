using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds;

/// <summary>What a table says in words: its rows name what they are recorded as, and head, caption and labels are accounted for.</summary>
internal static class SeedTableRules
{
    /// <summary>Labels of the whole, whatever it is called.</summary>
    private static readonly string[] Wholes =
    [
        "合计",
        "总计",
        "总数",
        "全部",
        "总体",
        "平均",
        "全市",
        "全省",
        "全县",
        "全区",
        "全州",
        "全国",
    ];

    private const string NationName = "中国",
        Nation = "全国";

    /// <summary>The label of a row names what the row is of, or the seed repeats it.</summary>
    public static IEnumerable<Problem> LabelsNameTheirRows(BoundSeeds seeds)
    {
        foreach (var article in seeds.Articles)
        {
            var rows = article
                .Facts.Where(fact => fact.Figure?.Cell is { Label: not null, Row.Label: null })
                .GroupBy(fact => fact.Figure!.Cell!.Row);
            foreach (var row in rows)
            {
                var label = row.First().Figure!.Cell!.Label!;
                var written = NamesOf(row.Key).Where(name => !SeedTodo.Is(name.Value)).ToList();
                var meant = row.Select(fact => (Observation)fact.Node)
                    .SelectMany(figure => (figure.Breakdown?.Members ?? []).Append(figure.Indicator).Append(figure.About))
                    .Distinct(StringComparer.Ordinal)
                    .Select(seeds.Names.Get)
                    .OfType<Entity>()
                    .Where(entity => written.Exists(name => name.Value == entity.Id || entity.Names.Any(x => Same(x.Text, name.Value))))
                    .ToList();
                if (meant.Count > 0 && !meant.Exists(entity => Names(label, entity)))
                    yield return new(
                        ProblemCodes.ReadsOtherwise,
                        row.Key.Location,
                        $"Found about {string.Join(", ", meant.Select(entity => entity.Name))} for line {row.Key.Line.Value}, whose label "
                            + $"reads '{SeedTableRows.Short(label)}'. Allowed is what it names; or, "
                            + "where it names that in other words, label: those words."
                    );
            }
        }
    }

    /// <summary>The lines of heads and captions, which state nothing by themselves.</summary>
    public static HashSet<int> HeadLines(SeedArticle article) =>
        [
            .. article.Tables.SelectMany(table =>
                (
                    table.Head.Count > 0
                        ? table.Head.Select(NumberOf)
                        : [table.Rows.Select(row => NumberOf(row.Line)).DefaultIfEmpty().Min() - 1]
                ).Append(table.Caption is { } caption ? NumberOf(caption) : 0)
            ),
        ];

    /// <summary>Where in a row its label stands, and what its table says not to be figures.</summary>
    public static IEnumerable<Span> NamedIn(BoundArticle article, Sentence sentence)
    {
        var tables = article.Document.Tables.Where(table => table.Rows.Any(row => NumberOf(row.Line) == sentence.Address.Line));
        var fields = TableCells.Of(sentence.Text);
        foreach (var table in tables)
        {
            var row = table.Rows.First(row => NumberOf(row.Line) == sentence.Address.Line);
            var shift = row.Shift is { } by ? NumberOf(by) : 0;
            var columns = table
                .Columns.Where(column => column.Reason is not null && column.Column is not null)
                .Select(column => NumberOf(column.Column!))
                .Append(table.Label is { } label ? NumberOf(label) : 1);
            foreach (var at in columns.Select(column => column - shift).Where(at => at >= 1 && at <= fields.Count))
                yield return fields[at - 1];
        }
    }

    private static IEnumerable<SeedText> NamesOf(SeedRow row) =>
        (row.Name is { } name ? [name] : (IReadOnlyList<SeedText>)[]).Concat(
            row.Shared is { } shared ? shared.Of.Concat(shared.About).Concat(shared.Breakdown) : []
        );

    private static bool Names(string label, Entity entity)
    {
        var folded = Folding.Fold(label);
        var names = entity
            .Names.Where(name => name.Language == "zh")
            .Select(name => Folding.Fold(name.Text))
            .Where(name => name.Length > 0)
            .ToList();
        if (
            names.Exists(name =>
                folded.Contains(name, StringComparison.Ordinal) || (folded.Length > 1 && name.Contains(folded, StringComparison.Ordinal))
            )
        )
            return true;
        return folded == Nation
            ? names.Contains(NationName)
            : entity.Type == EntityTypes.Place && Wholes.Contains(folded, StringComparer.Ordinal);
    }

    private static bool Same(string name, string written) => Folding.Fold(name) == Folding.Fold(written);

    private static int NumberOf(SeedText text) => SeedLines.IsLine(text.Value) ? SeedLines.Number(text.Value) : 0;
}
