using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http.Extensions;
using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.Pages;
using ZhuzhouGraph.Server.Pages.Changes;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>A form of an answer that is no JSON.</summary>
/// <param name="Media">Its media type.</param>
internal sealed record RestText(string Media, Func<RestAnswer, byte[]> Write);

/// <summary>Changes of figures as a feed (RFC 4287): one entry for each line of the log, so that none is told twice.</summary>
internal static class AtomFeed
{
    public const string Media = "application/atom+xml";

    private const string Html = "text/html",
        Namespace = "http://www.w3.org/2005/Atom",
        Name = "urn:x-zhuzhougraph";

    /// <summary>The parameters that say of what a feed is.</summary>
    public static readonly IReadOnlyList<string> Narrowing = ["about", "indicators", "text"];

    /// <param name="Of">What the feed is of, in the words of the request; empty for all figures.</param>
    /// <param name="Address">Its own address.</param>
    /// <param name="Page">The page of the same; null where that is narrowed less.</param>
    private sealed record Feed(string Of, string Address, string? Page, IReadOnlyList<Entry> Entries);

    private sealed record Entry(Change Change, Observation Figure);

    public static RestText Text { get; } = new(Media, Write);

    public static async Task<RestAnswer?> AnswerAsync(RestCall call)
    {
        var (query, first) = await call.With("order", ChangeOrder.LogDescending).ReadAsync(Changes.Read);
        if (call.Faults.Count > 0)
            return null;
        var page = await ChangeSchema.List.Ask(
            call.Snapshot,
            ChangeSchema.OfFigures(query),
            new PageRequest(first),
            call.CancellationToken
        );
        var found = await call.Snapshot.GetAsync([.. page.Items.Select(line => line.Id).Distinct()], call.CancellationToken);
        var nodes = await LinkedNodes.LoadAsync(call.Snapshot, [.. found.Values], citations: 1, call.CancellationToken);
        // In the words of the request, for people and for its own address.
        List<KeyValuePair<string, string>> given =
        [
            .. Narrowing.SelectMany(name =>
                (call.Values.GetValueOrDefault(name) as IEnumerable<object?> ?? [call.Values.GetValueOrDefault(name)])
                    .OfType<string>()
                    .Select(value => KeyValuePair.Create(name, value))
            ),
        ];
        var feed = new Feed(
            string.Join(", ", given.Select(parameter => parameter.Value)),
            $"{RestApi.Root}/changes.atom{new QueryBuilder(given)}",
            PageOf(given),
            [.. page.Items.Select(line => new Entry(line, (Observation)found[line.Id]))]
        );
        return new(feed, nodes);
    }

    /// <summary>The page takes one of each.</summary>
    private static string? PageOf(List<KeyValuePair<string, string>> given) =>
        given.DistinctBy(parameter => parameter.Key).Count() < given.Count
            ? null
            : Links.Changes
                + new QueryBuilder(
                    given.Select(parameter =>
                        KeyValuePair.Create(parameter.Key == "indicators" ? ChangesPage.Indicator : parameter.Key, parameter.Value)
                    )
                );

    private static byte[] Write(RestAnswer answer)
    {
        var feed = (Feed)answer.Item;
        using var bytes = new MemoryStream();
        using (
            var xml = XmlWriter.Create(
                bytes,
                new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }
            )
        )
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, "zh");
            Element(xml, "id", feed.Of.Length == 0 ? $"{Name}:figures" : $"{Name}:figures:{Uri.EscapeDataString(feed.Of)}");
            Element(xml, "title", feed.Of.Length == 0 ? "新刊数据 New figures" : $"新刊数据 New figures: {feed.Of}");
            Link(xml, "self", Media, feed.Address);
            if (feed.Page is { } page)
                Link(xml, "alternate", Html, page);
            Element(xml, "updated", Moment(feed.Entries.Count == 0 ? NodaConstants.UnixEpoch : feed.Entries.Max(e => e.Change.RecordedAt)));
            xml.WriteStartElement("author", Namespace);
            Element(xml, "name", "ZhuzhouGraph");
            xml.WriteEndElement();
            foreach (var entry in feed.Entries)
                Write(xml, entry, answer.Nodes);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, Entry entry, LinkedNodes nodes)
    {
        var (change, figure) = entry;
        var (indicator, about) = (nodes.Node(figure.Indicator), nodes.Node(figure.About));
        var word = change.Kind switch
        {
            ChangeKind.Added => "新增 added",
            ChangeKind.Changed => "变更 changed",
            _ => "移除 removed",
        };
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", FormattableString.Invariant($"{Name}:change:{change.Version}.{change.Sequence}"));
        Element(xml, "title", $"{Forms.NameOf(about)} · {Forms.NameOf(indicator)}：{figure.Figure}（{word}）");
        Element(xml, "updated", Moment(change.RecordedAt));
        // Readers open the first: a page for people.
        Link(xml, "alternate", Html, Links.PathOf(figure.Id));
        Link(xml, "alternate", MediaTypes.Json, RestApi.UrlOf(figure));
        var cited = Forms.CitationOf(Forms.PrintedOf(figure, nodes)!);
        var english = $"{Forms.EnglishOf(about) ?? Forms.NameOf(about)}: {Forms.EnglishOf(indicator) ?? Forms.NameOf(indicator)}";
        Element(xml, "summary", $"{cited.Chinese}\n{english}, {figure.Figure}. {cited.English}");
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, XmlText(text));

    /// <summary>The text with U+FFFD for what no XML may hold.</summary>
    private static string XmlText(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => IsAllowed(rune.Value) ? rune.ToString() : "\uFFFD"));

    private static bool IsAllowed(int character) =>
        character is 9 or 10 or 13 or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000;

    private static string Moment(Instant moment) => InstantPattern.ExtendedIso.Format(moment);
}
