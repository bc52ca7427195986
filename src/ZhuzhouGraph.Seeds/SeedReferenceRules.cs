using System.Globalization;
using FluentValidation;

namespace ZhuzhouGraph.Seeds;

/// <summary>The form of a document that states background.</summary>
internal sealed class SeedReferenceRules : AbstractValidator<SeedReference>
{
    private const string Prefix = "reference:";

    public SeedReferenceRules()
    {
        RuleFor(r => r.Id)
            .OfForm(
                id => id.StartsWith(Prefix, StringComparison.Ordinal) && Spelling.Slug(id[Prefix.Length..]) == id[Prefix.Length..],
                $"'{Prefix}slug' in lower-case letters, digits and hyphens"
            );
        RuleFor(r => r.Year)
            .OfForm(
                year =>
                    year.Length == 4 && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0,
                "a year of four digits"
            );
    }
}
