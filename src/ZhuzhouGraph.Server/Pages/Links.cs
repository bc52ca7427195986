namespace ZhuzhouGraph.Server.Pages;

/// <summary>The addresses of pages. The id is the address: it lives as long.</summary>
internal static class Links
{
    public const string Entity = "/entity/",
        Figure = "/figure/",
        Article = "/article/",
        Statement = "/statement/",
        Indicator = "/indicator/",
        Series = "/series/",
        Chart = "/chart/",
        Embed = "/embed/",
        Network = "/network/",
        Timeline = "/timeline/",
        Search = "/search",
        Path = "/path",
        Compare = "/compare",
        Check = "/check",
        Ask = "/ask",
        Schema = "/schema",
        Changes = "/changes",
        Coverage = "/coverage/",
        Figures = "/figures",
        Articles = "/articles";

    /// <summary>The path of the page of whatever has that id.</summary>
    public static string PathOf(string id)
    {
        var (kind, name) = Split(id);
        return kind switch
        {
            "obs" => Figure + Escape(name),
            "article" => Article + Escape(name),
            "rel" => Statement + Escape(name),
            _ when kind == EntityTypes.Indicator.Prefix => Indicator + Escape(name),
            _ => Entity + Escape(id),
        };
    }

    /// <summary>The anchor of an address on the page of its article.</summary>
    public static string Anchor(string address) => $"s{StartOf(address)}";

    /// <summary>The parameter of a picture or an embedding that says which block of the page, counted from 1.</summary>
    public const string Block = "block";

    /// <summary>The parameter of the page of an article by which it starts a little before an address.</summary>
    public const string At = "at";

    /// <summary>The sentence where an address starts: 103.3-105.1 starts at 103.3.</summary>
    public static string StartOf(string address) => address.Split('-')[0];

    /// <summary>A place in an article on its page.</summary>
    public static string Place(Visit visit, string article, string address) =>
        $"{visit.To(PathOf(article), (At, StartOf(address)))}#{Anchor(address)}";

    public static string Escape(string id) => string.Join('/', id.Split('/').Select(Segment));

    private static string Segment(string text) => Uri.EscapeDataString(text).Replace("%3A", ":", StringComparison.Ordinal);

    private static (string Kind, string Name) Split(string id) =>
        id.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (id[..colon], id[(colon + 1)..]) : ("", id);
}
