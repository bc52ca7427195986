using System.Globalization;
using CsCheck;

namespace ZhuzhouGraph.Bolt.Tests;

/// <summary>Values of every kind that can be sent, and how what comes back is read and told.</summary>
internal static class Values
{
    /// <summary>Texts of all planes and lengths, around the sizes at which their form changes.</summary>
    public static Gen<string> Texts { get; } =
        Gen.OneOf(
            Gen.String[Gen.Char.AlphaNumeric, 0, 20],
            Gen.OneOf("", "云海市", "𠀀𪚥 😀", "\0", "\u2028 <&>'\"\\", new string('灯', 100), new string('x', 255), new string('x', 256)),
            Gen.Int[0, 70_000].Select(length => new string('y', length))
        );

    private static Gen<object?> Single { get; } =
        Gen.OneOf(
            Gen.Const((object?)null),
            Gen.Bool.Select(x => (object?)x),
            Gen.Long.Select(x => (object?)x),
            Gen.OneOf(Gen.Long[-130, 130], Gen.Long[-33_000, 33_000], Gen.Long[-2_147_483_700, 2_147_483_700]).Select(x => (object?)x),
            Gen.Double.Select(x => (object?)x),
            Gen.String[Gen.Char.AlphaNumeric, 0, 40].Select(x => (object?)x),
            Gen.OneOf<object?>("云海市", "𠀀😀", long.MinValue, long.MaxValue, double.NaN, double.NegativeInfinity, -0.0, 5e-324),
            Gen.Byte.Array[0, 300].Select(x => (object?)x),
            Gen.Long[-700_000, 700_000].Select(days => (object?)new BoltDate(days)),
            Nanoseconds.Select(time => (object?)new BoltLocalTime(time)),
            Gen.Select(Nanoseconds, Offset, (time, offset) => (object?)new BoltTime(time, offset)),
            Gen.Select(Seconds, Fraction, (seconds, fraction) => (object?)new BoltLocalDateTime(seconds, fraction)),
            Gen.Select(Seconds, Fraction, Offset, (seconds, fraction, offset) =>
                (object?)new BoltOffsetDateTime(seconds, fraction, offset)
            ),
            Gen.Select(Seconds, Fraction, Gen.OneOf("Asia/Shanghai", "Europe/Paris", "UTC"), (seconds, fraction, zone) =>
                (object?)new BoltZonedDateTime(seconds, fraction, zone)
            ),
            Gen.Select(
                Gen.Long[-5_000, 5_000],
                Gen.Long[-5_000, 5_000],
                Gen.Long[-90_000, 90_000],
                Fraction,
                (months, days, seconds, fraction) => (object?)new BoltDuration(months, days, seconds, fraction)
            )
        );

    private static Gen<long> Nanoseconds => Gen.Long[0, 86_399_999_999_999];

    /// <summary>Quarters of an hour, as clocks have them.</summary>
    private static Gen<long> Offset => Gen.Long[-48, 48].Select(quarters => quarters * 900);

    private static Gen<long> Seconds => Gen.Long[-60_000_000_000, 250_000_000_000];

    private static Gen<long> Fraction => Gen.Long[0, 999_999_999];

    /// <summary>Single ones, and lists and maps of them, some with more entries than a small marker holds.</summary>
    public static Gen<object?> Any { get; } = Nested(3);

    private static Gen<object?> Nested(int depth) =>
        depth == 0
            ? Single
            : Gen.OneOf(
                Single,
                Nested(depth - 1).List[0, 20].Select(items => (object?)items),
                Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 0, 12], Nested(depth - 1))[0, 20].Select(map => (object?)map)
            );

    /// <summary>What arrived, as what was sent.</summary>
    public static object? Read(BoltValue value) =>
        value.Kind switch
        {
            BoltKind.Null => null,
            BoltKind.Boolean => value.AsBoolean(),
            BoltKind.Integer => value.AsInteger(),
            BoltKind.Float => value.AsFloat(),
            BoltKind.String => value.AsString(),
            BoltKind.Bytes => value.AsBytes(),
            BoltKind.List => Read(value.AsList()),
            BoltKind.Map => Read(value.AsMap()),
            BoltKind.Node => (Read(value.Labels), Read(value.Properties), value.ElementId),
            BoltKind.Relationship => (value.Type, Read(value.Properties), value.ElementId, value.StartElementId, value.EndElementId),
            BoltKind.UnboundRelationship => (value.Type, Read(value.Properties), value.ElementId),
            BoltKind.Path => (Read(value.PathNodes), Read(value.PathRelationships), Read(value.PathSteps)),
            BoltKind.Date => value.AsDate(),
            BoltKind.Time => value.AsTime(),
            BoltKind.LocalTime => value.AsLocalTime(),
            BoltKind.OffsetDateTime => value.AsOffsetDateTime(),
            BoltKind.ZonedDateTime => value.AsZonedDateTime(),
            BoltKind.LocalDateTime => value.AsLocalDateTime(),
            BoltKind.Duration => value.AsDuration(),
            _ => value.Kind,
        };

    public static List<object?> Read(BoltList list)
    {
        var items = new List<object?>();
        foreach (var item in list)
            items.Add(Read(item));
        items.Count.ShouldBe(list.Count);
        return items;
    }

    private static Dictionary<string, object?> Read(BoltMap map) =>
        map.Keys.ToDictionary(key => key, key => map.TryFind(key, out var value) ? Read(value) : throw new KeyNotFoundException(key));

    /// <summary>One text per value: two are the same where their texts are. Integers and floats differ.</summary>
    public static string Told(object? value) =>
        value switch
        {
            null => "null",
            string text => "'" + text + "'",
            byte[] bytes => "bytes " + Convert.ToHexString(bytes),
            double number => "float " + BitConverter.DoubleToInt64Bits(number).ToString("X", CultureInfo.InvariantCulture),
            IReadOnlyDictionary<string, object?> map => "{"
                + string.Join(
                    ", ",
                    map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {Told(entry.Value)}")
                )
                + "}",
            IEnumerable<object?> items => "[" + string.Join(", ", items.Select(Told)) + "]",
            IFormattable single => $"{single.GetType().Name.Replace("Int32", "Int64", StringComparison.Ordinal)} "
                + single.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
}
