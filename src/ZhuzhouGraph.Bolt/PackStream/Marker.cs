namespace ZhuzhouGraph.Bolt.PackStream;

/// <summary>The first byte of a value. Those of small values hold the value, or its size, in their lower half.</summary>
internal static class Marker
{
    public const byte TinyString = 0x80,
        TinyList = 0x90,
        TinyMap = 0xA0,
        TinyStructure = 0xB0,
        Null = 0xC0,
        Float = 0xC1,
        False = 0xC2,
        True = 0xC3,
        Integer8 = 0xC8,
        Integer16 = 0xC9,
        Integer32 = 0xCA,
        Integer64 = 0xCB,
        Bytes8 = 0xCC,
        Bytes16 = 0xCD,
        Bytes32 = 0xCE,
        String8 = 0xD0,
        String16 = 0xD1,
        String32 = 0xD2,
        List8 = 0xD4,
        List16 = 0xD5,
        List32 = 0xD6,
        Map8 = 0xD8,
        Map16 = 0xD9,
        Map32 = 0xDA,
        TinyNegative = 0xF0;
}
