using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ZhuzhouGraph.Server.Pages.Parts;

namespace ZhuzhouGraph.Server.Pages;

/// <summary>Makes HTML of templates, with the framework's renderer: one for each page, and nothing of it stays.</summary>
internal sealed class PageRenderer(ILoggerFactory loggers) : IAsyncDisposable
{
    /// <summary>Chinese stands as itself; what has a meaning in HTML is escaped all the same.</summary>
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <summary>A whole page, or a picture.</summary>
    public Task<string> RenderAsync(Visit visit, Frame frame, Shown shown)
    {
        var parameters = new Dictionary<string, object?>
        {
            [nameof(Shell.Visit)] = visit,
            [nameof(Shell.Frame)] = frame,
            [nameof(Shell.View)] = shown.View,
            [nameof(Shell.Model)] = shown.Model,
        };
        return shown.Around switch
        {
            Surround.Embedding => RenderAsync<EmbeddingShell>(parameters),
            Surround.Nothing => RenderAsync<Alone>(parameters),
            _ => RenderAsync<Shell>(parameters),
        };
    }

    /// <summary>Any template, such as one that is no page.</summary>
    public async Task<string> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(_services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        });
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
