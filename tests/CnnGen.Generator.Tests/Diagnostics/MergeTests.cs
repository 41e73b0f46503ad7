namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN004, CNN101, CNN102, CNN207 and CNN208 on layers of several inputs.</summary>
public sealed class MergeTests
{
    [Theory]
    [InlineData("""Add("a", {|CNN004:"c"|})""")]
    [InlineData("""Add({|CNN004:"c"|}, {|CNN004:"d"|})""")]
    [InlineData("""Multiply({|CNN004:names: "c"|})""")]
    [InlineData("""Concat({|CNN004:new[] { "a", "c" }|})""")]
    [InlineData("""{|CNN101:Add|}()""")]
    [InlineData("""{|CNN101:Concat|}""")]
    [InlineData("""Concat({|CNN101:"a"|})""")]
    [InlineData("""Add("half", "half", {|CNN102:From = "half"|})""")]
    [InlineData("""Add("a", {|CNN004:From = "c"|})""")]
    [InlineData("""Add("a", {|CNN207:"half"|})""")]
    [InlineData("""Add({|CNN207:Graph.Input|})""")]
    [InlineData("""Multiply("a", {|CNN207:"half"|})""")]
    [InlineData("""Multiply({|CNN207:"half"|}, "a", Graph.Input)""")]
    [InlineData("""Conv2d(3, 1), {|CNN207:Multiply|}("a", From = "half")""")]
    [InlineData("""Concat("a", "b", {|CNN208:"half"|}, "a")""")]
    public void Merging_layers_that_are_wrong(string layer)
    {
        Check.Layers(
            $"""
            [Input(3, 8, 8)]
            [Conv2d(4, 1, Name = "a"), Conv2d(4, 1, Name = "b"), AvgPool2d(2, Name = "half")]
            [{layer}]
            """);
    }

    [Theory]
    [InlineData(
        """AvgPool2d(2), Add({|CNN207:"a"|})""",
        "Add needs tensors of one shape but gets 4×4×4 and 4×8×8; bring 4×8×8 to 4×4×4 with Conv2d(4, 1, Stride = 2)")]
    [InlineData(
        """Conv2d(6, 3, Padding = 1), Add({|CNN207:"a"|})""",
        "Add needs tensors of one shape but gets 6×8×8 and 4×8×8; bring 4×8×8 to 6×8×8 with Conv2d(6, 1)")]
    [InlineData(
        """Upsample(3), Add({|CNN207:"a"|})""",
        "Add needs tensors of one shape but gets 4×24×24 and 4×8×8; bring 4×24×24 to 4×8×8 with Conv2d(4, 1, Stride = 3)")]
    [InlineData(
        """Conv2d(6, 3), Add({|CNN207:"a"|})""",
        "Add needs tensors of one shape but gets 6×6×6 and 4×8×8; "
            + "use padding or a stride that gives both the same, or crop the larger with CenterCrop2d(6, 6)")]
    [InlineData(
        """Flatten, Linear(5, Name = "b"), Linear(3), Add({|CNN207:"b"|})""",
        "Add needs tensors of one shape but gets a vector of 3 features and a vector of 5 features; "
            + "bring a vector of 5 features to a vector of 3 features with Linear(3)")]
    [InlineData(
        """Flatten, Add({|CNN207:"a"|})""",
        "Add needs tensors of one shape but gets a vector of 256 features and 4×8×8; put [Flatten] after the C×H×W one")]
    [InlineData(
        """Conv2d(4, 3), {|CNN207:Multiply|}("a")""",
        "Multiply needs tensors of one shape but gets 4×8×8 and 4×6×6; "
            + "a factor may also be 4×1×1 or 1×8×8, for example by AdaptiveAvgPool2d(1)")]
    [InlineData(
        """AdaptiveAvgPool2d(1), Conv2d(3, 1), {|CNN207:Multiply|}("a")""",
        "Multiply needs tensors of one shape but gets 4×8×8 and 3×1×1; bring 3×1×1 to 4×1×1 with Conv2d(4, 1)")]
    [InlineData(
        """Flatten, Multiply({|CNN207:"a"|})""",
        "Multiply needs tensors of one shape but gets a vector of 256 features and 4×8×8; put [Flatten] after the C×H×W one")]
    [InlineData(
        """Flatten(Name = "b"), Linear(3), {|CNN207:Multiply|}("b")""",
        "Multiply needs tensors of one shape but gets a vector of 256 features and a vector of 3 features; "
            + "bring a vector of 3 features to a vector of 256 features with Linear(256)")]
    [InlineData(
        """Conv2d(4, 3, Name = "b"), Concat("a", {|CNN208:"b"|})""",
        "Concat needs tensors of one height and width but gets 4×8×8 and 4×6×6; "
            + "use padding or a stride that gives both the same, or crop the larger with CenterCrop2d(6, 6)")]
    [InlineData(
        """Flatten(Name = "b"), Concat("a", {|CNN208:"b"|})""",
        "Concat needs tensors of one height and width but gets 4×8×8 and a vector of 256 features; put [Flatten] after the C×H×W one")]
    public void CNN207_and_CNN208_show_both_shapes_and_the_way_out(string layers, string expected)
    {
        string[] messages = Check.Layers($"[Input(4, 8, 8), ReLU(Name = \"a\"), {layers}]");
        Assert.Contains(expected, messages);
    }
}
