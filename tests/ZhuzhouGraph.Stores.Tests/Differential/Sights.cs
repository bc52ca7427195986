using NodaTime;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>What there is, or was, in a city to ask for, and what is close to it.</summary>
internal sealed class Sights
{
    private static readonly string[] Malformed =
    [
        "",
        "x",
        "place",
        "place:",
        ":yun",
        "PLACE:yun",
        "place:Yun",
        "place:yun'",
        "place:yun ",
        "rel:0123456789abcdef",
        "rel:xyz",
        "obs:yunhai/01/zz",
        "obs:yunhai/01",
        "article:yunhai/77",
        "article:",
        "place:nowhere",
        "`",
        "place:yun\0",
        new string('a', 201),
    ];

    /// <summary>Ids of what facts are about, the often named ones more often.</summary>
    private readonly IReadOnlyList<string> _busy;

    public Sights(SmallCity city)
    {
        var batches = city.Batches.ToList();
        Nodes =
        [
            .. CityEntities.Ids,
            .. CityEntities.FormerIds,
            .. batches.SelectMany(b => b.Relationships).Select(r => r.Id).Distinct(),
            .. batches.SelectMany(b => b.Observations).Select(o => o.Id).Distinct(),
            .. batches.Select(b => b.Unit).Distinct(),
        ];
        Ids = [.. Nodes, .. Malformed];
        Names = [.. batches.SelectMany(b => b.Entities).SelectMany(e => e.Names).Select(n => n.Text).Distinct()];
        Texts =
        [
            .. Names,
            .. batches.SelectMany(b => b.Sentences).Select(s => s.Text).Distinct(),
            .. batches.Select(b => b.Article).OfType<Article>().SelectMany(a => new[] { a.Title, a.TitleEnglish }).Distinct(),
            .. batches.SelectMany(b => b.Relationships).SelectMany(r => r.Properties.Values).Distinct(),
            .. batches.SelectMany(b => b.Observations).Select(o => o.Figure).Distinct(),
        ];
        Hashes = [.. batches.Select(b => b.Article?.Sha256).OfType<string>().Distinct(), new string('a', 64), "'", ""];
        Kinds = [.. batches.SelectMany(b => b.Entities).Select(e => e.Kind).OfType<string>().Distinct(), "CITY", "city", "'", ""];
        Universes = [.. batches.SelectMany(b => b.Observations).Select(o => o.Within?.Words).OfType<string>().Distinct()];
        Bases = [.. batches.SelectMany(b => b.Observations).Select(o => o.Base?.Words).OfType<string>().Distinct()];
        Values =
        [
            0,
            58,
            .. batches
                .SelectMany(b => b.Observations)
                .Select(o => o.Quantity)
                .SelectMany(q => new[] { q.Value, q.Lower?.Value, q.Upper?.Value })
                .OfType<decimal>()
                .Distinct(),
        ];
        Lines = [.. batches.SelectMany(b => b.Observations).Select(o => LineId.Of(o).ToString()).Distinct(), new string('0', 16)];
        Ids = [.. Ids, .. Lines.Take(6)];
        Moments = [.. city.Moments.Select(Instant.FromDateTimeOffset).Distinct()];
        Units = city.Steps.Count;
        Types = [.. batches.SelectMany(b => b.Relationships).Select(r => r.Type).Distinct(), .. RelationshipTypes.All];
        _busy =
        [
            .. batches.SelectMany(b => b.Relationships).SelectMany(r => new[] { r.From, r.To }),
            .. batches.SelectMany(b => b.Observations).SelectMany(o => new[] { o.About, o.AttributedTo ?? o.About }),
            .. CityEntities.Ids,
        ];
    }

    /// <summary>Ids that something has or had.</summary>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>Ids of all kinds: present, former, unknown, malformed.</summary>
    public IReadOnlyList<string> Ids { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Whatever may be searched.</summary>
    public IReadOnlyList<string> Texts { get; }

    public IReadOnlyList<string> Hashes { get; }
    public IReadOnlyList<string> Kinds { get; }
    public IReadOnlyList<string> Universes { get; }
    public IReadOnlyList<string> Bases { get; }

    /// <summary>Values and bounds of figures.</summary>
    public IReadOnlyList<decimal> Values { get; }

    public IReadOnlyList<Instant> Moments { get; }

    /// <summary>Ids of lines.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Relationship types, those that the city has more than once.</summary>
    public IReadOnlyList<RelationshipType> Types { get; }

    /// <summary>At least as many as there are data versions.</summary>
    public int Units { get; }

    /// <summary>A text to look for: a part of what is there, another spelling, or syntax.</summary>
    public string Text(Dice dice) =>
        dice.Chance(15) ? dice.Of([.. Words.Syntax, "", " ", "《》", "\ud83c", "\udfee", "\0"]) : Words.Near(dice, dice.Of(Texts));

    /// <summary>A name, most often as somebody has it.</summary>
    public string Name(Dice dice) =>
        dice.Below(4) switch
        {
            0 => Words.Respelled(dice, dice.Of(Names)),
            1 => Text(dice),
            _ => dice.Of(Names),
        };

    /// <summary>Ids or names, as filters take them.</summary>
    public List<string> Ends(Dice dice) => [.. dice.Some(_busy, 4).Select(id => dice.Chance(75) ? id : dice.Of(Ids))];

    /// <summary>A place in some list, or none.</summary>
    public SortKey Key(Dice dice) =>
        new(
            dice.Of(
                "",
                "2031-03-01",
                "2031-03-02|",
                "2031-03-02|article:yunhai/02|",
                "2031-03-01|article:yunhai/01|000002.0001",
                "1 9999999998",
                "0000000000000000002",
                "~",
                "'",
                "`"
            ),
            dice.Of("", dice.Of(Ids), dice.Of(Texts), "0000000000000000003")
        );
}
