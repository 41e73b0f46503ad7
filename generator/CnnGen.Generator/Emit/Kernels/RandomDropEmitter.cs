using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Dropout of elements and of whole samples: a random number below the threshold drops.</summary>
internal static class RandomDropEmitter
{
    public static void Emit(CodeWriter writer, DropoutKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            writer.Line("Vector256<uint> index = Vector256.Create(counter) + Vector256<uint>.Indices;");
            ElementwiseEmitter.Rows(writer, [("x", kernel.X), ("y", kernel.Y)], () =>
            {
                writer.Line($"F8 kept = Vector256.GreaterThanOrEqual(RandomSource.Hash(index, key), Vector256.Create({Threshold(kernel)})).AsSingle();");
                writer.Line($"{Scaled(kernel)}\nindex += Vector256.Create(8u);");
            });
        }
    }

    public static void Emit(CodeWriter writer, DropPathKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            writer.Line($"F8 kept = RandomSource.Hash(counter, key) >= {Threshold(kernel)} ? F8.AllBitsSet : F8.Zero;");
            ElementwiseEmitter.Rows(writer, [("x", kernel.X), ("y", kernel.Y)], () => writer.Line(Scaled(kernel)));
        }
    }

    private static string Threshold(RandomDropKernel kernel) =>
        $"{(uint)Math.Min(uint.MaxValue, (double)kernel.Probability * 4294967296.0)}u";

    private static string Scaled(RandomDropKernel kernel) =>
        $"(({Code.Load("xt")} * V.Create({Code.Float(1f / (1f - kernel.Probability))})) & kept).StoreUnsafe(ref yt);";
}
