using Microsoft.AspNetCore.Components;
using ZhuzhouGraph.Server.Pages.States;

namespace ZhuzhouGraph.Server.Pages.Parts;

/// <summary>A form, which may be shown again with what is wrong at its fields.</summary>
public abstract class FormPart : Part
{
    [CascadingParameter]
    public IReadOnlyList<Fault>? Faults { get; set; }

    /// <summary>What stands at a field: that it is wrong, and where that is told; nothing where it is not.</summary>
    protected Dictionary<string, object> Told(string name, string? value) =>
        Fault.At(Faults, name, value) is { } fault
            ? new() { ["aria-invalid"] = "true", ["aria-describedby"] = Fault.IdOf(Faults!, fault) }
            : [];
}
