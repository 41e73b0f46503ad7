using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CnnGen.Generator.Tests;

/// <summary>Measures compiled methods.</summary>
public static class IntermediateLanguage
{
    /// <summary>The method with most IL, and its bytes.</summary>
    public static (string Method, int Bytes) Largest(byte[] image)
    {
        using var file = new PEReader(new MemoryStream(image));
        MetadataReader metadata = file.GetMetadataReader();
        return metadata.MethodDefinitions
            .Select(metadata.GetMethodDefinition)
            .Where(method => method.RelativeVirtualAddress != 0)
            .Select(method => (metadata.GetString(method.Name), file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!.Length))
            .MaxBy(method => method.Length);
    }
}
