using GraphQL;
using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// How many objects a field may bring into an answer, declared where the field is. A field of one object needs no price, a list of objects
/// does: the schema is not built without it. <see cref="OperationCost"/> adds the prices up.
/// </summary>
/// <param name="Weight">What each item counts: 1, and 0 for what only wraps items.</param>
/// <param name="Items">How many items there may be, by the real arguments of a request.</param>
/// <param name="Part">What the field is in a page.</param>
internal sealed record Price(int Weight, Func<ArgumentReader, int> Items, PagePart Part = PagePart.None)
{
    /// <summary>How often a count reads the list that it stands in; 0 for what is no count.</summary>
    public int Counts { get; init; }

    /// <summary>What the field costs besides, by its arguments: work that the answer does not show, in objects of an answer.</summary>
    public Func<ArgumentReader, int> Work { get; init; } = _ => 0;

    /// <summary>
    /// The size of a list that belongs to one record and has no page, such as the names of an entity or the corrections of an article. No
    /// record of the seeds has a longer one, by test.
    /// </summary>
    public const int Few = 10;

    private const string Key = "price";

    private static readonly Price Object = new(1, _ => 1);

    public static Price Of(FieldType field) => field.GetMetadata<Price?>(Key, defaultValue: null) ?? Object;

    /// <summary>The fields that could bring any number of objects, because nobody said how many.</summary>
    public static IEnumerable<string> Missing(IEnumerable<IGraphType> types) =>
        from type in types.OfType<IComplexGraphType>()
        where type is not IInputObjectGraphType && !type.Name.StartsWith("__", StringComparison.Ordinal)
        from field in type.Fields
        where
            field.ResolvedType!.GetNamedType() is IComplexGraphType
            && !field.HasMetadata(Key)
            && (IsList(field.ResolvedType!) || HasPage(field))
        select $"{type.Name}.{field.Name}";

    internal FieldType On(FieldType field) => field.WithMetadata(Key, this);

    private static bool IsList(IGraphType type) =>
        type is ListGraphType || (type is NonNullGraphType { ResolvedType: { } inner } && IsList(inner));

    private static bool HasPage(FieldType field) =>
        ((IComplexGraphType)field.ResolvedType!.GetNamedType()).Fields.Any(f => Of(f).Part is PagePart.Item);
}

/// <summary>What a field is in a page.</summary>
internal enum PagePart
{
    None,

    /// <summary>It holds the page: the number of items is the number of the page's.</summary>
    Page,

    /// <summary>One for each item of the page that it stands in.</summary>
    Item,
}

/// <summary>The ways to declare a price.</summary>
internal static class Prices
{
    /// <summary>A list without a page, of at most so many objects.</summary>
    public static FieldType UpTo(this FieldType field, int items) => field.UpTo(_ => items);

    /// <summary>A list without a page, whose length follows from the arguments.</summary>
    public static FieldType UpTo(this FieldType field, Func<ArgumentReader, int> items) => new Price(1, items).On(field);

    /// <summary>A connection, or another answer around a page.</summary>
    /// <param name="weight">What the answer itself counts: nothing, where it only wraps the page.</param>
    public static FieldType PageOf(this FieldType field, Func<ArgumentReader, int> items, int weight = 0) =>
        new Price(weight, items, PagePart.Page).On(field);

    /// <summary>A list of a connection.</summary>
    /// <param name="isWrapper">True where the items only wrap those that count.</param>
    public static FieldType EachOfPage(this FieldType field, bool isWrapper = false) =>
        new Price(isWrapper ? 0 : 1, _ => 1, PagePart.Item).On(field);

    /// <summary>A count of the list that it stands in, which costs what the filter of the list costs.</summary>
    /// <param name="times">How often the list is counted for it.</param>
    public static FieldType Counting(this FieldType field, int times = 1) => new Price(0, _ => 1) { Counts = times }.On(field);

    /// <summary>Adds work that the answer does not show, in objects of an answer: some three microseconds each.</summary>
    public static FieldType Working(this FieldType field, Func<ArgumentReader, int> work) =>
        (Price.Of(field) with { Work = work }).On(field);

    /// <summary>An object that stands for nothing of the graph.</summary>
    public static FieldType Free(this FieldType field) => new Price(0, _ => 1).On(field);
}
