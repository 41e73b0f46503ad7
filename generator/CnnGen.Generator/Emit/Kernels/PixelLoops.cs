using CnnGen.Generator.Lowering;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Loops over pixels and, inside, over vectors of channels: a tensor is read from front to back.</summary>
internal static class PixelLoops
{
    /// <summary>All pixels of some tensors of one size; in the body <c>{name}t</c> is the pixel's channel 0.</summary>
    public static void Pixels(
        CodeWriter writer, (string Name, Layout Layout)[] tensors, Action body, Action? beforeRow = null, Action? afterRow = null)
    {
        Layout first = tensors[0].Layout;
        bool isOneRun = beforeRow is null && afterRow is null && tensors.All(t => t.Layout.IsContiguous);
        int rows = isOneRun ? 1 : first.Height;
        int columns = isOneRun ? first.Height * first.Width : first.Width;
        using (rows > 1 ? writer.Loop("row", rows) : writer.Block(""))
        {
            beforeRow?.Invoke();
            foreach ((string name, Layout layout) in tensors)
            {
                string offset = Code.Sum(("row", rows > 1 ? layout.RowStride : 0), ("", layout.At(0, 0)));
                writer.Line($"ref float {name}t = {Code.At(name, offset)};");
            }

            using (writer.Loop("column", columns))
            {
                body();
                if (columns > 1)
                {
                    writer.Line(string.Join(" ", tensors.Select(t => $"{t.Name}t = {Code.At($"{t.Name}t", t.Layout.ChannelStride)};")));
                }
            }

            afterRow?.Invoke();
        }
    }

    /// <summary>The vectors of a pixel, from channel <c>c</c> on.</summary>
    public static void Channels(CodeWriter writer, Layout layout, Action body)
    {
        using (writer.Block($"for (nuint c = 0; c < {layout.ChannelStride}; c += 8)"))
        {
            body();
        }
    }

    /// <summary>
    /// Sums over all pixels, for each channel. The body adds the vector at <c>c</c> to each <c>Row</c>, rows are added to each
    /// <c>Total</c>, so that rounding does not grow with the number of pixels.
    /// </summary>
    public static void Sum(
        CodeWriter writer, (string Name, Layout Layout)[] tensors, (string Total, string Row)[] sums, Action body)
    {
        Layout layout = tensors[0].Layout;
        void Clear(string sum) => writer.Line($"MemoryMarshal.CreateSpan(ref {sum}, {layout.ChannelStride}).Clear();");

        foreach ((string total, _) in sums)
        {
            Clear(total);
        }

        Pixels(
            writer,
            tensors,
            () => Channels(writer, layout, body),
            beforeRow: () => Array.ForEach(sums, sum => Clear(sum.Row)),
            afterRow: () => Channels(writer, layout, () => Array.ForEach(sums, sum =>
                writer.Line($"({Load(sum.Total)} + {Load(sum.Row)}).StoreUnsafe(ref {sum.Total}, c);"))));
    }

    /// <summary>Names for parts of a kernel's memory, each with an element per channel.</summary>
    public static void Parts(CodeWriter writer, string memory, Layout layout, params string[] parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            writer.Line($"ref float {parts[i]} = {Code.At(memory, i * layout.ChannelStride)};");
        }
    }

    /// <summary>Zeros from the last channel to the end of its vector.</summary>
    public static void ClearTail(CodeWriter writer, string pixel, Layout layout, int offset = 0)
    {
        if (layout.Channels < layout.ChannelStride)
        {
            string tail = Code.At(pixel, offset + layout.Channels);
            writer.Line($"MemoryMarshal.CreateSpan({tail}, {layout.ChannelStride - layout.Channels}).Clear();");
        }
    }

    /// <summary>The vector of a pixel or of parameters at channel <c>c</c>.</summary>
    public static string Load(string origin) => $"V.LoadUnsafe(ref {origin}, c)";

    /// <summary><c>sum[c] += a · b</c>.</summary>
    public static string AddProduct(string a, string b, string sum) =>
        $"{Code.MultiplyAdd(a, b, Load(sum))}.StoreUnsafe(ref {sum}, c);";
}
