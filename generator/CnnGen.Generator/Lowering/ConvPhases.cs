using CnnGen.Generator.Operators;

namespace CnnGen.Generator.Lowering;

/// <summary>
/// The input gradient of a strided window along one axis. Inputs i = phase + stride·q of one phase receive from the outputs
/// q + First + t·Step through the kernel's taps <c>Taps[t]</c>: a dense convolution with stride 1.
/// </summary>
/// <param name="Phase">The first input.</param>
/// <param name="Count">Inputs of the phase.</param>
/// <param name="First">The output that the first tap reads for q = 0.</param>
/// <param name="Step">Outputs from one tap to the next.</param>
/// <param name="Taps">The kernel's taps, in ascending order of the outputs that they read.</param>
internal sealed record ConvPhase(int Phase, int Count, int First, int Step, EquatableArray<int> Taps)
{
    public static IReadOnlyList<ConvPhase> Of(Window window, int input) =>
        [.. Enumerable.Range(0, Math.Min(window.Stride, input)).Select(phase => Of(window, input, phase))];

    /// <summary>Zero rows that the phase reads before the first and behind the last output.</summary>
    public (int Before, int After) Halo(int outputs)
    {
        int last = First + Step * (Taps.Count - 1) + Count - 1;
        return Taps.Count == 0 ? (0, 0) : (Math.Max(0, -First), Math.Max(0, last - (outputs - 1)));
    }

    private static ConvPhase Of(Window window, int input, int phase)
    {
        int count = (input - phase + window.Stride - 1) / window.Stride;
        int Position(int tap) => phase + window.PadBefore - tap * window.Dilation;
        int[] taps = [.. Enumerable.Range(0, window.Kernel).Reverse().Where(tap => Position(tap) % window.Stride == 0)];
        int first = taps.Length == 0 ? 0 : Position(taps[0]) / window.Stride;
        int step = taps.Length < 2 ? 1 : Position(taps[1]) / window.Stride - first;
        return new ConvPhase(phase, count, first, step, EquatableArray<int>.From(taps));
    }
}
