using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Exports.Tests;

public sealed class ExportFormatsTests(Exported exported) : IClassFixture<Exported>
{
    public static TheoryData<string> Names => [.. ExportFormats.All.Select(format => format.Name)];

    [Fact]
    public void Names_and_media_types_stand_for_one_format_each()
    {
        ExportFormats.All.Select(format => format.Name).ShouldBeUnique();
        ExportFormats.All.Select(format => format.MediaType).ShouldBeUnique();
        ExportFormats.Find("CSV")!.Name.ShouldBe("csv");
        ExportFormats.Find("csw").ShouldBeNull();
        ExportFormats.OfMediaType("application/vnd.sdmx.data+csv; version=2.0.0; labels=both")!.Name.ShouldBe("sdmx-csv");
        ExportFormats.OfMediaType("text/plain").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_same_content_is_the_same_bytes_whenever_it_is_written(string format)
    {
        var first = await exported.BytesAsync(format, await RequestAsync(format));
        // What takes the clock's time into a zip counts two seconds.
        await Task.Delay(TimeSpan.FromSeconds(format is "xlsx" or "zip" or "graph-csv" ? 2.1 : 0), TestContext.Current.CancellationToken);

        (await exported.BytesAsync(format, await RequestAsync(format))).ShouldBe(first);
        first.Length.ShouldBeGreaterThan(100);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_stream_is_left_open_and_only_written(string format)
    {
        await using var output = new OnlyWritten();

        await exported.Store.StreamAsync(
            async graph =>
                await ExportFormats
                    .Find(format)!
                    .WriteAsync(graph, await RequestAsync(format), output, TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );

        output.IsClosed.ShouldBeFalse();
        output.Written.ToArray().ShouldBe(await exported.BytesAsync(format, await RequestAsync(format)));
    }

    private async Task<ExportRequest> RequestAsync(string format) =>
        format == "json-ld" ? new() { Item = await exported.FindAsync<Entity>(Batches.City) } : new();

    /// <summary>A stream as a response's body is: it cannot be sought, and says no position.</summary>
    private sealed class OnlyWritten : Stream
    {
        public MemoryStream Written { get; } = new();

        public bool IsClosed { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Written.Write(buffer, offset, count);

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}

/// <summary>Both stores give the same bytes.</summary>
public sealed class ExportStoreTests(Exported exported, Neo4jServer server) : IClassFixture<Exported>, IClassFixture<Neo4jServer>
{
    [Fact]
    public async Task Neo4j_gives_the_bytes_that_SQLite_gives()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2031, 4, 1, 8, 0, 0, TimeSpan.Zero));
        await using var neo4j = await Neo4jStores.OpenEmptyAsync(server, time, TestContext.Current.CancellationToken);
        foreach (var unit in Exported.Imported)
            await neo4j.ImportAsync(unit, TestContext.Current.CancellationToken);

        foreach (var format in ExportFormats.All.Where(format => format.Takes is not ExportSubject.Item))
            (await Exported.BytesAsync(neo4j, format.Name)).ShouldBe(await exported.BytesAsync(format.Name), format.Name);
    }
}
