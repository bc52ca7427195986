using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;
using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>A scalar whose values have a form that not everybody guesses.</summary>
internal interface IWrittenForm
{
    /// <summary>A sentence that says what is allowed.</summary>
    string Form { get; }

    /// <summary>The same in Chinese.</summary>
    string ChineseForm { get; }
}

/// <summary>A day, written <c>2023-05-19</c>.</summary>
internal sealed class DateScalar : ScalarGraphType, IWrittenForm
{
    private static readonly LocalDatePattern Pattern = LocalDatePattern.Iso;

    public DateScalar()
    {
        Name = "Date";
        Description = SchemaParts.Describe("日期", "A day of the Gregorian calendar, written as ISO 8601 does: 2023-05-19.");
    }

    public string Form => "A day is written \"2023-05-19\".";

    public string ChineseForm => "日期写作 2023-05-19。";

    public override object? Serialize(object? value) =>
        value is LocalDate date ? Pattern.Format(date)
        : value is null ? null
        : ThrowSerializationError(value);

    public override object? ParseLiteral(GraphQLValue value) =>
        value switch
        {
            GraphQLStringValue text => Read((string)text.Value) ?? ThrowLiteralConversionError(value, Form),
            GraphQLNullValue => null,
            _ => ThrowLiteralConversionError(value, Form),
        };

    public override object? ParseValue(object? value) =>
        value switch
        {
            string text => Read(text) ?? ThrowValueConversionError(value),
            LocalDate or null => value,
            _ => ThrowValueConversionError(value),
        };

    private static LocalDate? Read(string text) => Pattern.Parse(text) is { Success: true } day ? day.Value : null;
}

/// <summary>A moment in UTC, written <c>2023-05-19T08:00:00Z</c>.</summary>
internal sealed class DateTimeScalar : ScalarGraphType, IWrittenForm
{
    private static readonly InstantPattern Pattern = InstantPattern.ExtendedIso;

    public DateTimeScalar()
    {
        Name = "DateTime";
        Description = SchemaParts.Describe(
            "时刻",
            "A moment in UTC, written as ISO 8601 does: 2023-05-19T08:00:00Z, with up to nine digits of a second. In an argument it "
                + "may have another offset: 2023-05-19T16:00:00+08:00."
        );
    }

    public string Form => "A moment is written \"2023-05-19T08:00:00Z\".";

    public string ChineseForm => "时刻写作 2023-05-19T08:00:00Z。";

    public override object? Serialize(object? value) =>
        value is Instant moment ? Pattern.Format(moment)
        : value is null ? null
        : ThrowSerializationError(value);

    public override object? ParseLiteral(GraphQLValue value) =>
        value switch
        {
            GraphQLStringValue text => Read((string)text.Value) ?? ThrowLiteralConversionError(value, Form),
            GraphQLNullValue => null,
            _ => ThrowLiteralConversionError(value, Form),
        };

    public override object? ParseValue(object? value) =>
        value switch
        {
            string text => Read(text) ?? ThrowValueConversionError(value),
            Instant or null => value,
            _ => ThrowValueConversionError(value),
        };

    private static Instant? Read(string text) =>
        Pattern.Parse(text) is { Success: true } moment ? moment.Value
        : OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } elsewhere ? elsewhere.Value.ToInstant()
        : null;
}

/// <summary>
/// An exact decimal number, written as a JSON number. Asked with, it may be a number or, where a client has only binary floats, its digits
/// as a string.
/// </summary>
internal sealed class DecimalScalar : ScalarGraphType, IWrittenForm
{
    public DecimalScalar()
    {
        Name = "Decimal";
        Description = SchemaParts.Describe(
            "十进制数",
            "An exact decimal number, written as a JSON number with all its digits. Read it as a decimal, or take the text beside it: a "
                + "reader that makes it a binary float may change it. In an argument it may be written as a string, too."
        );
    }

    public string Form => ExactDecimal.Form;

    public string ChineseForm => ExactDecimal.ChineseForm;

    public override object? Serialize(object? value) => value is decimal or null ? value : ThrowSerializationError(value);

    public override object? ParseLiteral(GraphQLValue value) =>
        value switch
        {
            GraphQLIntValue number => ExactDecimal.Read(number.Value) ?? ThrowLiteralConversionError(value, ExactDecimal.Form),
            GraphQLFloatValue number => ExactDecimal.Read(number.Value) ?? ThrowLiteralConversionError(value, ExactDecimal.Form),
            GraphQLStringValue text => ExactDecimal.Read(text.Value) ?? ThrowLiteralConversionError(value, ExactDecimal.Form),
            GraphQLNullValue => null,
            _ => ThrowLiteralConversionError(value, ExactDecimal.Form),
        };

    public override object? ParseValue(object? value) =>
        value switch
        {
            decimal or null => value,
            string text => ExactDecimal.Read(text) ?? ThrowValueConversionError(value),
            // A binary float is here only what no decimal holds (JsonInput).
            int or long or System.Numerics.BigInteger => ExactDecimal.Read(Convert.ToString(value, CultureInfo.InvariantCulture))
                ?? ThrowValueConversionError(value),
            _ => ThrowValueConversionError(value),
        };

    /// <summary>The digits as the number has them, trailing zeros included.</summary>
    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
