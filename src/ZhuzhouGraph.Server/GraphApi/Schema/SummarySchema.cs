using System.Globalization;
using GraphQL.Types;
using ZhuzhouGraph.Server.GraphApi.Limits;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>What the summary field answers from.</summary>
internal sealed record Summary(GraphSummary Counts, GraphHead Head, RequestLimits Limits);

/// <summary>Summary: what the graph holds, and what may be asked of it.</summary>
internal static class SummarySchema
{
    private sealed record Count(object Of, long Value);

    private sealed record Limit(string Name, string Allowed);

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "Summary",
                "概要",
                "What the graph holds, and what may be asked of it.",
                [
                    Field<Summary>("entities", "[EntityCount!]!", "实体数", "Entities by type; every type is listed.", s =>
                            EntityTypes.All.Select(t => new Count(t.Name, s.Counts.Entities[t.Name]))
                        )
                        .UpTo(EntityTypes.All.Count),
                    Field<Summary>("relationships", "[RelationshipCount!]!", "关系数", "Relationships by type; every type is listed.", s =>
                            RelationshipTypes.All.Select(t => new Count(t.Name, s.Counts.Relationships[t.Name]))
                        )
                        .UpTo(RelationshipTypes.All.Count),
                    Field<Summary>(
                            "observations",
                            "[ObservationCount!]!",
                            "数据数",
                            "Standing figures by measure; every measure is listed.",
                            s => Enum.GetValues<Measure>().Select(m => new Count(m, s.Counts.Observations[m]))
                        )
                        .UpTo(Enum.GetValues<Measure>().Length),
                    Field<Summary>("citations", "Int!", "引证数", "Citations.", s => s.Counts.Citations),
                    Field<Summary>("articles", "Int!", "文章数", "Articles.", s => s.Counts.Articles),
                    Field<Summary>(
                        "articlesWithText",
                        "Int!",
                        "存有原文的文章数",
                        "Articles whose text is held, so that their citations give the sentence.",
                        s => s.Counts.ArticlesWithText
                    ),
                    Field<Summary>("coverage", "Coverage", "时间范围", "The dates of publication covered; null for an empty graph.", s =>
                        s.Counts.Coverage
                    ),
                    Field<Summary>("version", "DataVersion", "数据版本", "The newest data version; null for an empty graph.", s =>
                        s.Head.Version
                    ),
                    Field<Summary>("limits", "[Limit!]!", "限制", "What a request may ask for.", s => LimitsOf(s.Limits))
                        .UpTo(LimitsOf(new RequestLimits()).Count()),
                ]
            ),
            CountType("EntityCount", "实体计数", "How many entities of one type there are.", "EntityTypeName", "type", "实体类型"),
            CountType(
                "RelationshipCount",
                "关系计数",
                "How many relationships of one type there are.",
                "RelationshipTypeName",
                "type",
                "关系类型"
            ),
            CountType("ObservationCount", "数据计数", "How many figures of one measure there are.", "Measure", "measure", "度量方式"),
            Object(
                "Coverage",
                "时间范围",
                "Dates of publication, both ends included.",
                [
                    Field<DateRange>("first", "Date", "首日", "The first.", d => d.First),
                    Field<DateRange>("last", "Date", "末日", "The last.", d => d.Last),
                ]
            ),
            Object(
                "DataVersion",
                "数据版本",
                "What one import changed.",
                [
                    Field<DataVersion>("number", "Int!", "版本号", "From 1, without gaps.", v => v.Number),
                    Field<DataVersion>("recordedAt", "DateTime!", "入库时间", "When it was recorded.", v => v.RecordedAt),
                    Field<DataVersion>("unit", "String!", "导入单元", "'registry', or the id of an article.", v => v.Unit),
                    Field<DataVersion>("hash", "String", "指纹", "The unit's hash; null where it was removed.", v => v.Hash),
                    Field<DataVersion>("added", "Int!", "新增", "How much it added.", v => v.Added),
                    Field<DataVersion>("changed", "Int!", "变更", "How much it changed.", v => v.Changed),
                    Field<DataVersion>("removed", "Int!", "移除", "How much it removed.", v => v.Removed),
                ]
            ),
            Object(
                "Limit",
                "限制",
                "One limit on requests. Whoever goes over it is told its name.",
                [
                    Field<Limit>("name", "String!", "名称", "Its name, as errors give it.", l => l.Name),
                    Field<Limit>("allowed", "String!", "上限", "The most that is allowed.", l => l.Allowed),
                ]
            ),
        ];

    private static ObjectGraphType CountType(string name, string chinese, string english, string of, string field, string term) =>
        Object(
            name,
            chinese,
            english,
            [
                Field<Count>(field, $"{of}!", term, "What is counted.", c => c.Of),
                Field<Count>("count", "Int!", "数量", "How many.", c => c.Value),
            ]
        );

    private static IEnumerable<Limit> LimitsOf(RequestLimits limits) =>
        typeof(RequestLimits)
            .GetProperties()
            .Select(p => new Limit(RequestLimits.NameOf(p.Name), Convert.ToString(p.GetValue(limits), CultureInfo.InvariantCulture)!))
            .Append(new Limit("pageSize", PageRequest.Max.ToString(CultureInfo.InvariantCulture)));
}
