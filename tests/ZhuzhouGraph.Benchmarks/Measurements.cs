using ZhuzhouGraph.Benchmarks.News;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>One run of the program: imports, then reads, then the tables on standard output. Progress goes to standard error.</summary>
internal static class Measurements
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> names,
        bool imports,
        bool reads,
        BenchmarkOptions options,
        CancellationToken cancellationToken
    )
    {
        var news = new NewsGenerator(options.Shape);
        List<BenchmarkedStore> stores = [];
        try
        {
            using var statements = options.Statements ? new StatementWatch() : null;
            List<ImportResult> imported = [];
            foreach (var name in names)
            {
                var store = await BenchmarkedStore.OpenAsync(name, options, cancellationToken);
                stores.Add(store);
                if (imports)
                    imported.Add(await ImportRun.RunAsync(store, news, statements, options.AtOnce, cancellationToken));
            }
            Report.Machine(Console.Out, options.Shape);
            if (imports)
                Report.Imports(Console.Out, imported);
            if (reads)
            {
                var keys = await QuestionKeys.ChooseAsync(news, stores[0].Graph, cancellationToken);
                Report.Reads(Console.Out, names, await ReadRun.RunAsync(stores, keys, options, cancellationToken));
            }
            return 0;
        }
        catch (Exception e) when (e is GraphStoreException or InvalidOperationException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        finally
        {
            foreach (var store in stores)
                await store.DisposeAsync();
        }
    }
}
