using CsCheck;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>Law 1: every relationship has at least one citation or reference, every observation and printed name a citation.</summary>
public abstract class CitationLawContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    [Fact]
    public async Task A_name_is_printed_only_while_an_article_prints_it()
    {
        await ImportAsync(Registry());
        await BasisIsAsync(NameBasis.Editorial);
        await ImportAsync(Article(1).Naming(City, "云海市"));
        await ImportAsync(Article(2).Naming(City, "云海市"));
        await BasisIsAsync(NameBasis.Printed);
        await Store.RemoveAsync(ArticleId(1), Cancel);
        await BasisIsAsync(NameBasis.Printed);
        await ImportAsync(Article(2));
        await BasisIsAsync(NameBasis.Editorial);

        async Task BasisIsAsync(NameBasis basis) =>
            (await GetAsync<Entity>(City))!.Names.Select(n => n.Basis).ShouldBe([basis, NameBasis.Translation]);
    }

    [Fact]
    public async Task Each_name_of_an_entity_rests_on_citations_of_its_own()
    {
        var city = Named(EntityTypes.Place, "place:second", "新云市", "Xinyun");
        await ImportAsync(Registry(city with { Names = [.. city.Names, new("新云", "zh", NameBasis.Printed, false)] }));
        await ImportAsync(Article(1).Naming(city.Id, "新云"));

        (await GetAsync<Entity>(city.Id))!
            .Names.Select(n => n.Basis)
            .ShouldBe([NameBasis.Editorial, NameBasis.Translation, NameBasis.Printed]);
    }

    [Fact]
    public async Task Every_relationship_observation_and_printed_name_that_is_read_has_its_evidence() =>
        await Gen.Select(Generated.Units, Gen.Int[0, 3])
            .CheckAllAsync(
                async drawn =>
                {
                    var (units, removed) = drawn;
                    var store = await NewStoreAsync();
                    await ImportAsync(Generated.Registry, store);
                    foreach (var batch in units)
                        await ImportAsync(batch, store);
                    await store.RemoveAsync(ArticleId(removed), Cancel);

                    var relationships = await AllAsync(new RelationshipQuery(), store);
                    var observations = await AllAsync(new ObservationQuery(), store);
                    var entities = await AllAsync(new EntityQuery(), store);
                    string[] ids = [.. relationships.Select(r => r.Id), .. observations.Select(o => o.Id), .. entities.Select(e => e.Id)];
                    var citations = await ReadAsync(s => s.ListOfAsync(ids, new CitationQuery(), new(PageRequest.Max), Cancel), store);
                    var listed = (await AllAsync(new ArticleQuery(), store)).Select(a => a.Id).ToHashSet();

                    citations.Values.SelectMany(page => page.Items).ShouldAllBe(c => listed.Contains(c.Article));
                    relationships.ShouldAllBe(r => citations[r.Id].Items.Count > 0 || r.References.Count > 0);
                    relationships.ShouldAllBe(r => r.Status == StatementStatus.Reference == (citations[r.Id].Items.Count == 0));
                    observations.ShouldAllBe(o => citations[o.Id].Items.Any(c => c.Words == o.Figure));
                    foreach (var entity in entities)
                    {
                        foreach (var name in entity.Names.Where(n => n.Basis != NameBasis.Translation))
                            citations[entity.Id].Items.Any(c => c.Words == name.Text).ShouldBe(name.Basis is NameBasis.Printed);
                    }
                },
                CasesOf(25)
            );
}
