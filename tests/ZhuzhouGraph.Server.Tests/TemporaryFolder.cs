namespace ZhuzhouGraph.Server.Tests;

/// <summary>A folder that goes when the test ends. Its name has a space, as users' folders do.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("zhuzhou graph ").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Copies a folder with everything in it.</summary>
    public string Copy(string folder, string name)
    {
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, name, System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target);
        }
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
