namespace ZhuzhouGraph.Neo4jStore;

/// <summary>A database that takes no writes, told apart because it can be read without looking out for imports.</summary>
internal sealed class ReadOnlyDatabaseException(string code) : Exception(code);
