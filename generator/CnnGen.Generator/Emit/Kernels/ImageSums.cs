using CnnGen.Generator.Lowering;

namespace CnnGen.Generator.Emit.Kernels;

/// <summary>Gradients of weights, summed up over the pieces of an image beside the result where there are many.</summary>
internal static class ImageSums
{
    /// <summary>The memory that pieces are added to.</summary>
    public static string Target(SumPieces pieces) => pieces.HasImageSum ? "sum" : "dw";

    /// <summary>Loops over the first rows <c>row</c> of all pieces; the body adds to what lies at <see cref="Target"/>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="pieces">How the image is cut.</param>
    /// <param name="length">Elements of the result at <c>dw</c>, and of the sum at <c>sum</c>.</param>
    /// <param name="body">The pieces of a row.</param>
    public static void Rows(CodeWriter writer, SumPieces pieces, string length, Action body)
    {
        bool hasGroups = pieces.RowsPerGroup < pieces.Height;
        if (pieces.HasImageSum)
        {
            writer.Line($"MemoryMarshal.CreateSpan(ref sum, {length}).Clear();");
        }

        using (hasGroups ? writer.Block($"for (int first = 0; first < {pieces.Height}; first += {pieces.RowsPerGroup})") : default)
        {
            string first = hasGroups ? "first" : "0";
            string last = hasGroups ? $"Math.Min(first + {pieces.RowsPerGroup}, {pieces.Height})" : Code.Int(pieces.Height);
            string step = pieces.Rows > 1 ? $"row += {pieces.Rows}" : "row++";
            using (writer.Block($"for (int row = {first}; row < {last}; {step})"))
            {
                body();
            }

            if (pieces.HasImageSum)
            {
                writer.Line($"WideSum.MoveSingle(ref sum, ref dw, {length});");
            }
        }
    }

    /// <summary>The pieces of a row, from <c>column</c> on and <c>columns</c> wide, or the row as a whole.</summary>
    public static CodeWriter.Scope Columns(CodeWriter writer, SumPieces pieces)
    {
        if (!pieces.CutsRows)
        {
            return default;
        }

        CodeWriter.Scope scope = writer.Block($"for (int column = 0; column < {pieces.Width}; column += {pieces.Columns})");
        writer.Line($"int columns = Math.Min({pieces.Columns}, {pieces.Width} - column);");
        return scope;
    }
}
