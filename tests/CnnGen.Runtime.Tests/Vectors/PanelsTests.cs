namespace CnnGen.Runtime.Tests;

public sealed class PanelsTests
{
    [Theory]
    [InlineData(64, 4, new[] { 12, 12, 12, 12, 8, 8 })]
    [InlineData(64, 8, new[] { 24, 24, 16 })]
    [InlineData(64, 16, new[] { 32, 32 })]
    [InlineData(40, 8, new[] { 24, 16 })]
    [InlineData(40, 16, new[] { 32, 8 })]
    [InlineData(24, 16, new[] { 16, 8 })]
    [InlineData(3, 16, new[] { 8 })]
    [InlineData(1000, 16, new[] { 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 32, 8 })]
    public void Channels_are_cut_into_panels(int channels, int lanes, int[] widths) =>
        Assert.Equal(widths, Panels.Widths(channels, lanes));

    [Fact]
    public void Panels_follow_one_another_and_cover_all_channels()
    {
        foreach (int lanes in Layouts.LanesOfVectors)
        {
            for (int channels = 1; channels < 300; channels++)
            {
                int lane = 0;
                for (int i = 0; i < Panels.Count(channels, lanes); i++)
                {
                    Panel panel = Panels.At(channels, lanes, i);
                    Assert.Equal(lane, panel.Lane);
                    Assert.InRange(panel.Vectors, 0, 3);
                    lane += panel.Width(lanes);
                }

                Assert.Equal(Panels.RoundUp(channels), lane);
            }
        }
    }
}
