using ZhuzhouGraph.Server.Pages.States;

namespace ZhuzhouGraph.Server.Pages;

/// <summary>What stands around what a page shows.</summary>
internal enum Surround
{
    /// <summary>The site, with its head and foot.</summary>
    Site,

    /// <summary>Only where it comes from, for pages of others that show it inside of themselves.</summary>
    Embedding,

    /// <summary>Nothing: it is a picture.</summary>
    Nothing,
}

/// <summary>What a page shows: a template and what it is given.</summary>
/// <param name="Title">What stands in the browser's tab, without the name of the site.</param>
internal sealed record Shown(Type View, object Model, string Title)
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Where the page is instead; then nothing is shown.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>What stands around it.</summary>
    public Surround Around { get; init; }

    /// <summary>What fills the search box.</summary>
    public string? Searched { get; init; }

    /// <summary>Whether the page has a search box of its own.</summary>
    public bool HasOwnSearch { get; init; }

    public static Shown Of<TView, TModel>(TModel model, string title)
        where TView : View<TModel>
        where TModel : notnull => new(typeof(TView), model, title);

    /// <summary>The page has another address, for good.</summary>
    public static Shown At(string address) => Instead(address, StatusCodes.Status301MovedPermanently);

    /// <summary>What was asked for is found there.</summary>
    public static Shown See(string address) => Instead(address, StatusCodes.Status303SeeOther);

    private static Shown Instead(string address, int status) => new(typeof(object), address, "") { Status = status, Elsewhere = address };
}

/// <summary>
/// A page: an address, one stored GraphQL document, and a template. Reads the variables out of the address, and makes what is shown of the
/// answer. What the answer refuses (a name that nothing has, a limit, a store that is away) is shown by <see cref="States.StatePages"/>.
/// </summary>
internal abstract class WebPage
{
    /// <summary>The pattern of the address; <c>{**id}</c> is <see cref="Visit.Id"/>.</summary>
    public abstract string Route { get; }

    /// <summary>The parameters that it takes beside <see cref="Visit.Everywhere"/>; of others the reader is told.</summary>
    public virtual IReadOnlyList<string> Parameters => [];

    /// <summary>Those of them that may have several values; any other stands once.</summary>
    public virtual IReadOnlyList<string> Lists => [];

    /// <summary>Whether pages of other origins may show it inside of themselves.</summary>
    public virtual bool IsEmbeddable => false;

    /// <summary>Whether it shows only what was in print by the reader's day; what has one day of its own is the same on any.</summary>
    public virtual bool IsOfDay => true;

    /// <summary>What is asked, for a visit: the pages of one address may have several.</summary>
    public abstract StoredDocument? DocumentFor(Visit visit);

    /// <summary>The variables of the document.</summary>
    /// <param name="problem">Why there are none.</param>
    public virtual Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        return [];
    }

    /// <summary>The form with what was typed, which is shown again where it is refused; null where the page has none.</summary>
    public virtual AskedForm? FormOf(Visit visit) => null;

    /// <summary>The name that messages have for a field of the form.</summary>
    public virtual string ArgumentOf(string parameter) => parameter;

    /// <summary>What is shown.</summary>
    /// <param name="data">The answer as JSON; empty where the page asks nothing.</param>
    public abstract Shown Show(Visit visit, ReadOnlySpan<byte> data);

    /// <summary>The variable for a filter of articles by the reader's day.</summary>
    protected static object? PublishedBy(Visit visit) =>
        visit.AsOf is null
            ? null
            : new Dictionary<string, object?> { ["published"] = new Dictionary<string, object?> { ["to"] = Day(visit) } };

    /// <summary>The reader's day as a variable.</summary>
    protected static string? Day(Visit visit) => visit.AsOf is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null;
}

/// <summary>A page whose answer is read into a record.</summary>
internal abstract class WebPage<TData> : WebPage
{
    public sealed override Shown Show(Visit visit, ReadOnlySpan<byte> data) =>
        data.IsEmpty ? ShowUnasked(visit) : Show(visit, PageJson.Read<TData>(data));

    /// <summary>What is shown where the page has no document for a visit.</summary>
    protected virtual Shown ShowUnasked(Visit visit) => throw new InvalidOperationException($"{Route} is shown only with an answer.");

    protected abstract Shown Show(Visit visit, TData data);
}
