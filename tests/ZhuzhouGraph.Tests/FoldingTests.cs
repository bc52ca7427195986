using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Tests;

/// <summary>What folding makes one, row by row of the table in its documentation, and what it keeps apart.</summary>
public class FoldingTests
{
    [Theory]
    // Canonical equivalents: composed and decomposed.
    [InlineData("Caf\u00e9", "Cafe\u0301")]
    [InlineData("\u1ec7", "e\u0323\u0302")]
    [InlineData("\u212b", "\u00e5")]
    // Width.
    [InlineData("ＬＥＤ１２％（一）：；？！", "LED12%(一):;?!")]
    [InlineData("￥５", "¥5")]
    [InlineData("\u3000云　海", "云海")]
    // Case, invariant.
    [InlineData("CRRC Ж Ω İ", "crrc ж ω i\u0307")]
    // White space, controls, variation selectors.
    [InlineData("云 海\t市\r\n\u200b\u00a0", "云海市")]
    [InlineData("朱\ufe00葛\U000e0100", "朱葛")]
    // Quotation and title marks.
    [InlineData("“小巨人”‘甲’「乙」『丙』《丁》〈戊〉\"己\"'庚'＂辛＂〝壬〞﹁癸﹂｢子｣«丑»", "小巨人甲乙丙丁戊己庚辛壬癸子丑")]
    // Dashes, tildes, commas.
    [InlineData("甲-乙－丙‐丁‑戊–己—庚―辛−壬﹣", "甲-乙-丙-丁-戊-己-庚-辛-壬-")]
    [InlineData("5～6〜7", "5~6~7")]
    [InlineData("甲、乙，丙､", "甲,乙,丙,")]
    // Interpuncts and stops: none between letters, a point between digits.
    [InlineData("欧阳·某", "欧阳某")]
    [InlineData("欧阳•某", "欧阳某")]
    [InlineData("欧阳・某", "欧阳某")]
    [InlineData("欧阳．某", "欧阳某")]
    [InlineData("欧阳‧某", "欧阳某")]
    [InlineData("欧阳∙某", "欧阳某")]
    [InlineData("欧阳⋅某", "欧阳某")]
    [InlineData("欧阳･某", "欧阳某")]
    [InlineData("欧阳.某", "欧阳某")]
    [InlineData("J·K·Rowling", "J.K. Rowling")]
    [InlineData("增长1．4倍", "增长1.4倍")]
    [InlineData("5·12", "5.12")]
    [InlineData("灯会开了。", "灯会开了")]
    [InlineData("第3.", "第3")]
    // Kangxi radicals, CJK radicals, compatibility ideographs.
    [InlineData("⼀⼤⾦⻰⾨", "一大金龙门")]
    [InlineData("⺠⻄⻔", "民西门")]
    [InlineData("\uf900\uf9d1", "岂六")]
    [InlineData("\U0002f800", "丽")]
    // Traditional characters, of the basic plane and beyond.
    [InlineData("株洲國際貿易億元臺灣", "株洲国际贸易亿元台湾")]
    [InlineData("後來裡面乾淨", "后来里面干净")]
    [InlineData("裏湧証週", "里涌证周")]
    [InlineData("鋐", "\U0002cb4e")]
    public void These_are_one(string one, string other) => Folding.Fold(one).ShouldBe(Folding.Fold(other));

    [Theory]
    [InlineData("1.4", "14")]
    [InlineData("1·4", "14")]
    [InlineData("2.5", "2,5")]
    [InlineData("甲-乙", "甲乙")]
    [InlineData("5~6", "56")]
    [InlineData("e", "\u00e9")]
    [InlineData("5%", "5")]
    [InlineData("㎡", "m2")]
    [InlineData("①", "1")]
    [InlineData("一", "-")]
    [InlineData("(一)", "一")]
    [InlineData("云海", "海云")]
    public void These_are_two(string one, string other) => Folding.Fold(one).ShouldNotBe(Folding.Fold(other));

    [Theory]
    [InlineData("")]
    [InlineData(" 《》“”\t")]
    [InlineData("·。．")]
    public void Nothing_is_left_of_marks_alone(string text)
    {
        Folding.Fold(text).ShouldBe("");
        Folding.WordsOf(text).ShouldBeEmpty();
        Folding.Find("灯·塔", Folding.WordsOf(text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1..4", "1.4")]
    [InlineData("1.,4", "1,4")]
    [InlineData("1 . 4", "1.4")]
    [InlineData(".4", "4")]
    public void A_point_stays_between_two_digits_only(string text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Fact]
    public void What_is_folded_stays_as_it_is_when_it_is_folded_again() =>
        Gen.OneOf(Gen.Char["1.·。4 -—éİΩ“《亂⼀裏ＡＺ，、\uf900\u0301k\ud83c\udfee"], Gen.Char)
            .Array[0, 12]
            .Select(characters => new string(characters))
            .CheckAll(text => Folding.Fold(Folding.Fold(text)).ShouldBe(Folding.Fold(text)));

    [Fact]
    public void Words_are_what_white_space_separates_each_once() =>
        Folding.WordsOf(" 灯塔\t《》 銀灯 ＬＥＤ\u3000燈塔 led ").ShouldBe(["灯塔", "银灯", "led"]);

    [Theory]
    [InlineData("銀燈塔與燈塔", "灯塔", "1-3 4-6")]
    [InlineData("欧阳·某说欧阳某", "欧阳某", "0-4 5-8")]
    [InlineData("在\U00020bb7野家前挂🏮", "🏮", "7-9")]
    [InlineData("\U0002f800江", "丽江", "0-3")]
    [InlineData("Cafe\u0301 灯", "café", "0-5")]
    [InlineData("增长1．4倍", "1.4", "2-5")]
    [InlineData("灯塔 很 高", "塔很", "1-4")]
    [InlineData("船上有鼓，岸上也有鼓", "有鼓 岸上", "2-4 5-7 8-10")]
    [InlineData("云海市", "云海 海市", "0-3")]
    [InlineData("鼓鼓鼓", "鼓鼓", "0-2")]
    [InlineData("云海", "河", "")]
    public void Words_are_found_where_they_are_printed(string text, string words, string places) =>
        string.Join(' ', Folding.Find(text, Folding.WordsOf(words)).Select(place => $"{place.Start}-{place.End}")).ShouldBe(places);

    [Fact]
    public void What_a_word_is_found_at_folds_to_the_word() =>
        Gen.Select(Gen.Char["灯塔·.1４亂乱é 《"].Array[1, 10], Gen.Char["灯塔·1亂乱é"].Array[1, 2], (text, word) =>
                (Text: new string(text), Word: new string(word))
            )
            .CheckAll(x =>
            {
                foreach (var word in Folding.WordsOf(x.Word))
                {
                    var places = Folding.Find(x.Text, [word]);
                    (places.Count > 0).ShouldBe(Folding.Fold(x.Text).Contains(word, StringComparison.Ordinal));
                    places.ShouldAllBe(place =>
                        Folding.Fold(x.Text.Substring(place.Start, place.End - place.Start)).Contains(word, StringComparison.Ordinal)
                    );
                }
            });
}
