using System.Globalization;
using System.Text;

namespace ZhuzhouGraph;

/// <summary>Files that must be UTF-8, with or without a byte order mark.</summary>
public static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without its byte order mark; null, with the problem, where the bytes are not UTF-8.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes, out string? problem)
    {
        try
        {
            var text = Strict.GetString(bytes);
            problem = bytes.IndexOf((byte)0) is >= 0 and var zero
                ? $"not a text: {Place(bytes, zero)}, is zero{OtherEncoding(bytes)}"
                : null;
            return problem is not null ? null
                : text.StartsWith('\uFEFF') ? text[1..]
                : text;
        }
        catch (DecoderFallbackException e)
        {
            problem = $"not UTF-8: {Place(bytes, e.Index)}, begins no character{OtherEncoding(bytes)}";
            return null;
        }
    }

    private static string Place(ReadOnlySpan<byte> bytes, int at) =>
        string.Create(CultureInfo.InvariantCulture, $"the byte at offset {at}, in line {bytes[..at].Count((byte)'\n') + 1}");

    /// <summary>What else the bytes may be, where that is a usual thing to find.</summary>
    private static string OtherEncoding(ReadOnlySpan<byte> bytes)
    {
        // Every other byte of what UTF-16 writes in ASCII, such as keys and line ends, is zero.
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || bytes.Count((byte)0) > bytes.Length / 8)
            return "; it reads as UTF-16, save it as UTF-8";
        try
        {
            var gbk = CodePagesEncodingProvider.Instance.GetEncoding(
                936,
                EncoderFallback.ExceptionFallback,
                DecoderFallback.ExceptionFallback
            )!;
            return gbk.GetString(bytes).Any(c => c is >= '\u4E00' and <= '\u9FFF') ? "; it reads as GBK, save it as UTF-8" : "";
        }
        catch (DecoderFallbackException)
        {
            return "";
        }
    }
}
