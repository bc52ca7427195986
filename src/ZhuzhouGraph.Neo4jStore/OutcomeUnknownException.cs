namespace ZhuzhouGraph.Neo4jStore;

/// <summary>A write whose answer was lost: it took place wholly or not at all, and only a look at the graph says which.</summary>
internal sealed class OutcomeUnknownException(string message, Exception? innerException = null) : Exception(message, innerException);
