using System.Reflection;
using CnnGen.Generator.Lowering;
using CnnGen.Generator.Lowering.Kernels;
using CnnGen.Generator.Model;
using CnnGen.Generator.Tests.Hostile;

namespace CnnGen.Generator.Tests.Lowering;

/// <summary>Calls hand kernels what they name: checked when a call is made, and here tensor by tensor for every operator.</summary>
public class OperandTests
{
    private static readonly BufferSlot Slot = new("x", Layout.Dense(new Shape(8, 4, 4)));

    public static TheoryData<string> Names => [.. OperatorList.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Tensors_are_laid_out_as_their_kernel_has_them(string name)
    {
        NetworkGraph graph = OperatorList.Graph(name);
        InferencePlan inference = LowerInference.Run(graph, channelsLast: false);
        TrainingPlan training = LowerTraining.Run(graph, inference.Weights, channelsLast: false);
        KernelCall[] calls =
        [
            .. inference.Calls,
            .. training.Forward.Concat(training.Backward).Concat(training.InputGradients).SelectMany(stage => stage.Calls),
        ];
        int compared = 0;
        Assert.All(calls, call =>
        {
            for (int i = 0; i < call.Operands.Count; i++)
            {
                string operand = call.Kernel.Operands[i];
                if (call.Operands[i].Slot is { } slot && Expected(call.Kernel, operand) is { } layout)
                {
                    compared++;
                    Assert.True(layout == slot.Layout, $"{call.Kernel.Name} expects {operand} as {layout}, found {slot.Layout}");
                }
            }
        });
        Assert.True(compared > calls.Length / 3, $"only {compared} tensors of {calls.Length} calls have a known layout");
    }

    [Fact]
    public void Too_few_operands_are_refused() => Refused(
        "expects 2 operands (x, y), found 1", new ActivationKernel(null, Slot.Layout, Slot.Layout), Operand.Of(Slot));

    [Fact]
    public void A_tensor_in_the_place_of_a_parameter_is_refused() => Refused(
        "expects as operand 1, w, a Parameter, found memory of Arena",
        new PReLUKernel(Slot.Layout, Slot.Layout, PerChannel: false), Operand.Of(Slot), Operand.Of(Slot), Operand.In(Region.Weights));

    [Fact]
    public void A_parameter_in_the_place_of_its_gradient_is_refused() => Refused(
        "expects as operand 2, dw, a ParameterGradient, found memory of Weights",
        new PReLUSlopeGradientKernel(Slot.Layout, Slot.Layout, PerChannel: false),
        Operand.Of(Slot), Operand.Of(Slot), Operand.In(Region.Weights));

    [Fact]
    public void Memory_of_the_batch_in_the_place_of_a_tensor_is_refused() => Refused(
        "expects as operand 0, x, a Tensor, found memory of Shared",
        new ActivationKernel(null, Slot.Layout, Slot.Layout), Operand.In(Region.Shared), Operand.Of(Slot));

    private static void Refused(string message, Kernel kernel, params Operand[] operands) => Assert.Contains(
        message, Assert.Throws<InvalidOperationException>(() => new KernelCall(kernel, operands, "layer")).Message, StringComparison.Ordinal);

    /// <summary>The kernel's member of the operand's name: <c>X</c> for x, <c>X[1]</c> for x1; null where it has no whole layout.</summary>
    private static Layout? Expected(Kernel kernel, string operand)
    {
        string stem = operand.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        PropertyInfo? member = kernel.GetType().GetProperty(char.ToUpperInvariant(stem[0]) + stem[1..]);
        return member?.GetValue(kernel) switch
        {
            Layout layout when stem == operand => layout,
            EquatableArray<Layout> layouts when stem != operand => layouts[int.Parse(operand[stem.Length..])],
            _ => null,
        };
    }
}
