using CsCheck;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Neo4jStore.Lists;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>
/// Neo4j plans every text that it has not met, which takes longer than most statements run: what a client gives changes values, not texts.
/// Needs no server.
/// </summary>
public sealed class Neo4jShapeTests
{
    [Fact]
    public void Counts_of_relationships_have_three_texts_however_many_they_are_and_whatever_they_ask()
    {
        var dice = new Dice(new PCG(13));
        var texts = Enumerable.Range(0, 500).Select(_ => TextOf(new EntityQuery { Links = Links(dice), OrUnplaced = dice.Chance(30) }));

        texts.Distinct(StringComparer.Ordinal).Count().ShouldBe(3, "without parts, with parts, and with what cannot be placed");

        static List<LinkCount> Links(Dice dice) =>
            [
                .. Enumerable
                    .Range(0, 1 + dice.Below(5))
                    .Select(_ => new LinkCount(
                        dice.Of(RelationshipSide.Either, RelationshipSide.From, RelationshipSide.To),
                        dice.Some(RelationshipTypes.All, 5),
                        dice.Chance(50) ? [Batches.City, Batches.Harbour] : [],
                        dice.Chance(50) ? [new("role", "CHAIR"), new("kind", "PRAISE")] : [],
                        dice.Below(3),
                        dice.Chance(50) ? 3 : null
                    )
                    {
                        WithParts = dice.Chance(30),
                        WithoutReference = dice.Chance(30),
                    }),
            ];
    }

    [Theory]
    [InlineData("ENTITY")]
    [InlineData("RELATIONSHIP")]
    [InlineData("OBSERVATION")]
    [InlineData("ARTICLE")]
    public void Words_that_are_looked_for_have_one_text_however_many_they_are(string list)
    {
        Enumerable.Range(1, 10).Select(Text).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);

        string Text(int words)
        {
            var text = string.Join(' ', Enumerable.Range(0, words).Select(i => $"灯{i}"));
            return list switch
            {
                "ENTITY" => TextOf(new EntityQuery { Text = text }),
                "RELATIONSHIP" => TextOf(new RelationshipQuery { Text = text }),
                "OBSERVATION" => TextOf(new ObservationQuery { Text = text }),
                _ => TextOf(new ArticleQuery { Text = text }),
            };
        }
    }

    [Fact]
    public void Lists_of_values_have_one_text_from_four_values_on()
    {
        foreach (var most in new[] { 4, 5, 9, EntityTypes.All.Count })
            TextOf(new EntityQuery { Types = [.. EntityTypes.All.Take(most)] })
                .ShouldBe(TextOf(new EntityQuery { Types = [.. EntityTypes.All.TakeLast(4)] }));
        foreach (var most in new[] { 4, 9, RelationshipTypes.All.Count })
            TextOf(new RelationshipQuery { About = [Batches.City], Types = [.. RelationshipTypes.All.Take(most)] })
                .ShouldBe(TextOf(new RelationshipQuery { About = ["a", "b"], Types = [.. RelationshipTypes.All.TakeLast(4)] }));
    }

    private static string TextOf<T>(GraphQuery<T> query) => Selections.Of(query, new Parameters())!.Count().Text;
}
