using System.Diagnostics;
using System.Globalization;
using CnnGen.Peers;
using TorchSharp;

// Times TorchSharp's training step (forward, cross-entropy, backward, SGD with momentum); prints the median in ms, as torch_step.py does.
//   TorchSharpPeer <network> <batch> <threads> [steps]
VersionNeeds.Weaken(AppContext.BaseDirectory, "GLIBCXX_3.4.32");
var (name, batch, threads) = (args[0], Number(args[1]), Number(args[2]));
int steps = args.Length > 3 ? Number(args[3]) : 100;

torch.set_num_threads(threads);
torch.random.manual_seed(1);
var (network, shape) = Networks.Create(name);
using var optimizer = torch.optim.SGD(network.parameters(), 0.01, momentum: 0.9);
using var lossOf = torch.nn.CrossEntropyLoss();
using torch.Tensor inputs = torch.randn([batch, .. shape]);
using torch.Tensor labels = torch.randint(0, 10, [batch], torch.int64);
var times = new List<double>();
int warmUp = Math.Min(steps, 10);
for (int step = 0; step < steps + warmUp; step++)
{
    using IDisposable scope = torch.NewDisposeScope();
    long start = Stopwatch.GetTimestamp();
    optimizer.zero_grad();
    torch.Tensor loss = lossOf.call(network.call(inputs), labels);
    loss.backward();
    optimizer.step();
    loss.item<float>();
    if (step >= warmUp)
    {
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}

times.Sort();
Console.WriteLine(times[times.Count / 2].ToString("F4", CultureInfo.InvariantCulture));

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
