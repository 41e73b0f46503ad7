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
        Size height = writer.Sizes["Height", pieces.Height];
        bool hasGroups = pieces.RowsPerGroup < pieces.Height;
        Size perGroup = hasGroups ? writer.Sizes["RowsPerGroup", pieces.RowsPerGroup] : 0;
        if (pieces.HasImageSum)
        {
            writer.Line($"MemoryMarshal.CreateSpan(ref sum, {length}).Clear();");
        }

        using (hasGroups ? writer.Block($"for (int first = 0; first < {height}; first += {perGroup})") : default)
        {
            string first = hasGroups ? "first" : "0";
            string last = hasGroups ? $"Math.Min(first + {perGroup}, {height})" : height.Text;
            string step = pieces.Rows > 1 ? $"row += {writer.Sizes["RowsPerPiece", pieces.Rows]}" : "row++";
            using (writer.Block($"for (int row = {first}; row < {last}; {step})"))
            {
                body();
            }

            if (pieces.HasImageSum)
            {
                writer.Line($"WideSum<V, F8>.MoveSingle(ref sum, ref dw, {length});");
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

        Size width = writer.Sizes["Width", pieces.Width], most = writer.Sizes["ColumnsPerPiece", pieces.Columns];
        CodeWriter.Scope scope = writer.Block($"for (int column = 0; column < {width}; column += {most})");
        writer.Line($"int columns = Math.Min({most}, {width} - column);");
        return scope;
    }
}
