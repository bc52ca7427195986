using System.Collections.Frozen;
using System.Security.Cryptography;

namespace ZhuzhouGraph.Server.Pages;

/// <summary>The style, the script and the icon: part of the program, each at an address with its hash, which is kept for ever.</summary>
internal static class SiteFiles
{
    private const string Folder = "Assets/",
        Root = "/assets/",
        Immutable = "public, max-age=31536000, immutable";

    /// <summary>The address that browsers try by themselves.</summary>
    public const string FavouriteIcon = "/favicon.ico";

    private sealed record Asset(string Address, string ContentType, byte[] Bytes);

    private static readonly FrozenDictionary<string, Asset> ByName = Read();

    public static string Style => ByName["site.css"].Address;

    public static string Script => ByName["site.js"].Address;

    /// <summary>What the page for questions needs besides; no other page loads it.</summary>
    public static string Editor => ByName["editor.js"].Address;

    public static string Icon => ByName["icon.svg"].Address;

    public static void Map(WebApplication app, Func<RequestDelegate, RequestDelegate> reading)
    {
        foreach (var asset in ByName.Values)
            app.Map(asset.Address, reading(context => SendAsync(context, asset, Immutable)));
        app.Map(FavouriteIcon, reading(context => SendAsync(context, ByName["icon.svg"], "public, max-age=86400")));
    }

    private static async Task SendAsync(HttpContext context, Asset asset, string cache)
    {
        context.Response.ContentType = asset.ContentType;
        context.Response.Headers.CacheControl = cache;
        context.Response.Headers.Vary = "Accept-Encoding";
        await context.Response.BodyWriter.WriteAsync(asset.Bytes, context.RequestAborted);
    }

    private static FrozenDictionary<string, Asset> Read()
    {
        var program = typeof(SiteFiles).Assembly;
        var assets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var resource in program.GetManifestResourceNames())
        {
            if (!resource.StartsWith(Folder, StringComparison.Ordinal))
                continue;
            using var bytes = new MemoryStream();
            using (var stream = program.GetManifestResourceStream(resource)!)
                stream.CopyTo(bytes);
            var name = resource[Folder.Length..];
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..12];
            var (stem, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
            assets[name] = new(
                $"{Root}{stem}.{hash}{ending}",
                ending switch
                {
                    ".css" => "text/css; charset=utf-8",
                    ".js" => "text/javascript; charset=utf-8",
                    _ => "image/svg+xml",
                },
                bytes.ToArray()
            );
        }
        return assets.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
