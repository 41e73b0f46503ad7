using CnnGen.Generator.Attributes;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Model;
using CnnGen.Generator.Specs.Expressions;

namespace CnnGen.Generator.Expansion;

/// <summary>The <c>Input</c> attribute: C×H×W, or a vector of features.</summary>
internal static class InputRule
{
    public static Signal? Infer(ArgumentReader input)
    {
        input.Evaluate(Surroundings.Of("Input"));
        input.Choice<TensorLayout>("Layout");
        bool isVector = input.Spec.Has("features");
        Shape shape = isVector
            ? Shape.Vector(input.AtLeast(1, "features", fallback: 1))
            : new(
                input.AtLeast(1, "channels", fallback: 1),
                input.AtLeast(1, "height", fallback: 1),
                input.AtLeast(1, "width", fallback: 1));
        if (Size.Product(shape.Channels, shape.Height, shape.Width) > Size.Limit)
        {
            input.Problems.Error(DiagnosticIds.TooLarge, null, $"the input {shape}", Size.Text(Size.Limit));
        }

        return input.Problems.Failed || input.Spec.IsBroken ? null : new(shape, ReceptiveField.Pixel);
    }
}
