using System.CommandLine;
using System.Text;
using ZhuzhouGraph.Benchmarks;
using ZhuzhouGraph.Benchmarks.Bars;

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

var root = new RootCommand("Measures the stores with invented news. Nothing is asserted about times; the answers are a table.")
{
    import,
    read,
    all,
    compare,
    hostile,
    stock,
    documents,
    bars,
    pages,
};
BenchmarkOptions.AddTo(root);
return await root.Parse(args).InvokeAsync();
