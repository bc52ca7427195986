using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

public abstract class NearestContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private const string Hospital = "org:hospital",
        Tower = "place:tower",
        TowerStreet = "place:tower-street";

    [Theory]
    [InlineData("云海市中心医元", "云海市中心医院")]
    [InlineData("云海中心医院", "云海市中心医院")]
    [InlineData("云海市市中心医院", "云海市中心医院")]
    [InlineData("去海市中兴医院", "云海市中心医院")]
    [InlineData("银灯搭", "银灯塔")]
    [InlineData("铜灯塔", "银灯塔")]
    [InlineData("silver lighthuose", "Silver Lighthouse")]
    [InlineData("完全是别的", null)]
    public async Task A_name_with_few_wrong_characters_is_told_the_right_one(string wrong, string? right)
    {
        await FillAsync();

        (await NearAsync(wrong)).Select(near => near.Text).FirstOrDefault().ShouldBe(right);
    }

    [Fact]
    public async Task Fewest_edits_come_first_then_what_contains_the_name_one_name_of_each_entity()
    {
        await FillAsync();

        (await NearAsync("灯塔"))
            .Select(near => (near.Text, near.Id, near.Type.Name))
            .ShouldBe([("银灯塔", Tower, "Place"), ("银灯塔街", TowerStreet, "Place")]);
    }

    [Fact]
    public async Task Who_has_the_very_name_comes_before_those_that_are_near()
    {
        await FillAsync();

        (await NearAsync("银 灯塔"))[0].Id.ShouldBe(Tower);
    }

    [Fact]
    public async Task Only_names_within_the_scope_are_told()
    {
        await FillAsync();
        await ImportAsync(Article(1).Naming(Tower, "银灯塔"));
        await ImportAsync(Article(2).Naming(Hospital, "云海市中心医院"));

        (await NearAsync("灯塔", new() { Types = ["Organization"] })).ShouldBeEmpty();
        (await NearAsync("灯塔", new() { Types = ["Organization", "Place"] })).Count.ShouldBe(2);
        (await NearAsync("灯塔", new() { PublishedBy = FirstDay.PlusDays(1) })).Select(near => near.Id).ShouldBe([Tower]);
        (await NearAsync("中心医院", new() { PublishedBy = FirstDay.PlusDays(1) })).ShouldBeEmpty();
        (await NearAsync("灯塔", new() { Period = new(FirstDay, null) })).ShouldBeEmpty("places have no days");
    }

    [Fact]
    public async Task Titles_of_articles_are_no_names()
    {
        await ImportAsync(Article(1));

        (await NearAsync("第一日")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_name_asked_has_a_key_and_the_first_twenty_an_answer()
    {
        await FillAsync();
        string[] names = [.. Enumerable.Range(0, 19).Select(i => $"无此名{i}号"), "银灯搭", "铜灯塔", "《》"];

        var near = await ReadAsync(s => s.NearestAsync(names, new(), Cancel));

        near.Keys.ShouldBe(names, ignoreOrder: true);
        near["银灯搭"].Select(n => n.Id).ShouldBe([Tower]);
        near["铜灯塔"].ShouldBeEmpty();
        near["《》"].ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_in_a_name_is_syntax()
    {
        await FillAsync();

        foreach (var name in new[] { "*", "\" OR \"", "NEAR(", "' OR 1=1 --", "`}) DETACH DELETE n //", "%", "\ud83c", "灯*塔银" })
            (await NearAsync(name)).Count.ShouldBeLessThan(3, name);
        (await NearAsync("银灯搭")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_nearest_in_length_are_candidates_where_many_are()
    {
        await ImportAsync(
            Registry([
                .. Enumerable.Range(0, 300).Select(i => Named(EntityTypes.Place, $"place:p{i:D4}", $"灯塔第{i:D4}街", $"P{i}")),
                Named(EntityTypes.Place, "place:z", "铜灯塔", "Z"),
            ])
        );

        (await NearAsync("灯塔")).Select(near => near.Id).ShouldBe(["place:z", "place:p0000", "place:p0001", "place:p0002", "place:p0003"]);
    }

    private async Task FillAsync() =>
        await ImportAsync(
            Registry(
                Named(EntityTypes.Organization, Hospital, "云海市中心医院", "Yunhai Central Hospital"),
                Named(EntityTypes.Place, Tower, "银灯塔", "Silver Lighthouse"),
                Named(EntityTypes.Place, TowerStreet, "银灯塔街", "Lighthouse Street")
            )
        );

    private async Task<IReadOnlyList<NearName>> NearAsync(string name, NameScope? scope = null) =>
        (await ReadAsync(s => s.NearestAsync([name], scope ?? new(), Cancel)))[name];
}
