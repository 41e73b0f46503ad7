using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Operators;
using CnnGen.Generator.Parsing.Expressions;

namespace CnnGen.Generator.Graph;

/// <summary>The <c>Input</c> attribute: C×H×W, or a vector of features.</summary>
internal static class InputRule
{
    public static Signal? Infer(ArgumentReader input)
    {
        input.Evaluate(Surroundings.Of("Input"));
        input.Choice("Layout", count: 2);
        bool isVector = input.Spec.Has("features");
        Shape shape = isVector
            ? Shape.Vector(input.AtLeast(1, "features", fallback: 1))
            : new(
                input.AtLeast(1, "channels", fallback: 1),
                input.AtLeast(1, "height", fallback: 1),
                input.AtLeast(1, "width", fallback: 1));
        if (Size.Product(shape.Channels, shape.Height, shape.Width) > Size.Limit)
        {
            input.Error(DiagnosticIds.TooLarge, null, $"the input {shape}", Size.Text(Size.Limit));
        }

        return input.Failed || input.Spec.IsBroken ? null : new(shape, ReceptiveField.Pixel);
    }
}
