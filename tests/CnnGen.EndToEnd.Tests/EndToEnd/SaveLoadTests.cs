using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>safetensors files, written by us and by others.</summary>
public sealed class SaveLoadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen").FullName;

    public static TheoryData<string> Names => Cases.Names(Cases.Small);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Save_and_Load_keep_every_bit(string name)
    {
        NetworkCase network = Cases.Find(name);
        ICompiled compiled = network.CreateInitialised();
        string path = Path.Combine(_folder, "weights.safetensors");
        compiled.Save(path);
        ICompiled loaded = network.Create().Load(path);
        Tolerance.SameBits(compiled.Parameters, loaded.Parameters, "parameters");
        Tolerance.SameBits(Predict(network, compiled), Predict(network, loaded), "outputs");
        Assert.Equal(["weights.safetensors"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Files_of_PyTorch_load(string name)
    {
        NetworkCase network = Cases.Find(name);
        ICompiled compiled = network.CreateInitialised();
        using var stream = new MemoryStream(FileOf(network, compiled));
        ICompiled loaded = compiled.Load(stream);
        Tolerance.SameBits(Predict(network, compiled), Predict(network, loaded), "outputs");
    }

    [Fact]
    public void Saved_files_have_PyTorchs_names()
    {
        NetworkCase network = Cases.Find("LeNet5");
        ICompiled compiled = network.CreateInitialised();
        string path = Path.Combine(_folder, "weights.safetensors");
        compiled.Save(path);
        Dictionary<string, double[]> tensors = Safetensors.Read(File.ReadAllBytes(path));
        Assert.Equal(network.Reference.Parameters.Select(p => p.Name).Order(), tensors.Keys.Order());
        foreach ((string parameter, var weights) in network.Reference.Parameters)
        {
            Assert.Equal(weights.Value, tensors[parameter]);
        }
    }

    [Fact]
    public void Save_replaces_an_older_file()
    {
        NetworkCase network = Cases.Find("Mlp");
        string path = Path.Combine(_folder, "weights.safetensors");
        network.Create().Save(path);
        ICompiled compiled = network.CreateInitialised();
        compiled.Save(path);
        Tolerance.SameBits(compiled.Parameters, compiled.Load(path).Parameters, "parameters");
    }

    [Fact]
    public void Trailing_ones_of_a_shape_do_not_matter()
    {
        NetworkCase network = Cases.Find("OneByOne");
        ICompiled compiled = network.CreateInitialised();
        float[] parameters = compiled.Parameters.ToArray();
        byte[] file = Safetensors.Write(compiled.Info.Parameters.Select(p =>
            (p.Name, (IReadOnlyList<int>)[.. p.Shape.Reverse().SkipWhile(n => n == 1).Reverse()], parameters[p.Offset..(p.Offset + p.Length)])));
        Tolerance.SameBits(parameters, compiled.Load(new MemoryStream(file)).Parameters, "parameters");
    }

    internal static byte[] FileOf(NetworkCase network, ICompiled compiled)
    {
        float[] parameters = compiled.Parameters.ToArray();
        return Safetensors.Write(network.Reference.Parameters.Select(p =>
            (p.Name, (IReadOnlyList<int>)p.Weights.Shape, network.Part(parameters, p.Name).ToArray())));
    }

    internal static float[] Predict(NetworkCase network, ICompiled compiled)
    {
        var output = new float[network.OutputLength];
        compiled.Predict(network.Inputs(1), output);
        return output;
    }
}
