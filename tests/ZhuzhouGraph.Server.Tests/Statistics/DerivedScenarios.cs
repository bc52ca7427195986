using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Tests.RestApi;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.Statistics;

/// <summary>What follows from printed figures: with its formula and the figures it comes from, or with why nothing does.</summary>
public abstract class DerivedScenarios : StatisticsContract
{
    [Theory]
    [InlineData("300吨", Measure.RateOfChange, "200%", "100", "growth by two times leaves three times the base")]
    [InlineData("200吨", Measure.Multiple, "2倍", "100", "growth to two times leaves twice the base")]
    [InlineData("400吨", Measure.Multiple, "4倍", "100", "doubled twice")]
    [InlineData("45%", Measure.Points, "5百分点", "40", "points are added, not multiplied")]
    [InlineData("3.4万吨", Measure.RateOfChange, "240%", "10000", "growth by 240 % is a factor of 3.4")]
    [InlineData("28小时", Measure.RateOfChange, "-30%", "40", "cut by 30 % leaves 70 %")]
    public async Task The_level_before_follows_from_a_level_and_a_change(
        string level,
        Measure measure,
        string change,
        string value,
        string why
    )
    {
        await using var server = await FilledAsync(
            Printed(1, "level", level) with
            {
                Measure = measure is Measure.Points ? Measure.Share : Measure.Level,
                Period = Year(2030),
            },
            Printed(1, "change", change) with
            {
                Measure = measure,
                Comparison = Comparison.YearOnYear,
                Period = Year(2030),
            }
        );

        var data = await AskAsync(
            server,
            "{ node(id: \"obs:yunhai/01/level\") { ... on Observation { implied { edges { node { id } follows { valueText formula refused "
                + "lower { value } upper { value } } } } } } }"
        );

        var edge = data["node"]!["implied"]!["edges"]!.AsArray().ShouldHaveSingleItem()!;
        edge["node"]!["id"]!.ToString().ShouldBe("obs:yunhai/01/change");
        edge["follows"]!["valueText"]!.ToString().ShouldBe(value, why);
        edge["follows"]!["refused"].ShouldBeNull();
        var (least, most) = (
            edge["follows"]!["lower"]!["value"]!.GetValue<decimal>(),
            edge["follows"]!["upper"]!["value"]!.GetValue<decimal>()
        );
        decimal.Parse(value, null).ShouldBeInRange(least, most);
        var rest = (await GetAsync(server, "/observations/obs:yunhai/01/level"))["implied"]!.AsArray().ShouldHaveSingleItem()!;
        rest["observationId"]!.ToString().ShouldBe("obs:yunhai/01/change");
        rest["originalText"]!.ToString().ShouldBe(change);
        rest["valueText"]!.ToString().ShouldBe(value);
        rest["formula"]!.ToString().ShouldBe(edge["follows"]!["formula"]!.ToString());
        rest["refused"].ShouldBeNull();
        rest["status"]!.ToString().ShouldBe("DERIVED");
        rest["inputs"]!.ToJsonString().ShouldBe("""["obs:yunhai/01/level","obs:yunhai/01/change"]""");

        // Whoever looks at the change is told the same.
        var other = (await GetAsync(server, "/observations/obs:yunhai/01/change"))["implied"]!.AsArray().ShouldHaveSingleItem()!;
        Members(other, "observationId", "originalText", "valueText", "formula", "refused", "status")
            .ShouldBe(["obs:yunhai/01/level", level, value, rest["formula"]!.ToString(), "-", "DERIVED"]);
        other["inputs"]!.ToJsonString().ShouldBe(rest["inputs"]!.ToJsonString());
        var asked = await AskAsync(
            server,
            "{ node(id: \"obs:yunhai/01/change\") { ... on Observation { implied { edges { node { id } follows { valueText formula refused "
                + "lower { value } upper { value } } } } } } }"
        );
        var same = asked["node"]!["implied"]!["edges"]!.AsArray().ShouldHaveSingleItem()!;
        same["node"]!["id"]!.ToString().ShouldBe("obs:yunhai/01/level");
        same["follows"]!.ToJsonString().ShouldBe(edge["follows"]!.ToJsonString());
    }

    [Theory]
    [InlineData("100吨", "增长2倍", Measure.RateOfChange, "200%", "300", "GROW_BY_TIMES", "100 t * (1 + 200 / 100)")]
    [InlineData("100吨", "增长2倍", Measure.RateOfChange, "2倍", "300", "GROW_BY_TIMES", "100 t * (1 + 200 / 100)")]
    [InlineData("100吨", "增长到2倍", Measure.Multiple, "2倍", "200", "GROW_TO_TIMES", "100 t * 2")]
    [InlineData("100吨", "翻两番", Measure.Multiple, "4倍", "400", "DOUBLE", "100 t * 4")]
    [InlineData("40%", "提高5个百分点", Measure.Points, "5百分点", "45", "GROW_BY_POINTS", "40 % + 5 pp")]
    [InlineData("40小时", "压缩30%", Measure.RateOfChange, "-30%", "28", "SHRINK_BY_PERCENT", "40 h * (1 + -30 / 100)")]
    public async Task The_level_after_follows_from_an_earlier_level_and_the_words_of_change_by_their_rule(
        string level,
        string words,
        Measure measure,
        string change,
        string value,
        string rule,
        string formula
    )
    {
        await using var server = await FilledAsync(
            Printed(1, "level", level) with
            {
                Measure = measure is Measure.Points ? Measure.Share : Measure.Level,
                Period = Year(2029),
            },
            Printed(1, "change", change) with
            {
                Measure = measure,
                Comparison = Comparison.YearOnYear,
                Period = Year(2030),
                Figure = words,
            }
        );
        var (levels, changes) = (
            await LineAsync(server, "measures=LEVEL&measures=SHARE"),
            await LineAsync(server, $"measures={Word(measure)}")
        );

        var point = (await GetAsync(server, $"/series/{changes}?transform=LEVEL_AFTER&of={levels}"))["items"]!
            .AsArray()
            .ShouldHaveSingleItem()!;

        point["observation"]!["originalText"]!.ToString().ShouldBe(words);
        point["observation"]!["source"]!["address"]!.ToString().ShouldBe("3.1");
        var derived = point["derived"]!;
        derived["valueText"]!.ToString().ShouldBe(value);
        Members(derived, "formula", "rule", "words", "status", "refused", "acrossPriceBases")
            .ShouldBe([formula, rule, words, "DERIVED", "-", "false"]);
        derived["inputs"]!.AsArray().Select(id => $"{id}").ShouldBe(["obs:yunhai/01/level", "obs:yunhai/01/change"]);
        decimal.Parse(value, null)
            .ShouldBeInRange(derived["lower"]!["value"]!.GetValue<decimal>(), derived["upper"]!["value"]!.GetValue<decimal>());
        var graph = await AskAsync(
            server,
            $"{{ series(filter: {{series: [\"{changes}\"]}}) {{ nodes {{ points {{ nodes {{ derived(transform: LEVEL_AFTER, of: "
                + $"\"{levels}\") "
                + "{ valueText formula rule words status inputs lower { value } upper { value } } } } } } }"
        );
        var same = graph["series"]!["nodes"]![0]!["points"]!["nodes"]![0]!["derived"]!;
        foreach (var (member, told) in same.AsObject())
            told!.ToJsonString().ShouldBe(Told(derived[member]!, told).ToJsonString(), member);
        var row = CsvRows
            .Read(await server.Client.GetStringAsync($"{Rest.Root}/series/{changes}.csv?transform=LEVEL_AFTER&of={levels}", Cancel))
            .ShouldHaveSingleItem();
        (row["figure"], row["derivedValueText"], row["derivedFormula"]).ShouldBe((words, value, formula));
        (await server.GetAsync($"/series/{changes}?transform=LEVEL_AFTER")).Answer["detail"]!
            .ToString()
            .ShouldContain("needs the series of the levels");

        // REST tells of a bound whether it belongs to it, where GraphQL was not asked for that.
        static JsonNode Told(JsonNode rest, JsonNode graph) =>
            graph is JsonObject asked && rest is JsonObject all
                ? new JsonObject(asked.Select(member => KeyValuePair.Create(member.Key, all[member.Key]?.DeepClone())))
                : rest;
    }

    [Fact]
    public async Task Nothing_follows_at_mixed_prices_unless_the_reader_wants_it_and_then_it_is_labelled()
    {
        await using var server = await FilledAsync(
            Printed(1, "before", "100亿元") with
            {
                Period = Year(2029),
                PriceBasis = PriceBasis.Current,
            },
            Printed(1, "level", "105亿元") with
            {
                Period = Year(2030),
                PriceBasis = PriceBasis.Current,
            },
            Printed(1, "rate", "5%") with
            {
                Measure = Measure.RateOfChange,
                Comparison = Comparison.YearOnYear,
                Period = Year(2030),
                PriceBasis = PriceBasis.Constant,
            },
            Printed(1, "nominal", "8%") with
            {
                Indicator = Kilns,
                Measure = Measure.RateOfChange,
                Comparison = Comparison.YearOnYear,
                Period = Year(2030),
                PriceBasis = PriceBasis.Current,
            },
            Printed(1, "kilns", "108亿元") with
            {
                Indicator = Kilns,
                Period = Year(2030),
                PriceBasis = PriceBasis.Current,
            }
        );
        var (levels, rates) = (
            await LineAsync(server, "indicators=灯笼产量&measures=LEVEL"),
            await LineAsync(server, "indicators=灯笼产量&measures=RATE_OF_CHANGE")
        );

        (await ImpliedAsync("level", "")).ShouldBe("- PRICE_BASIS false");
        (await ImpliedAsync("level", "acrossPriceBases=true")).ShouldBe("10000000000 - true");
        (await ImpliedAsync("kilns", "")).ShouldBe("10000000000 - false", "prices fit");
        (await ImpliedAsync("kilns", "acrossPriceBases=true")).ShouldBe("10000000000 - false", "nothing is mixed");
        (await DerivedAsync("")).ShouldBe("- PRICE_BASIS false");
        (await DerivedAsync("&acrossPriceBases=true")).ShouldBe("10500000000 - true");

        var graph = await AskAsync(
            server,
            "{ node(id: \"obs:yunhai/01/level\") { ... on Observation { implied { edges { follows { valueText refused acrossPriceBases } "
                + "forced: follows(acrossPriceBases: true) { valueText refused acrossPriceBases status inputs } } } } } "
                + $"series(filter: {{series: [\"{rates}\"]}}) {{ nodes {{ points {{ nodes {{ "
                + $"refused: derived(transform: LEVEL_AFTER, of: \"{levels}\") {{ valueText refused acrossPriceBases }} "
                + $"forced: derived(transform: LEVEL_AFTER, of: \"{levels}\", acrossPriceBases: true) {{ valueText refused "
                + $"acrossPriceBases }} "
                + "} } } } }"
        );
        var edge = graph["node"]!["implied"]!["edges"]![0]!;
        Value(edge["follows"]!).ShouldBe("- PRICE_BASIS false");
        Value(edge["forced"]!).ShouldBe("10000000000 - true");
        edge["forced"]!["inputs"]!.ToJsonString().ShouldBe("""["obs:yunhai/01/level","obs:yunhai/01/rate"]""");
        edge["forced"]!["status"]!.ToString().ShouldBe("DERIVED");
        var point = graph["series"]!["nodes"]![0]!["points"]!["nodes"]![0]!;
        Value(point["refused"]!).ShouldBe("- PRICE_BASIS false");
        Value(point["forced"]!).ShouldBe("10500000000 - true");
        var row = CsvRows
            .Read(
                await server.Client.GetStringAsync(
                    $"{Rest.Root}/series/{rates}.csv?transform=LEVEL_AFTER&of={levels}&acrossPriceBases=true",
                    Cancel
                )
            )
            .ShouldHaveSingleItem();
        (row["derivedValueText"], row["derivedAcrossPriceBases"]).ShouldBe(("10500000000", "true"));

        async Task<string> ImpliedAsync(string key, string query) =>
            Value((await GetAsync(server, $"/observations/obs:yunhai/01/{key}?{query}"))["implied"]!.AsArray().ShouldHaveSingleItem()!);

        async Task<string> DerivedAsync(string query) =>
            Value((await GetAsync(server, $"/series/{rates}?transform=LEVEL_AFTER&of={levels}{query}"))["items"]![0]!["derived"]!);

        static string Value(JsonNode derived) => string.Join(' ', Members(derived, "valueText", "refused", "acrossPriceBases"));
    }

    [Fact]
    public async Task No_level_follows_from_a_change_of_which_nobody_says_against_what_or_of_which_no_earlier_level_is_there()
    {
        await using var server = await FilledAsync(
            Printed(1, "level", "100吨") with
            {
                Period = Year(2028),
            },
            Printed(1, "year", "5%") with
            {
                Measure = Measure.RateOfChange,
                Comparison = Comparison.YearOnYear,
                Period = Year(2030),
            },
            Printed(1, "before", "7%") with
            {
                Measure = Measure.RateOfChange,
                Comparison = Comparison.AgainstBefore,
                Period = Year(2030),
            }
        );
        var levels = await LineAsync(server, "measures=LEVEL");

        (await RefusalAsync("YEAR_ON_YEAR")).ShouldBe("NO_OPERAND");
        (await RefusalAsync("AGAINST_BEFORE")).ShouldBe("COMPARISON");

        async Task<string> RefusalAsync(string comparison)
        {
            var id = await LineAsync(server, $"comparisons={comparison}");
            var line = await GetAsync(server, $"/series/{id}?transform=LEVEL_AFTER&of={levels}");
            return line["items"]![0]!["derived"]!["refused"]!.ToString();
        }
    }

    [Fact]
    public async Task What_adds_up_is_told_month_by_month_only_where_both_neighbours_are_there()
    {
        await using var server = await FilledAsync(
            Sum("jan", 1, "100亿元"),
            Sum("mar", 3, "350.5亿元"),
            Sum("apr", 4, "500亿元"),
            Printed(1, "single", "152.3亿元") with
            {
                Period = Month(2030, 4),
            }
        );
        var id = await LineAsync(server, "accumulations=CUMULATIVE");

        var months = await GetAsync(server, $"/series/{id}?transform=DECUMULATE");

        Derived(months)
            .ShouldBe([
                "2030-01 10000000000 - obs:yunhai/01/jan",
                "2030-Q1 - NO_OPERAND obs:yunhai/01/mar",
                "2030-01/2030-04 14950000000 - obs:yunhai/01/apr+obs:yunhai/01/mar",
            ]);
        months["items"]![2]!["derived"]!["formula"]!.ToString().ShouldBe("50000000000 CNY - 35050000000 CNY");
        (months["items"]![2]!["derived"]!["periodStart"]!.ToString(), months["items"]![2]!["derived"]!["periodEnd"]!.ToString()).ShouldBe(
            ("2030-04-01", "2030-04-30")
        );
        months["items"]![2]!["derived"]!["status"]!.ToString().ShouldBe("DERIVED");
        (await GetAsync(server, $"/series/{await LineAsync(server, "accumulations=SINGLE")}"))["items"]!
            .AsArray()
            .Count.ShouldBe(1, "sums are on a line of their own");
        Derived(await GetAsync(server, $"/series/{id}?transform=GROWTH"))
            .ShouldAllBe(line => line.Contains("ACCUMULATION", StringComparison.Ordinal));

        static Observation Sum(string key, int month, string words) =>
            Printed(1, key, words) with
            {
                Period = Until(2030, month),
                Accumulation = Accumulation.Cumulative,
            };
    }

    [Fact]
    public async Task Change_and_growth_are_told_against_the_period_before_and_the_year_before_and_shares_of_another_line()
    {
        await using var server = await FilledAsync([
            Printed(1, "then", "80吨") with
            {
                Period = Month(2029, 2),
            },
            Printed(1, "jan", "100吨") with
            {
                Period = Month(2030, 1),
            },
            Printed(1, "feb", "120吨") with
            {
                Period = Month(2030, 2),
            },
            Printed(1, "apr", "200吨", Hedge.Nearly) with
            {
                Period = Month(2030, 4),
            },
            Printed(1, "whole", "480000公斤") with
            {
                Period = Month(2030, 2),
                Indicator = Kilns,
            },
            Printed(1, "rank", "3位") with
            {
                Measure = Measure.Rank,
                Within = new("全省", City, null, false),
                Period = Month(2030, 2),
            },
        ]);
        var id = await LineAsync(server, "indicators=灯笼产量&measures=LEVEL");
        var whole = await LineAsync(server, "indicators=窑炉数");

        Derived(await GetAsync(server, $"/series/{id}?transform=CHANGE&from=2030"))
            .ShouldBe([
                "2030-01 - NO_OPERAND obs:yunhai/01/jan",
                "2030-02 20 - obs:yunhai/01/feb+obs:yunhai/01/jan",
                "2030-04 - NO_OPERAND obs:yunhai/01/apr",
            ]);
        var growth = await GetAsync(server, $"/series/{id}?transform=GROWTH&from=2030-02&to=2030-02");
        Derived(growth).ShouldBe(["2030-02 20 - obs:yunhai/01/feb+obs:yunhai/01/jan"], "the point beside it need not be asked for");
        growth["items"]![0]!["derived"]!["formula"]!.ToString().ShouldBe("(120 t / 100 t - 1) * 100");
        growth["items"]![0]!["derived"]!["unit"]!["code"]!.ToString().ShouldBe("%");
        growth["items"]![0]!["derived"]!["lower"]!["value"]!.GetValue<decimal>().ShouldBeInRange(18.9m, 19m);
        growth["items"]![0]!["derived"]!["upper"]!["value"]!.GetValue<decimal>().ShouldBeInRange(21m, 21.2m);
        Derived(await GetAsync(server, $"/series/{id}?transform=GROWTH_ON_YEAR&from=2030-02&to=2030-02"))
            .ShouldBe(["2030-02 50 - obs:yunhai/01/feb+obs:yunhai/01/then"]);
        Derived(await GetAsync(server, $"/series/{id}?transform=SHARE&of={whole}&from=2030-02&to=2030-02"))
            .ShouldBe(["2030-02 25 - obs:yunhai/01/feb+obs:yunhai/01/whole"]);
        Derived(await GetAsync(server, $"/series/{await LineAsync(server, "measures=RANK")}?transform=GROWTH"))
            .ShouldBe(["2030-02 - MEASURES obs:yunhai/01/rank"]);

        var graph = await AskAsync(
            server,
            $"{{ series(filter: {{series: [\"{id}\"]}}) {{ nodes {{ "
                + "points(from: \"2030-02-01\", to: \"2030-02-28\") { "
                + $"nodes {{ growth: derived(transform: "
                + $"GROWTH) {{ valueText inputs status refused }} share: derived(transform: SHARE, of: \"{whole}\") {{ valueText }} "
                + $"}} }} }} }} }}"
        );
        var point = graph["series"]!["nodes"]![0]!["points"]!["nodes"]![0]!;
        point["growth"]!["valueText"]!.ToString().ShouldBe("20");
        point["share"]!["valueText"]!.ToString().ShouldBe("25");
        (await server.GetAsync($"/series/{id}?transform=SHARE")).Status.ShouldBe(422);
        (await server.GetAsync($"/series/{id}?transform=GROWTH&of={whole}")).Status.ShouldBe(422);
    }

    [Theory]
    [InlineData("", "t", "-30", "5", "85 t - 80 t")]
    [InlineData("&unit=t", "t", "-30", "5", "85 t - 80 t")]
    [InlineData("&unit=kg", "kg", "-30000", "5000", "85000 kg - 80000 kg")]
    public async Task What_follows_is_told_in_one_unit_whatever_the_line_is_printed_in(
        string query,
        string unit,
        string february,
        string march,
        string formula
    )
    {
        await using var server = await FilledAsync(
            Printed(1, "jan", "11万公斤") with
            {
                Period = Month(2030, 1),
            },
            Printed(1, "feb", "80吨") with
            {
                Period = Month(2030, 2),
            },
            Printed(1, "mar", "85000公斤") with
            {
                Period = Month(2030, 3),
            }
        );
        var id = await LineAsync(server, "measures=LEVEL");

        var points = (await GetAsync(server, $"/series/{id}?transform=CHANGE{query}"))["items"]!.AsArray();

        points.Skip(1).Select(p => p!["derived"]!["valueText"]!.ToString()).ShouldBe([february, march]);
        points.Skip(1).Select(p => p!["derived"]!["unit"]!["code"]!.ToString()).ShouldAllBe(code => code == unit);
        points.Select(p => p!["unit"]!["code"]!.ToString()).ShouldAllBe(code => code == unit);
        points[2]!["derived"]!["formula"]!.ToString().ShouldBe(formula);
        var rows = CsvRows.Read(await server.Client.GetStringAsync($"{Rest.Root}/series/{id}.csv?transform=CHANGE{query}", Cancel));
        rows.Skip(1).Select(row => (row["derivedValue"], row["derivedUnit"])).ShouldBe([(february, unit), (march, unit)]);
        var asked = query.Length == 0 ? "" : $"(unit: \"{unit}\")";
        var graph = await AskAsync(
            server,
            $"{{ series(filter: {{series: [\"{id}\"]}}) {{ nodes {{ points{asked} {{ nodes {{ derived(transform: CHANGE) "
                + "{ valueText } } } } } }"
        );
        graph["series"]!["nodes"]![0]!["points"]!["nodes"]!
            .AsArray()
            .Skip(1)
            .Select(p => p!["derived"]!["valueText"]!.ToString())
            .ShouldBe([february, march]);
    }

    private static string Word(Measure measure) => Spelling.UpperSnake(measure.ToString());

    private static IEnumerable<string> Members(JsonNode item, params string[] members) =>
        members.Select(member => item[member]?.ToString() ?? "-");

    private static IEnumerable<string> Derived(JsonNode page) =>
        page["items"]!
            .AsArray()
            .Select(item =>
                $"{item!["period"]} {item["derived"]!["valueText"]?.ToString() ?? "-"} {item["derived"]!["refused"]?.ToString() ?? "-"} "
                + string.Join('+', item["derived"]!["inputs"]!.AsArray())
            );
}

public sealed class SqliteDerivedScenarioTests : DerivedScenarios
{
    protected override Task<GraphServer> EmptyServerAsync() => GraphServer.StartedAsync(Time, seeds: null);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jDerivedScenarioTests(Neo4jServer neo4j) : DerivedScenarios
{
    protected override async Task<GraphServer> EmptyServerAsync() =>
        await GraphServer.StartedAsync(Time, seeds: null, await Neo4jStores.OpenEmptyAsync(neo4j, Time, Cancel));
}
