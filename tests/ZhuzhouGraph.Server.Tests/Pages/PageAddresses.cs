namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>An address of each kind of page, in the graph of the repository's seeds.</summary>
public static class PageAddresses
{
    /// <summary>Pages that run a stored document.</summary>
    public static readonly IReadOnlyList<string> Asking =
    [
        "/",
        "/search?q=小巨人",
        "/search?q=小巨人 60家",
        "/entity/person:cao-huiquan",
        "/entity/place:zhuzhou",
        "/entity/event:five-good-parks-meeting",
        "/timeline/person:cao-huiquan",
        "/timeline/person:cao-huiquan?undated=true",
        "/figure/2023-05-19/02-hidden-champions/e30728b3d1",
        "/statement/aaab3fd2b029ba31",
        "/article/2023-05-19/01-hunan-guangdong-single-port",
        "/companies",
        "/events?from=2023-05-18",
        "/figures?about=株洲&measure=RANK",
        "/articles?text=株洲",
        "/changes",
        "/changes?about=株洲",
        "/schema",
        "/schema/Observation",
        "/indicator/national-little-giants",
        "/indicator/loaded-containers-shipped?about=湘粤非铁海联运",
        "/series/b3cc2e415abd8d77",
        "/compare?indicator=indicator:national-little-giants&about=株洲&about=湖南",
        "/check?claim=株洲有60家国家级小巨人",
        "/check?claim=株洲有58家小巨人企业，湘粤非铁海联运今年1至4月增长到2.4倍&asOf=2023-05-19",
        "/path?from=曹慧泉&to=向恒",
        "/network/person:cao-huiquan",
        "/network/person:cao-huiquan?open=event:cao-huiquan-regulator-talks&types=TOOK_PART_IN",
    ];

    /// <summary>Every page, those that ask nothing or the reader's own question included.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. Asking,
        "/search?q=渡轮",
        "/compare",
        "/path",
        "/check",
        "/check?about=株州&claim=全市有58家",
        "/embed/series/b3cc2e415abd8d77",
        "/embed/compare?indicator=indicator:national-little-giants&about=株洲&about=湖南&block=1",
        "/ask",
        "/ask/posts-of-a-person",
        "/ask?query={ nothing }",
        "/coverage/2023-05-19/01-hunan-guangdong-single-port",
        "/entity/place:zhuzhu",
        "/path?from=曹慧全&to=向横",
        "/compare?indicator=indicator:national-little-giants&about=株州",
        "/figures?about=株州&measure=WEIGHT",
        "/nothing",
    ];
}
