namespace CnnGen.Runtime.Tests;

/// <summary>A network that no generator wrote needs only the members that it had to have from the start.</summary>
public class HandWrittenNetworkTests
{
    [Fact]
    public void SavesIntoAStream()
    {
        var network = new Gain { Value = 3 };
        using var stream = new MemoryStream();
        ((INetwork<Gain>)network).Save(stream);
        stream.Position = 0;
        Assert.Equal(3, Gain.Load(stream).Value);
    }

    [Fact]
    public void SaysThatItHasNoOptions()
    {
        Assert.Contains("Gain", Assert.Throws<NotSupportedException>(Load<Gain>).Message);

        static T Load<T>()
            where T : INetwork<T> => T.Load(new MemoryStream(), new LoadOptions());
    }

    [Fact]
    public void FactsPrintTheirShapes()
    {
        Assert.Equal("gain 1×2×3", new ParameterInfo("gain", [1, 2, 3], 0, 6, IsTrainable: true).ToString());
        Assert.Equal("bn.mean 6 (buffer)", new ParameterInfo("bn.mean", [6], 0, 6, IsTrainable: false).ToString());
        Assert.Equal("input 3×4×5", new TensorInfo("input", [3, 4, 5], 60).ToString());
        Assert.Equal("ReLU 8×1×1", new LayerInfo("", "ReLU", [8, 1, 1], 0, 0, 1, "").ToString());
    }

    private sealed class Gain : INetwork<Gain>
    {
        private readonly float[] _value = new float[1];

        public static NetworkInfo Info { get; } = new(
            "Gain", [new("input", [1], 1)], [new("output", [1], 1)], [], [new("gain", [1], 0, 1, IsTrainable: true)]);

        public float Value
        {
            get => _value[0];
            set => _value[0] = value;
        }

        public Span<float> Parameters => _value;

        public int Threads { get; set; } = 1;

        public static Gain Load(string path)
        {
            using FileStream stream = File.OpenRead(path);
            return Load(stream);
        }

        public static Gain Load(Stream stream)
        {
            var network = new Gain();
            Safetensors.Load(stream, Info.Parameters, network._value);
            return network;
        }

        public void Save(string path) => Safetensors.Save(path, Info.Parameters, _value);

        public void Predict(ReadOnlySpan<float> input, Span<float> output) => output[0] = Value * input[0];

        public void PredictBatch(ReadOnlySpan<float> inputs, Span<float> outputs)
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                Predict(inputs[i..], outputs[i..]);
            }
        }

        public Gain Fork() => this;
    }
}
