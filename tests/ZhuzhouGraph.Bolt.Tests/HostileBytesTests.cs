using CsCheck;
using ZhuzhouGraph.Bolt.PackStream;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Bolt.Tests;

/// <summary>Whatever a server sends is a value that can be read to the end, or is refused as what it is.</summary>
public sealed class HostileBytesTests
{
    private const int MaxMessage = 1024 * 1024;

    [Fact]
    public void Bytes_at_random_are_read_or_refused() =>
        Gen.Byte.Array[0, 60].CheckAll(bytes => Judge([0xB1, 0x71, 0x91, .. bytes]), cases: 20_000);

    [Fact]
    public void Markers_at_random_are_read_or_refused() =>
        Gen.OneOf<byte>(0x01, 0x81, 0x91, 0xA1, 0xB1, 0xB4, 0x4E, 0x44, 0x50, 0xC0, 0xC1, 0xC9, 0xD0, 0xD4, 0xD8, 0xDA, 0xFF)
            .Array[0, 30]
            .CheckAll(bytes => Judge([0xB1, 0x71, 0x92, .. bytes]), cases: 20_000);

    [Fact]
    public void A_message_in_which_one_byte_is_another_is_read_or_refused() =>
        Gen.Select(Values.Any, Gen.Int[0, int.MaxValue], Gen.Byte)
            .CheckAll(
                (value, at, instead) =>
                {
                    var message = Whole(value);
                    message[at % message.Length] = instead;
                    Judge(message);
                }
            );

    [Fact]
    public void A_message_that_ends_too_early_is_refused() =>
        Values.Any.CheckAll(value =>
        {
            var message = Whole(value);
            for (var length = 0; length < Math.Min(message.Length, 300); length++)
                IsRead(message[..length]).ShouldBeFalse();
            IsRead(message).ShouldBeTrue();
            IsRead([.. message, 0]).ShouldBeFalse();
        });

    [Theory]
    [InlineData("D67FFFFFFF", "a size of 2147483647 where")]
    [InlineData("D6FFFFFFFF", "a size of 4294967295 where")]
    [InlineData("DAFFFFFFFF", "a size of 4294967295 where")]
    [InlineData("D2FFFFFFFF41", "a size of 4294967295 where")]
    [InlineData("CEFFFFFFFF41", "a size of 4294967295 where")]
    [InlineData("D5FFFF01", "a size of 65535 where")]
    [InlineData("82C328", "not UTF-8")]
    [InlineData("83EDA080", "not UTF-8")]
    [InlineData("A10101", "a key that is no text")]
    [InlineData("DC0144", "the byte DC, which begins no value")]
    [InlineData("C7", "the byte C7, which begins no value")]
    [InlineData("B25601C0", "the tag 56")]
    [InlineData("B24401C0", "a Date of 2 fields")]
    [InlineData("B1448141", "a Date with a field of another kind")]
    [InlineData("B44E019101A08131", "a Node with a field of another kind")]
    [InlineData("B35090A09090", "a Path with a field of another kind")]
    [InlineData("C9", "ends within a value")]
    public void What_is_no_value_is_refused_by_name(string hex, string why)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Refusal([0xB1, 0x71, 0x91, .. Convert.FromHexString(hex)]).ShouldContain(why);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(50_000, "nothing is allocated by a length that is announced");
    }

    [Theory]
    [InlineData("", "without a tag")]
    [InlineData("B1", "without a tag")]
    [InlineData("B170A0C0", "more than one value")]
    [InlineData("B17001", "where a map must be")]
    [InlineData("B17101", "where a list must be")]
    [InlineData("B271A0A0", "none of a server's")]
    [InlineData("B11090", "none of a server's")]
    public void What_is_no_message_is_refused_by_name(string hex, string why) => Refusal(Convert.FromHexString(hex)).ShouldContain(why);

    [Theory]
    [InlineData("91", 64)]
    [InlineData("A180", 64)]
    [InlineData("91", 100_000)]
    public void What_is_nested_too_deep_is_refused(string layer, int depth)
    {
        var layers = string.Concat(Enumerable.Repeat(layer, depth));

        Refusal([0xB1, 0x71, .. Convert.FromHexString("91" + layers + "01")]).ShouldContain("nested deeper than 64");
    }

    [Fact]
    public void A_message_that_is_too_long_is_refused_before_it_has_arrived()
    {
        var reader = new ChunkReader(100_000);
        PackStreamTests.Feed(reader, [0xFF, 0xFF, .. new byte[65_535]]);
        reader.TryTake(out _).ShouldBeFalse();
        PackStreamTests.Feed(reader, [0xFF, 0xFF]);

        Should.Throw<BoltProtocolException>(() => reader.TryTake(out _)).Message.ShouldContain("more than 100000 bytes");
    }

    [Fact]
    public void Chunks_at_random_are_put_together_or_wait() =>
        Gen
            .Byte.Array[0, 200]
            .CheckAll(
                bytes =>
                {
                    var reader = new ChunkReader(MaxMessage);
                    bytes.CopyTo(reader.Free());
                    reader.Arrived(bytes.Length);
                    for (var messages = 0; reader.TryTake(out var message); messages++)
                    {
                        messages.ShouldBeLessThan(100);
                        Judge([.. message]);
                    }
                },
                cases: 5_000
            );

    private static void Judge(byte[] message) => IsRead(message);

    /// <summary>Whether it is a message of which everything can be read.</summary>
    private static bool IsRead(byte[] message)
    {
        Response response;
        try
        {
            response = Response.Of(message, 64);
        }
        catch (BoltProtocolException)
        {
            return false;
        }
        if (response.Kind is not ResponseKind.Record)
            return true;
        for (var column = 0; column < response.Record.Count; column++)
            Read(response.Record[column]);
        return true;
    }

    /// <summary>Reads all of it. Two entries of a map may have one key, which the first of them has.</summary>
    private static void Read(BoltValue value)
    {
        switch (value.Kind)
        {
            case BoltKind.List:
                foreach (var item in value.AsList())
                    Read(item);
                break;
            case BoltKind.Map:
                foreach (var key in value.AsMap().Keys)
                {
                    value.AsMap().TryFind(key, out var item).ShouldBeTrue();
                    Read(item);
                }
                break;
            case BoltKind.Node or BoltKind.Relationship or BoltKind.UnboundRelationship:
                _ = value.ElementId;
                _ = value.Properties.Keys.ToList();
                break;
            default:
                Values.Read(value);
                break;
        }
    }

    private static string Refusal(byte[] message) => Should.Throw<BoltProtocolException>(() => Response.Of(message, 64)).Message;

    /// <summary>A message that holds the value, without its chunks.</summary>
    private static byte[] Whole(object? value)
    {
        var reader = new ChunkReader(64 * MaxMessage);
        PackStreamTests.Feed(reader, PackStreamTests.Message(value));
        reader.TryTake(out var message).ShouldBeTrue();
        return [.. message];
    }
}
