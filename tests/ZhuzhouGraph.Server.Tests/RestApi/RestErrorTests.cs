using System.Net;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>What a client is told that asks for something that is not there, or in a form that is none.</summary>
public sealed class RestErrorTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_faults_the_first_are_told_and_how_many_there_are()
    {
        var (status, problem) = await server.GetAsync(
            $"/observations?{string.Join('&', Enumerable.Range(0, 300).Select(n => $"abot{n}=x"))}"
        );

        status.ShouldBe(400);
        problem["detail"]!.GetValue<string>().ShouldEndWith("(300 problems in all: 'errors' has the first 20.)");
        problem["errors"]!
            .AsArray()
            .Select(fault => fault!["parameter"]!.GetValue<string>())
            .ShouldBe(Enumerable.Range(0, 20).Select(n => $"abot{n}"));
    }

    [Fact]
    public async Task More_names_than_a_request_may_give_are_refused_before_they_are_looked_up()
    {
        var names = string.Join(',', Enumerable.Range(0, 76).Select(n => $"\"天上城堡{n}\""));
        var lists = new[] { "about", "places", "indicators", "at" }.Select(list => $"\"{list}\": [{names.Replace("天上", list)}]");

        using var response = await server.SendAsync(HttpMethod.Post, "/api/v1/observations", $"{{{string.Join(',', lists)}}}");

        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
        ((int)response.StatusCode).ShouldBe(422);
        Rest.FaultsOf(problem).ShouldBe([("about", "NAMES_EXCEEDED")]);
        problem["detail"]!.GetValue<string>().ShouldStartWith("The limit 'names' allows 300 ids and names in one request");
    }

    [Fact]
    public async Task All_faults_of_a_request_are_told_at_once_each_with_what_was_meant()
    {
        var (status, problem) = await server.GetAsync(
            "/observations?abot=x&measures=LEVL&measures=LEVEL&first=999&undated=yes&on=2023&order=PRINT&order=VALUE&about=株州"
        );

        status.ShouldBe(400);
        Rest.FaultsOf(problem)
            .ShouldBe(
                [
                    ("abot", "UNKNOWN_PARAMETER"),
                    ("measures", "INVALID_ARGUMENT"),
                    ("undated", "INVALID_ARGUMENT"),
                    ("on", "INVALID_ARGUMENT"),
                    ("order", "INVALID_ARGUMENT"),
                    ("about", "UNKNOWN_NAME"),
                    ("first", "INVALID_ARGUMENT"),
                ],
                ignoreOrder: true
            );
        var faults = problem["errors"]!.AsArray().ToDictionary(fault => fault!["parameter"]!.GetValue<string>(), fault => fault!);
        faults["abot"]["suggestion"]!.GetValue<string>().ShouldBe("about");
        faults["measures"]["suggestion"]!.GetValue<string>().ShouldBe("LEVEL");
        faults["measures"]["rejected"]!.GetValue<string>().ShouldBe("LEVL");
        faults["measures"]["allowed"]!.AsArray().Select(word => word!.GetValue<string>()).ShouldContain("RATE_OF_CHANGE");
        faults["about"]["suggestion"]!.GetValue<string>().ShouldBe("place:zhuzhou");
        faults["about"]["candidates"]![0]!["name"]!.GetValue<string>().ShouldBe("株洲");
        faults["about"]["rejected"]!.GetValue<string>().ShouldBe("株州");
        faults["first"]["detail"]!.GetValue<string>().ShouldContain("allowed are 1 to 200");
        problem["detail"]!.GetValue<string>().ShouldContain("7 problems in all");
    }

    [Theory]
    [InlineData("/observations?units=家&value.atLeast=5&value.atMost=1", 422, "value", "INVALID_ARGUMENT")]
    [InlineData("/observations?withNarrower=true", 422, "withNarrower", "INVALID_ARGUMENT")]
    [InlineData("/observations?first=0", 422, "first", "INVALID_ARGUMENT")]
    [InlineData("/observations?indicators=GDPP", 404, "indicators", "UNKNOWN_NAME")]
    [InlineData("/observations?about=place:nowhere", 404, "about", "UNKNOWN_NAME")]
    [InlineData("/observations?about=place:No%20where", 400, "about", "INVALID_ID")]
    [InlineData("/observations?after=x", 400, "after", "CURSOR_MISMATCH")]
    [InlineData("/observations?about=", 400, "about", "INVALID_ARGUMENT")]
    [InlineData("/observations?About=株洲", 400, "About", "UNKNOWN_PARAMETER")]
    [InlineData("/observations?periodOverlaps=2023-13", 400, "periodOverlaps", "INVALID_ARGUMENT")]
    [InlineData("/observations?printedIn.only=true", 400, "printedIn.parts", "INVALID_ARGUMENT")]
    [InlineData("/observations?value=5", 400, "value", "UNKNOWN_PARAMETER")]
    [InlineData("/entities?relationships=x", 400, "relationships", "UNKNOWN_PARAMETER")]
    [InlineData("/indicators/GDPP", 404, "id", "UNKNOWN_NAME")]
    [InlineData("/indicators/place:zhuzhou", 404, "id", "UNKNOWN_NAME")]
    [InlineData("/entities/place:zhuzou/observations", 404, "id", "UNKNOWN_NAME")]
    [InlineData("/entities/place:zhuzhou/timeline?about=株洲", 400, "about", "UNKNOWN_PARAMETER")]
    [InlineData("/observations/place:zhuzhou", 404, "id", "UNKNOWN_NAME")]
    [InlineData("/articles/article:2023-05-19/02", 404, "id", "UNKNOWN_NAME")]
    [InlineData("/search", 400, "text", "INVALID_ARGUMENT")]
    [InlineData("/codelists/hedge", 404, "id", "UNKNOWN_NAME")]
    [InlineData("/config?x=1", 400, "x", "UNKNOWN_PARAMETER")]
    [InlineData("/changes?after=x", 400, "after", "CURSOR_MISMATCH")]
    public async Task A_fault_has_its_status_its_place_and_its_code(string address, int status, string parameter, string code)
    {
        var (answered, problem) = await server.GetAsync(address);

        answered.ShouldBe(status, problem.ToJsonString());
        problem["status"]!.GetValue<int>().ShouldBe(status);
        problem["code"]!.GetValue<string>().ShouldBe(code);
        problem["type"]!.GetValue<string>().ShouldBe($"/api/v1/codelists/problems#{code}");
        Rest.FaultsOf(problem).ShouldHaveSingleItem().ShouldBe((parameter, code));
    }

    [Theory]
    [InlineData("zh-CN, en;q=0.8", "没有这个名称或标识")]
    [InlineData("en, zh;q=0.5", "Nothing has this name or id")]
    [InlineData("fr", "Nothing has this name or id")]
    public async Task A_title_is_in_the_language_that_is_wanted_and_every_page_may_read_it(string language, string title)
    {
        using var response = await server.SendAsync(
            HttpMethod.Get,
            "/observations?indicators=GDPP",
            null,
            $"Accept-Language: {language}",
            "Origin: https://page.example"
        );

        response.Content.Headers.ContentType!.ToString().ShouldBe("application/problem+json");
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        response.Headers.Vary.ShouldBe(["Accept", "Accept-Language", "Accept-Encoding"], ignoreOrder: true);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!["title"]!.GetValue<string>().ShouldBe(title);
    }

    [Theory]
    [InlineData("/observations?indicators=GDPP", "zh", "参数“indicators”：没有这个名称或标识，所给为“GDPP”。")]
    [InlineData("/observations?indicator=x", "zh", "参数“indicator”：没有这个参数，所给为“x”。是否指“indicators”？")]
    [InlineData("/observations?entity=x", "zh", "参数“entity”：没有这个参数，所给为“x”。是否指“about”？")]
    [InlineData("/observations?asOf=2023-05-19", "zh", "是否指“publishedBy”？")]
    [InlineData("/observations?latest=true", "zh", "是否指“latestPer”？")]
    [InlineData("/observations/counts?groupBy=FOO", "zh", "参数“groupBy”：参数值有误，所给为“FOO”。可用：")]
    [InlineData("/observations/counts", "zh", "参数“groupBy”：参数值有误。必须给出。")]
    [InlineData("/observations?measures=SHRE", "zh", "参数“measures”：参数值有误，所给为“SHRE”。是否指“SHARE”？")]
    [InlineData("/observations?periodOverlaps=19. Mai", "zh", "时间写作 2023、2023-S1、2023-Q3")]
    [InlineData("/observations?first=x&totalCount=x", "zh", "须为整数。（共 2 处问题，见 errors）")]
    [InlineData("/search?text=", "zh", "参数“text”：参数值有误，所给为“”。值为空；请去掉此参数，或写明内容。")]
    [InlineData("/observations?value.atLeast=1e9x", "zh", "十进制数最多 28 位")]
    [InlineData("/codelists/none", "zh", "地址中的标识：没有这个名称或标识，所给为“none”。可用：")]
    [InlineData("/observatons", "zh", "此地址没有内容；是否指 /api/v1/observations？")]
    [InlineData("/observations.csv?format=xlsx", "zh", "地址以格式 csv 结尾，而 format 为 xlsx；请只给其一。")]
    [InlineData("/observations?first=0", "zh", "参数“first”：参数值有误，所给为“0”。须为 1 到 200 的整数；不写时为 ")]
    public async Task A_problem_is_told_in_Chinese_with_what_was_given_and_what_is_allowed(string address, string languages, string detail)
    {
        using var response = await server.SendAsync(HttpMethod.Get, address, null, "Accept-Language: zh-CN");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;

        string.Join(", ", response.Content.Headers.ContentLanguage).ShouldBe(languages);
        problem["detail"]!.GetValue<string>().ShouldContain(detail);
        if (problem["errors"] is JsonArray errors)
            problem["detail"]!.GetValue<string>().ShouldStartWith(errors[0]!["detail"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("GET", "/config", "Accept: text/csv", 406, "NOT_ACCEPTABLE")]
    [InlineData("DELETE", "/articles", "Accept: */*", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("POST", "/config", "Accept: */*", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("GET", "/observatons", "Accept: */*", 404, "NOT_FOUND")]
    [InlineData("POST", "/articles", "Accept: */*", 415, "UNSUPPORTED_MEDIA_TYPE")]
    public async Task What_HTTP_has_a_word_for_has_that_word(string method, string address, string header, int status, string code)
    {
        using var response = await server.SendAsync(new HttpMethod(method), address, null, header);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;

        ((int)response.StatusCode).ShouldBe(status);
        problem["code"]!.GetValue<string>().ShouldBe(code);
        if (status == 405)
            string.Join(", ", response.Content.Headers.Allow).ShouldBe(address == "/config" ? "GET, HEAD" : "GET, HEAD, POST");
        if (status == 404)
            problem["detail"]!.GetValue<string>().ShouldContain("did you mean /api/v1/observations?");
    }

    [Theory]
    [InlineData("{", 400, "BAD_REQUEST")]
    [InlineData("[]", 400, "BAD_REQUEST")]
    [InlineData("{\"first\": 1, \"first\": 2}", 400, "BAD_REQUEST")]
    public async Task A_body_that_is_no_object_is_refused(string body, int status, string code)
    {
        var (answered, problem) = await server.PostAsync("/observations", body);

        (answered, problem["code"]!.GetValue<string>()).ShouldBe((status, code));
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_refused_and_so_are_parameters_at_two_places()
    {
        var (status, problem) = await server.PostAsync("/observations", new string(' ', 1024 * 1024 + 1));
        (status, problem["code"]!.GetValue<string>()).ShouldBe((413, "BODY_BYTES_EXCEEDED"));

        (status, problem) = await server.PostAsync("/observations?first=1", "{}");
        (status, problem["code"]!.GetValue<string>()).ShouldBe((400, "BAD_REQUEST"));
    }

    [Fact]
    public async Task Faults_of_a_body_have_a_pointer_and_what_follows_from_them_is_not_told()
    {
        var (status, problem) = await server.PostAsync(
            "/observations",
            """{"value": {"atLest": 5}, "printedIn": {"parts": ["BODDY"]}, "first": "x", "periodOverlaps": 5, "on": [1]}"""
        );

        status.ShouldBe(400);
        problem["errors"]!
            .AsArray()
            .Select(fault => fault!["pointer"]!.GetValue<string>())
            .ShouldBe(["#/value/atLest", "#/printedIn/parts/0", "#/first", "#/periodOverlaps", "#/on"], ignoreOrder: true);
        problem["errors"]![0]!["suggestion"]!.GetValue<string>().ShouldBe("value.atLeast");
    }

    [Fact]
    public async Task A_name_that_several_have_is_told_with_all_of_them()
    {
        await using var own = await GraphServer.StartedAsync(TimeProvider.System, seeds: null);
        await own.Store.ImportAsync(
            Registry(
                Named(EntityTypes.Person, "person:zhang-wei", "张伟", "Zhang Wei"),
                Named(EntityTypes.Official, "person:zhang-wei-of-the-quay", "张伟", "Zhang Wei of the quay")
            ),
            Cancel
        );
        foreach (var address in new[] { "/observations?attributedTo=张伟", "/entities/张伟" })
        {
            var (status, problem) = await own.GetAsync(address);

            status.ShouldBe(422);
            problem["code"]!.GetValue<string>().ShouldBe("AMBIGUOUS_NAME");
            problem["errors"]![0]!["candidates"]!.AsArray().Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task A_store_that_is_away_or_empty_says_when_to_come_again()
    {
        await using var own = await GraphServer.StartedAsync(TimeProvider.System, RepositoryRoot.Seeds);
        own.Meddle(StoreFaults.TakeAway);
        await IsAwayAsync(own, "STORE_UNAVAILABLE");
        own.Meddle(StoreFaults.GiveBack);
        (await own.GetAsync("/articles")).Status.ShouldBe(200);

        var starting = new GraphHostOptions { Readiness = new Readiness(isReady: false) };
        await using var early = await GraphServer.StartedAsync(starting);
        await IsAwayAsync(early, "STORE_UNAVAILABLE");
        starting.Readiness.Set(isEmpty: true);
        await IsAwayAsync(early, "STORE_EMPTY");
        (await early.GetAsync("/config")).Status.ShouldBe(200, "it needs no store");

        static async Task IsAwayAsync(GraphServer asked, string code)
        {
            using var response = await asked.SendAsync(HttpMethod.Get, "/articles");
            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
            JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!["code"]!.GetValue<string>().ShouldBe(code);
        }
    }
}
