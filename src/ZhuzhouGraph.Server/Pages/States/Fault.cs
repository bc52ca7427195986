using System.Globalization;
using System.Text.RegularExpressions;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Pages.States;

/// <summary>What is wrong with a field of a form.</summary>
/// <param name="Parameter">The name of the field.</param>
/// <param name="Value">What stands in it: a list has a field for each value.</param>
/// <param name="Text">What is told beside it.</param>
public sealed record Fault(string Parameter, string Value, string Text)
{
    /// <summary>The fault of a field; null where there is none.</summary>
    public static Fault? At(IReadOnlyList<Fault>? faults, string name, string? value) =>
        faults?.FirstOrDefault(fault => fault.Parameter == name && fault.Value == value);

    /// <summary>The id of the element that tells of it.</summary>
    public static string IdOf(IReadOnlyList<Fault> faults, Fault fault) =>
        string.Create(CultureInfo.InvariantCulture, $"fault{faults.TakeWhile(one => one != fault).Count() + 1}");

    /// <summary>
    /// The field of which a refusal speaks: messages quote what was given, and name the argument, which mostly has the name of the field or
    /// its plural. Null where it speaks of none.
    /// </summary>
    internal static Fault? Of(Visit visit, WebPage page, string message, string text)
    {
        return visit
            .Parameters.Where(one => page.Parameters.Contains(one.Name, StringComparer.Ordinal))
            .Select(one => (One: one, Told: (IsQuoted(one.Value) ? 2 : 0) + (IsNamed(page.ArgumentOf(one.Name)) ? 1 : 0)))
            .Where(one => one.Told > 0)
            .OrderByDescending(one => one.Told)
            .Select(one => new Fault(one.One.Name, one.One.Value, text))
            .FirstOrDefault();

        bool IsQuoted(string value) => message.Contains($"'{ArgumentReader.Shorten(value)}'", StringComparison.Ordinal);

        bool IsNamed(string name) => Regex.IsMatch(message, $@"['.$]{Regex.Escape(name)}(e?s)?['.\[]");
    }
}

/// <summary>A form that is shown again beside what is wrong with it.</summary>
/// <param name="Of">Its template.</param>
/// <param name="Given">What the template is given, so that it holds what was typed.</param>
public sealed record AskedForm(Type Of, Dictionary<string, object> Given);
