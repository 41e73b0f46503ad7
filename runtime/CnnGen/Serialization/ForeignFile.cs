// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Weights;
#else
namespace CnnGen.Runtime;
#endif

/// <summary>Knows what people load by mistake for a safetensors file.</summary>
internal static class ForeignFile
{
    private const string Conversion =
        "; convert it once in Python: from safetensors.torch import save_file; save_file({name: tensor.contiguous() for name, tensor in "
        + "torch.load(\"in.pth\", map_location=\"cpu\", weights_only=True).items()}, \"out.safetensors\")";

    /// <summary>What the file is, and what to do with it; null if nobody knows.</summary>
    /// <param name="start">The first eight bytes, or fewer.</param>
    public static string? Describe(ReadOnlySpan<byte> start) =>
        start switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => "a zip archive, as torch.save writes it (.pth, .pt)" + Conversion,
            [0x80, >= 2 and <= 5, not 0, ..] => "a Python pickle, as torch.save wrote it until PyTorch 1.6 (.pth, .pt)" + Conversion,
            _ when start.StartsWith("version "u8) => "text, such as Git LFS leaves in place of a file; fetch the file by git lfs pull",
            _ => null,
        };
}
