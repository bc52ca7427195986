using GraphQL;
using GraphQL.Types;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>
/// Which records a field needs whole, declared where the field is. What an operation needs nowhere whole is read in brief, so one field
/// that needs a kind of record decides for the whole operation. A field that does not say needs everything.
/// </summary>
internal static class Reads
{
    private const string Key = "reads";

    /// <summary>A field that needs these whole, and of all others no more than a brief record holds.</summary>
    public static FieldType Needing(this FieldType field, RecordKinds whole) => field.WithMetadata(Key, whole);

    /// <summary>A field that needs no more than brief records hold.</summary>
    public static FieldType InBrief(this FieldType field) => field.Needing(RecordKinds.None);

    public static RecordKinds Of(FieldType field) => field.GetMetadata(Key, RecordKinds.All);

    /// <summary>The kind of record that is a parent or an item; none of what is no record.</summary>
    public static RecordKinds KindOf(Type type) =>
        type == typeof(Entity) ? RecordKinds.Entities
        : type == typeof(Relationship) ? RecordKinds.Relationships
        : type == typeof(Observation) ? RecordKinds.Observations
        : type == typeof(Article) ? RecordKinds.Articles
        : type == typeof(Citation) ? RecordKinds.Citations
        : RecordKinds.None;
}
