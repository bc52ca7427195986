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
        RuleFor(r => r.Year).OfForm(SeedDocumentRules.IsYear, SeedDocumentRules.YearAllowed);
        RuleFor(r => r.Title).IsName();
        RuleFor(r => r.English).IsName();
        RuleFor(r => r.Publisher).IsName();
    }
}
