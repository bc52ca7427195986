using Microsoft.Net.Http.Headers;
using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Server.GraphApi.Http;

namespace ZhuzhouGraph.Server.RestApi.Files;

/// <summary>A file on its way to a client.</summary>
internal sealed class Sending
{
    /// <summary>Another build may write the same version otherwise.</summary>
    private static readonly string Build = typeof(ExportFormats).Module.ModuleVersionId.ToString("N");

    private readonly HttpContext _context;
    private readonly AnswerTags _tags;
    private readonly ExportFormat _format;
    private readonly ExportRequest _request;
    private readonly string _name;
    private readonly string _question;
    private readonly bool _isPosted;
    private DataVersion? _version;

    /// <param name="name">What the file is called.</param>
    /// <param name="question">See <see cref="AnswerMemory.QuestionOf"/>.</param>
    public Sending(HttpContext context, AnswerTags tags, ExportFormat format, ExportRequest request, string name, string question)
    {
        (_context, _tags, _format, _request, _name, _question) = (context, tags, format, request, name, question);
        _isPosted = HttpMethods.IsPost(context.Request.Method);
        File = new(context.Response, AnswerTags.Bound, Begin, HttpMethods.IsHead(context.Request.Method));
    }

    public HeldFile File { get; }

    /// <summary>Whether something was told that cannot be taken back.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The data version of what was written; null where nothing was.</summary>
    public DataVersion? Version => _version;

    /// <summary>
    /// Of what is too long to be held back, whose content is not known before it is sent: the same version is written alike by the same
    /// build.
    /// </summary>
    public static string HashOf(string question, DataVersion version) => NodeId.Hash(22, Build, version.ToString(), question);

    public async Task WriteAsync(IPinnedGraph graph, CancellationToken cancellationToken)
    {
        _version = graph.Head.Version!;
        await _format.WriteAsync(graph, _request, File, cancellationToken);
        await File.FlushAsync(cancellationToken);
    }

    /// <summary>Sends what was held back; the store is asked no more.</summary>
    public async Task FinishAsync(AnswerMemory memory)
    {
        if (File.Whole is not { } whole)
            return;
        HasBegun = true;
        SetHeaders();
        var hash = await _tags.SendAsync(_context, whole, _format.Name, isTagged: !_isPosted);
        if (!_isPosted)
            memory.Remember(_question, _version, hash, "");
    }

    private void Begin()
    {
        HasBegun = true;
        SetHeaders();
        if (!_isPosted)
            _tags.Tag(_context, HashOf(_question, _version!), _format.Name);
    }

    private void SetHeaders()
    {
        var response = _context.Response;
        response.ContentType = _format.ContentType;
        response.Headers.CacheControl = _isPosted ? "no-store" : RestEndpoint.CacheControl;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(_name);
        response.Headers.ContentDisposition = disposition.ToString();
        RestEndpoint.SetVersion(response, _version!);
    }
}
