namespace ZhuzhouGraph.Server.Cli;

/// <summary>Says on the console that a store of an earlier version is migrated, before and after.</summary>
internal sealed class MigrationLines : IProgress<StoreMigration>
{
    public static MigrationLines Out { get; } = new();

    public void Report(StoreMigration value) =>
        Console.Out.WriteLine(
            value is { Records: { } records, Took: { } took }
                ? $"store: migrated from schema {value.From} to {value.To}, {records} records in {took.TotalMilliseconds:F0} ms"
                : $"store: it has schema {value.From}, this program writes {value.To}; migrating"
        );
}
