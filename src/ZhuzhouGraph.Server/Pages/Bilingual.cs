namespace ZhuzhouGraph.Server.Pages;

/// <summary>A text in the two languages of the pages.</summary>
public sealed record Bilingual(string Chinese, string English)
{
    public string For(Visit visit) => visit.Say(Chinese, English);
}
