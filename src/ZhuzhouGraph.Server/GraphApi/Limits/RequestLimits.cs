namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// What a request may ask for, in the order in which it is checked. Bound from the section <c>Limits</c> of the configuration, such as
/// <c>Limits:QueryBytes</c>. Whoever goes over one gets its code, its name, what is allowed and what was found. Limits hold per process.
/// </summary>
public sealed record RequestLimits
{
    /// <summary>Bytes of a request's body. 1 MiB.</summary>
    public int BodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Values in a request's JSON: its members, and the items and members of its variables. 4,000.</summary>
    public int JsonValues { get; init; } = 4_000;

    /// <summary>Bytes of a text in a request's variables. 16 KiB.</summary>
    public int JsonText { get; init; } = 16 * 1024;

    /// <summary>Characters of a number, in variables and in a query. 40.</summary>
    public int NumberLength { get; init; } = 40;

    /// <summary>Bytes of a query's text in UTF-8. 16 KiB.</summary>
    public int QueryBytes { get; init; } = 16 * 1024;

    /// <summary>Tokens of a query, comments included. 4,000.</summary>
    public int QueryTokens { get; init; } = 4_000;

    /// <summary>How deep a query's syntax may nest: selections, lists and inputs. 128.</summary>
    public int SyntaxDepth { get; init; } = 128;

    /// <summary>Operations in a document. 20.</summary>
    public int Operations { get; init; } = 20;

    /// <summary>Directives at one place. 4.</summary>
    public int Directives { get; init; } = 4;

    /// <summary>Selections of all operations, and of fragments that none of them uses, fragments written out. 5,000.</summary>
    public int Selections { get; init; } = 5_000;

    /// <summary>Fragments in a document, whether they are used or not. 50.</summary>
    public int Fragments { get; init; } = 50;

    /// <summary>How many fragments may spread one another in a chain, whether they are used or not. 12.</summary>
    public int FragmentChain { get; init; } = 12;

    /// <summary>Levels of fields, outside introspection. 12.</summary>
    public int Depth { get; init; } = 12;

    /// <summary>Levels of fields below <c>__schema</c> and <c>__type</c>. 20.</summary>
    public int IntrospectionDepth { get; init; } = 20;

    /// <summary>
    /// How often <c>fields</c>, <c>inputFields</c>, <c>interfaces</c> and <c>possibleTypes</c> may stand inside one another. 3.
    /// </summary>
    public int IntrospectionLists { get; init; } = 3;

    /// <summary>How often one selection set may name one field or one alias. 30.</summary>
    public int Repeats { get; init; } = 30;

    /// <summary>Ids and names that the arguments of a request may give, each counted once. 300.</summary>
    public int Names { get; init; } = 300;

    /// <summary>
    /// Fields of an answer about the schema, as many types, fields and arguments as a schema has about. 400,000, and the standard question
    /// of graphql-js comes to less.
    /// </summary>
    public int IntrospectionFields { get; init; } = 400_000;

    /// <summary>
    /// Inputs, such as filters and what stands in them, that are written in a document's arguments and defaults. 100.
    /// </summary>
    public int Inputs { get; init; } = 100;

    /// <summary>Problems of an invalid document that are reported; checking stops there. 5.</summary>
    public int ValidationErrors { get; init; } = 5;

    /// <summary>Sorts of relationships (<c>relationships</c>) that one filter may count. 5.</summary>
    public int RelationshipFilters { get; init; } = Asking.ArgumentReader.SortsByDefault;

    /// <summary>Objects that an answer may hold, by the page sizes asked for, and what its filters cost. 10,000.</summary>
    public int Cost { get; init; } = 10_000;

    /// <summary>How long a request may take, its wait for others included. 10 seconds.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Bytes of an answer before it is compressed, counted while it is made: texts, names of fields, and 12 for the rest of each. 8 MiB.
    /// </summary>
    public int AnswerBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Bytes of one event of a subscription, counted in the same way. 256 KiB.</summary>
    public int EventBytes { get; init; } = 256 * 1024;

    /// <summary>Bytes of the query and the variables of a subscription, which are kept as long as it goes on. 16 KiB.</summary>
    public int SubscriptionBytes { get; init; } = 16 * 1024;

    /// <summary>Operations on sockets and streams of events that are open at once, subscriptions above all. 20,000.</summary>
    public int Subscriptions { get; init; } = 20_000;

    /// <summary>How many of them one client may have. Section <c>Clients</c> says who counts. 200.</summary>
    public int ClientSubscriptions { get; init; } = 200;

    /// <summary>WebSockets that are open at once. 20,000.</summary>
    public int Sockets { get; init; } = 20_000;

    /// <summary>How many of them one client may have. 50.</summary>
    public int ClientSockets { get; init; } = 50;

    /// <summary>Operations that one socket may have open at once. 100.</summary>
    public int SocketOperations { get; init; } = 100;

    /// <summary>How long a socket may take to say <c>connection_init</c>. 3 seconds.</summary>
    public TimeSpan SocketInit { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a socket may stay without an operation. 5 minutes.</summary>
    public TimeSpan SocketIdle { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a silent socket is asked whether somebody is there, and how long the answer may take. 30 seconds.</summary>
    public TimeSpan SocketPing { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a client may take to make room for one message or event; nothing is kept for it beyond that. 20 seconds.</summary>
    public TimeSpan SlowReader { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Bytes that wait for the clients of all sockets and streams to make room; over it, who has waited longest is let go. 64 MiB.
    /// </summary>
    public long UnsentBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Requests that are worked on at once. Four for each processor, at least 16.</summary>
    public int RequestsAtOnce { get; init; } = Math.Max(16, 4 * Environment.ProcessorCount);

    /// <summary>Requests that wait for their turn, in the order in which they came; the next is told to come again. 512.</summary>
    public int RequestsWaiting { get; init; } = 512;

    /// <summary>
    /// Tokens that a client may have: as many objects as its requests may hold together before it has to wait, ten of the dearest. Section
    /// <c>Clients</c> says who counts. 100,000.
    /// </summary>
    public int ClientTokens { get; init; } = 100_000;

    /// <summary>Tokens that a client gets each second, one of the dearest requests. 10,000.</summary>
    public int ClientTokensPerSecond { get; init; } = 10_000;

    /// <summary>Files that are under way at once, each of which holds one data version. Two for each processor, at least 4.</summary>
    public int DownloadsAtOnce { get; init; } = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <summary>How long a file may take; it is broken off then, and goes on with <c>after</c>. 30 minutes.</summary>
    public TimeSpan DownloadDeadline { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Figures that a file may have which is put together before it is written: wide CSV, JSON-stat, JSON-LD of an entity. A format's own
    /// bound may be lower. 100,000.
    /// </summary>
    public int FiguresHeld { get; init; } = 100_000;

    /// <summary>The name of a limit in answers: the name of its property in camelCase.</summary>
    public static string NameOf(string property) => char.ToLowerInvariant(property[0]) + property[1..];
}
