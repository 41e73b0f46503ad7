using CnnGen.Generator.Lowering;
using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>
/// The activation of sums of products: a cheap one before they are stored; a costly one, which would not leave them their registers,
/// over what was stored, while it is still in the first-level cache.
/// </summary>
internal static class SumActivation
{
    /// <summary>Whether a function is applied to what was stored.</summary>
    public static bool IsCostly(Activation? activation) => activation is { } f && !f.IsCheap();

    /// <summary>What is stored of a sum.</summary>
    public static string Stored(Activation? activation, string sum) => IsCostly(activation) ? sum : Wide.Activate(activation, sum);

    /// <summary>A costly function of stored pixels (or samples).</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="activation">The function; none or a cheap one: nothing is written.</param>
    /// <param name="pixels">The head of a loop over the pixels.</param>
    /// <param name="pixel">The reference to the first of them; it moves.</param>
    /// <param name="step">From one to the next.</param>
    /// <param name="vectors">Vectors of a pixel.</param>
    /// <param name="channels">Where a pixel has any number of vectors: the head of a loop over the first channel <c>c</c> of each.</param>
    public static void EmitCostly(
        CodeWriter writer, Activation? activation, string pixels, string pixel, string step, int vectors = 1, string? channels = null)
    {
        if (!IsCostly(activation))
        {
            return;
        }

        using CodeWriter.Scope loop = writer.Block(pixels);
        if (channels is null)
        {
            EmitVectors(pixel);
        }
        else
        {
            using CodeWriter.Scope inner = writer.Block(channels);
            writer.Line($"ref float vector = {Code.At(pixel, "c")};");
            EmitVectors("vector");
        }

        writer.Line($"{pixel} = {Code.At(pixel, step)};");

        void EmitVectors(string origin)
        {
            for (int v = 0; v < vectors; v++)
            {
                writer.Line(Wide.Store(Wide.Activate(activation, Wide.Load(origin, v)), origin, v));
            }
        }
    }
}
