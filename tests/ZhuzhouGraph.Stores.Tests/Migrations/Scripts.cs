namespace ZhuzhouGraph.Stores.Tests.Migrations;

/// <summary>Compares scripts by their lines, so that a failure shows the records that differ.</summary>
public static class Scripts
{
    public static void ShouldBeEqual(string script, string expected)
    {
        var (found, wanted) = (script.Split('\n'), expected.Split('\n'));
        string[] differences =
        [
            .. wanted.Except(found, StringComparer.Ordinal).Select(line => "- " + line),
            .. found.Except(wanted, StringComparer.Ordinal).Select(line => "+ " + line),
        ];
        differences.ShouldBeEmpty();
        script.ShouldBe(expected);
    }

    /// <summary>What was recorded once stays: the texts, the data versions and what became of each node.</summary>
    /// <param name="history">What lines about it hold.</param>
    public static void ShouldKeepTheHistory(string script, string recorded, params string[] history)
    {
        var found = Rows(script).ToHashSet(StringComparer.Ordinal);
        var kept = Rows(recorded).Where(row => history.Any(part => row.Contains(part, StringComparison.Ordinal))).ToList();
        kept.Count.ShouldBeGreaterThan(20);
        kept.Where(row => !found.Contains(row)).ShouldBeEmpty();

        static IEnumerable<string> Rows(string script) => script.Split('\n').Select(line => line.TrimEnd(','));
    }
}
