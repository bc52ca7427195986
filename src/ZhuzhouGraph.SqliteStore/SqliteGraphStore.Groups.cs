using ZhuzhouGraph.SqliteStore.Lists;

namespace ZhuzhouGraph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    public sealed partial class Snapshot
    {
        private async Task<Page<GroupCount>> GroupsAsync(GroupQuery query, PageRequest page, CancellationToken cancellationToken)
        {
            if (query.IsRest)
                throw Paging.Misuse(query, "where it counts what is in no group");
            var sql = new Sql();
            var groups = await RunAsync(
                Groups.Of(query, sql).List(sql, page),
                sql.Values,
                row => new GroupCount(query.By, [.. query.By.Select((_, at) => row.GetString(at + 3))], row.GetInt64(0))
                {
                    First = row.IsDBNull(1) ? null : Day.Read(row.GetString(1)),
                    Last = row.IsDBNull(2) ? null : Day.Read(row.GetString(2)),
                },
                cancellationToken
            );
            return Paging.Of(groups, page.First);
        }

        private async Task<Page<Line>> LinesAsync(LineQuery query, PageRequest page, CancellationToken cancellationToken)
        {
            var sql = new Sql();
            var lines = await RunAsync(
                new Lines(query, sql).List(page),
                sql.Values,
                row => new Line(
                    Rows.Observation(row, 5, isBrief: false),
                    row.GetInt64(0),
                    row.GetInt64(1),
                    Day.Read(row.GetString(2)),
                    Day.Read(row.GetString(3)),
                    Units.InOrder(row.GetString(4).Split(','))
                ),
                cancellationToken
            );
            return Paging.Of(lines, page.First);
        }

        private async Task<long> CountLinesAsync(LineQuery query, CancellationToken cancellationToken)
        {
            var sql = new Sql();
            return (await RunAsync(new Lines(query, sql).Count(), sql.Values, row => row.GetInt64(0), cancellationToken))[0];
        }

        private async Task<long> CountGroupsAsync(GroupQuery query, CancellationToken cancellationToken)
        {
            var sql = new Sql();
            var groups = Groups.Of(query, sql);
            var statement = query.IsRest ? groups.CountRest() : groups.Count();
            return (await RunAsync(statement, sql.Values, row => row.GetInt64(0), cancellationToken))[0];
        }
    }
}
