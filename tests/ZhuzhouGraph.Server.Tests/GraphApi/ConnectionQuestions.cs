using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>
/// How people and firms of the paper are connected. The answers were read from the paper and from the seeds' facts, not from the program.
/// </summary>
public abstract class ConnectionQuestions
{
    private const string Hops =
        "hops { direction from { ...n } to { ...n } relationship { type ...part citations(first: 9) { nodes { address } } } others { "
        + "direction relationship { type } } more }";

    private const string Fragments =
        " fragment n on Node { id } fragment part on TookPartIn { role word venue { id } to { ... on Event { venues { nodes { role to { "
        + "id } } } period { words } } } }";

    /// <summary>A server that holds the seeds.</summary>
    protected abstract Task<GraphServer> ServerAsync();

    [Fact]
    public async Task Cao_Huiquan_and_the_port_group_sat_at_one_table_in_Guangzhou_in_mid_April()
    {
        var search = await AskAsync(
            "paths",
            $"(from: \"曹慧泉\", to: \"广州港集团\", mode: ALL) {{ isComplete hasMore completeHops hubCount paths {{ length {Hops} }} }}"
        );

        (
            search["isComplete"]!.GetValue<bool>(),
            search["hasMore"]!.GetValue<bool>(),
            search["completeHops"]!.GetValue<int>(),
            search["hubCount"]!.GetValue<int>()
        ).ShouldBe((true, false, 3, 0));
        var hops = search["paths"]!.AsArray().ShouldHaveSingleItem()!["hops"]!.AsArray();
        hops.Select(Told)
            .ShouldBe([
                "person:cao-huiquan FORWARD TOOK_PART_IN event:single-port-talks 9.1",
                "event:single-port-talks BACKWARD TOOK_PART_IN org:guangzhou-port-group 9.1",
            ]);
        foreach (var hop in hops)
        {
            var part = hop!["relationship"]!;
            (Text(part, "role"), Text(part, "word"), Text(part["to"]!["period"]!, "words")).ShouldBe(("PARTICIPANT", "座谈", "4月中旬"));
            Text(part["to"]!["venues"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["to"]!, "id").ShouldBe("place:guangzhou");
        }
    }

    [Fact]
    public async Task Zhang_Bufeng_and_Chen_Huiqing_are_connected_by_what_the_paper_says_of_both_alone()
    {
        var search = await AskAsync("paths", $"(from: \"张步峰\", to: \"陈恢清\") {{ isComplete paths {{ {Hops} }} }}");

        var hops = search["paths"]!.AsArray().ShouldHaveSingleItem()!["hops"]!.AsArray();
        hops.Select(Told)
            .ShouldBe([
                "person:zhang-bufeng BACKWARD SPOKE_OF org:zhuzhou-daily 178.2",
                "org:zhuzhou-daily FORWARD SPOKE_OF event:five-good-parks-meeting 155.1",
                "event:five-good-parks-meeting BACKWARD TOOK_PART_IN person:chen-huiqing 153.1 155.3",
            ]);
        hops[0]!["others"]!
            .AsArray()
            .Select(o => $"{Text(o, "direction")} {Text(o!["relationship"]!, "type")}")
            .ShouldBe(Enumerable.Repeat("BACKWARD SPOKE_OF", 3));
        Text(hops[2]!["relationship"]!["venue"]!, "id").ShouldBe("place:zhuzhou-branch-venue");
    }

    [Fact]
    public async Task Without_the_paper_itself_they_are_four_hops_apart_and_without_what_is_said_of_things_and_concerns_them_not_connected()
    {
        var around = await AskAsync(
            "paths",
            $"(from: \"张步峰\", to: \"陈恢清\", avoid: [\"株洲日报\"], maxHops: 4) {{ isComplete completeHops paths {{ {Hops} }} }}"
        );
        around["paths"]!
            .AsArray()
            .Select(p => string.Join(' ', p!["hops"]!.AsArray().SkipLast(1).Select(h => Text(h!["to"]!, "id"))))
            .ShouldBe([
                "document:masters-series place:zhuzhou event:summit-reception",
                "document:masters-series place:zhuzhou industry:aviation",
                "document:masters-series place:zhuzhou policy:general-aviation-base",
                "document:masters-series place:zhuzhou policy:modern-aviation-system",
            ]);

        foreach (var arguments in new[] { "avoid: [\"株洲日报\"], maxHops: 3", "avoidTypes: [SPOKE_OF, CONCERNS], maxHops: 4" })
        {
            var none = await AskAsync(
                "paths",
                $"(from: \"张步峰\", to: \"陈恢清\", {arguments}) {{ isComplete isOverBudget completeHops relationshipsLookedAt paths {{ length "
                    + $"}} }}"
            );
            (none["paths"]!.AsArray().Count, none["isComplete"]!.GetValue<bool>(), none["isOverBudget"]!.GetValue<bool>()).ShouldBe(
                (0, true, false)
            );
            none["relationshipsLookedAt"]!.GetValue<int>().ShouldBeGreaterThan(20);
            none["completeHops"]!.GetValue<int>().ShouldBe(arguments.EndsWith('3') ? 3 : 4);
        }
    }

    [Fact]
    public async Task Who_shared_a_room_with_Chen_Huiqing_is_told_with_event_date_place_and_the_roles_of_both()
    {
        var found = await AskAsync(
            "coAttendance",
            """
            (with: "陈恢清", sameRoom: true) { isComplete more eventsLookedAt attendees { entity { name } sharedEvents {
              sameRoom event { id period { words } venues { nodes { to { id } } } }
                    theirs { role venue { id } citations { nodes { address } } } own { role } } } }
            """
        );

        (found["isComplete"]!.GetValue<bool>(), found["more"]!.GetValue<int>(), found["eventsLookedAt"]!.GetValue<int>()).ShouldBe(
            (true, 0, 3)
        );
        var attendees = found["attendees"]!.AsArray();
        Text(attendees[0]!["entity"]!, "name").ShouldBe("王庭恺", "he shares two events, the others one each");
        attendees
            .ToDictionary(a => Text(a!["entity"]!, "name"), a => string.Join("; ", a!["sharedEvents"]!.AsArray().Select(Shared)))
            .OrderBy(a => a.Key, StringComparer.Ordinal)
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["王庭恺"] =
                        "event:summit-reception 昨晚 PARTICIPANT 89.1 with CHAIR; event:five-good-parks-meeting 5月18日 PARTICIPANT 157.1 "
                        + "with PARTICIPANT",
                    ["曹慧泉"] = "event:summit-reception 昨晚 SPEAKER 85.1 87.3 93.1 with CHAIR",
                    ["杨光"] = "event:summit-reception 昨晚 PARTICIPANT 85.1 87.3 with CHAIR",
                    ["张伟"] = "event:summit-reception 昨晚 PARTICIPANT 85.1 87.3 with CHAIR",
                    ["马彬"] = "event:summit-reception 昨晚 PARTICIPANT 85.1 87.3 with CHAIR",
                    ["胡长春"] = "event:summit-reception 昨晚 PARTICIPANT 89.1 with CHAIR",
                    ["王卫安"] = "event:summit-reception 昨晚 PARTICIPANT 89.1 with CHAIR",
                    ["刘剑飞"] = "event:summit-reception 昨晚 PARTICIPANT 89.1 with CHAIR",
                    ["何清华"] = "event:chen-huiqing-sunward-talks 5月17日下午 PARTICIPANT 115.1 117.1 with PARTICIPANT",
                    ["山河科技股份有限公司"] = "event:chen-huiqing-sunward-talks 5月17日下午 PRESENTER 119.1 with PARTICIPANT",
                }.OrderBy(a => a.Key, StringComparer.Ordinal)
            );

        static string Shared(JsonNode? shared) =>
            $"{Text(shared!["event"]!, "id")} {Text(shared["event"]!["period"]!, "words")} "
            + $"{string.Join(' ', shared["theirs"]!.AsArray().Select(p => $"{Text(p, "role")} {Addresses(p!)}"))} with "
            + $"{string.Join(' ', shared["own"]!.AsArray().Select(p => Text(p, "role")))}";
    }

    [Fact]
    public async Task At_the_branch_venue_he_was_not_in_the_room_of_the_speaker()
    {
        var found = await AskAsync(
            "coAttendance",
            "(with: \"陈恢清\", at: [\"全省推进“五好”园区创建工作会\"]) { attendees { entity { name } sharedEvents { sameRoom } } }"
        );
        found["attendees"]!
            .AsArray()
            .Select(a => (Text(a!["entity"]!, "name"), a["sharedEvents"]![0]!["sameRoom"]!.GetValue<bool>()))
            .ShouldBe([("郭凌云", false), ("王庭恺", true)], ignoreOrder: true);

        var speakers = await AskAsync("coAttendance", "(with: \"陈恢清\", roles: [SPEAKER]) { attendees { entity { name } } }");
        speakers["attendees"]!.AsArray().Select(a => Text(a!["entity"]!, "name")).ShouldBe(["曹慧泉", "郭凌云"], ignoreOrder: true);
    }

    [Fact]
    public async Task Pages_of_attendees_follow_each_other_and_a_cursor_belongs_to_its_question()
    {
        var server = await ServerAsync();
        List<string> seen = [];
        string? cursor = null;
        for (var more = 1; more > 0; )
        {
            var page = await AskAsync(
                "coAttendance",
                $"(with: \"陈恢清\", first: 4{(cursor is null ? "" : $", after: \"{cursor}\"")}) {{ more endCursor attendees {{ entity {{ id "
                    + $"}} }} }}"
            );
            seen.AddRange(page["attendees"]!.AsArray().Select(a => Text(a!["entity"]!, "id")));
            (more, cursor) = (page["more"]!.GetValue<int>(), Text(page, "endCursor"));
        }
        seen.Count.ShouldBe(11);
        seen.Distinct().Count().ShouldBe(11);
        (await server.CodeAsync($"{{ coAttendance(with: \"曹慧泉\", after: \"{cursor}\") {{ more }} }}")).ShouldBe("CURSOR_MISMATCH");
    }

    [Fact]
    public async Task What_is_around_Zhuzhou_Huaxin_is_counted_by_type_and_met_at_two_depths()
    {
        var found = await AskAsync(
            "neighbourhood",
            """
            (id: "株洲华鑫", depth: 2, first: 1) { of { id } levels { depth notEntered met { id } around { node { id } count groups { type
                count more relationships { id type citations { nodes { address } } } } } } }
            """
        );

        var (one, two) = (found["levels"]![0]!, found["levels"]![1]!);
        var huaxin = one["around"]!.AsArray().ShouldHaveSingleItem()!;
        (Text(huaxin["node"]!, "id"), huaxin["count"]!.GetValue<int>()).ShouldBe(("org:zhuzhou-huaxin", 4));
        huaxin["groups"]!
            .AsArray()
            .Select(g => $"{Text(g, "type")} {g!["count"]} +{g["more"]} {Addresses(g["relationships"]!.AsArray().ShouldHaveSingleItem()!)}")
            .ShouldBe(["HOLDS_POST 2 +1 192.1-194.1", "MAKES 1 +0 192.1-194.1", "DEVELOPED 1 +0 192.1-194.1"]);
        one["met"]!.AsArray().Select(n => Text(n, "id")).ShouldBe(["person:zhang-bufeng", "product:high-performance-polyimide-film"]);
        two["around"]!
            .AsArray()
            .Select(a => Text(a!["node"]!, "id"))
            .ShouldBe(["person:zhang-bufeng", "product:high-performance-polyimide-film"]);
        two["around"]![0]!["groups"]!.AsArray().Single(g => Text(g, "type") == "HOLDS_POST")!["count"]!
            .GetValue<int>()
            .ShouldBe(5, "two here, and committee, society and centre");
    }

    private async Task<JsonNode> AskAsync(string field, string rest)
    {
        var fragments = rest.Contains("...n", StringComparison.Ordinal) ? Fragments : "";
        var (status, answer) = await (await ServerAsync()).AskAsync($"{{ {field}{rest} }}{fragments}");
        answer["errors"].ShouldBeNull(answer.ToJsonString());
        status.ShouldBe(200);
        return answer["data"]![field]!;
    }

    private static string Told(JsonNode? hop) =>
        $"{Text(hop!["from"]!, "id")} {Text(hop, "direction")} {Text(hop["relationship"]!, "type")} {Text(hop["to"]!, "id")} "
        + $"{Addresses(hop["relationship"]!)}";

    private static string Addresses(JsonNode relationship) =>
        string.Join(' ', relationship["citations"]!["nodes"]!.AsArray().Select(c => Text(c, "address")));

    private static string Text(JsonNode? node, string field) => node![field]!.GetValue<string>();
}
