namespace ZhuzhouGraph.Stores.Tests.Migrations;

/// <summary>What an opening tells of a migration.</summary>
public sealed class Told : IProgress<StoreMigration>
{
    private readonly Action? _whenItBegins;

    public Told(Action? whenItBegins = null) => _whenItBegins = whenItBegins;

    public List<StoreMigration> Migrations { get; } = [];

    public void Report(StoreMigration value)
    {
        Migrations.Add(value);
        if (value.Records is null)
            _whenItBegins?.Invoke();
    }

    /// <summary>It was told when the migration began and when it was done.</summary>
    public void ShouldBe(int from, int to)
    {
        Migrations.Select(m => (m.From, m.To)).ShouldBe([(from, to), (from, to)]);
        Migrations[0].Records.ShouldBeNull();
        Migrations[1].Records.ShouldNotBeNull().ShouldBeGreaterThan(20);
        Migrations[1].Took.ShouldNotBeNull();
    }
}
