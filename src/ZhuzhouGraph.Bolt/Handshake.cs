using System.Buffers.Binary;

namespace ZhuzhouGraph.Bolt;

/// <summary>
/// How both sides agree on a version. Servers that know the manifest list what they speak, and the client chooses; others choose from what
/// the client lists.
/// </summary>
internal static class Handshake
{
    private const int NewestMinor = 8;

    /// <summary>More ranges of versions than these are no honest list.</summary>
    private const int MaxRanges = 256;
    private const uint Http = 0x48545450;
    private const uint Manifest = 0x0000_01FF;

    /// <summary>Who we are, the manifest, and 5.8 with the eight minor versions below it.</summary>
    private static readonly byte[] Offer =
    [
        .. new byte[] { 0x60, 0x60, 0xB0, 0x17 },
        .. new byte[] { 0, 0, 1, 0xFF },
        .. new byte[] { 0, NewestMinor, NewestMinor, 5 },
        .. new byte[8],
    ];

    /// <summary>Agrees on a version and gives it.</summary>
    /// <exception cref="BoltConnectionException">There is none that both speak, or no Bolt.</exception>
    public static async Task<Version> AgreeAsync(Stream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Offer, cancellationToken);
        switch (await WordAsync(stream, cancellationToken))
        {
            case 0:
                throw new BoltConnectionException(BoltFault.NotBolt, "The server speaks no version of Bolt from 5.0 to 5.8.");
            case Http:
                throw new BoltConnectionException(BoltFault.NotBolt, "What answers there speaks HTTP; Bolt has a port of its own, 7687.");
            case Manifest:
                return await ChooseAsync(stream, cancellationToken);
            case var word when (word & 0xFFFF_0000) == 0 && (word & 0xFF) == 5 && Minor(word) <= NewestMinor:
                return new Version(5, Minor(word));
            case var word:
                throw new BoltConnectionException(BoltFault.NotBolt, $"What answers there ({word:X8}) does not speak Bolt.");
        }
    }

    private static async Task<Version> ChooseAsync(Stream stream, CancellationToken cancellationToken)
    {
        var best = -1;
        for (var left = await NumberAsync(stream, cancellationToken); left > 0; left--)
        {
            if (left > MaxRanges)
                throw new BoltProtocolException($"a list of {left} versions");
            var range = await WordAsync(stream, cancellationToken);
            var (highest, below) = (Minor(range), (int)((range >> 16) & 0xFF));
            if ((range & 0xFF) == 5 && highest - below <= NewestMinor)
                best = Math.Max(best, Math.Min(highest, NewestMinor));
        }
        // Capabilities: none of them is known here.
        await NumberAsync(stream, cancellationToken);
        if (best < 0)
            throw new BoltConnectionException(BoltFault.NotBolt, "The server speaks no version of Bolt from 5.0 to 5.8.");
        await stream.WriteAsync(new byte[] { 0, 0, (byte)best, 5, 0 }, cancellationToken);
        return new Version(5, best);
    }

    private static int Minor(uint word) => (int)((word >> 8) & 0xFF);

    private static async Task<uint> WordAsync(Stream stream, CancellationToken cancellationToken)
    {
        var word = new byte[4];
        await stream.ReadExactlyAsync(word, cancellationToken);
        return BinaryPrimitives.ReadUInt32BigEndian(word);
    }

    /// <summary>A number in groups of seven bits, the lowest first; the highest bit of a byte says that more follow.</summary>
    private static async Task<ulong> NumberAsync(Stream stream, CancellationToken cancellationToken)
    {
        var one = new byte[1];
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            if (shift > 63)
                throw new BoltProtocolException("a number of more than 64 bits");
            await stream.ReadExactlyAsync(one, cancellationToken);
            number |= (ulong)(one[0] & 0x7F) << shift;
            if (one[0] < 0x80)
                return number;
        }
    }
}
