using System.CommandLine;
using System.Text;
using ZhuzhouGraph.Benchmarks;
using ZhuzhouGraph.Benchmarks.Bars;
using ZhuzhouGraph.Benchmarks.Peers;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var store = new Option<string>("--store") { Description = "sqlite or neo4j.", DefaultValueFactory = _ => "sqlite" };
store.AcceptOnlyFromAmong([.. BenchmarkedStore.Names]);
var import = new Command("import", "How long does an import take, and does it stay flat?") { store };
import.SetAction(
    (parsed, cancellationToken) =>
        Measurements.RunAsync([parsed.GetRequiredValue(store)], imports: true, reads: false, new(parsed), cancellationToken)
);
var read = new Command("read", "How long does an answer take? Needs a store that an import of the same options has filled.") { store };
read.SetAction(
    (parsed, cancellationToken) =>
        Measurements.RunAsync([parsed.GetRequiredValue(store)], imports: false, reads: true, new(parsed), cancellationToken)
);
var all = new Command("all", "Both on both stores in one run, with ratios.");
all.SetAction(
    (parsed, cancellationToken) => Measurements.RunAsync(BenchmarkedStore.Names, imports: true, reads: true, new(parsed), cancellationToken)
);
var compare = new Command("compare", "The reads on both stores in one run, with ratios; both filled before.");
compare.SetAction(
    (parsed, cancellationToken) =>
        Measurements.RunAsync(BenchmarkedStore.Names, imports: false, reads: true, new(parsed), cancellationToken)
);
var hostile = new Command("hostile", "What does a hostile document cost the stock executor, and what us?");
hostile.SetAction((parsed, cancellationToken) => HostileRun.RunAsync(new(parsed), cancellationToken));
var index = new Argument<int>("index");
var stock = new Command("stock", "One hostile document through the stock executor; 'hostile' starts this.") { index };
stock.Hidden = true;
stock.SetAction((parsed, cancellationToken) => HostileRun.StockAsync(parsed.GetRequiredValue(index), new(parsed), cancellationToken));
var server = new Option<string>("--server")
{
    Description = "The server's assembly; another commit's tells what was before.",
    DefaultValueFactory = _ => typeof(ZhuzhouGraph.Server.Hosting.GraphHost).Assembly.Location,
};
var each = new Option<bool>("--each") { Description = "A line for each of them." };
var once = new Option<bool>("--once") { Description = "Two measurements of each instead of ten." };
var kind = new Option<string>("--kind") { Description = "Only the kinds that begin so, such as rest." };
var requests = new Command("requests", "What does each hostile request cost the server, and does its memory come back?")
{
    server,
    each,
    once,
    kind,
};
requests.SetAction(
    (parsed, cancellationToken) =>
        RequestRun.RunAsync(
            parsed.GetRequiredValue(server),
            parsed.GetValue(each),
            parsed.GetValue(once),
            parsed.GetValue(kind) ?? "",
            cancellationToken
        )
);
var loadSeconds = new Option<double>("--load-seconds") { Description = "How long each of both runs lasts.", DefaultValueFactory = _ => 60 };
var load = new Command("load", "How long do honest requests wait at 256 connections, when 5 % are hostile and when none is?")
{
    server,
    loadSeconds,
};
load.SetAction(
    (parsed, cancellationToken) =>
        LoadRun.RunAsync(parsed.GetRequiredValue(server), TimeSpan.FromSeconds(parsed.GetValue(loadSeconds)), cancellationToken)
);
var count = new Option<int>("--count") { Description = "How many.", DefaultValueFactory = _ => 100_000 };
var documents = new Command("documents", "Does memory stay bounded when no document comes twice?") { count };
documents.SetAction((parsed, cancellationToken) => DocumentRun.RunAsync(parsed.GetValue(count), new(parsed), cancellationToken));
var children = new Option<int>("--children")
{
    Description = "How many relationships each of the large parents has.",
    DefaultValueFactory = _ => 2_000,
};
var rounds = new Option<int>("--rounds") { Description = "How often each pair is measured, in turn.", DefaultValueFactory = _ => 3 };
var seconds = new Option<double>("--round-seconds") { Description = "How long each measurement lasts.", DefaultValueFactory = _ => 3 };
var only = new Option<string?>("--only") { Description = "One bar, such as P2, to profile it." };
var bars = new Command("bars", "Is a query as fast as what one would write by hand? Ratios over HTTP.") { children, rounds, seconds, only };
bars.SetAction(
    (parsed, cancellationToken) =>
        BarRun.RunAsync(
            parsed.GetValue(children),
            parsed.GetValue(rounds),
            TimeSpan.FromSeconds(parsed.GetValue(seconds)),
            parsed.GetValue(only),
            new(parsed),
            cancellationToken
        )
);
var pages = new Command("pages", "Are pages stable while articles are imported and removed? Fills an empty store.") { store };
pages.SetAction((parsed, cancellationToken) => PagesRun.RunAsync(parsed.GetRequiredValue(store), new(parsed), cancellationToken));
var figures = new Option<int>("--figures") { Description = "How many.", DefaultValueFactory = _ => 1_000_000 };
var filled = new Option<string?>("--export-file") { Description = "A store that this filled before, or one to fill and keep." };
var formats = new Option<string[]>("--format")
{
    Description = "One format; may be repeated, and one that is named twice is measured twice.",
    DefaultValueFactory = _ => ["csv", "ndjson", "json", "parquet", "xlsx"],
};
var export = new Command("export", "How many figures a second does a download take, beside sqlite3 -csv?") { figures, filled, formats };
export.SetAction(
    (parsed, cancellationToken) =>
        ExportRun.RunAsync(parsed.GetValue(figures), parsed.GetValue(filled), parsed.GetRequiredValue(formats), cancellationToken)
);
var asked = new Option<int>("--asked") { Description = "How often each question is asked.", DefaultValueFactory = _ => 100 };
var statistics = new Command("statistics", "How long does a dashboard wait, and what does a download take, over HTTP?")
{
    store,
    figures,
    asked,
};
statistics.SetAction(
    (parsed, cancellationToken) =>
        StatisticsRun.RunAsync(
            parsed.GetRequiredValue(store),
            parsed.GetValue(figures),
            parsed.GetValue(asked),
            new(parsed),
            cancellationToken
        )
);

var readSeconds = new Option<double>("--read-seconds") { Description = "How long each measurement lasts.", DefaultValueFactory = _ => 20 };
var importedReads = new Command(
    "reads-in-imports",
    "How many reads are answered while articles are imported, beside none? Fills an empty store."
)
{
    store,
    readSeconds,
};
importedReads.SetAction(
    (parsed, cancellationToken) =>
        ImportedReadsRun.RunAsync(
            parsed.GetRequiredValue(store),
            TimeSpan.FromSeconds(parsed.GetValue(readSeconds)),
            new(parsed),
            cancellationToken
        )
);
var browser = new Option<string?>("--browser") { Description = "A Chromium that tells of the first paint, such as /usr/bin/chromium." };
var site = new Command("site", "How long does a reader wait for a page? Needs a store that was filled before.") { store, asked, browser };
site.SetAction(
    (parsed, cancellationToken) =>
        SiteRun.RunAsync(parsed.GetRequiredValue(store), parsed.GetValue(asked), parsed.GetValue(browser), new(parsed), cancellationToken)
);
var subscriptions = new Option<int>("--subscriptions") { Description = "How many.", DefaultValueFactory = _ => 10_000 };
var shape = new Option<string?>("--shape") { Description = "Only what is called so, such as stream." };
var watching = new Command("watch", "What does a subscription need while nothing happens, and how soon is the last one told?")
{
    server,
    subscriptions,
    shape,
};
watching.SetAction(
    (parsed, cancellationToken) =>
        WatchRun.RunAsync(parsed.GetRequiredValue(server), parsed.GetValue(subscriptions), parsed.GetValue(shape), cancellationToken)
);
var peerNames = new Option<string[]>("--peers")
{
    Description = "Beside whom: neo4j is @neo4j/graphql, postgres is PostGraphile; separated by commas.",
    DefaultValueFactory = _ => [.. PeersRun.Names],
    CustomParser = result => result.Tokens.SelectMany(token => token.Value.Split(',')).ToArray(),
};
peerNames.Validators.Add(result =>
{
    foreach (var name in result.GetValueOrDefault<string[]>()?.Except(PeersRun.Names) ?? [])
        result.AddError($"'{name}' is no peer; {string.Join(" and ", PeersRun.Names)} are.");
});
var onlyShape = new Option<string?>("--only") { Description = "One shape, such as 100x5." };
var peerRounds = new Option<int>("--rounds") { Description = "How often each is measured, in turn.", DefaultValueFactory = _ => 5 };
var peers = new Command("peers", "How fast are the peers with the same data and the same answers? Installs them from npm. Linux only.")
{
    peerNames,
    onlyShape,
    peerRounds,
    seconds,
};
peers.SetAction(
    (parsed, cancellationToken) =>
        PeersRun.RunAsync(
            parsed.GetRequiredValue(peerNames),
            parsed.GetValue(onlyShape),
            parsed.GetValue(peerRounds),
            TimeSpan.FromSeconds(parsed.GetValue(seconds)),
            new(parsed),
            cancellationToken
        )
);

var texts = new Argument<string>("FOLDER") { Description = "Chinese texts, UTF-8, *.txt." };
var figuresOfTexts = new Command("figures", "How many megabytes of Chinese text does the reader of figures read in a second, on one core?")
{
    texts,
};
figuresOfTexts.SetAction(parsed => FiguresRun.Run(parsed.GetRequiredValue(texts)));

var root = new RootCommand("Measures the stores with invented news. Nothing is asserted about times; the answers are a table.")
{
    import,
    read,
    all,
    compare,
    hostile,
    stock,
    documents,
    requests,
    load,
    bars,
    pages,
    export,
    statistics,
    site,
    watching,
    peers,
    importedReads,
    figuresOfTexts,
};
BenchmarkOptions.AddTo(root);
return await root.Parse(args).InvokeAsync();
