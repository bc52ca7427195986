namespace ZhuzhouGraph;

/// <summary>
/// Of which part of its subject a figure is (其中：国有控股企业): one member or more of classifications, as SDMX breaks an indicator down.
/// The dimension of a member follows from what it is, see <see cref="DimensionOf"/>. Equal where the members are, in any order.
/// </summary>
public sealed record Breakdown
{
    /// <summary>The most members of one figure, each of another dimension.</summary>
    public const int MaxMembers = 4;

    /// <summary>What a dimension is called whose members have a type of their own, by that type.</summary>
    private static readonly IReadOnlyDictionary<string, string> Dimensions = new Dictionary<string, string>
    {
        [EntityTypes.Industry.Name] = "INDUSTRY",
        [EntityTypes.Product.Name] = "PRODUCT",
        [EntityTypes.Place.Name] = "COUNTERPART_AREA",
    };

    private Breakdown(string ids) => Ids = ids;

    /// <summary>The ids of the members by code point, blanks between them.</summary>
    public string Ids { get; }

    /// <summary>The ids of the members by code point.</summary>
    public IReadOnlyList<string> Members => Ids.Split(' ');

    /// <summary>The types of which a member can be.</summary>
    public static IReadOnlyList<string> MemberTypes { get; } = [EntityTypes.Category.Name, .. Dimensions.Keys];

    /// <summary>Null where there is no member: then the figure is of the whole.</summary>
    public static Breakdown? Of(IEnumerable<string> members)
    {
        var ids = string.Join(' ', members.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return ids.Length == 0 ? null : new(ids);
    }

    /// <summary>As <see cref="Ids"/> writes it.</summary>
    internal static Breakdown Parse(string ids) => new(ids);

    /// <summary>
    /// Of what dimension a member is: the kind of a category, such as OWNERSHIP, otherwise INDUSTRY, PRODUCT or COUNTERPART_AREA.
    /// </summary>
    public static string DimensionOf(Entity member) => Dimensions.GetValueOrDefault(member.Type.Name) ?? member.Kind ?? member.Type.Name;

    public override string ToString() => Ids;
}
