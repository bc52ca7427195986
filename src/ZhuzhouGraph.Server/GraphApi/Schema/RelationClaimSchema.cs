using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Text.Claims;
using ZhuzhouGraph.Text.Claims.Relations;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>What answers to claims of who did what, where and when, consist of.</summary>
internal static class RelationClaimSchema
{
    public static IEnumerable<IGraphType> Types() =>
        [
            Answer(),
            Object(
                "ClaimSlot",
                "说法成分",
                "A part of a claim of a relation.",
                [
                    Field<ClaimSlot>("name", "String!", "成分", "subject, act, object, venue, day or behalf.", s => s.Name),
                    Field<ClaimSlot>("words", "String", "原文", "As the text has it; null where it is only understood.", s => s.Words),
                    Field<ClaimSlot>("start", "Int", "起", "Where it starts, in UTF-16 code units.", s => s.Span?.Start),
                    Field<ClaimSlot>("end", "Int", "止", "Where it ends, exclusive.", s => s.Span?.End),
                    Field<ClaimSlot>("entityId", "ID", "实体标识", "What is meant, as far as it is known.", s => s.Entity?.Id),
                    Field<ClaimSlot>("entityName", "String", "实体", "Its Chinese name.", s => s.Entity?.Name),
                ]
            ),
            Object(
                "RelationMatch",
                "关系匹配",
                "How the parts of a relationship of the record lie to those of a claim.",
                [
                    Field<RelationMatch>("subject", "SlotMatch!", "主体", "Who.", m => m.Subject),
                    Field<RelationMatch>("act", "SlotMatch!", "行为", "What was done, and in which role.", m => m.Act),
                    Field<RelationMatch>("object", "SlotMatch!", "对象", "To what, or at what.", m => m.Object),
                    Field<RelationMatch>("venue", "SlotMatch!", "地点", "Where.", m => m.Venue),
                    Field<RelationMatch>("day", "SlotMatch!", "日期", "When.", m => m.Day),
                ]
            ),
            Evidence(),
        ];

    private static ObjectGraphType Answer() =>
        Object(
            "RelationAnswer",
            "关系核查结果",
            "What the printed record says of who did what, where and when.",
            [
                Field<RelationAnswer>("verdict", "Verdict!", "结论", "How it agrees with the record.", a => a.Verdict),
                Field<RelationAnswer>("verdictChinese", "String!", "中文结论", "The same as a term.", a => Verdicts.Chinese(a.Verdict)),
                Field<RelationAnswer>("chinese", "String!", "中文", "The answer in one sentence.", a => a.Chinese),
                Field<RelationAnswer>("english", "String!", "英文", "The answer in one sentence.", a => a.English),
                Field<RelationAnswer>("reason", "ClaimReason", "原因", "Why it could not be decided; null where it was.", a => a.Reason),
                Field<RelationAnswer>("rule", "RelationRule!", "规则", "The rule that decided.", a => a.Rule),
                Field<RelationAnswer>("quote", "String!", "说法原文", "The sentence: the text from 'start' to 'end'.", a => a.Claim.Quote),
                Field<RelationAnswer>("start", "Int!", "起", "Where it starts, in UTF-16 code units.", a => a.Claim.Span.Start),
                Field<RelationAnswer>("end", "Int!", "止", "Where it ends, exclusive.", a => a.Claim.Span.End),
                Field<RelationAnswer>("type", "RelationshipTypeName!", "关系类型", "What the words of the act say.", a =>
                    a.Claim.Type.Name
                ),
                Field<RelationAnswer>("role", "String", "角色", "The role that they say, such as CHAIR; null for any.", a => a.Claim.Role),
                Field<RelationAnswer>("slots", "[ClaimSlot!]!", "成分", "Its parts, in the order of the text.", a => a.Claim.Slots)
                    .UpTo(Price.Few),
                Field<RelationAnswer>("dayStart", "Date", "首日", "Its first day; null where it gives none.", a => a.Claim.Days?.First),
                Field<RelationAnswer>("dayEnd", "Date", "末日", "Its last day.", a => a.Claim.Days?.Last),
                Field<RelationAnswer>("isNegated", "Boolean!", "是否否定", "Whether the sentence denies it.", a => a.Claim.IsNegated),
                Field<RelationAnswer>("isPlanned", "Boolean!", "是否将来", "Whether it tells what will be.", a => a.Claim.IsPlanned),
                Field<RelationAnswer>("isFormer", "Boolean!", "是否原任", "Whether it is of a former post.", a => a.Claim.IsFormer),
                Field<RelationAnswer>("evidence", "[RelationEvidence!]!", "证据", "What decided.", a => a.Evidence).UpTo(Price.Few),
                Field<RelationAnswer>("nearest", "[RelationEvidence!]!", "最接近的记录", "What is printed next to it.", a => a.Nearest)
                    .UpTo(Price.Few),
                Field<RelationAnswer>("note", "String", "说明", "What a reader should know besides.", a => a.Note),
                Field<RelationAnswer>("noteEnglish", "String", "说明（英文）", "The same in English.", a => a.NoteEnglish),
                Field<RelationAnswer>("wouldChange", "String!", "何以改变", "What would change the verdict, or settle it.", a =>
                    a.WouldChange
                ),
                Field<RelationAnswer>("wouldChangeEnglish", "String!", "何以改变（英文）", "The same in English.", a =>
                    a.WouldChangeEnglish
                ),
            ]
        );

    private static ObjectGraphType Evidence() =>
        Object(
            "RelationEvidence",
            "关系证据",
            "A relationship of the record that an answer shows, with its place.",
            [
                Field<RelationEvidence>("relationshipId", "ID!", "关系标识", "The relationship.", e => e.Relationship.Id),
                Linked<RelationEvidence>(
                    "relationship",
                    "Relationship",
                    "关系",
                    "The relationship, with all that is known of it.",
                    (request, e) => request.NodeOrNull(e.Relationship.Id)
                ),
                Field<RelationEvidence>("type", "RelationshipTypeName!", "关系类型", "What it states.", e => e.Relationship.Type.Name),
                Field<RelationEvidence>("role", "String", "角色", "In which role; null where it has none.", e => RoleOf(e.Relationship)),
                Field<RelationEvidence>("fromId", "ID!", "起点标识", "What it starts from.", e => e.From.Id),
                Field<RelationEvidence>("fromName", "String!", "起点", "Its Chinese name.", e => e.From.Name),
                Field<RelationEvidence>("fromNameEnglish", "String", "起点英文名", "Its English name.", e => e.From.NameEnglish),
                Field<RelationEvidence>("toId", "ID!", "终点标识", "What it leads to.", e => e.To.Id),
                Field<RelationEvidence>("toName", "String!", "终点", "Its Chinese name.", e => e.To.Name),
                Field<RelationEvidence>("toNameEnglish", "String", "终点英文名", "Its English name.", e => e.To.NameEnglish),
                Field<RelationEvidence>("status", "StatementStatus!", "陈述依据", "On what it rests.", e => e.Relationship.Status),
                Field<RelationEvidence>("articleId", "ID!", "文章标识", "The article.", e => e.Article.Id),
                Field<RelationEvidence>("newspaper", "String!", "报纸", "The newspaper.", e => e.Article.Newspaper),
                Field<RelationEvidence>("title", "String!", "标题", "The article's title.", e => e.Article.Title),
                Field<RelationEvidence>("titleEnglish", "String!", "英文标题", "A translation of it.", e => e.Article.TitleEnglish),
                Field<RelationEvidence>("date", "Date!", "刊发日期", "When it was printed.", e => e.Article.Date),
                Field<RelationEvidence>("page", "String", "版面", "On which page.", e => e.Article.Page),
                Field<RelationEvidence>("address", "String", "位置", "The line and sentence.", e => e.Citation?.Address.ToString()),
                Field<RelationEvidence>("quote", "String", "原句", "The sentence; null where the text is not held.", e =>
                    e.Citation?.Quote
                ),
                Field<RelationEvidence>("start", "Int", "起", "Where the sentence starts in the article's text.", e =>
                    e.Citation?.Span?.Start
                ),
                Field<RelationEvidence>("end", "Int", "止", "Where it ends, exclusive.", e => e.Citation?.Span?.End),
                Field<RelationEvidence>("path", "String", "页面", "The path of its page.", e => Permalink.PathOf(e.Relationship.Id)),
                Field<RelationEvidence>("match", "RelationMatch!", "匹配", "How its parts lie to those of the claim.", e => e.Match),
                Field<RelationEvidence>("differing", "String", "不同之处", "The first part that differs; null where none does.", e =>
                    e.Match.Differing
                ),
            ]
        );

    private static string? RoleOf(Relationship relationship) =>
        relationship
            .Type.Properties.Where(property => property.Choices.Count > 0)
            .Select(property => relationship.Properties.GetValueOrDefault(property.Name))
            .FirstOrDefault(role => role is not null);
}
