using Onnx;

namespace CnnGen.Onnx.Tests;

/// <summary>Files that are no sound models.</summary>
public sealed class DamagedModelTests
{
    [Fact]
    public void EmptyAndForeignFilesAreErrors()
    {
        Assert.Contains("found none", Error([]), StringComparison.Ordinal);
        Assert.Contains("expected an ONNX model", Error([0xff, 0xff, 0xff, 0xff, 0x12]), StringComparison.Ordinal);
        Assert.Contains("expected an ONNX model", Error([.. Net().Bytes.AsSpan(0, 40)]), StringComparison.Ordinal);
    }

    [Fact]
    public void CyclesAreErrors()
    {
        byte[] model = new ModelBuilder().Input("x", 1, 3, 4, 4).Node("Add", "x b", "a").Node("Relu", "a", "b").Output("b").Bytes;
        Assert.Equal("expected a graph without cycles, found node 'Add_a' (Add) in, or behind, one", Error(model));
    }

    [Fact]
    public void MissingInitialisersAreErrors()
    {
        byte[] model = new ModelBuilder().Input("x", 1, 3, 4, 4).Node("Conv", "x w", "y").Output("y").Bytes;
        Assert.Equal("node 'Conv_y' (Conv) reads 'w', which is neither an input, an initialiser nor made by a node", Error(model));
    }

    [Fact]
    public void ValuesThatAreMadeTwiceAreErrors()
    {
        byte[] model = new ModelBuilder().Input("x", 1, 3, 4, 4).Node("Relu", "x", "y").Node("Tanh", "x", "y").Output("y").Bytes;
        Assert.Equal("expected one origin of 'y', found node 'Tanh_y' as a second one", Error(model));
    }

    [Fact]
    public void UnsortedNodesAreSorted()
    {
        ImportResult result = new ModelBuilder().Input("x", 1, 3, 4, 4).Node("Tanh", "a", "y").Node("Relu", "x", "a").Output("y").Import();
        Assert.Contains("[ReLU, Tanh]", result.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherOperatorSetsAreErrors()
    {
        Assert.Contains("expected operator set 1 to 22, found 99",
            Error(new ModelBuilder(99).Input("x", 1, 3).Node("Relu", "x", "y").Output("y").Bytes), StringComparison.Ordinal);
        ModelProto model = Net().Model;
        model.OpsetImport.Clear();
        Assert.Contains("found none", Error(Google.Protobuf.MessageExtensions.ToByteArray(model)), StringComparison.Ordinal);
    }

    [Fact]
    public void OpenSizesMustBeSaid()
    {
        ModelBuilder model = new ModelBuilder().Input("x", -1, 3, -1, -1).Node("Relu", "x", "y").Output("y");
        Assert.Equal("expected a fixed shape of input 'x', found [?, 3, ?, ?]; say it, for example 1x3x224x224",
            Assert.Single(model.Import().Problems).ToString());
        Assert.Contains("Input(3, 8, 6)", model.Import(new() { InputShape = [1, 3, 8, 6] }).Source, StringComparison.Ordinal);
        string reason = Assert.Single(model.Import(new() { InputShape = [1, 4, 8, 6] }).Problems).Reason;
        Assert.Contains("expected a shape that fits", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FoldedConstantsCannotTakeMuchMemory()
    {
        ImportResult result = new ModelBuilder().Input("x", 1, 3, 4, 4).Integers("huge", 60_000, 60_000)
            .Node("ConstantOfShape", "huge", "c").Node("Add", "x c", "y").Output("y").Import();
        Assert.Null(result.Source);
        Assert.Equal("ConstantOfShape", result.Problems[0].Operator);
    }

    private static ModelBuilder Net() =>
        new ModelBuilder().Input("x", 1, 3, 4, 4).Weight("w", 2, 3, 3, 3).Node("Conv", "x w", "c").Node("Relu", "c", "y").Output("y");

    private static string Error(byte[] model) =>
        Assert.Throws<InvalidDataException>(() => OnnxImporter.Import(new MemoryStream(model))).Message;
}
