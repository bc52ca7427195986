using System.Text;
using NodaTime;
using ZhuzhouGraph.Text;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>Drafts the seeds of one report: an item per sentence, and what carries no fact as far as can be told.</summary>
internal sealed class DraftArticle
{
    private readonly IssueText _text;
    private readonly DraftReport _report;
    private readonly LocalDate _print;
    private readonly DraftNames _names;
    private readonly List<int> _lines;
    private readonly int? _byline;

    private readonly Dictionary<string, bool> _printed = new(StringComparer.Ordinal);
    private readonly List<DraftItem> _items = [];
    private readonly List<DraftTable> _tables = [];
    private readonly List<string> _gaps = [];

    /// <summary>一家, 一条: mostly an article, and told once.</summary>
    private readonly SortedSet<string> _ones = new(StringComparer.Ordinal);

    public DraftArticle(IssueText text, DraftReport report, LocalDate print, DraftNames names)
    {
        (_text, _report, _print, _names) = (text, report, print, names);
        _lines =
        [
            .. report
                .Lines.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))
                .Where(line => line <= text.LineCount),
        ];
        _byline = DraftByline.LineIn(text, _lines, report.Headline);
        Read();
    }

    /// <summary>What is drafted of the sentences that state something.</summary>
    public IReadOnlyList<DraftItem> Items => _items;

    /// <summary>The tables of the report; their lines are no sentences.</summary>
    public IReadOnlyList<DraftTable> Tables => _tables;

    /// <summary>The file.</summary>
    /// <param name="schema">The first line, which names the schema for editors; empty where there is none.</param>
    public string Write(string schema)
    {
        var yaml = new StringBuilder(schema);
        yaml.Append(null, $"title: {YamlWords.Of(Title)}\n");
        yaml.Append(null, $"titleEnglish: {SeedTodo.For("")}\n");
        if (_byline is { } byline)
            yaml.Append(null, $"byline: {YamlWords.Of(_text.Line(byline).Trim())}\n");
        var subheads = _lines.Where(line => line != _report.Headline && _text.Line(line).StartsWith('#')).ToList();
        var parts = YamlWords.Map(
            ("headline", _report.Headline is { } head ? Number(head) : null),
            ("byline", _byline is { } by ? Number(by) : null),
            ("subhead", subheads.Count == 0 ? null : $"[{string.Join(", ", subheads.Select(Number))}]")
        );
        yaml.Append(null, $"parts: {parts}\n");
        if (_items.Count > 0)
            yaml.Append("facts:\n");
        foreach (var item in _items)
            item.Write(yaml);
        if (_tables.Count > 0)
            yaml.Append("tables:\n");
        foreach (var table in _tables)
            table.Write(yaml);
        if (_ones.Count > 0)
            _gaps.Add(YamlWords.Map(("words", $"[{string.Join(", ", _ones.Select(YamlWords.Of))}]"), ("reason", SeedTodo.For(""))));
        if (_gaps.Count > 0)
            yaml.Append("notRecorded:\n");
        foreach (var gap in _gaps)
            yaml.Append(null, $"- {gap}\n");
        return yaml.ToString();
    }

    /// <summary>Whether the report prints the words of a time: a head of several lines it may not.</summary>
    private bool IsPrinted(string words)
    {
        if (!_printed.TryGetValue(words, out var isPrinted))
            _printed[words] = isPrinted = _lines.Exists(line => PrintMatch.Find(words, _text.Line(line)).Count > 0);
        return isPrinted;
    }

    private string Title => _report.Title is { } title && SeedCharacters.FaultOf(title) is null ? title : SeedTodo.For("");

    private void Read()
    {
        var reading = FigureReader.Read([.. _lines.Select(_text.Line)], _print);
        var (figures, refused) = (reading.Figures.ToLookup(figure => figure.Line - 1), reading.Refused.ToLookup(figure => figure.Line - 1));
        _tables.AddRange(reading.Tables.Select(table => new DraftTable(table, _lines, _text, _names, _print)));
        for (var row = 0; row < _lines.Count; row++)
        {
            if (_tables.Exists(table => table.Holds(_lines[row])))
                continue;
            var text = _text.Line(_lines[row]);
            var line = new DraftLine(_lines[row], text, [.. figures[row]], [.. refused[row]], _names.Known.In(text));
            var words = new FigureWords(text, _print);
            var subjects = new DraftSubjects(_names.City);
            foreach (var (address, span) in _text.SentencesOf(line.Number))
                Read(new(line, address, span), words, subjects);
        }
    }

    private void Read(DraftSentence sentence, FigureWords words, DraftSubjects subjects)
    {
        List<DraftFigure> figures = [];
        List<(Span Words, string Reason)> refused = [];
        Proposal? about = null,
            of = null;
        foreach (var read in sentence.Figures)
        {
            if (DraftFigure.From(read, sentence, words, _print, out var reason) is not { } figure)
            {
                refused.Add((read.InLine, reason!));
                continue;
            }
            var newAbout = subjects.Of(read, figure.Words, sentence, about);
            var newOf = _names.Indicators.Of(figure, sentence, of, newAbout);
            var (by, capacity) = DraftSpeakers.Of(read, _names.Known);
            figures.Add(
                figure with
                {
                    Of = newOf.Names,
                    About = newAbout?.Names ?? [DraftWords.Todo("")],
                    When =
                        figure.When is not null && !IsPrinted(DraftPeriod.Of(read, figure.Measure, _print)!.Words.Trim())
                            ? SeedTodo.For("")
                            : figure.When,
                    By = by,
                    Capacity = capacity,
                    Grounds = [.. Grounds("of", newOf, of), .. Grounds("about", newAbout, about), .. GroundsOfTime(sentence, read)],
                }
            );
            (about, of) = (newAbout, newOf);
        }
        IReadOnlyList<(string, string?)>[] links =
        [
            .. sentence.Line.Number == _byline ? DraftByline.Authors(sentence) : [],
            .. _names.Posts.In(sentence),
            .. DraftAttendants.In(sentence),
        ];
        IReadOnlyList<FoundName> names = [.. sentence.Names.Where(name => name.IsPrinted).DistinctBy(name => name.Name)];
        var item = new DraftItem(sentence.Address, sentence.InLine, names, figures, links);
        if (!item.IsEmpty)
            _items.Add(item);
        refused.AddRange(
            sentence
                .Line.Refused.Where(one => sentence.Holds(one.InLine) && !sentence.Figures.Any(figure => figure.InLine == one.InLine))
                .Select(one => (one.InLine, one.Reason))
        );
        AddGaps(sentence, item, refused, words);
    }

    /// <summary>What speaks for a proposal; nothing where it goes on from the figure before.</summary>
    private static IEnumerable<string> Grounds(string key, Proposal? proposal, Proposal? before) =>
        proposal is null || proposal.Ground.Length == 0 || proposal == before || proposal.Names == before?.Names
            ? []
            : [SeedTodo.Is(proposal.Names[0]) ? $"{key}: {proposal.Ground}" : $"{key} {proposal.Names[0]}: {proposal.Ground}"];

    private IEnumerable<string> GroundsOfTime(DraftSentence sentence, ReadFigure read)
    {
        if (sentence.Line.Refused.FirstOrDefault(one => one.InLine == read.InLine) is { } refused)
            yield return $"when: {refused.Reason}";
        else if (read.Period is { IsCarried: true } && DraftPeriod.Of(read, read.Measure, _print) is { } carried)
            yield return $"when {carried.Words}: from a paragraph before";
    }

    private void AddGaps(DraftSentence sentence, DraftItem item, List<(Span Words, string Reason)> refused, FigureWords words)
    {
        var isTitle = sentence.Line.Number == _report.Headline;
        if (item.IsEmpty && !isTitle)
        {
            _gaps.Add(Gap(sentence, null, refused.Count == 0 ? "" : refused[0].Reason));
            return;
        }
        foreach (var (span, reason) in refused)
            _gaps.Add(Gap(sentence, sentence.Line.Text[span.Start..span.End], reason));
        var covered = item
            .Figures.Select(figure => figure.Words)
            .Concat(refused.Select(one => one.Words))
            .Concat(sentence.Names.Where(name => name.IsPrinted).Select(name => name.InText))
            .Select(span => new Span(span.Start - sentence.InLine.Start, span.End - sentence.InLine.Start))
            .Concat(
                item.Figures.SelectMany(figure =>
                        new[] { DraftPeriod.Of(figure.Read, figure.Measure, _print)?.Words, figure.Read.Comparison?.Words }
                    )
                    .OfType<string>()
                    .Where(words => words.Length > 0)
                    .Distinct()
                    .SelectMany(time => PrintMatch.Find(time, sentence.Text))
            )
            .ToList();
        foreach (var run in SeedCoverage.Uncovered(sentence.Text, covered).Select(run => Whole(run, sentence, words)).Distinct())
        {
            var numeral = sentence.Text[run.Start..run.End];
            if (numeral is ['一', _])
                _ones.Add(numeral);
            else
                _gaps.Add(Gap(sentence, numeral, ""));
        }
    }

    /// <summary>The time that holds the numeral, or the numeral with the character behind it.</summary>
    private static Span Whole(Span run, DraftSentence sentence, FigureWords words)
    {
        var start = sentence.InLine.Start;
        foreach (
            var time in words.Times.Where(time => time.Start <= run.Start + start && run.End + start <= time.End && sentence.Holds(time))
        )
            return new(time.Start - start, time.End - start);
        var next = run.End < sentence.Text.Length ? sentence.Text[run.End] : ' ';
        return next is >= '\u4E00' and <= '\u9FFF' ? new(run.Start, run.End + 1) : run;
    }

    private static string Gap(DraftSentence sentence, string? words, string reason) =>
        YamlWords.Map(
            ("at", $"{sentence.Address}"),
            ("words", words is null ? null : YamlWords.Of(SeedCharacters.FaultOf(words) is null ? words : SeedTodo.For(""))),
            ("reason", YamlWords.Of(SeedTodo.For(reason)))
        );

    private static string Number(int number) => FormattableString.Invariant($"{number}");
}
