using System.Buffers.Binary;
using CsCheck;
using ZhuzhouGraph.Bolt.PackStream;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Bolt.Tests;

/// <summary>What is packed is unpacked as it was, in whatever pieces it arrives.</summary>
public sealed class PackStreamTests
{
    private const int MaxMessage = 4 * 1024 * 1024;

    [Fact]
    public void Every_value_comes_back_as_it_was_packed() =>
        Values.Any.CheckAll(value => Values.Told(Values.Read(RoundTrip(value, int.MaxValue))).ShouldBe(Values.Told(value)), cases: 2_000);

    [Fact]
    public void A_message_is_the_same_in_whatever_pieces_it_arrives() =>
        Gen.Select(Values.Any, Gen.Int[1, 40])
            .CheckAll((value, piece) => Values.Told(Values.Read(RoundTrip(value, piece))).ShouldBe(Values.Told(value)));

    [Fact]
    public void Texts_of_every_length_around_the_borders_of_chunks_come_back()
    {
        foreach (var border in new[] { 15, 16, 255, 256, 65_535, 65_536, 131_070 })
        {
            for (var length = border - 12; length <= border + 12; length++)
            {
                var text = string.Concat(Enumerable.Range(0, Math.Max(length, 0)).Select(i => (char)('a' + (i % 26))));
                RoundTrip(text, 9_999).AsString().ShouldBe(text);
            }
        }
    }

    [Fact]
    public void Texts_that_are_longer_in_bytes_than_in_characters_come_back() =>
        Values.Texts.CheckAll(text => RoundTrip(text + "灯" + text, 50_000).AsString().ShouldBe(text + "灯" + text));

    [Theory]
    [InlineData(0, "00")]
    [InlineData(127, "7F")]
    [InlineData(128, "C90080")]
    [InlineData(-16, "F0")]
    [InlineData(-17, "C8EF")]
    [InlineData(-128, "C880")]
    [InlineData(-129, "C9FF7F")]
    [InlineData(32_767, "C97FFF")]
    [InlineData(32_768, "CA00008000")]
    [InlineData(-2_147_483_648, "CA80000000")]
    [InlineData(2_147_483_648, "CB0000000080000000")]
    [InlineData(long.MinValue, "CB8000000000000000")]
    public void An_integer_takes_the_smallest_form(long number, string packed) => Packed(number).ShouldBe(packed);

    [Fact]
    public void Values_are_packed_as_the_specification_writes_them()
    {
        Packed(null).ShouldBe("C0");
        Packed(true).ShouldBe("C3");
        Packed(1.23).ShouldBe("C13FF3AE147AE147AE");
        Packed(new byte[] { 1, 2, 3 }).ShouldBe("CC03010203");
        Packed("Größenmaßstäbe").ShouldBe("D0124772C3B6C39F656E6D61C39F7374C3A46265");
        Packed(new[] { 1, 2, 3 }).ShouldBe("93010203");
        Packed(new Dictionary<string, object?> { ["one"] = "eins" }).ShouldBe("A1836F6E658465696E73");
        Packed(new BoltOffsetDateTime(4_500, 42, 3_600)).ShouldBe("B349C911942AC90E10");
        Packed(new BoltDuration(1, 2, 3, 4)).ShouldBe("B44501020304");
    }

    [Fact]
    public void What_has_no_form_is_refused_before_it_is_sent()
    {
        object nested = 1;
        for (var depth = 0; depth < 200; depth++)
            nested = new[] { nested };

        foreach (
            var value in new[]
            {
                "a\ud840",
                new Dictionary<string, object?> { ["\udc00"] = 1 },
                1.5m,
                new Version(1, 2),
                nested,
            }
        )
            Should.Throw<ArgumentException>(() => Packed(value));
    }

    [Fact]
    public void A_key_that_is_not_ascii_is_found_and_no_other()
    {
        var map = RoundTrip(
                new Dictionary<string, object?>
                {
                    ["ab"] = 0,
                    ["键"] = 1,
                    ["abc"] = 2,
                    ["键b"] = 3,
                },
                100
            )
            .AsMap();

        foreach (var (key, number) in new[] { ("ab", 0), ("键", 1), ("abc", 2), ("键b", 3) })
            (map.TryFind(key, out var value) ? value.AsInteger() : -1).ShouldBe(number);
        foreach (var key in new[] { "", "a", "灯", "abcd", "灯b", "\u0001bc" })
            map.TryFind(key, out _).ShouldBeFalse(key);
    }

    [Fact]
    public void Empty_chunks_between_messages_are_no_messages()
    {
        var reader = new ChunkReader(MaxMessage);
        Feed(reader, [0, 0, 0, 0, .. Message(1), 0, 0, .. Message(2), 0, 0]);

        Take(reader).ShouldBe(1);
        Take(reader).ShouldBe(2);
        reader.TryTake(out _).ShouldBeFalse();
        reader.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_large_message_leaves_no_large_buffer()
    {
        var reader = new ChunkReader(MaxMessage);
        Feed(reader, Message(new string('x', 3_000_000)));
        reader.TryTake(out _).ShouldBeTrue();
        Feed(reader, Message(7));

        Take(reader).ShouldBe(7);
        reader.Free().Length.ShouldBeLessThan(100_000);
    }

    [Fact]
    public void A_value_is_read_only_as_what_it_is()
    {
        var number = RoundTrip(1L, 100);

        Should.Throw<InvalidOperationException>(() => number.AsString()).Message.ShouldBe("A Integer is read as a String.");
        Should.Throw<InvalidOperationException>(() => number.AsList());
        Should.Throw<InvalidOperationException>(() => number.Properties);
        Should.Throw<InvalidOperationException>(() => number.Type);
    }

    private static long Take(ChunkReader reader)
    {
        reader.TryTake(out var message).ShouldBeTrue();
        return Response.Of(message, 64).Record[0].AsInteger();
    }

    internal static byte[] Message(object? value)
    {
        var packer = new Packer();
        packer.BeginMessage((byte)ResponseKind.Record, 1);
        packer.List(1);
        packer.Value(value);
        packer.EndMessage();
        return packer.Packed.ToArray();
    }

    private static BoltValue RoundTrip(object? value, int piece)
    {
        var reader = new ChunkReader(MaxMessage);
        foreach (var part in Message(value).Chunk(piece))
        {
            reader.TryTake(out _).ShouldBeFalse();
            Feed(reader, part);
        }
        reader.TryTake(out var message).ShouldBeTrue();
        return Response.Of(message, 64).Record[0];
    }

    internal static void Feed(ChunkReader reader, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var free = reader.Free().Span;
            var part = Math.Min(free.Length, bytes.Length);
            bytes[..part].CopyTo(free);
            reader.Arrived(part);
            bytes = bytes[part..];
            // Otherwise nothing would be put together until everything has arrived.
            if (bytes.Length > 0)
                reader.TryTake(out _).ShouldBeFalse();
        }
    }

    private static string Packed(object? value)
    {
        var bytes = Message(value);
        var size = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        // Behind the head of a record, which is a structure with a list of one.
        return Convert.ToHexString(bytes, 5, size - 3);
    }
}
