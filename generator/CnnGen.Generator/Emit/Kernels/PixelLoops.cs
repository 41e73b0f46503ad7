using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Loops over pixels and, inside, over vectors of channels: a tensor is read from front to back.</summary>
internal static class PixelLoops
{
    /// <summary>All pixels of some tensors of one size; in the body <c>{name}t</c> is the pixel's channel 0.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="tensors">Names and layouts.</param>
    /// <param name="body">What is done with a pixel.</param>
    /// <param name="at">An element to begin at instead of channel 0.</param>
    public static void Pixels(CodeWriter writer, (string Name, Layout Layout)[] tensors, Action body, string at = "0")
    {
        (int rows, int columns) = Extent(tensors);
        using (rows > 1 ? writer.Loop("row", Rows(writer, rows)) : writer.Block(""))
        {
            EmitOrigins(writer, tensors, rows, at);
            using (writer.Loop("column", Columns(writer, rows, columns)))
            {
                body();
                EmitNext(writer, tensors, columns);
            }
        }
    }

    /// <summary>The vectors of a pixel, from channel <c>c</c> on.</summary>
    public static void Channels(CodeWriter writer, Layout layout, Action body)
    {
        using (Octets(writer, layout.ChannelStride))
        {
            body();
        }
    }

    /// <summary>Loops over some elements, eight at a time.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="length">The elements, or an expression's end.</param>
    /// <param name="index">The first of eight: its type and name.</param>
    public static CodeWriter.Scope Octets(CodeWriter writer, Size length, string index = "nuint c") =>
        Octets(writer, "0", length.Number is null && index.StartsWith("nuint", StringComparison.Ordinal) ? $"(nuint){length}" : length.Text, index);

    /// <summary>The same between two expressions.</summary>
    public static CodeWriter.Scope Octets(CodeWriter writer, string first, string end, string index = "nuint c")
    {
        string name = index.Substring(index.IndexOf(' ') + 1);
        return writer.Block($"for ({index} = {first}; {name} < {end}; {name} += {Layout.Lanes})");
    }

    /// <summary>Whether a sum over all pixels is made of pieces.</summary>
    /// <param name="layout">A tensor.</param>
    /// <param name="perPixel">Vectors of a pixel that the sum takes in.</param>
    public static bool IsLong(Layout layout, int perPixel = 1) => (long)layout.Height * layout.Width * perPixel > SumPieces.Longest;

    /// <summary>
    /// Sums over all pixels in registers: the body adds to <c>{sum}Piece</c>, and afterwards <c>{sum}</c> is the sum of all pieces.
    /// </summary>
    /// <inheritdoc cref="Pieces"/>
    public static void Sum(
        CodeWriter writer, (string Name, Layout Layout)[] tensors, string[] sums, Action body, string at = "0", int perPixel = 1)
    {
        bool isLong = IsLong(tensors[0].Layout, perPixel);
        if (isLong)
        {
            DeclareTotals(writer, sums);
        }

        Pieces(
            writer, tensors, body, () => DeclarePieces(writer, sums), () => Add(writer, isLong ? sums : []), at, perPixel);
        Declare(writer, sums, sum => isLong ? $"{sum}Total.ToSingle()" : $"{sum}Piece");
    }

    /// <summary>The same over all samples of a batch, which are <c>SampleStride</c> elements apart.</summary>
    public static void BatchSum(CodeWriter writer, (string Name, Layout Layout)[] tensors, string[] sums, Action body, string at)
    {
        DeclareTotals(writer, sums);
        using (writer.Block("for (int n = 0; n < rows; n++)"))
        {
            Pieces(
                writer, tensors, body, () => DeclarePieces(writer, sums), () => Add(writer, sums), $"(nint)n * SampleStride + {at}");
        }

        Declare(writer, sums, sum => $"{sum}Total.ToSingle()");
    }

    /// <summary>
    /// Sums over all pixels in memory, for each channel: the body adds the vector at <c>c</c> to <c>Sum</c>. Where the sum is long it has
    /// a <c>Total</c> of twice its length.
    /// </summary>
    public static void SumInMemory(
        CodeWriter writer, (string Name, Layout Layout)[] tensors, (string Sum, string Total)[] sums, Action body)
    {
        Layout layout = tensors[0].Layout;
        PiecesInMemory(writer, tensors, sums, () => Channels(writer, layout, body));
    }

    /// <summary>
    /// The gradient of a parameter per channel: what a line adds to <c>sum</c>, over all pixels, is added to <c>dw</c>. The kernel's memory
    /// is <c>sum</c>, with a total behind it.
    /// </summary>
    public static void AddChannelSums(CodeWriter writer, Layout x, Layout dy, string line)
    {
        Totals(writer, "sum", dy, behind: 1, "total");
        SumInMemory(writer, [("x", x), ("dy", dy)], [("sum", "total")], () => writer.Line(line));
        Channels(writer, dy, () => writer.Line(AddTo("dw", Load("sum"))));
    }

    /// <summary><see cref="SumInMemory"/> with a body that visits all channels of a pixel.</summary>
    public static void PiecesInMemory(
        CodeWriter writer, (string Name, Layout Layout)[] tensors, (string Sum, string Total)[] sums, Action pixel)
    {
        Layout layout = tensors[0].Layout;
        bool isLong = IsLong(layout);
        void Each(Func<(string Sum, string Total), string> line) => Array.ForEach(sums, sum => writer.Line(line(sum)));

        Each(sum => Clear(sum.Sum, layout.ChannelStride));
        if (isLong)
        {
            Each(sum => Clear(sum.Total, 2 * layout.ChannelStride));
        }

        Pieces(writer, tensors, pixel, () => { }, () =>
        {
            if (isLong)
            {
                Each(sum => $"WideSum<V, F8>.Move(ref {sum.Sum}, ref {sum.Total}, {layout.ChannelStride});");
            }
        });
        if (isLong)
        {
            Each(sum => $"WideSum<V, F8>.ToSingle(ref {sum.Total}, ref {sum.Sum}, {layout.ChannelStride});");
        }
    }

    /// <summary>Names for parts of a kernel's memory, each with an element per channel.</summary>
    public static void Parts(CodeWriter writer, string memory, Layout layout, params string[] parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            writer.Line($"ref float {parts[i]} = {Code.At(memory, i * layout.ChannelStride)};");
        }
    }

    /// <summary>Where sums over the pixels are long: names for their totals, behind so many other parts of the memory.</summary>
    public static void Totals(CodeWriter writer, string memory, Layout layout, int behind, params string[] totals)
    {
        for (int i = 0; i < totals.Length && IsLong(layout); i++)
        {
            writer.Line($"ref float {totals[i]} = {Code.At(memory, (behind + 2 * i) * layout.ChannelStride)};");
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

    /// <summary>A value whose lanes from the last channel on are zeros; its first lane is channel <paramref name="first"/>.</summary>
    public static string Used(Layout layout, string value, string first = "c")
    {
        if (layout.Channels == layout.ChannelStride)
        {
            return value;
        }

        string limit = layout.ChannelStride == Layout.Lanes ? Code.Int(layout.Channels) : $"{layout.Channels} - (int){first}";
        return Octet.And($"V.FirstLanes({limit})", value);
    }

    /// <summary>The vector of a pixel or of parameters at channel <c>c</c>.</summary>
    public static string Load(string origin) => Octet.Read(origin, "c");

    /// <summary>The statement that writes the vector there.</summary>
    public static string Store(string value, string origin) => Octet.Write(value, origin, "c");

    /// <summary><c>sum[c] += value</c>.</summary>
    public static string AddTo(string sum, string value) => Store(Octet.Add(Load(sum), value), sum);

    /// <summary><c>sum[c] += a · b</c>.</summary>
    public static string AddProduct(string a, string b, string sum) => Store(Octet.MultiplyAdd(a, b, Load(sum)), sum);

    /// <summary>All pixels in pieces that are short enough for sums in single precision.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="tensors">Names and layouts.</param>
    /// <param name="body">What is done with a pixel.</param>
    /// <param name="before">What is written before each piece.</param>
    /// <param name="after">What is written after it.</param>
    /// <param name="at">An element to begin at instead of channel 0.</param>
    /// <param name="perPixel">Vectors of a pixel that a sum takes in.</param>
    private static void Pieces(
        CodeWriter writer, (string Name, Layout Layout)[] tensors, Action body, Action before, Action after, string at = "0",
        int perPixel = 1)
    {
        (int rows, int columns) = Extent(tensors);
        int most = Math.Max(1, SumPieces.Longest / perPixel);
        if (!IsLong(tensors[0].Layout, perPixel))
        {
            before();
            Pixels(writer, tensors, body, at);
            after();
            return;
        }

        int rowsPerPiece = Math.Max(1, most / columns);
        Size perPiece = rowsPerPiece == 1 ? 1 : writer.Sizes["RowsPerPiece", rowsPerPiece];
        using (writer.Block(rows == 1 ? "" : rowsPerPiece == 1
            ? $"for (int row = 0; row < {Rows(writer, rows)}; row++)"
            : $"for (int first = 0; first < {Rows(writer, rows)}; first += {perPiece})"))
        {
            if (columns > most)
            {
                EmitOrigins(writer, tensors, rows, at);
                using (writer.Block($"for (int from = 0; from < {Columns(writer, rows, columns)}; from += {most})"))
                {
                    before();
                    writer.Line($"int columns = Math.Min({most}, {Columns(writer, rows, columns)} - from);");
                    using (writer.Block("for (int column = 0; column < columns; column++)"))
                    {
                        body();
                        EmitNext(writer, tensors, columns);
                    }

                    after();
                }

                return;
            }

            before();
            using (rowsPerPiece == 1
                ? default
                : writer.Block($"for (int row = first; row < Math.Min(first + {perPiece}, {Rows(writer, rows)}); row++)"))
            {
                EmitOrigins(writer, tensors, rows, at);
                using (writer.Loop("column", Columns(writer, rows, columns)))
                {
                    body();
                    EmitNext(writer, tensors, columns);
                }
            }

            after();
        }
    }

    /// <summary>Rows and columns of the tensors; without halos a tensor is one row.</summary>
    private static (int Rows, int Columns) Extent((string Name, Layout Layout)[] tensors)
    {
        Layout first = tensors[0].Layout;
        return tensors.All(t => t.Layout.IsContiguous) ? (1, first.Height * first.Width) : (first.Height, first.Width);
    }

    /// <summary>Where a tensor's pixels lie.</summary>
    public static GridSizes Places(CodeWriter writer, string name, Layout layout) => writer.Sizes[
        name.Substring(0, 1).ToUpperInvariant() + name.Substring(1), new Grid(layout.At(0, 0), layout.RowStride, layout.ChannelStride)];

    private static Size Rows(CodeWriter writer, int rows) => writer.Sizes["Rows", rows];

    /// <summary>The columns of a row; of a tensor that is one row, its pixels.</summary>
    private static Size Columns(CodeWriter writer, int rows, int columns) => writer.Sizes[rows == 1 ? "Pixels" : "Columns", columns];

    /// <summary>The first pixel of a row of each tensor, as <c>{name}t</c>.</summary>
    public static void EmitOrigins(CodeWriter writer, (string Name, Layout Layout)[] tensors, int rows, string at = "0")
    {
        foreach ((string name, Layout layout) in tensors)
        {
            GridSizes places = Places(writer, name, layout);
            string offset = Code.Sum((at, at == "0" ? 0 : 1), ("row", rows > 1 ? places.Row : 0), ("", places.Origin));
            writer.Line($"ref float {name}t = {Code.At(name, offset)};");
        }
    }

    private static void EmitNext(CodeWriter writer, (string Name, Layout Layout)[] tensors, int columns)
    {
        if (columns > 1)
        {
            writer.Line(string.Join(" ", tensors.Select(t => $"{t.Name}t = {Code.At($"{t.Name}t", Places(writer, t.Name, t.Layout).Column)};")));
        }
    }

    private static string Clear(string memory, int length) => $"MemoryMarshal.CreateSpan(ref {memory}, {length}).Clear();";

    private static void DeclareTotals(CodeWriter writer, string[] sums) =>
        writer.Line("WideSum<V, F8> " + string.Join(", ", sums.Select(sum => $"{sum}Total = default")) + ";");

    private static void DeclarePieces(CodeWriter writer, string[] sums) =>
        Declare(writer, [.. sums.Select(sum => $"{sum}Piece")], _ => Octet.Zero);

    private static void Declare(CodeWriter writer, string[] names, Func<string, string> value) =>
        writer.Line("F8 " + string.Join(", ", names.Select(name => $"{name} = {value(name)}")) + ";");

    private static void Add(CodeWriter writer, string[] sums)
    {
        if (sums.Length > 0)
        {
            writer.Line(string.Join(" ", sums.Select(sum => $"{sum}Total.Add({sum}Piece);")));
        }
    }
}
