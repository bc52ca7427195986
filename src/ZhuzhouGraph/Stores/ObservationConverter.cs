using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Stores;

/// <summary>
/// An observation in <see cref="CanonicalJson"/>, read member by member: a download has a million of them, and what the serializer makes of
/// a record takes several times as long. It is written by the serializer.
/// </summary>
internal sealed class ObservationConverter : JsonConverter<Observation>
{
    public override Observation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? id = null,
            article = null,
            indicator = null,
            about = null,
            figure = null,
            shareOf = null,
            place = null,
            at = null,
            attributedTo = null,
            capacity = null;
        Measure? measure = null;
        Comparison? comparison = null;
        Quantity? quantity = null;
        Period? period = null;
        Accumulation accumulation = default;
        Frequency? frequency = null;
        PriceBasis? priceBasis = null;
        RankUniverse? within = null;
        ComparisonBase? against = null;
        Breakdown? breakdown = null;
        ObservationStatus status = default;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (Member.Is(ref reader, "Id"u8))
                id = reader.GetString();
            else if (Member.Is(ref reader, "Article"u8))
                article = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "Indicator"u8))
                indicator = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "About"u8))
                about = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "Measure"u8))
                measure = Names<Measure>.Read(ref reader);
            else if (Member.Is(ref reader, "Comparison"u8))
                comparison = Names<Comparison>.Read(ref reader);
            else if (Member.Is(ref reader, "Quantity"u8))
                quantity = ReadQuantity(ref reader);
            else if (Member.Is(ref reader, "Figure"u8))
                figure = reader.GetString();
            else if (Member.Is(ref reader, "Period"u8))
                period = ReadPeriod(ref reader);
            else if (Member.Is(ref reader, "Accumulation"u8))
                accumulation = Names<Accumulation>.Read(ref reader);
            else if (Member.Is(ref reader, "Frequency"u8))
                frequency = Names<Frequency>.Read(ref reader);
            else if (Member.Is(ref reader, "PriceBasis"u8))
                priceBasis = Names<PriceBasis>.Read(ref reader);
            else if (Member.Is(ref reader, "Base"u8))
                against = ReadBase(ref reader);
            else if (Member.Is(ref reader, "Breakdown"u8))
                breakdown = ZhuzhouGraph.Breakdown.Parse(Member.Repeated(ref reader));
            else if (Member.Is(ref reader, "ShareOf"u8))
                shareOf = reader.GetString();
            else if (Member.Is(ref reader, "Within"u8))
                within = ReadWithin(ref reader);
            else if (Member.Is(ref reader, "Place"u8))
                place = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "At"u8))
                at = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "AttributedTo"u8))
                attributedTo = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "Capacity"u8))
                capacity = reader.GetString();
            else if (Member.Is(ref reader, "Status"u8))
                status = Names<ObservationStatus>.Read(ref reader);
            else
                throw Member.Unknown<Observation>(ref reader);
        }
        return new()
        {
            Id = Member.Required(id),
            Article = Member.Required(article),
            Indicator = Member.Required(indicator),
            About = Member.Required(about),
            Measure = Member.Required(measure),
            Comparison = comparison,
            Quantity = Member.Required(quantity),
            Figure = Member.Required(figure),
            Period = period,
            Accumulation = accumulation,
            Frequency = frequency,
            PriceBasis = priceBasis,
            Base = against,
            Breakdown = breakdown,
            ShareOf = shareOf,
            Within = within,
            Place = place,
            At = at,
            AttributedTo = attributedTo,
            Capacity = capacity,
            Status = status,
        };
    }

    public override void Write(Utf8JsonWriter writer, Observation value, JsonSerializerOptions options) =>
        throw new NotSupportedException("The serializer writes observations.");

    private static Quantity ReadQuantity(ref Utf8JsonReader reader)
    {
        decimal? number = null;
        Unit? unit = null;
        var multiplier = 0;
        Hedge hedge = default;
        Bound? lower = null,
            upper = null;
        BoundBasis? basis = null;
        QuantityMeaning meaning = default;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (Member.Is(ref reader, "Value"u8))
                number = reader.GetDecimal();
            else if (Member.Is(ref reader, "Unit"u8))
                unit = Units.Find(Member.Repeated(ref reader))
                    ?? throw new JsonException($"'{reader.GetString()}' is no {nameof(Unit)} that this program knows.");
            else if (Member.Is(ref reader, "Multiplier"u8))
                multiplier = reader.GetInt32();
            else if (Member.Is(ref reader, "Hedge"u8))
                hedge = Names<Hedge>.Read(ref reader);
            else if (Member.Is(ref reader, "Lower"u8))
                lower = ReadBound(ref reader);
            else if (Member.Is(ref reader, "Upper"u8))
                upper = ReadBound(ref reader);
            else if (Member.Is(ref reader, "BoundBasis"u8))
                basis = Names<BoundBasis>.Read(ref reader);
            else if (Member.Is(ref reader, "Meaning"u8))
                meaning = Names<QuantityMeaning>.Read(ref reader);
            else
                throw Member.Unknown<Quantity>(ref reader);
        }
        return new()
        {
            Value = number,
            Unit = Member.Required(unit),
            UnitMultiplier = multiplier,
            Hedge = hedge,
            Lower = lower,
            Upper = upper,
            BoundBasis = basis,
            Meaning = meaning,
        };
    }

    private static Bound ReadBound(ref Utf8JsonReader reader)
    {
        decimal? number = null;
        bool? isInclusive = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (Member.Is(ref reader, "Value"u8))
                number = reader.GetDecimal();
            else if (Member.Is(ref reader, "IsInclusive"u8))
                isInclusive = reader.GetBoolean();
            else
                throw Member.Unknown<Bound>(ref reader);
        }
        return new(Member.Required(number), Member.Required(isInclusive));
    }

    private static Period ReadPeriod(ref Utf8JsonReader reader)
    {
        string? words = null;
        LocalDate? first = null,
            last = null;
        PeriodPrecision? precision = null;
        PeriodBasis? basis = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (Member.Is(ref reader, "Words"u8))
                words = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "First"u8))
                first = ReadDay(ref reader);
            else if (Member.Is(ref reader, "Last"u8))
                last = ReadDay(ref reader);
            else if (Member.Is(ref reader, "Precision"u8))
                precision = Names<PeriodPrecision>.Read(ref reader);
            else if (Member.Is(ref reader, "Basis"u8))
                basis = Names<PeriodBasis>.Read(ref reader);
            else
                throw Member.Unknown<Period>(ref reader);
        }
        return new(Member.Required(words), first, last, Member.Required(precision), Member.Required(basis));
    }

    private static ComparisonBase ReadBase(ref Utf8JsonReader reader)
    {
        string? words = null,
            entity = null;
        LocalDate? first = null,
            last = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (Member.Is(ref reader, "Words"u8))
                words = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "First"u8))
                first = ReadDay(ref reader);
            else if (Member.Is(ref reader, "Last"u8))
                last = ReadDay(ref reader);
            else if (Member.Is(ref reader, "Entity"u8))
                entity = Member.Repeated(ref reader);
            else
                throw Member.Unknown<ComparisonBase>(ref reader);
        }
        return new(Member.Required(words), first, last, entity);
    }

    private static RankUniverse ReadWithin(ref Utf8JsonReader reader)
    {
        string? words = null,
            place = null;
        int? size = null;
        bool? isAscending = null;
        Measure? by = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (Member.Is(ref reader, "Words"u8))
                words = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "Place"u8))
                place = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "Size"u8))
                size = reader.GetInt32();
            else if (Member.Is(ref reader, "IsAscending"u8))
                isAscending = reader.GetBoolean();
            else if (Member.Is(ref reader, "By"u8))
                by = Names<Measure>.Read(ref reader);
            else
                throw Member.Unknown<RankUniverse>(ref reader);
        }
        return new(Member.Required(words), place, size, Member.Required(isAscending), by);
    }

    /// <summary>A day of four digits for the year, which all of ours are; whatever else, the pattern reads or refuses.</summary>
    private static LocalDate ReadDay(ref Utf8JsonReader reader)
    {
        if (!reader.HasValueSequence && reader.ValueSpan is { Length: 10 } text && text[4] == '-' && text[7] == '-')
        {
            var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..]));
            if (year > 0 && month is > 0 and < 13 && day > 0 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month))
                return new(year, month, day);
        }
        return LocalDatePattern.Iso.Parse(reader.GetString()!).GetValueOrThrow();

        static int Number(ReadOnlySpan<byte> digits)
        {
            var number = 0;
            foreach (var digit in digits)
            {
                if (digit is < (byte)'0' or > (byte)'9')
                    return -1;
                number = (number * 10) + digit - '0';
            }
            return number;
        }
    }
}
