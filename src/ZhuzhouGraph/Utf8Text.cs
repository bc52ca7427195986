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
            problem = null;
            var text = Strict.GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException e)
        {
            var line = bytes[..e.Index].Count((byte)'\n') + 1;
            problem = string.Create(
                CultureInfo.InvariantCulture,
                $"not UTF-8: the byte at offset {e.Index}, in line {line}, begins no character{OtherEncoding(bytes)}"
            );
            return null;
        }
    }

    /// <summary>What else the bytes may be, where that is a usual thing to find.</summary>
    private static string OtherEncoding(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
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
