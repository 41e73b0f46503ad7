using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Constant kernels: taps of equal size are added before they are multiplied, ones are not multiplied at all.</summary>
internal static class FixedConvEmitter
{
    /// <summary>More taps are looped over, with offsets and weights from tables.</summary>
    private const int MaxUnrolledTaps = 128;

    public static void Emit(CodeWriter writer, FixedConvKernel kernel, string name)
    {
        bool isUnrolled = kernel.Taps.Count <= MaxUnrolledTaps;
        using (KernelEmitter.Method(writer, kernel, name))
        {
            if (!isUnrolled)
            {
                writer.Line($"ReadOnlySpan<int> offsets = [{Code.Ints(kernel.Taps.Select(tap => tap.Offset))}];");
                writer.Line($"ReadOnlySpan<float> weights = [{string.Join(", ", kernel.Taps.Select(tap => Code.Float(tap.Weight)))}];");
            }

            EmitPixels(writer, kernel, () =>
            {
                if (isUnrolled)
                {
                    EmitTaps(writer, kernel.Taps);
                }
                else
                {
                    EmitLoop(writer);
                }

                writer.Line(Octet.Write(Octet.Activate(kernel.Activation, "sum"), "yt", 0));
            });
        }
    }

    private static void EmitPixels(CodeWriter writer, FixedConvKernel kernel, Action vector)
    {
        (int columns, int run) = kernel.IsOneRun ? (1, kernel.Width * kernel.Channels) : (kernel.Width, kernel.Channels);
        string At(string tensor, Grid grid) =>
            Code.At(tensor, Code.Sum(("i", grid.Row), ("j", columns > 1 ? grid.Column : 0), ("", grid.Origin)));
        using (writer.Block($"for (int i = 0; i < {kernel.Height}; i++)"))
        {
            using (writer.Loop("j", columns))
            {
                writer.Line($"ref float xt = {At("x", kernel.X)};\nref float yt = {At("y", kernel.Y)};");
                using (PixelLoops.Octets(writer, run, "int c"))
                {
                    vector();
                    writer.Line(Code.Advance(Layout.Lanes, "xt", "yt"));
                }
            }
        }
    }

    /// <summary>The sum of groups of taps whose weights differ in sign alone; ones come first.</summary>
    private static void EmitTaps(CodeWriter writer, IEnumerable<FixedTap> taps)
    {
        IGrouping<float, FixedTap>[] groups = [.. taps.GroupBy(tap => Math.Abs(tap.Weight)).OrderBy(group => group.Key != 1)];
        if (groups.Length == 0)
        {
            writer.Line("F8 sum = V.Zero;");
        }

        for (int i = 0; i < groups.Length; i++)
        {
            FixedTap first = groups[i].First();
            string value = Octet.Read("xt", first.Offset);
            if (groups[i].Count() > 1)
            {
                writer.Line($"F8 part{i} = {value};");
                foreach (FixedTap tap in groups[i].Skip(1))
                {
                    string added = Octet.Read("xt", tap.Offset);
                    string part = tap.Weight == first.Weight ? Octet.Add($"part{i}", added) : Octet.Subtract($"part{i}", added);
                    writer.Line($"part{i} = {part};");
                }

                value = $"part{i}";
            }

            writer.Line(i == 0 ? $"F8 sum = {Product(value, first.Weight)};" : Added(value, first.Weight));
        }
    }

    private static string Product(string value, float weight) => weight switch
    {
        1 => value,
        -1 => Octet.Negate(value),
        _ => Octet.Multiply(value, Octet.Create(weight)),
    };

    private static string Added(string value, float weight) => "sum = " + weight switch
    {
        1 => Octet.Add("sum", value),
        -1 => Octet.Subtract("sum", value),
        _ => Octet.MultiplyAdd(value, Octet.Create(weight), "sum"),
    } + ";";

    private static void EmitLoop(CodeWriter writer)
    {
        writer.Line("F8 sum = V.Zero;");
        using (writer.Block("for (int tap = 0; tap < offsets.Length; tap++)"))
        {
            writer.Line("F8 element = V.LoadUnsafe(ref Unsafe.Add(ref xt, offsets[tap]));");
            writer.Line("sum = V.MultiplyAdd(element, V.Create(weights[tap]), sum);");
        }
    }
}
