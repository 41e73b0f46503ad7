using System.IO;

namespace CnnGen.Generator.Weights;

/// <summary>A file of weights that the project embeds: what its header says, as values. The data behind it is never read.</summary>
/// <param name="Path">Where it is on this machine.</param>
/// <param name="Resource">What the program calls it.</param>
/// <param name="Tensors">What it holds.</param>
/// <param name="Fault">Why it cannot be embedded; null for a sound file.</param>
internal sealed record WeightsFile(string Path, string Resource, EquatableArray<SafetensorsTensor> Tensors, string? Fault)
{
    /// <summary>Stands before the networks' names in the name of a resource; the package's targets write it.</summary>
    private const string Prefix = "CnnGen.Weights/";

    /// <summary>What messages call it: without its folder, which differs from machine to machine.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The networks that it is for, as the project file names them.</summary>
    public IEnumerable<string> Networks => Resource
        .Substring(Math.Min(Prefix.Length, Resource.Length))
        .Split([','], StringSplitOptions.RemoveEmptyEntries);

    public static WeightsFile Read(string path, string resource)
    {
        try
        {
            // Analyzers are told not to read files, because the compiler could not know when to run them again. It does know: the file is
            // one of the project's AdditionalFiles. What those offer instead is the file's text, all of it, and this file is no text.
#pragma warning disable RS0030, RS1035
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
#pragma warning restore RS0030, RS1035
            List<SafetensorsTensor> tensors = HeaderReader.Read(stream, new Dictionary<string, string>());
            return new(path, resource, EquatableArray<SafetensorsTensor>.From(tensors), Fault: null);
        }
        catch (InvalidDataException exception)
        {
            return new(path, resource, default, $"the file is damaged: {exception.Message}");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new(path, resource, default, "there is no such file; Include is its path from the project's folder");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(path, resource, default, "the file exists, but the compiler may not read it");
        }
    }
}
