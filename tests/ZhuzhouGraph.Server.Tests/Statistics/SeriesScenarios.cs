using NodaTime;
using ZhuzhouGraph.Server.Tests.RestApi;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.Statistics;

/// <summary>Which is the number, the points of a line, and what is known by when.</summary>
public abstract class SeriesScenarios : StatisticsContract
{
    [Fact]
    public async Task The_card_of_the_newest_number_says_how_it_was_chosen_and_how_many_others_there_are()
    {
        await using var server = await FilledAsync(
            Printed(1, "a", "55家") with
            {
                Period = Year(2029),
            },
            Printed(2, "b", "58家") with
            {
                Period = Year(2030),
            },
            Printed(3, "c", "58家") with
            {
                Period = Year(2030),
            }
        );

        var card = await GetAsync(server, "/observations?about=云海市&indicators=灯笼产量&latestPer=SERIES&totalCount=true");

        var number = card["items"]!.AsArray().ShouldHaveSingleItem()!;
        number["value"]!.GetValue<int>().ShouldBe(58);
        number["unitLabel"]!["zh"]!.ToString().ShouldBe("家");
        number["period"]!["code"]!.ToString().ShouldBe("2030");
        number["source"]!["issueDate"]!.ToString().ShouldBe("2031-03-04");
        number["source"]!["title"]!.ToString().ShouldBe("灯会第3日");
        number["source"]!["address"]!.ToString().ShouldBe("2.1");
        card["rule"]!.ToString().ShouldStartWith("The newest per SERIES and STATUS");
        card["passedOver"]!.GetValue<int>().ShouldBe(2);
        var detail = await GetAsync(server, number["url"]!.ToString());
        detail["report"]!["others"]!.GetValue<int>().ShouldBe(1);
        detail["report"]!["agreements"]!.ToJsonString().ShouldBe("""[{"agreement":"EQUAL","count":1}]""");
    }

    [Fact]
    public async Task A_line_has_its_months_in_order_with_their_days_and_gaps_are_left_open()
    {
        await using var server = await FilledAsync([
            .. new[] { 3, 1, 2, 6 }.Select(month =>
                Printed(1, $"m{month}", $"{month}00吨") with
                {
                    Period = Month(2030, month),
                    Frequency = Frequency.M,
                }
            ),
            Printed(2, "sum", "600吨") with
            {
                Period = Until(2030, 3),
                Accumulation = Accumulation.Cumulative,
                Frequency = Frequency.M,
            },
            Printed(2, "goal", "900吨") with
            {
                Period = Month(2030, 7),
                Status = ObservationStatus.Target,
                Frequency = Frequency.M,
            },
            Printed(2, "kilograms", "700000公斤") with
            {
                Period = Month(2030, 7),
                Frequency = Frequency.M,
            },
        ]);

        var lines = (await GetAsync(server, "/series?about=云海市&frequencies=M&totalCount=true"));
        Lines(lines["items"]!, "accumulation", "status", "figureCount", "pointCount", "periodStart", "periodEnd")
            .ShouldBe(
                [
                    "SINGLE ACTUAL 5 5 2030-01-01 2030-07-31",
                    "CUMULATIVE ACTUAL 1 1 2030-01-01 2030-03-31",
                    "SINGLE TARGET 1 1 2030-07-01 2030-07-31",
                ],
                ignoreOrder: true
            );
        lines["totalCount"]!.GetValue<int>().ShouldBe(3);
        var id = await LineAsync(server, "accumulations=SINGLE&statuses=ACTUAL");

        var line = await GetAsync(server, $"/series/{id}?from=2030-02&to=2030-12&totalCount=true");
        Lines(line["items"]!, "period", "periodStart", "periodEnd", "valueText")
            .ShouldBe([
                "2030-02 2030-02-01 2030-02-28 200",
                "2030-03 2030-03-01 2030-03-31 300",
                "2030-06 2030-06-01 2030-06-30 600",
                "2030-07 2030-07-01 2030-07-31 700",
            ]);
        line["items"]![3]!["observation"]!["originalText"]!.ToString().ShouldBe("700000公斤", "as published, beside the value in tonnes");
        line["totalCount"]!.GetValue<int>().ShouldBe(4);
        line["frequency"]!.ToString().ShouldBe("M");
        Lines((await GetAsync(server, $"/series/{id}?unit=公斤&lastN=2"))["items"]!, "period", "valueText")
            .ShouldBe(["2030-06 600000", "2030-07 700000"]);
        Lines((await GetAsync(server, $"/series/{id}-target"))["items"]!, "period", "valueText").ShouldBe(["2030-07 900"]);

        var graph = await AskAsync(
            server,
            $"{{ series(filter: {{series: [\"{id}\"]}}) {{ nodes {{ "
                + $"id figureCount indicator {{ name }} about {{ name }} frequency units {{ code }} "
                + "points(from: \"2030-02-01\", to: \"2030-12-31\", first: 2) { totalCount rule pageInfo { hasNextPage endCursor } "
                + "nodes { periodStart valueText unit { code } "
                + "observation { figure seriesId } report { others } } } } } }"
        );
        var points = graph["series"]!["nodes"]![0]!["points"]!;
        Lines(points["nodes"]!, "periodStart", "valueText").ShouldBe(["2030-02-01 200", "2030-03-01 300"]);
        points["totalCount"]!.GetValue<int>().ShouldBe(4);
        points["nodes"]![0]!["observation"]!["seriesId"]!.ToString().ShouldBe(id);
        var more = await GetAsync(server, $"/series/{id}?from=2030-02&to=2030-12&first=2");
        more["next"]!.ToString().ShouldNotBeNullOrEmpty();
        Lines((await GetAsync(server, $"/series/{id}?from=2030-02&to=2030-12&first=2&after={more["next"]}"))["items"]!, "period")
            .ShouldBe(["2030-06", "2030-07"]);
    }

    [Fact]
    public async Task What_is_asked_again_is_not_sent_again_until_the_line_has_something_new()
    {
        await using var server = await FilledAsync(Printed(1, "jan", "100吨") with { Period = Month(2030, 1) });
        var id = await LineAsync(server, "about=云海市");
        var address = $"/series/{id}?from=2030";
        using var first = await server.SendAsync(HttpMethod.Get, address);
        var tag = first.Headers.ETag!.ToString();

        using (var again = await server.SendAsync(HttpMethod.Get, address, null, $"If-None-Match: {tag}"))
        {
            ((int)again.StatusCode).ShouldBe(304);
            again.Headers.ETag!.ToString().ShouldBe(tag);
        }
        await ImportAsync(server, Printed(2, "kilns", "7个") with { Indicator = Kilns });
        using (var unrelated = await server.SendAsync(HttpMethod.Get, address, null, $"If-None-Match: {tag}"))
            ((int)unrelated.StatusCode).ShouldBe(304);
        await ImportAsync(server, Printed(3, "feb", "200吨") with { Period = Month(2030, 2) });
        using var renewed = await server.SendAsync(HttpMethod.Get, address, null, $"If-None-Match: {tag}");
        ((int)renewed.StatusCode).ShouldBe(200);
        renewed.Headers.ETag!.ToString().ShouldNotBe(tag);
    }

    [Fact]
    public async Task One_number_in_three_forms_is_equal_and_a_slip_of_the_unit_is_flagged()
    {
        await using var server = await FilledAsync(
            Printed(1, "slip", "1.2亿家") with
            {
                Period = Year(2030),
            },
            Printed(2, "plain", "12000家") with
            {
                Period = Year(2030),
            },
            Printed(3, "wan", "1.2万家") with
            {
                Period = Year(2030),
            },
            Printed(4, "yi", "0.00012亿家") with
            {
                Period = Year(2030),
            }
        );
        var id = await LineAsync(server, "about=云海市");

        var point = (await GetAsync(server, $"/series/{id}"))["items"]!.AsArray().ShouldHaveSingleItem()!;

        point["valueText"]!.ToString().ShouldBe("12000");
        point["observation"]!["originalText"]!.ToString().ShouldBe("0.00012亿家");
        Lines(point["report"]!["reports"]!, "originalText", "agreement", "unitJump")
            .ShouldBe(["1.2亿家 CONFLICT 4", "12000家 EQUAL -", "1.2万家 EQUAL -"]);
        Lines((await GetAsync(server, "/conflicts"))["items"]!, "originalText").ShouldBe(["0.00012亿家"]);
        var same = await AskAsync(
            server,
            "{ node(id: \"obs:yunhai/01/slip\") { ... on Observation { sameFact { edges { agreement unitJump } } report { others "
                + "agreements { "
                + "agreement count } } } } }"
        );
        Lines(same["node"]!["sameFact"]!["edges"]!, "agreement", "unitJump").ShouldBe(["CONFLICT -4", "CONFLICT -4", "CONFLICT -4"]);
        Lines(same["node"]!["report"]!["agreements"]!, "agreement", "count").ShouldBe(["CONFLICT 3"]);
    }

    [Fact]
    public async Task Two_that_contradict_each_other_are_both_there_and_the_reader_may_choose_otherwise()
    {
        await using var server = await FilledAsync(
            Printed(1, "a", "58家") with
            {
                Period = Year(2030),
            },
            Printed(2, "b", "62家") with
            {
                Period = Year(2030),
            },
            Printed(3, "c", "60家", Hedge.Nearly) with
            {
                Period = Year(2030),
                Figure = "近60家",
            },
            Printed(3, "other", "5个") with
            {
                Period = Year(2030),
                Indicator = Kilns,
            }
        );
        var id = await LineAsync(server, "indicators=灯笼产量");

        (await ChosenAsync("")).ShouldBe("近60家: 58家 INTERVAL_COMPATIBLE, 62家 CONFLICT");
        (await ChosenAsync("?rule=FIRST_PRINT")).ShouldBe("58家: 62家 CONFLICT, 近60家 INTERVAL_COMPATIBLE");
        (await ChosenAsync($"?articles={ArticleId(2)}")).ShouldBe("62家: 58家 CONFLICT, 近60家 CONFLICT");

        var conflicts = await GetAsync(server, "/conflicts?totalCount=true&rule=FIRST_PRINT");
        Lines(conflicts["items"]!, "originalText").ShouldBe(["58家"]);
        conflicts["rule"]!.ToString().ShouldStartWith("The one printed first");
        conflicts["totalCount"]!.GetValue<int>().ShouldBe(1);
        var graph = await AskAsync(
            server,
            "{ conflicts(filter: {about: [\"云海市\"]}) { totalCount rule nodes { figure report { reports { agreement how observation "
                + "{ figure } } } } } }"
        );
        graph["conflicts"]!["nodes"]![0]!["figure"]!.ToString().ShouldBe("近60家");
        graph["conflicts"]!["nodes"]![0]!["report"]!["reports"]![1]!["how"]!.ToString().ShouldBe("62 firms is above [54, 60) firms");

        async Task<string> ChosenAsync(string how)
        {
            var point = (await GetAsync(server, $"/series/{id}{how}"))["items"]!.AsArray().ShouldHaveSingleItem()!;
            return $"{point["observation"]!["originalText"]}: "
                + string.Join(", ", Lines(point["report"]!["reports"]!, "originalText", "agreement"));
        }
    }

    [Fact]
    public async Task A_revision_by_the_same_source_replaces_what_it_said_and_an_earlier_day_still_has_the_old_number()
    {
        await using var server = await FilledAsync(
            Printed(1, "first", "3600.0亿元") with
            {
                Period = Year(2030),
                AttributedTo = Harbour,
            },
            Printed(9, "revised", "3650.0亿元") with
            {
                Period = Year(2030),
                AttributedTo = Harbour,
            }
        );
        var id = await LineAsync(server, "about=云海市");

        var now = (await GetAsync(server, $"/series/{id}"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        now["valueText"]!.ToString().ShouldBe("365000000000");
        Lines(now["report"]!["reports"]!, "originalText", "agreement", "printed").ShouldBe(["3600.0亿元 SUPERSEDED 2031-03-02"]);
        now["report"]!["reports"]![0]!["how"]!
            .ToString()
            .ShouldEndWith("org:yunhai-harbour-office said 3650.0亿元 later (2031-03-10), which replaces 3600.0亿元 (2031-03-02)");

        var then = (await GetAsync(server, $"/series/{id}?publishedBy=2031-03-05"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        then["valueText"]!.ToString().ShouldBe("360000000000");
        then["report"]!["others"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Decimals_are_those_of_the_printed_number_at_every_door()
    {
        await using var server = await FilledAsync(
            Printed(1, "a", "152.3万吨") with
            {
                Figure = "9月152.3万吨",
                Period = Month(2030, 9),
            },
            Printed(1, "b", "80.00吨") with
            {
                Period = Month(2030, 10),
            }
        );

        var items = (await GetAsync(server, "/observations"))["items"]!.AsArray();
        items.Select(item => item!["decimals"]!.GetValue<int>()).ShouldBe([1, 2]);
        var rows = CsvRows.Read(await server.Client.GetStringAsync($"{Rest.Root}/observations?format=sdmx-csv", Cancel));
        rows.ConvertAll(SdmxRows.WithoutLabels).Select(row => row["DECIMALS"]).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_what_could()
    {
        await using var server = await FilledAsync(Printed(1, "a", "58家"));
        var id = await LineAsync(server, "about=云海市");

        await RefusedAsync("/series/nothing", 404, "16 hex digits");
        await RefusedAsync($"/series/{id}-target", 404, "no id of a series");
        await RefusedAsync($"/series/{id}?unit=吨", 422, "into which firm does not convert");
        await RefusedAsync($"/series/{id}?unit=筐", 422, "no unit");
        await RefusedAsync($"/series/{id}?from=2031&to=2030", 422, "nothing lies between");
        await RefusedAsync($"/series/{id}?lastN=0", 422, "'lastN' is 0; allowed are 1 to 200, and without it no point is left out.");
        await RefusedAsync($"/series/{id}?lastN=5&first=2", 422, "'lastN' is 5, which makes one page, and 'first' allows 2 on it");
        await GetAsync(server, $"/series/{id}?lastN=5&first=5");
        await RefusedAsync("/series?series=xyz", 400, "no id of a series");
        await RefusedAsync("/observations?rule=FIRST_PRINT", 422, "'latestPer', which is left out");

        var (_, graph) = await server.AskAsync("{ series { nodes { points(lastN: 5, first: 2) { nodes { value } } } } }");
        graph["errors"]![0]!["message"]!.ToString().ShouldContain("'first' allows 2 on it");
        await AskAsync(server, "{ series(first: 1) { nodes { points(lastN: 150) { nodes { value } } } } }");

        async Task RefusedAsync(string address, int status, string detail)
        {
            var (found, problem) = await server.GetAsync(address);
            problem["detail"]!.ToString().ShouldContain(detail);
            found.ShouldBe(status, address);
        }
    }
}

public sealed class SqliteSeriesScenarioTests : SeriesScenarios
{
    protected override Task<GraphServer> EmptyServerAsync() => GraphServer.StartedAsync(Time, seeds: null);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jSeriesScenarioTests(Neo4jServer neo4j) : SeriesScenarios
{
    protected override async Task<GraphServer> EmptyServerAsync() =>
        await GraphServer.StartedAsync(Time, seeds: null, await Neo4jStores.OpenEmptyAsync(neo4j, Time, Cancel));
}
