namespace ZhuzhouGraph.Text.Reading;

/// <summary>Tenths: 三成, 三成五, 八折, 九五折.</summary>
internal static class PartScanner
{
    /// <summary>Characters with which 成 and 折 are other words: 成为, 成立, 折合.</summary>
    private const string OtherWords = "为立功果员本长交品绩就效份熟都人分算合旧叠扣返回";

    public static bool TryRead(string plain, ScannedNumber number, int at, out ScannedQuantity part)
    {
        part = null!;
        if (OtherWords.Contains(QuantityScanner.CharAt(plain, at + 1)))
            return false;
        var (value, end) = (number.Value, at + 1);
        if (plain[at] == '折')
        {
            // 九五折 and 95折 leave 95 per cent, 9折 and 9.5折 ninety and ninety-five.
            value = value > 10 ? value : value * 10;
        }
        else
        {
            value *= 10;
            var next = Glyphs.SkipBlanks(plain, end);
            if (next < plain.Length && Numerals.DigitOf(plain[next]) is > 0 and var tail && PrintedUnits.At(plain, next + 1, out _) is null)
            {
                var isLonger = next + 1 < plain.Length && Numerals.IsNumeral(plain[next + 1]);
                if (!isLonger && number.Value == decimal.Truncate(number.Value))
                    (value, end) = (value + tail, next + 1);
            }
        }
        if (value is < 0 or > 100)
            return false;
        part = QuantityScanner.Percent(number.Start, end, value) with
        {
            To = number.To is null ? null : number.To * 10,
            Hedge = number.To is null ? number.Inner : Hedge.Range,
            Form = plain[at] == '折' ? QuantityForm.Discount : QuantityForm.Part,
        };
        return true;
    }
}
