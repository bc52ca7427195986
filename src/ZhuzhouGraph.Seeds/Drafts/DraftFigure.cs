using NodaTime;
using ZhuzhouGraph.Text;
using ZhuzhouGraph.Text.DoubleEntry;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>One figure as a seed records it, complete as it is read. Values that are not strings of print are written already.</summary>
internal sealed record DraftFigure(ReadFigure Read, Span Words)
{
    public required string Figure { get; init; }
    public required Measure Measure { get; init; }

    /// <summary>Number and unit; left to do where the format cannot hold them.</summary>
    public required string Quantity { get; init; }

    public string? When { get; init; }
    public int? Occurrence { get; init; }
    public IReadOnlyList<string> Of { get; init; } = [];
    public IReadOnlyList<string> About { get; init; } = [];
    public string? By { get; init; }
    public string? Capacity { get; init; }

    /// <summary>What speaks for <see cref="Of"/> and <see cref="About"/>.</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>The figure of a sentence, or null with the reason why a seed cannot hold it.</summary>
    public static DraftFigure? From(ReadFigure read, DraftSentence sentence, FigureWords words, LocalDate print, out string? reason)
    {
        reason = read.IsNegated ? "the sentence denies it" : null;
        if (reason is not null)
            return null;
        var (measure, written) = DraftQuantity.Of(read);
        DraftFigure? first = null;
        foreach (var span in new[] { words.Of(read, SeedDocumentRules.MaxFigure), read.InLine }.Distinct())
        {
            if (Printed(span, read, sentence, out var occurrence) is not { } figure)
                continue;
            var when = DraftPeriod.Of(read, measure, print) is { } said ? DraftPeriod.Write(said, print, out _) : null;
            var draft = new DraftFigure(read, span)
            {
                Figure = figure,
                Measure = measure,
                Quantity = written ?? SeedTodo.For(SeedCharacters.Start(read.Printed, SeedDocumentRules.MaxFigure)),
                When = when,
                Occurrence = occurrence,
            };
            if (written is not null && draft.IsAlike(sentence, print))
                return draft;
            first ??= draft with { Quantity = SeedTodo.For(SeedCharacters.Start(read.Printed, SeedDocumentRules.MaxFigure)) };
        }
        if (first is null)
            reason = $"no run of at most {SeedDocumentRules.MaxFigure} characters that is found again";
        return first;
    }

    /// <summary>The figure's words where they are short enough and found again, with the number among equal ones.</summary>
    private static string? Printed(Span span, ReadFigure read, DraftSentence sentence, out int? occurrence)
    {
        occurrence = null;
        if (!sentence.Holds(span) || span.End - span.Start > SeedDocumentRules.MaxFigure)
            return null;
        var words = sentence.Line.Text[span.Start..span.End];
        if (words.Trim() != words || SeedCharacters.FaultOf(words) is not null)
            return null;
        var places = PrintMatch.Find(words, sentence.Text);
        var at = places
            .ToList()
            .FindIndex(place =>
                sentence.InLine.Start + place.Start <= read.InLine.Start && read.InLine.End <= sentence.InLine.Start + place.End
            );
        occurrence = places.Count > 1 ? at + 1 : null;
        return at < 0 ? null : words;
    }

    /// <summary>Whether check would find what is read in what is written.</summary>
    private bool IsAlike(DraftSentence sentence, LocalDate print)
    {
        var quantity = QuantityReader.Read(Quantity, Read.Hedge, null, out _, Figure);
        if (
            quantity is null
            || QuantityReader.HedgeContradiction(Figure, quantity.Hedge) is not null
            || QuantityReader.ValueContradiction(Figure, quantity, Measure) is not null
            || QuantityReader.MeasureContradiction(quantity, Measure) is not null
        )
            return false;
        Period? period = null;
        if (DraftPeriod.Of(Read, Measure, print) is { } said)
            DraftPeriod.Write(said, print, out period);
        var observation = new Observation
        {
            Id = "obs:draft",
            Article = "article:draft",
            Indicator = "indicator:draft",
            About = "place:draft",
            Measure = Measure,
            Comparison = Compared?.Recorded,
            Quantity = quantity,
            Figure = Figure,
            Period = period,
            Accumulation = Accumulation,
            Status = Read.Status,
        };
        var place = new PrintedPlace(Figure, sentence.Line.Text, sentence.InLine.Start, Read.InLine.Start, print, IsInText: true);
        return FigureAgreement.Of(observation, Read, place).Count == 0;
    }

    private Accumulation Accumulation =>
        Measure is Measure.Level or Measure.Change or Measure.RateOfChange or Measure.Multiple ? Read.Accumulation : Accumulation.Single;

    private ReadComparison? Compared => Series.Compared.Contains(Measure) ? Read.Comparison : null;

    /// <summary>The pairs of the figure's line, in the order of the seeds. What its item says is left out.</summary>
    public IEnumerable<(string Key, string? Value)> Pairs(string? itemWhen, IReadOnlyList<string> itemAbout, string? itemBy)
    {
        yield return ("figure", YamlWords.Of(Figure));
        yield return (SeedArticleReader.Measures.Single(key => key.Value == Measure).Key, YamlWords.Of(Quantity));
        yield return ("hedge", Read.Hedge is Hedge.None or Hedge.Range || SeedTodo.Is(Quantity) ? null : Spelling.Name(Read.Hedge));
        yield return ("against", DraftComparison.Against(Compared));
        yield return ("base", DraftComparison.Base(Compared) is { } words ? YamlWords.Of(words) : null);
        yield return ("of", YamlWords.Of(Of));
        if (itemAbout.Count == 0)
            yield return ("about", YamlWords.Of(About));
        yield return ("accumulation", Accumulation is Accumulation.Single ? null : Spelling.Name(Accumulation));
        yield return ("status", Read.Status is ObservationStatus.Actual ? null : Spelling.Name(Read.Status));
        if (Measure is Measure.Share && DraftWords.Trimmed(Read.Of ?? "") is { Length: > 1 and < SeedCopyRules.MaxRun } whole)
            yield return ("shareOf", YamlWords.Of(whole));
        if (Measure is Measure.Rank)
            yield return ("within", YamlWords.Map(("words", YamlWords.Of(Universe))));
        if (itemWhen is null)
            yield return ("when", When);
        if (itemBy is null && By is not null)
        {
            yield return ("by", YamlWords.Of(By));
            yield return ("capacity", Capacity is null ? null : YamlWords.Of(Capacity));
        }
        yield return ("occurrence", Occurrence is { } number ? FormattableString.Invariant($"{number}") : null);
    }

    private string Universe => Read.Of is { Length: > 0 and < SeedCopyRules.MaxRun } of ? of.Trim() : SeedTodo.For("");
}
