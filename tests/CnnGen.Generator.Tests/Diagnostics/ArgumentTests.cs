namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN101 and CNN102: arguments by themselves.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData("[Input({|CNN101:0|}, 8, 8), Conv2d(1, 3)]")]
    [InlineData("[Input(1, {|CNN101:-8|}, {|CNN101:0|}), Conv2d(1, 3)]")]
    [InlineData("[Input({|CNN101:features: int.MinValue|}), Linear(1)]")]
    [InlineData("[Input(1, 8, 8, {|CNN101:Layout = (TensorLayout)2|}), Conv2d(1, 3)]")]
    [InlineData("[Input(1, 8, 8), Conv2d({|CNN101:0|}, 3)]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, {|CNN101:0|})]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN101:kernelWidth: int.MinValue|})]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN101:Stride = 0|})]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN101:StrideWidth = -1|})]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN101:Padding = -1|})]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN101:Padding = int.MinValue|})]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN101:PaddingTop = Pad.Same|})]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN101:Dilation = 0|})]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN101:Groups = 0|})]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN101:PaddingMode = (PaddingMode)9|})]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN101:Mode = (ConvMode)(-1)|})]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN101:Rounding = (Rounding)3|})]")]
    [InlineData("[Input(1, 8, 8), Conv2d(1, 3, {|CNN101:Algorithm = (ConvAlgorithm)2|})]")]
    [InlineData("[Input(3, 8, 8), Conv2d(2, 3, {|CNN101:InputMasks = new[] { 7 }|})]")]
    [InlineData("[Input(3, 8, 8), Conv2d(2, 3, {|CNN101:InputMasks = new[] { 7, 0 }|})]")]
    [InlineData("[Input(3, 8, 8), Conv2d(2, 3, {|CNN101:InputMasks = new[] { 8, 1 }|})]")]
    [InlineData("[Input(33, 8, 8), Conv2d(2, 3, {|CNN101:InputMasks = new[] { 1, 1 }|})]")]
    [InlineData("[Input(1, 8, 8), MaxPool2d({|CNN101:0|})]")]
    [InlineData("[Input(1, 8, 8), MaxPool2d(2, {|CNN101:Ties = (Ties)2|})]")]
    [InlineData("[Input(1, 8, 8), AvgPool2d(2, {|CNN101:Stride = -2|})]")]
    [InlineData("[Input(8), Linear({|CNN101:0|})]")]
    [InlineData("[Input(8), Dropout({|CNN101:1|})]")]
    [InlineData("[Input(8), Dropout({|CNN101:-0.5f|})]")]
    [InlineData("[Input(8), Dropout({|CNN101:float.NaN|})]")]
    [InlineData("[Input(8), LeakyReLU({|CNN101:float.PositiveInfinity|})]")]
    [InlineData("[Input(8), ELU({|CNN101:float.NaN|})]")]
    [InlineData("[Input(8), GELU({|CNN101:Approximate = (GeluApproximation)5|})]")]
    [InlineData("[Input(8), Linear(2, {|CNN101:Name = \"\"|})]")]
    [InlineData("[Input(8), Linear(2, {|CNN101:Name = \"a b\"|})]")]
    [InlineData("[Input(8), Linear(2, {|CNN101:Name = \"a\\\"b\"|})]")]
    [InlineData("[Input(8), Linear(2, {|CNN101:Name = \"a\\\\b\"|})]")]
    [InlineData("[Input(8), Linear(2, {|CNN101:Name = \"a<b\"|})]")]
    [InlineData("[Input(8), Linear(2, {|CNN101:Name = \"a&b\"|})]")]
    [InlineData("[Input(8), Linear(2, {|CNN101:Name = \"\\0\"|})]")]
    [InlineData("[Input(8), Linear(2, {|CNN101:Name = \"\\ud800\"|})]")]
    public void CNN101_out_of_range(string layers) => Check.Layers(layers);

    [Theory]
    [InlineData("({|CNN101:Rounding = (Rounding)7|})")]
    [InlineData("({|CNN101:Algorithm = (ConvAlgorithm)(-1)|})")]
    [InlineData("({|CNN101:MaxParameters = -1|})")]
    [InlineData("({|CNN101:MaxMultiplyAdds = long.MinValue|})")]
    [InlineData("({|CNN101:MaxArenaBytes = -8|})")]
    public void CNN101_on_Network(string options) => Check.Marked(Check.Network("[Input(8), Linear(2)]", options));

    [Fact]
    public void CNN101_says_what_is_expected_and_found()
    {
        Assert.Equal(
            [
                "Stride must be at least 1 but is 0",
                "Padding must be at least 0, or Pad.Same, but is -3",
                "probability must be in [0, 1) but is 1.5",
            ],
            Check.Layers("[Input(1, 8, 8), Conv2d(1, 3, {|CNN101:Stride = 0|}, {|CNN101:Padding = -3|}), Dropout({|CNN101:1.5f|})]"));
    }

    [Theory]
    [InlineData("Stride = 1, {|CNN102:StrideHeight = 1|}")]
    [InlineData("Dilation = 1, {|CNN102:DilationWidth = 1|}")]
    [InlineData("Padding = 1, {|CNN102:PaddingHeight = 1|}")]
    [InlineData("{|CNN102:PaddingTop = 1|}, Padding = 1")]
    [InlineData("Padding = Pad.Same, {|CNN102:PaddingRight = 1|}")]
    [InlineData("PaddingHeight = 1, {|CNN102:PaddingBottom = 1|}")]
    [InlineData("PaddingWidth = 1, {|CNN102:PaddingLeft = 1|}")]
    public void CNN102_arguments_that_contradict_each_other(string arguments)
    {
        string message = Assert.Single(Check.Layers($"[Input(1, 8, 8), Conv2d(1, 3, {arguments})]"));
        Assert.EndsWith("which sets the same; remove one of them", message, StringComparison.Ordinal);
    }
}
