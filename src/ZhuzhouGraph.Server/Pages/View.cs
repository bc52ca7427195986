using Microsoft.AspNetCore.Components;

namespace ZhuzhouGraph.Server.Pages;

/// <summary>A part of a page. It knows who reads, and asks nobody for anything.</summary>
public abstract class Part : ComponentBase
{
    [CascadingParameter]
    public Visit Visit { get; set; } = null!;

    /// <summary>The text in the reader's language.</summary>
    protected string Say(string chinese, string english) => Visit.Say(chinese, english);

    /// <summary>The label in the reader's language of a word of the schema.</summary>
    protected string Term(string list, string word) => Terms.Of(list, word).For(Visit);
}

/// <summary>The template of a page.</summary>
public abstract class View<TModel> : Part
{
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;
}
