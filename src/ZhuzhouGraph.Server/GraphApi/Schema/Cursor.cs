using System.Buffers.Text;
using System.Text;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>
/// A place in one list, as clients carry it: opaque, bound to the list (its field, arguments and parent) and closed by a check, so
/// that a cursor of another list and an altered one are told from a good one. It is no secret and grants nothing.
/// </summary>
internal static class Cursor
{
    private const int FingerprintLength = 12,
        CheckLength = 8;
    private const char Separator = '\u001f';

    /// <summary>What a list's cursors are bound to.</summary>
    public static string Fingerprint(string field, string arguments, string? parent) =>
        NodeId.Hash(FingerprintLength, field, arguments, parent);

    public static string Write(string fingerprint, SortKey key)
    {
        var body = fingerprint + key.Sort + Separator + key.Id;
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(NodeId.Hash(CheckLength, body) + body));
    }

    /// <summary>The place, or null for anything that this list did not write.</summary>
    public static SortKey? Read(string fingerprint, string cursor)
    {
        if (Decode(cursor) is not { Length: > CheckLength + FingerprintLength } text)
            return null;
        var body = text[CheckLength..];
        var end = body.LastIndexOf(Separator);
        return
            NodeId.Hash(CheckLength, body) == text[..CheckLength]
            && body.StartsWith(fingerprint, StringComparison.Ordinal)
            && end >= FingerprintLength
            ? new SortKey(body[FingerprintLength..end], body[(end + 1)..])
            : null;
    }

    private static string? Decode(string cursor)
    {
        // A cursor is short; anything else is none and is not worth decoding.
        if (cursor.Length > 4_000 || !Base64Url.IsValid(cursor))
            return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
    }
}
