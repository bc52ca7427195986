using ZhuzhouGraph.Text.DoubleEntry;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds;

/// <summary>
/// Double entry: what a seed says of a figure, and what the reader reads in its words and, where the text is at hand, in its sentence,
/// agree; or the seed says why not.
/// </summary>
internal static class SeedDoubleEntryRules
{
    /// <summary>The parts that <see cref="SeedRules.FiguresAgree"/> judges by the words alone.</summary>
    private static readonly string[] OfQuantity = ["measure", "unit", "number", "direction", "hedge"];

    /// <summary>Every part of every figure that reads otherwise, and every reason that nothing needs.</summary>
    public static IEnumerable<Problem> PrintReadsAlike(BoundSeeds seeds)
    {
        foreach (var article in seeds.Articles)
        {
            var text = article.Article.Lines.Count > 0 ? seeds.Texts.Find(article.Article.Sha256) : null;
            var reading = text is null ? null : new ArticleReading(article, text);
            var subjects = text is null ? null : new SeedSubjects(article, reading!, seeds.Names);
            foreach (var same in article.Facts.Where(fact => fact.Figure is not null).GroupBy(fact => fact.Location))
            {
                var located = same.Select(fact => SeedEvidence.Locate(fact, article.Article, text)).ToList();
                // A figure that does not stand where it is cited is told there.
                if (located.Exists(one => one.Problem is not null))
                    continue;
                var found = same.Zip(located, (fact, one) => Of(fact, one.Citation, article.Article, reading, subjects))
                    .SelectMany(one => one)
                    .Distinct()
                    .ToList();
                // So is one that its own words contradict.
                var isToldElsewhere = found.Count > 0 && same.Any(fact => SeedRules.ProblemsOf(fact, seeds).Any());
                if (isToldElsewhere)
                    found.RemoveAll(one => OfQuantity.Contains(one.Part, StringComparer.Ordinal));
                foreach (var problem in Problems(same.First(), found, isRead: reading is not null && !isToldElsewhere))
                    yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> Problems(BoundFact fact, List<Disagreement> found, bool isRead)
    {
        var figure = fact.Figure!;
        foreach (var one in SeedExcuses.Unexcused(figure, found))
            yield return figure.Cell is { Read: not null } cell
                ? InTable(cell, one)
                : new(
                    ProblemCodes.ReadsOtherwise,
                    fact.Location,
                    $"Found {one.Part} {one.Said}; at {fact.Citation.Address} it reads {one.Read} ({one.Rule}). Allowed is {one.Allowed}; "
                        + $"or, where the print is unusual, reads: {one.Excuse}, because: the reason."
                );
        // Without the text a reason may be for what the sentence reads.
        foreach (var reads in isRead && figure.Cell is null or { Read: not null } ? SeedExcuses.Needless(figure, found) : [])
            yield return new(
                ProblemCodes.NeedlessReason,
                reads.Location,
                $"Found reads: {reads.Value}; the figure "
                    + (found.Count == 0 ? "is recorded as it reads" : $"reads {string.Join(", ", found.Select(one => one.Excuse))}")
                    + ". Leave out the reason that nothing needs."
            );
    }

    /// <summary>What the head says of a column is wrong once for all its cells, and not in each.</summary>
    private static Problem InTable(SeedCell cell, Disagreement one) =>
        new(
            ProblemCodes.ReadsOtherwise,
            cell.Row.Unit is { } unit && one.Part == "unit" ? unit.Location : cell.InColumn,
            $"Found {one.Part} {one.Said} in column {cell.Column}; head, row and caption read {one.Read} ({one.Rule}). Allowed is "
                + $"{one.Allowed}; or, where the print is unusual, reads: {one.Excuse}, because: the reason."
        );

    private static IEnumerable<Disagreement> Of(
        BoundFact fact,
        Citation located,
        Article article,
        ArticleReading? reading,
        SeedSubjects? subjects
    )
    {
        var observation = (Observation)fact.Node;
        if (fact.Figure!.Cell is { Read: var cell } && reading is not null)
            return cell is null ? [] : FigureAgreement.OfCell(observation, cell);
        if (reading is null)
        {
            var alone = FigureReader.Read([observation.Figure], article.Date).Figures;
            return FigureAgreement.Meant(observation, alone) is { } only
                ? FigureAgreement.Of(
                    observation,
                    only,
                    new(observation.Figure, observation.Figure, 0, only.InLine.Start, article.Date, false)
                )
                : FigureAgreement.OfWords(observation, null);
        }
        var paragraph = reading.Around(located);
        var meant = paragraph?.Meant(observation);
        var parts = meant is var (read, place)
            ? FigureAgreement.Of(observation, read, place)
            : FigureAgreement.OfWords(observation, paragraph?.Place(observation));
        List<Disagreement?> others = [subjects!.Of(observation, located, paragraph, meant?.Read)];
        if (meant is var (said, _))
            others.Add(subjects.OtherIndicator(observation, paragraph!, said));
        return [.. parts, .. others.OfType<Disagreement>()];
    }
}
