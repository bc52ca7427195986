using GraphQL.Types;
using NodaTime;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>coAttendance: who shares events with someone.</summary>
internal static class CoAttendanceSchema
{
    /// <summary>How many shared events are listed of one attendee.</summary>
    private const int MostEvents = 10;

    private const int AttendeesByDefault = 10;

    /// <summary>How many roles in one event are listed of one participant.</summary>
    private const int MostRoles = 4;

    /// <summary>What the comparison of all events costs.</summary>
    private const int Work = 200;

    private static readonly NodeTypes Attendees = NodeTypes.EndsOf([RelationshipTypes.TookPartIn], RelationshipSide.From);

    /// <param name="Question">What is asked; a cursor is still to be read.</param>
    /// <param name="Fingerprint">What cursors are bound to.</param>
    private sealed record Asked(CoAttendanceQuestion Question, string Fingerprint, string? After);

    private sealed record Answer(CoAttendanceQuestion Question, CoAttendance Found, string Fingerprint)
    {
        private Task<CoMentions>? _named;

        /// <summary>Asked once, however often it is selected.</summary>
        public Task<CoMentions> NamedAsync(IGraphSnapshot snapshot, CancellationToken cancellationToken) =>
            _named ??= CoMentions.FindAsync(snapshot, Question.With, Found.Sharing, Question.PublishedBy, cancellationToken);
    }

    private static readonly ComposedField<Asked> Composed = new(Read, async (snapshot, asked, cancellation) =>
    {
        var after = asked.After is null ? null : Cursor.Read(asked.Fingerprint, asked.After) ?? throw Connections.Mismatch();
        var found = await CoAttendance.FindAsync(snapshot, asked.Question with { After = after }, cancellation);
        return new Answer(asked.Question, found, asked.Fingerprint);
    });

    public static FieldType Root() =>
        Composed
            .Root(
                "coAttendance",
                "CoAttendance!",
                "共同出席",
                "Who took part in events in which an entity took part. To be named in the same article is no attendance; "
                    + "'namedTogether' has those apart.",
                Argument("with", "String!", "对象", "Whose events: an id, or an exact name."),
                Argument("at", "[String!]", "活动", "Only these events: ids, or exact names."),
                Argument(
                    "roles",
                    "[TookPartInRole!]",
                    "角色",
                    "Only others who took part in one of these roles, at the events where they did."
                ),
                Argument(
                    "sameRoom",
                    "Boolean",
                    "同一会场",
                    "True: only those in the same room. False: only those at another venue of the event. Both, where it is left out."
                ),
                Filters.PublishedByArgument(),
                Filters.WithoutReferenceArgument(),
                Argument("first", "Int", "条数", $"How many others, 1 to {CoAttendanceQuestion.MostAttendees}.", AttendeesByDefault),
                Argument("after", "String", "起始游标", "The cursor after which the page starts, of the same question.")
            )
            .PageOf(arguments => arguments.Value<int>("first") ?? AttendeesByDefault, weight: 1)
            .Working(_ => Work);

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "CoAttendance",
                "共同出席",
                "Who shares events with an entity.",
                [
                    Linked<Answer>("with", "Entity!", "对象", "Whose events they are.", (request, a) => request.Node(a.Question.With)),
                    Linked<Answer>(
                        "namedTogether",
                        "CoMentions!",
                        "同文提及",
                        "Who is only named in the same articles, apart from those who share one of the events looked at; with 'at', "
                            + "those who share another one are here, too.",
                        (request, a) => new Level(async cancellation => await a.NamedAsync(request.Snapshot, cancellation))
                    ),
                    Field<Answer>("attendees", "[CoAttendee!]!", "共同出席者", "Most shared events first, then by id.", a =>
                            a.Found.Attendees.Items
                        )
                        .EachOfPage(),
                    Field<Answer>("more", "Int!", "其余数", "How many come after these.", a => a.Found.More),
                    Field<Answer>(
                        "endCursor",
                        "String",
                        "末个游标",
                        "The cursor of the last one, for the 'after' of the next page; null where there is none.",
                        a => a.Found.Attendees.Keys is [.., var last] ? Cursor.Write(a.Fingerprint, last) : null
                    ),
                    Field<Answer>("eventsLookedAt", "Int!", "查看的活动数", "How many events of the entity were looked at.", a =>
                        a.Found.Events
                    ),
                    Field<Answer>(
                        "isComplete",
                        "Boolean!",
                        "是否完整",
                        $"False where there was more to read than {ReadBudget.Default.Relationships} relationships or "
                            + $"{ReadBudget.Default.Statements} statements, so that events or attendees may be missing; name events "
                            + $"with 'at' then.",
                        a => a.Found.IsComplete
                    ),
                ]
            ),
            Object(
                "CoMentions",
                "同文提及",
                "Who is named in articles about an entity, most articles first, then by id. That is no attendance: an article names "
                    + "people who never met.",
                [
                    Field<CoMentions>(
                            "entities",
                            "[CoMention!]!",
                            "实体",
                            $"People and bodies that share none of the events looked at, {CoMentions.Most} at most.",
                            m => m.Entities
                        )
                        .UpTo(CoMentions.Most),
                    Field<CoMentions>("more", "Int!", "其余数", "How many come after these.", m => m.More),
                    Field<CoMentions>(
                        "articlesLookedAt",
                        "Int!",
                        "查看的文章数",
                        $"How many articles about the entity were looked at, the newest, {CoMentions.MostArticles} at most.",
                        m => m.Articles
                    ),
                    Field<CoMentions>(
                        "isComplete",
                        "Boolean!",
                        "是否完整",
                        $"False where there are more articles, or more than {PageRequest.Max} names in one; see also the one of "
                            + $"'coAttendance', which tells whether all events were looked at.",
                        m => m.IsComplete
                    ),
                ]
            ),
            Object(
                "CoMention",
                "同文提及的实体",
                "Someone, or some body, named in articles about an entity.",
                [
                    Linked<CoMention>("entity", "Entity!", "实体", "Who it is.", (request, m) => request.Node(m.Entity)),
                    Field<CoMention>("articleCount", "Int!", "文章数", "In how many of the articles.", m => m.Articles.Count),
                    Linked<CoMention>("articles", "[Article!]!", "文章", $"The newest {Price.Few} of them.", (request, m) =>
                            request.NodesOf([.. m.Articles.Take(Price.Few)])
                        )
                        .UpTo(Price.Few),
                ]
            ),
            Object(
                "CoAttendee",
                "共同出席者",
                "Someone, or some body, with the events shared.",
                [
                    Linked<CoAttendee>("entity", "Entity!", "实体", "Who it is.", (request, a) => request.Node(a.Entity)),
                    Field<CoAttendee>("eventCount", "Int!", "活动数", "How many events are shared.", a => a.Events.Count),
                    Field<CoAttendee>(
                            "sharedEvents",
                            "[SharedEvent!]!",
                            "共同活动",
                            $"The first {MostEvents} of them, in the order in which the entity's own participations are first cited.",
                            a => a.Events.Take(MostEvents)
                        )
                        .UpTo(MostEvents),
                ]
            ),
            Object(
                "SharedEvent",
                "共同活动",
                "An event in which both took part. Its date is its period, its place its venues.",
                [
                    Linked<SharedEvent>("event", "Event!", "活动", "The event.", (request, e) => request.Node(e.Event)),
                    Field<SharedEvent>(
                        "sameRoom",
                        "Boolean!",
                        "同一会场",
                        "Whether both were at one venue: the same branch venue, or the main one, which is meant where no branch venue "
                            + "is printed. A branch venue is not the main room.",
                        e => e.SameRoom
                    ),
                    Field<SharedEvent>(
                            "theirs",
                            "[TookPartIn!]!",
                            "对方的参加",
                            $"How the other took part, each with role, venue and citations; the first {MostRoles}.",
                            e => e.Theirs.Take(MostRoles)
                        )
                        .UpTo(MostRoles),
                    Field<SharedEvent>(
                            "own",
                            "[TookPartIn!]!",
                            "自身的参加",
                            $"How the entity that was asked for took part; the first {MostRoles}.",
                            e => e.Own.Take(MostRoles)
                        )
                        .UpTo(MostRoles),
                ]
            ),
        ];

    private static Asked Read(ArgumentReader arguments) =>
        new(
            new CoAttendanceQuestion(arguments.IdOrName("with", Attendees) ?? "")
            {
                At = arguments.IdsOrNames("at", NodeTypes.Events),
                Roles = arguments.List<string>("roles"),
                SameRoom = arguments.Value<bool>("sameRoom"),
                PublishedBy = arguments.Value<LocalDate>("publishedBy"),
                WithoutReference = arguments.Value<bool>("withoutReference") ?? false,
                First = arguments.Number("first", 1, CoAttendanceQuestion.MostAttendees, AttendeesByDefault),
            },
            Cursor.Fingerprint("coAttendance", arguments.Canonical(), null),
            arguments.Cursor("after")
        );
}
