using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>
/// What a client sends, with the bytes over 0x7F of a request line's target percent-encoded; everything else passes as it came, and nothing
/// waits here. Only a whole line is encoded: Kestrel looks at none before its end.
/// </summary>
/// <param name="inner">What comes from the client, TLS undone.</param>
/// <param name="longest">The longest line that Kestrel takes, in bytes; it refuses a longer one itself, before and after encoding.</param>
internal sealed class RawTargetReader(PipeReader inner, int longest) : PipeReader
{
    private bool _isAtLine = true;

    /// <summary>What was read last, where it begins with a whole line.</summary>
    private ReadOnlySequence<byte> _read;

    /// <summary>The line as it came, with its end and the breaks before it; empty where none was read.</summary>
    private ReadOnlySequence<byte> _line;

    /// <summary>What was handed on in place of the line; empty where that is as it came.</summary>
    private ReadOnlySequence<byte> _encoded;

    /// <summary>What is read next begins with a line: the request before had no body, and is read.</summary>
    public void ExpectLine() => _isAtLine = true;

    public override bool TryRead(out ReadResult result)
    {
        if (!inner.TryRead(out result))
            return false;
        result = Encoded(result);
        return true;
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var reading = inner.ReadAsync(cancellationToken);
        return !_isAtLine ? reading
            : reading.IsCompletedSuccessfully ? ValueTask.FromResult(Encoded(reading.Result))
            : EncodedAsync(reading);
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        if (!_line.IsEmpty)
        {
            if (!_encoded.IsEmpty)
                (consumed, examined) = (AsItCame(consumed), AsItCame(examined));
            _isAtLine = _read.Slice(0, consumed).Length < _line.Length;
            (_read, _line, _encoded) = (default, default, default);
        }
        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    private async ValueTask<ReadResult> EncodedAsync(ValueTask<ReadResult> reading) => Encoded(await reading);

    private ReadResult Encoded(ReadResult result)
    {
        if (!_isAtLine || !TryReadLine(result.Buffer, out var line))
            return result;
        (_read, _line) = (result.Buffer, line);
        if (IsAscii(line))
            return result;
        // The line alone: what comes after it is read next, as it came.
        _encoded = new ReadOnlySequence<byte>(Encode(line));
        return new ReadResult(_encoded, result.IsCanceled, result.IsCompleted && line.Length == result.Buffer.Length);
    }

    private bool TryReadLine(ReadOnlySequence<byte> read, out ReadOnlySequence<byte> line)
    {
        var reader = new SequenceReader<byte>(read);
        reader.AdvancePastAny((byte)'\r', (byte)'\n');
        var isWhole = reader.TryAdvanceTo((byte)'\n') && reader.Consumed <= longest;
        line = isWhole ? read.Slice(0, reader.Position) : default;
        return isWhole;
    }

    private static bool IsAscii(ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
        {
            if (!Ascii.IsValid(part.Span))
                return false;
        }
        return true;
    }

    /// <summary>The line with its target encoded. A method of such bytes stays what it is, which is none.</summary>
    private static byte[] Encode(ReadOnlySequence<byte> line)
    {
        List<byte> encoded = new((int)line.Length * 3);
        var isTarget = false;
        foreach (var part in line)
        {
            foreach (var one in part.Span)
            {
                isTarget |= one == ' ';
                if (isTarget && one > 0x7F)
                    encoded.AddRange((byte)'%', Digit(one >> 4), Digit(one & 0xF));
                else
                    encoded.Add(one);
            }
        }
        return [.. encoded];
    }

    private static byte Digit(int value) => "0123456789ABCDEF"u8[value];

    /// <summary>Kestrel takes the breaks before a line, which are the same in both, and the line as a whole.</summary>
    private SequencePosition AsItCame(SequencePosition position)
    {
        var offset = _encoded.Slice(0, position).Length;
        return offset == _encoded.Length ? _line.End : _line.GetPosition(Math.Min(offset, _line.Length));
    }
}
