using System.Net;
using System.Text.Json;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>How one request ended: rows, an error that the server names, or no answer that can be understood.</summary>
internal sealed class Answer : IDisposable
{
    private readonly JsonDocument? _document;
    private readonly bool _isWhole;

    private Answer(JsonDocument document) => _document = document;

    private Answer(bool isWhole) => _isWhole = isWhole;

    private Answer(string? code, string message, Exception? broken, bool wasSent, HttpStatusCode status) =>
        (Code, Message, Broken, WasSent, Status) = (code, message, broken, wasSent, status);

    /// <summary>True where the statement took place and all its rows are here.</summary>
    public bool IsSuccess => _isWhole || _document is not null;

    /// <summary>
    /// Neo4j's code of the error, such as <c>Neo.TransientError.Transaction.DeadlockDetected</c>; null where there is none.
    /// </summary>
    public string? Code { get; }

    public string Message { get; } = "";

    /// <summary>Why there is no whole answer; null where there is one.</summary>
    public Exception? Broken { get; }

    /// <summary>False where the server cannot have seen the statement.</summary>
    public bool WasSent { get; } = true;

    public HttpStatusCode Status { get; }

    /// <summary>True where the server says that the same statement may succeed when it is run again.</summary>
    public bool IsTransient => Code?.StartsWith("Neo.TransientError.", StringComparison.Ordinal) == true;

    /// <summary>True where a write may have taken place although there is no success.</summary>
    public bool IsUnknown =>
        !IsSuccess
        && WasSent
        && (
            Code is null
                ? Broken is not null || (int)Status is < 300 or >= 500
                // The commit itself failed, or something that has no name did.
                : Code.StartsWith("Neo.DatabaseError.Transaction.", StringComparison.Ordinal)
                    || Code.StartsWith("Neo.DatabaseError.General.", StringComparison.Ordinal)
        );

    /// <summary>All rows came, and were read on their way.</summary>
    public static Answer Whole { get; } = new(isWhole: true);

    public static Answer Failed(string code, string message) => new(code, message, null, wasSent: true, default);

    public static Answer Lost(Exception broken, bool wasSent) => new(null, "", broken, wasSent, default);

    public static Answer Of(HttpStatusCode status, JsonDocument document)
    {
        var root = document.RootElement;
        var isObject = root.ValueKind == JsonValueKind.Object;
        // Rows may have been sent before the error, so errors are looked for first. The status says nothing that the code does not.
        if (
            isObject
            && root.TryGetProperty("errors"u8, out var errors)
            && errors.ValueKind == JsonValueKind.Array
            && errors.GetArrayLength() > 0
        )
        {
            var (code, message) = (Text(errors[0], "code"u8), Text(errors[0], "message"u8) ?? "");
            document.Dispose();
            return new Answer(code, message, null, wasSent: true, status);
        }
        if (
            (int)status is >= 200 and < 300
            && isObject
            && root.TryGetProperty("data"u8, out var data)
            && data.TryGetProperty("values"u8, out _)
        )
            return new Answer(document);
        document.Dispose();
        return new Answer(null, "", null, wasSent: true, status);
    }

    /// <summary>An answer that is no JSON, as of another program or of something on the way.</summary>
    public static Answer Foreign(HttpStatusCode status) => new(null, "", null, wasSent: true, status);

    public List<T> Rows<T>(Func<CypherRow, T> read)
    {
        var values = _document!.RootElement.GetProperty("data"u8).GetProperty("values"u8);
        var rows = new List<T>(values.GetArrayLength());
        foreach (var row in values.EnumerateArray())
            rows.Add(read(new CypherRow(row)));
        return rows;
    }

    public void Dispose() => _document?.Dispose();

    private static string? Text(JsonElement error, ReadOnlySpan<byte> name) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
