using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Dropout of elements and of whole samples: a random number below the threshold drops.</summary>
internal static class RandomDropEmitter
{
    public static void Emit(CodeWriter writer, DropoutKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            writer.Line("F8 index = RandomLanes<V, F8>.From(counter);");
            ElementwiseEmitter.Rows(writer, [("x", kernel.X), ("y", kernel.Y)], () =>
            {
                writer.Line($"F8 kept = RandomLanes<V, F8>.IsAtLeast(index, key, {Threshold(kernel)});");
                writer.Line($"{Scaled(kernel)}\nindex = RandomLanes<V, F8>.Next(index);");
            });
        }
    }

    public static void Emit(CodeWriter writer, DropPathKernel kernel, string name)
    {
        using (KernelEmitter.Method(writer, kernel, name))
        {
            writer.Line($"F8 kept = RandomSource.Hash(counter, key) >= {Threshold(kernel)} ? V.AllBitsSet : V.Zero;");
            ElementwiseEmitter.Rows(writer, [("x", kernel.X), ("y", kernel.Y)], () => writer.Line(Scaled(kernel)));
        }
    }

    private static string Threshold(RandomDropKernel kernel) =>
        $"{(uint)Math.Min(uint.MaxValue, (double)kernel.Probability * 4294967296.0)}u";

    private static string Scaled(RandomDropKernel kernel) =>
        Octet.Write(Octet.And(Octet.Multiply(Octet.Read("xt", 0), Octet.Create(1f / (1f - kernel.Probability))), "kept"), "yt", 0);
}
