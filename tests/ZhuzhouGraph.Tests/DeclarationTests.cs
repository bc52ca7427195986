namespace ZhuzhouGraph.Tests;

public class DeclarationTests
{
    private static readonly string[] EntityFields =
    [
        "id",
        "type",
        "name",
        "nameEnglish",
        "names",
        "formerIds",
        "kind",
        "period",
        "relationships",
        "observations",
        "citations",
        "articles",
    ];

    [Fact]
    public void No_two_declarations_share_a_name()
    {
        EntityTypes.All.Select(t => t.Name).ShouldBeUnique();
        EntityTypes.All.Select(t => t.Plural).ShouldBeUnique();
        RelationshipTypes.All.Select(t => t.Name).ShouldBeUnique();
        RelationshipTypes.All.Select(t => t.TypeName).Concat(EntityTypes.All.Select(t => t.Name)).ShouldBeUnique();
        Units.All.Select(u => u.Code).ShouldBeUnique();
    }

    [Fact]
    public void Relationships_join_declared_types_only()
    {
        foreach (var type in RelationshipTypes.All)
        {
            type.From.ShouldBeUnique(type.Name);
            type.To.ShouldBeUnique(type.Name);
            type.From.ShouldAllBe(name => EntityTypes.Find(name) != null, type.Name);
            type.To.ShouldAllBe(name => name == "Article" || EntityTypes.Find(name) != null, type.Name);
            type.Properties.SelectMany(p => p.EntityTypes).ShouldAllBe(name => EntityTypes.Find(name) != null, type.Name);
        }
    }

    [Fact]
    public void The_fields_of_an_entity_type_have_names_of_their_own()
    {
        foreach (var type in EntityTypes.All)
        {
            EntityFields
                .Concat(type.Properties.Select(p => p.Name))
                .Concat(RelationshipTypes.All.Where(r => r.From.Contains(type.Name)).Select(r => r.Forward))
                .Concat(RelationshipTypes.All.Where(r => r.To.Contains(type.Name)).Select(r => r.Reverse))
                .ShouldBeUnique(type.Name);
        }
    }

    [Fact]
    public void Every_choice_has_a_name_a_Chinese_term_and_a_description()
    {
        var choices = EntityTypes
            .All.SelectMany(t => t.Kinds.Concat(t.Properties.SelectMany(p => p.Choices)))
            .Concat(RelationshipTypes.All.SelectMany(t => t.Properties).SelectMany(p => p.Choices));
        choices.ShouldAllBe(c =>
            c.Name.All(l => char.IsAsciiLetterUpper(l) || l == '_') && c.Chinese.Length > 0 && c.Description.EndsWith('.')
        );
    }

    [Fact]
    public void A_choice_property_has_choices_and_no_other_has()
    {
        var properties = EntityTypes.All.SelectMany(t => t.Properties).Concat(RelationshipTypes.All.SelectMany(t => t.Properties));
        properties.ShouldAllBe(p => (p.Kind == PropertyKind.Choice) == (p.Choices.Count > 0));
    }

    [Fact]
    public void Every_dimension_has_its_terms_and_units()
    {
        Units.Dimensions.Select(d => d.Name).ShouldBe(Spelling.NamesOf<Dimension>());
        Units.All.Select(u => u.Dimension).Distinct().ShouldBe(Enum.GetValues<Dimension>(), ignoreOrder: true);
    }
}
