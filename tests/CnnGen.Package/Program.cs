using System.Runtime.Intrinsics;
using CnnGen;

// Trains a network on eight samples until it knows them, saves, loads and predicts; prints whether vectors are the processor's.
var net = new Digits(seed: 1);
var trainer = new Trainer<Digits>(net, new Adam(1e-2f), batchSize: 8);
var random = new Random(2);
float[] images = new float[8 * Digits.InputLength];
for (int i = 0; i < images.Length; i++)
{
    images[i] = random.NextSingle();
}

int[] labels = { 0, 1, 2, 3, 4, 5, 6, 7 };
float loss = 0;
for (int step = 0; step < 60; step++)
{
    loss = trainer.Step(images, labels);
}

string file = Path.Combine(Path.GetTempPath(), $"digits-{Environment.ProcessId}.safetensors");
net.Save(file);
Digits loaded = Digits.Load(file);
File.Delete(file);
float[] scores = new float[8 * Digits.OutputLength];
loaded.PredictBatch(images, scores);
int right = 0;
for (int i = 0; i < labels.Length; i++)
{
    float[] own = scores[(i * Digits.OutputLength)..((i + 1) * Digits.OutputLength)];
    right += Array.IndexOf(own, own.Max()) == labels[i] ? 1 : 0;
}

// pair.safetensors holds halves: the weights 1, 2, 3 and −1, −2, −4, the biases 0.5 and 0.25.
float[] pair = new float[2];
Pair.LoadEmbedded().Predict(new float[] { 1, 10, 100 }, pair);
bool isEmbedded = pair[0] == 321.5f && pair[1] == -420.75f;

Console.WriteLine($"{right} of 8 right, vectors {(Vector256.IsHardwareAccelerated ? "in hardware" : "in software")}, weights {(isEmbedded ? "embedded" : "wrong")}");
return right == 8 && isEmbedded && loss < 0.1f ? 0 : 1;

[Network, Input(1, 12, 12)]
[Conv2d(8, 3, Padding = 1), ReLU, MaxPool2d(2), Flatten, Linear(10)]
public sealed partial class Digits
{
}

[Network(Training = false), Input(3), Linear(2)]
public sealed partial class Pair
{
}
