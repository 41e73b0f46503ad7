using CnnGen.Onnx.Reading;
using Google.Protobuf;
using Onnx;
using static Onnx.TensorProto.Types;

namespace CnnGen.Onnx.Tests;

/// <summary>Tensors in every form that files have.</summary>
public sealed class TensorReaderTests
{
    private static readonly float[] Numbers = [1, -2, 0.5f];

    [Fact]
    public void TypedNumbersAreRead() => Assert.Equal(Numbers, Read(new() { DataType = (int)DataType.Float, FloatData = { Numbers } }));

    [Fact]
    public void RawNumbersAreRead() => Assert.Equal(Numbers, Read(Raw(DataType.Float, Numbers.SelectMany(BitConverter.GetBytes))));

    [Fact]
    public void RawHalvesAreRead() =>
        Assert.Equal(Numbers, Read(Raw(DataType.Float16, Numbers.SelectMany(number => BitConverter.GetBytes((Half)number)))));

    [Fact]
    public void TypedHalvesAreRead() => Assert.Equal(Numbers, Read(new()
    {
        DataType = (int)DataType.Float16,
        Int32Data = { Numbers.Select(number => (int)BitConverter.HalfToUInt16Bits((Half)number)) },
    }));

    [Fact]
    public void RawBrainFloatsAreRead() => Assert.Equal(Numbers, Read(Raw(
        DataType.Bfloat16, Numbers.SelectMany(number => BitConverter.GetBytes((ushort)(BitConverter.SingleToUInt32Bits(number) >> 16))))));

    [Fact]
    public void DoublesAreRead() =>
        Assert.Equal(Numbers, Read(new() { DataType = (int)DataType.Double, DoubleData = { Numbers.Select(number => (double)number) } }));

    [Theory]
    [InlineData(DataType.Int8, "01ff02", new double[] { 1, -1, 2 })]
    [InlineData(DataType.Uint8, "01ff02", new double[] { 1, 255, 2 })]
    [InlineData(DataType.Int16, "0100ffff0200", new double[] { 1, -1, 2 })]
    [InlineData(DataType.Int32, "01000000ffffffff02000000", new double[] { 1, -1, 2 })]
    [InlineData(DataType.Int64, "0100000000000000ffffffffffffffff0200000000000000", new double[] { 1, -1, 2 })]
    public void RawIntegersAreRead(DataType type, string bytes, double[] expected)
    {
        Tensor tensor = TensorReader.Read(Raw(type, Convert.FromHexString(bytes)), null);
        Assert.Equal(TensorKind.Integer, tensor.Kind);
        Assert.Equal(expected, tensor.Values);
    }

    [Fact]
    public void TooFewBytesAreAnError()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => TensorReader.Read(Raw(DataType.Float, new byte[11]), null));
        Assert.Equal("tensor 't': expected 12 bytes for Float [3], found 11", error.Message);
    }

    [Fact]
    public void TooFewNumbersAreAnError()
    {
        var tensor = new TensorProto { Name = "t", Dims = { 3 }, DataType = (int)DataType.Float, FloatData = { 1f } };
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => TensorReader.Read(tensor, null));
        Assert.Equal("tensor 't': expected 3 numbers for Float [3], found 1", error.Message);
    }

    [Theory]
    [InlineData(new long[] { -1 })]
    [InlineData(new long[] { 1L << 40 })]
    [InlineData(new long[] { 1 << 20, 1 << 20 })]
    public void HugeOrNegativeShapesAreAnErrorBeforeMemoryIsTaken(long[] shape)
    {
        var tensor = new TensorProto { Name = "t", Dims = { shape }, DataType = (int)DataType.Float, FloatData = { 1f } };
        Assert.Throws<InvalidDataException>(() => TensorReader.Read(tensor, null));
    }

    [Fact]
    public void TextIsAnError()
    {
        var tensor = new TensorProto { Name = "t", Dims = { 1 }, DataType = (int)DataType.String, StringData = { ByteString.Empty } };
        string error = Assert.Throws<InvalidDataException>(() => TensorReader.Read(tensor, null)).Message;
        Assert.Contains("number type", error, StringComparison.Ordinal);
    }

    [Fact]
    public void DataBesideTheModelIsRead()
    {
        using var folder = new Folder();
        File.WriteAllBytes(folder.File("größe.bin"), [0, 0, 0, 0, .. Numbers.SelectMany(BitConverter.GetBytes)]);
        Assert.Equal(Numbers, TensorReader.Read(External("größe.bin", offset: 4), folder.Path).ToSingles());
    }

    [Theory]
    [InlineData("../outside.bin")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../outside.bin")]
    [InlineData("")]
    public void DataOutsideTheModelsFolderIsRefused(string location)
    {
        using var folder = new Folder();
        string inner = Directory.CreateDirectory(folder.File("inner")).FullName;
        File.WriteAllBytes(folder.File("outside.bin"), new byte[100]);
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => TensorReader.Read(External(location, 0), inner));
        Assert.Equal($"tensor 't': expected its data in the model's folder, found '{location}'", error.Message);
    }

    [Fact]
    public void LinksThatLeaveTheFolderAreRefused()
    {
        using var folder = new Folder();
        string inner = Directory.CreateDirectory(folder.File("inner")).FullName;
        File.WriteAllBytes(folder.File("outside.bin"), new byte[100]);
        File.CreateSymbolicLink(Path.Combine(inner, "link.bin"), folder.File("outside.bin"));
        Assert.Throws<InvalidDataException>(() => TensorReader.Read(External("link.bin", 0), inner));
    }

    [Fact]
    public void MissingOrShortFilesAreErrors()
    {
        using var folder = new Folder();
        Assert.Contains("cannot be read", Error("missing.bin"), StringComparison.Ordinal);
        File.WriteAllBytes(folder.File("short.bin"), new byte[5]);
        Assert.Equal("tensor 't': expected 12 bytes from 0 on in 'short.bin', found 5 bytes in all", Error("short.bin"));

        string Error(string location) =>
            Assert.Throws<InvalidDataException>(() => TensorReader.Read(External(location, 0), folder.Path)).Message;
    }

    private static float[] Read(TensorProto tensor)
    {
        tensor.Dims.Clear();
        tensor.Dims.Add(Numbers.Length);
        return TensorReader.Read(tensor, null).ToSingles();
    }

    private static TensorProto Raw(DataType type, IEnumerable<byte> bytes) =>
        new() { Name = "t", Dims = { 3 }, DataType = (int)type, RawData = ByteString.CopyFrom([.. bytes]) };

    private static TensorProto External(string location, int offset) => new()
    {
        Name = "t",
        Dims = { 3 },
        DataType = (int)DataType.Float,
        DataLocation = DataLocation.External,
        ExternalData = { Entry("location", location), Entry("offset", $"{offset}") },
    };

    private static StringStringEntryProto Entry(string key, string value) => new() { Key = key, Value = value };
}
