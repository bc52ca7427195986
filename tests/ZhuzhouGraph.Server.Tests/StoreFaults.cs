namespace ZhuzhouGraph.Server.Tests;

/// <summary>Faults of an SQLite file, done to it from outside while the server has it open.</summary>
internal static class StoreFaults
{
    /// <summary>What every read starts from is gone.</summary>
    public const string TakeAway = "ALTER TABLE state RENAME TO state_taken";

    public const string GiveBack = "ALTER TABLE state_taken RENAME TO state";

    /// <summary>Every read runs for ever.</summary>
    public const string Hang =
        TakeAway
        + "; CREATE VIEW state AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT MAX(i) AS generation, NULL AS "
        + "source FROM n";

    /// <summary>Reads of articles run for ever; others do not.</summary>
    public const string HangArticles = """
        PRAGMA legacy_alter_table = ON;
        ALTER TABLE article RENAME TO article_taken;
        CREATE VIEW article AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
            SELECT a.row, a.id, a.sort, a.title, a.name, a.json, a.text, a.citations, a.is_removed
            FROM article_taken a WHERE a.row < (SELECT MAX(i) FROM n);
        """;

    /// <summary>Damage: an article that facts cite is not there.</summary>
    public const string LoseArticles = "DELETE FROM article";
}
