using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Weights of one network load into another one of the same backbone.</summary>
public class LoadOptionsTests
{
    private static readonly byte[] Trained = Saved(new OldHead(1));
    private static readonly LoadOptions Lenient = new() { IgnoreUnexpected = true, AllowMissing = true, Seed = 5 };

    [Fact]
    public void A_backbone_loads_into_a_network_with_a_new_head()
    {
        var options = new LoadOptions { IgnoreUnexpected = true, AllowMissing = true, Seed = 5 };
        NewHead network = Load<NewHead>(Trained, options);
        Assert.Equal(Part(new OldHead(1), "conv.weight"), Part(network, "conv.weight"));
        Assert.Equal(Part(new OldHead(1), "bn.running_var"), Part(network, "bn.running_var"));
        Assert.Equal(Part(new NewHead(5), "new.weight"), Part(network, "new.weight"));
        Assert.Equal(Part(new NewHead(5), "new.bias"), Part(network, "new.bias"));
        Assert.Equal(["new.weight", "new.bias"], options.Report!.Missing);
        Assert.Equal(["fc.weight", "fc.bias"], options.Report.Unexpected);
        Assert.Equal("missing in the file: new.weight, new.bias; not loaded from it: fc.weight, fc.bias", options.Report.ToString());
    }

    [Fact]
    public void The_network_predicts_and_trains_with_what_was_loaded()
    {
        NewHead loaded = Load<NewHead>(Trained, Lenient), again = NewHead.Load(new MemoryStream(Saved(loaded)));
        float[] input = [.. Enumerable.Range(0, NewHead.InputLength).Select(i => i / 7f)];
        float[] expected = new float[NewHead.OutputLength], found = new float[NewHead.OutputLength];
        loaded.Predict(input, found);
        again.Predict(input, expected);
        Tolerance.SameBits(expected, found, "outputs");
        Assert.True(float.IsFinite(new Trainer<NewHead>(loaded, new Sgd(0.01f), batchSize: 1).Step(input, [1])));
    }

    [Fact]
    public void A_head_of_another_shape_is_left_out_by_name()
    {
        Assert.Throws<InvalidDataException>(() => Load<WiderHead>(Trained, Lenient));
        var options = new LoadOptions { Rename = name => name.Contains("fc", StringComparison.Ordinal) ? null : name, AllowMissing = true };
        WiderHead network = Load<WiderHead>(Trained, options);
        Assert.Equal(Part(new OldHead(1), "conv.weight"), Part(network, "conv.weight"));
        Assert.Equal(["fc.weight", "fc.bias"], options.Report!.Missing);
        Assert.Equal(["fc.weight", "fc.bias"], options.Report.Unexpected);
    }

    [Fact]
    public void Names_are_translated()
    {
        byte[] wrapped = Saved(new Wrapped(1));
        Assert.Contains("WithoutPrefix(\"module.\")", Refusal<OldHead>(wrapped, new LoadOptions()), StringComparison.Ordinal);
        var options = new LoadOptions { Rename = LoadOptions.WithoutPrefix("module.") };
        Tolerance.SameBits(new Wrapped(1).Parameters, Load<OldHead>(wrapped, options).Parameters, "parameters");
        Assert.Equal("everything was loaded", options.Report!.ToString());
        Tolerance.SameBits(
            new OldHead(1).Parameters, Load<Wrapped>(Trained, new() { Rename = name => "module." + name }).Parameters, "parameters");
    }

    [Fact]
    public void Names_without_the_prefix_stay_as_they_are()
    {
        Func<string, string> rename = LoadOptions.WithoutPrefix("module.");
        Assert.Equal("submodule.x", rename("submodule.x"));
        Assert.Equal("module.x", rename("module.module.x"));
    }

    [Fact]
    public void Two_tensors_of_one_name_are_refused() =>
        Assert.Contains(
            "tensor 'fc.bias': expected one tensor with this name after renaming, found 'bn.bias' and 'fc.bias'",
            Refusal<OldHead>(Trained, new LoadOptions { Rename = name => name == "bn.bias" ? "fc.bias" : name }), StringComparison.Ordinal);

    [Fact]
    public void Each_option_forgives_its_own_fault_only()
    {
        Assert.Contains("'fc.weight'", Refusal<NewHead>(Trained, new LoadOptions { AllowMissing = true }), StringComparison.Ordinal);
        Assert.Contains("'new.weight'", Refusal<NewHead>(Trained, new LoadOptions { IgnoreUnexpected = true }), StringComparison.Ordinal);
        Assert.Contains("bytes of data", Refusal<NewHead>([.. Trained, 0], Lenient), StringComparison.Ordinal);
        Assert.Contains("bytes of data", Refusal<NewHead>(Trained[..^1], Lenient), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_seed_the_values_differ()
    {
        var options = new LoadOptions { AllowMissing = true, IgnoreUnexpected = true };
        Assert.NotEqual(Part(Load<NewHead>(Trained, options), "new.weight"), Part(Load<NewHead>(Trained, options), "new.weight"));
    }

    [Fact]
    public void A_file_loads_with_options_too()
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, Trained);
        Tolerance.SameBits(Load<NewHead>(Trained, Lenient).Parameters, NewHead.Load(path, Lenient).Parameters, "parameters");
        Assert.Throws<ArgumentNullException>(() => NewHead.Load(path, null!));
        File.Delete(path);
    }

    private static T Load<T>(byte[] file, LoadOptions options)
        where T : INetwork<T> => T.Load(new MemoryStream(file), options);

    private static string Refusal<T>(byte[] file, LoadOptions options)
        where T : INetwork<T> => Assert.Throws<InvalidDataException>(() => Load<T>(file, options)).Message;

    private static byte[] Saved<T>(T network)
        where T : INetwork<T>
    {
        using var stream = new MemoryStream();
        network.Save(stream);
        return stream.ToArray();
    }

    private static float[] Part<T>(T network, string name)
        where T : INetwork<T>
    {
        ParameterInfo parameter = T.Info.Parameters.Single(candidate => candidate.Name == name);
        return network.Parameters.Slice(parameter.Offset, parameter.Length).ToArray();
    }
}

[Network, Input(1, 6, 6), Conv2d(4, 3, Name = "conv"), BatchNorm2d(Name = "bn"), ReLU, Flatten, Linear(3, Name = "fc")]
internal sealed partial class OldHead;

[Network, Input(1, 6, 6), Conv2d(4, 3, Name = "conv"), BatchNorm2d(Name = "bn"), ReLU, Flatten, Linear(5, Name = "new")]
internal sealed partial class NewHead;

[Network, Input(1, 6, 6), Conv2d(4, 3, Name = "conv"), BatchNorm2d(Name = "bn"), ReLU, Flatten, Linear(5, Name = "fc")]
internal sealed partial class WiderHead;

[Network, Input(1, 6, 6), Conv2d(4, 3, Name = "module.conv"), BatchNorm2d(Name = "module.bn"), ReLU, Flatten, Linear(3, Name = "module.fc")]
internal sealed partial class Wrapped;
