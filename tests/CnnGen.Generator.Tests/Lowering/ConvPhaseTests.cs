using CnnGen.Generator.Lowering;
using CnnGen.Generator.Model;

namespace CnnGen.Generator.Tests.Lowering;

/// <summary>The phases of a strided window's input gradient against the definition of the window.</summary>
public sealed class ConvPhaseTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Each_input_receives_from_the_outputs_that_read_it(int stride)
    {
        foreach ((Window window, int input) in Windows(stride))
        {
            int outputs = (input + window.PadBefore + window.PadAfter - window.Extent) / stride + 1;
            Assert.Equal(Expected(window, input, outputs), Actual(window, input, outputs));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_halo_is_what_is_read_outside_the_outputs_and_no_more(int stride)
    {
        foreach ((Window window, int input) in Windows(stride))
        {
            int outputs = (input + window.PadBefore + window.PadAfter - window.Extent) / stride + 1;
            foreach (ConvPhase phase in ConvPhase.Of(window, input).Where(phase => phase.Taps.Count > 0))
            {
                int[] reads = [.. Reads(phase, stride).Select(read => read.Output)];
                Assert.Equal((Math.Max(0, -reads.Min()), Math.Max(0, reads.Max() - outputs + 1)), phase.Halo(outputs));
            }
        }
    }

    private static IEnumerable<(Window Window, int Input)> Windows(int stride) =>
        from kernel in Enumerable.Range(1, 5)
        from dilation in Enumerable.Range(1, 3)
        from before in Enumerable.Range(0, 3)
        from after in Enumerable.Range(0, 3)
        from input in Enumerable.Range(1, 11)
        let window = new Window(kernel, stride, dilation, before, after)
        where input + before + after >= window.Extent
        select (window, input);

    private static IEnumerable<(int Input, int Output, int Tap)> Expected(Window window, int input, int outputs) =>
        from i in Enumerable.Range(0, input)
        from output in Enumerable.Range(0, outputs)
        from tap in Enumerable.Range(0, window.Kernel)
        where output * window.Stride + tap * window.Dilation - window.PadBefore == i
        orderby i, output
        select (i, output, tap);

    private static IEnumerable<(int Input, int Output, int Tap)> Actual(Window window, int input, int outputs) =>
        from phase in ConvPhase.Of(window, input)
        from read in Reads(phase, window.Stride)
        where read.Output >= 0 && read.Output < outputs
        orderby read.Input, read.Output
        select read;

    private static IEnumerable<(int Input, int Output, int Tap)> Reads(ConvPhase phase, int stride) =>
        from q in Enumerable.Range(0, phase.Count)
        from t in Enumerable.Range(0, phase.Taps.Count)
        select (phase.Phase + stride * q, q + phase.First + t * phase.Step, phase.Taps[t]);
}
