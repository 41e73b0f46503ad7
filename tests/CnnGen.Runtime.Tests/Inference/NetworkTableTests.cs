namespace CnnGen.Runtime.Tests;

public sealed class NetworkTableTests
{
    [Fact]
    public void InfoShowsTheAlignedTable()
    {
        var info = new NetworkInfo(
            "Tiny",
            [new("input", [1, 28, 28], 784)],
            [new("output", [10], 10)],
            [
                new("0", "Conv2d", [6, 28, 28], 156, 117_600, 5, "Direct12x8"),
                new("", "Tanh", [6, 28, 28], 0, 0, 5, ""),
                new("2", "Linear", [10], 47_050, 47_040, 28, "Stream"),
            ],
            []);
        Assert.Equal(
            """
            Tiny 1×28×28 -> 10
            layer  kind    output   parameters  multiply-adds  sees  kernel
            -------------------------------------------------------------------
            0      Conv2d  6×28×28         156        117,600     5  Direct12x8
                   Tanh    6×28×28           0              0     5
            2      Linear  10           47,050         47,040    28  Stream
            -------------------------------------------------------------------
            total                       47,206        164,640

            """.ReplaceLineEndings("\n"),
            info.ToString());
    }
}
