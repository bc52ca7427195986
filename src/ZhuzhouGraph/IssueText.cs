using System.Security.Cryptography;
using System.Text;

namespace ZhuzhouGraph;

/// <summary>
/// The text of a newspaper's issue, with its lines and sentences. A byte order mark is dropped and every line ends with LF, so that
/// its hash does not depend on who saved it. Immutable.
/// </summary>
public sealed class IssueText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string[] _lines;

    /// <summary>Takes a text that is held already.</summary>
    /// <exception cref="ArgumentException">The text has half of a surrogate pair.</exception>
    public IssueText(string text)
    {
        Text = text[(text.StartsWith('\uFEFF') ? 1 : 0)..].Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Strict.GetBytes(Text)));
        var lines = Text.Split('\n');
        _lines = lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    /// <summary>The text, lines ended by LF.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>A newline at the end starts no further line.</summary>
    public int LineCount => _lines.Length;

    /// <summary>The lines in order; line 1 is at index 0. See <see cref="Line"/>.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Reads a file's bytes; null, with the problem, where they are not UTF-8.</summary>
    public static IssueText? Read(ReadOnlySpan<byte> bytes, out string? problem) =>
        Utf8Text.Read(bytes, out problem) is { } text ? new IssueText(text) : null;

    /// <summary>The line of that number, from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public string Line(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, LineCount);
        return _lines[number - 1];
    }

    /// <summary>The sentences of a line with their addresses, as offsets in the line; empty where there is no such line.</summary>
    public IReadOnlyList<(Address Address, Span InLine)> SentencesOf(int line) =>
        line < 1 || line > LineCount
            ? []
            : [.. Sentences.OfLine(_lines[line - 1]).Select((span, index) => (new Address(line, index + 1), span))];

    /// <summary>The article's own lines joined by LF. Lines that the text does not have are left out.</summary>
    public string ArticleText(IReadOnlyList<LineRange> articleLines) =>
        string.Join('\n', Numbers(articleLines).Select(number => _lines[number - 1]));

    /// <summary>
    /// What stands at an address, in its article: a joined address runs from its first sentence to its last, with the article's
    /// lines between. Null where a sentence at its ends does not exist, or stands outside of the article's lines.
    /// </summary>
    public Sentence? Find(Address address, IReadOnlyList<LineRange> articleLines)
    {
        var start = Offset(address.Line, address.Sentence)?.Start;
        var end = Offset(address.EndLine, address.EndSentence)?.End;
        return start is { } from && end is { } to && from < to
            ? new Sentence(address, ArticleText(articleLines)[from..to], new Span(from, to))
            : null;

        Span? Offset(int line, int sentence)
        {
            var sentences = SentencesOf(line);
            if (sentence < 1 || sentence > sentences.Count)
                return null;
            var before = 0;
            foreach (var number in Numbers(articleLines))
            {
                if (number == line)
                    return new Span(before + sentences[sentence - 1].InLine.Start, before + sentences[sentence - 1].InLine.End);
                before += _lines[number - 1].Length + 1;
            }
            return null;
        }
    }

    /// <summary>All sentences of an article, in the order of its lines.</summary>
    public IReadOnlyList<Sentence> AllSentences(IReadOnlyList<LineRange> articleLines)
    {
        var sentences = new List<Sentence>();
        var before = 0;
        foreach (var number in Numbers(articleLines))
        {
            var line = _lines[number - 1];
            sentences.AddRange(
                SentencesOf(number)
                    .Select(s => new Sentence(
                        s.Address,
                        line[s.InLine.Start..s.InLine.End],
                        new Span(before + s.InLine.Start, before + s.InLine.End)
                    ))
            );
            before += line.Length + 1;
        }
        return sentences;
    }

    private IEnumerable<int> Numbers(IReadOnlyList<LineRange> ranges)
    {
        foreach (var range in ranges)
        {
            var last = Math.Min(range.Last, LineCount);
            for (var number = Math.Max(range.First, 1); number <= last; number++)
                yield return number;
        }
    }
}
