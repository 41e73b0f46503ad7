using System.Text.RegularExpressions;
using CnnGen.Generator.Lowering;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Tests.Hostile;

/// <summary>
/// Lanes beyond the channels are finite whatever the channels hold: who reads them with a weight of zero relies on it. Looked for in all
/// memory that a pass leaves, values and gradients.
/// </summary>
public sealed partial class PaddingLaneTests
{
    private static readonly float[] Hostile =
        [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 3e38f, -3e38f, 0f, 1e-40f];

    public static TheoryData<string> Names => [.. OperatorList.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Inference_leaves_them_finite(string name)
    {
        OperatorRun network = OperatorList.Compile(name);
        IReadOnlyList<BufferSlot> slots = LowerInference.Run(OperatorList.Graph(name), channelsLast: false).Slots;
        foreach (float[] input in Inputs(network.Info.Inputs[0].Length))
        {
            RequireFinite(name, slots, network.Predict(input).Arena);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_leaves_them_finite(string name)
    {
        OperatorRun network = OperatorList.Compile(name);
        NetworkGraph graph = OperatorList.Graph(name);
        InferencePlan inference = LowerInference.Run(graph, channelsLast: false);
        IReadOnlyList<BufferSlot> slots = LowerTraining.Run(graph, inference.Weights, channelsLast: false).Slots;
        float[][] gradients = [.. Inputs(network.Info.Outputs[0].Length)];
        foreach ((float[] input, int i) in Inputs(network.Info.Inputs[0].Length).Select((input, i) => (input, i)))
        {
            RequireFinite(name, slots, network.Train(input, gradients[i]).Arena);
        }
    }

    /// <summary>Each value everywhere, and all of them mixed.</summary>
    private static IEnumerable<float[]> Inputs(int length)
    {
        foreach (float value in Hostile)
        {
            yield return [.. Enumerable.Repeat(value, length)];
        }

        foreach (int seed in new[] { 1, 2 })
        {
            var random = new Random(seed);
            yield return [.. Enumerable.Range(0, length).Select(_ => Hostile[random.Next(Hostile.Length)])];
        }
    }

    private static void RequireFinite(string name, IReadOnlyList<BufferSlot> slots, float[] arena)
    {
        foreach (BufferSlot slot in slots.Where(slot => TensorName().IsMatch(slot.Name) && IsIntact(slot, slots)))
        {
            Layout layout = slot.Layout;
            for (int pixel = 0; pixel < layout.Height * layout.Width; pixel++)
            {
                int first = slot.Offset + layout.At(pixel / layout.Width, pixel % layout.Width);
                for (int lane = layout.Channels; lane < layout.ChannelStride; lane++)
                {
                    float found = arena[first + lane];
                    Assert.True(float.IsFinite(found), $"{name}: lane {lane} of pixel {pixel} of {slot.Name} ({layout}) is {found}");
                }
            }
        }
    }

    /// <summary>No other tensor was put into its place later.</summary>
    private static bool IsIntact(BufferSlot slot, IReadOnlyList<BufferSlot> slots) => slots.All(other =>
        other == slot || other.LastUse <= slot.FirstUse
        || other.Offset + other.Layout.Size <= slot.Offset || slot.Offset + slot.Layout.Size <= other.Offset);

    /// <summary>Values and gradients; other slots are memory of a kernel.</summary>
    [GeneratedRegex(@"^[vd]\d+(d|\+\d+)?$")]
    private static partial Regex TensorName();
}
