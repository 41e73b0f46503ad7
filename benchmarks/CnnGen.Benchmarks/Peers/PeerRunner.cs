using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Peers;

/// <summary>The side-by-side comparison; prints each line as it comes and writes <c>benchmarks/Results/&lt;cpu&gt;.md</c>.</summary>
public static class PeerRunner
{
    private const string Header = "| network | CnnGen | peer | ratio | goal |\n|---|---|---|---|---|";
    private static readonly string[] Parts = ["predict", "zoo", "step", "torchsharp", "mnist"];

    /// <summary>
    /// Runs the named parts (<c>predict</c>, <c>zoo</c>, <c>step</c>, <c>torchsharp</c>, <c>mnist</c>); without a name all of them.
    /// </summary>
    public static int Run(string[] parts)
    {
        if (parts.Except(Parts).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"peers: expected any of {string.Join(", ", Parts)}, but found {unknown}.");
            return 2;
        }

        string root = FindRoot();
        string scripts = Path.Combine(root, "benchmarks", "Peers");
        var python = new PythonPeer(scripts);
        var report = new Report();
        var chosen = parts.Length == 0 ? Parts : parts;
        report.Add($"# {Processor.Name}\n\n.NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}. Medians; ratio = peer / CnnGen.");
        if (chosen.Contains("predict") || chosen.Contains("zoo"))
        {
            Inference(report, python, scripts, chosen);
        }

        if (chosen.Contains("step"))
        {
            Step(report, python, "PyTorch (oneDNN, OpenBLAS)", StepNetworks.PyTorchGoals);
        }

        if (chosen.Contains("torchsharp"))
        {
            TorchSharp(report, scripts);
        }

        if (chosen.Contains("mnist"))
        {
            report.Add("## MNIST, 10 epochs of LeNet-5, Adam 2e-3, cosine, batch 64\n");
            report.AddAll(new MnistComparison(python, root).Run());
        }

        if (parts.Length == 0)
        {
            report.Save(Path.Combine(root, "benchmarks", "Results", Processor.Slug + ".md"));
        }

        return 0;
    }

    private static void Inference(Report report, PythonPeer python, string scripts, string[] chosen)
    {
        Console.WriteLine("Fetching ONNX Runtime ...");
        PythonPeer.Execute("bash", [Path.Combine(scripts, "fetch.sh")]);
        string cache = Path.Combine(scripts, "cache");
        var api = new OrtApi(Path.Combine(cache, "libonnxruntime.so.1"));
        var comparison = new InferenceComparison(api, cache);
        string peer = $"one sample, one thread, against ONNX Runtime {api.LibraryVersion} (CPU provider, all optimisations)";
        if (chosen.Contains("predict"))
        {
            Console.WriteLine("Exporting the small networks ...");
            python.Export(cache, "ball", "pedestrian", "lenet5", "smallvgg", "conv3x3");
            report.Add($"## `Predict`, {peer}\n");
            Predict(report, comparison);
        }

        if (chosen.Contains("zoo"))
        {
            report.Add($"## The zoo's `Predict`, {peer}\n");
            report.Add(Header);
            report.AddAll(ZooComparison.Inference(comparison, python, cache));
            report.Add("## `Predict` on two threads against one\n");
            report.Add("| network | two threads | one thread | ratio | goal |\n|---|---|---|---|---|");
            report.AddAll(ZooComparison.Threads());
        }
    }

    private static void Predict(Report report, InferenceComparison comparison)
    {
        report.Add(Header);
        report.Add(comparison.Run<Ball>("ball classifier", "ball", 8));
        report.Add(comparison.Run<Pedestrian>("pedestrian", "pedestrian", 4));
        report.Add(comparison.Run<LeNet5>("LeNet-5", "lenet5", 2.2));
        report.Add(comparison.Run<SmallVgg>("small VGG", "smallvgg", null));
        report.Add(comparison.Run<Conv3x3>("3×3 convolution 28×28×64→96", "conv3x3", null));
        int rounds = FmaPeak.RoundsFor(Conv3x3.MultiplyAdds);
        var (winograd, _) = InferenceComparison.AgainstPeak(new Conv3x3(1), rounds);
        var (direct, peak) = InferenceComparison.AgainstPeak(new DilatedConv3x3(1), rounds);
        report.Add(
            $"\nThe same convolution with dilation 2, a direct kernel, takes {direct:0.0} µs, its multiply-adds in registers alone " +
            $"{peak:0.0} µs ({2e-3 * Conv3x3.MultiplyAdds / peak:0.0} GFLOP/s): {peak / direct:0.0 %} of the peak (goal: 90 %). " +
            $"Winograd's method takes {winograd:0.0} µs: {peak / winograd:0.0 %} of the peak in effect.");
    }

    private static void Step(Report report, IStepPeer peer, string name, IReadOnlyList<double> goals)
    {
        var comparison = new StepComparison(peer);
        report.Add($"## Training step, SGD with momentum, against {name}\n");
        report.Add(Header);
        report.AddAll(StepNetworks.Rows(comparison, threads: 1, goals));
        if (Environment.ProcessorCount > 1)
        {
            report.AddAll(StepNetworks.Rows(comparison, threads: 2, StepNetworks.NoGoals));
        }
    }

    /// <summary>The comparison is left out where the library does not load.</summary>
    private static void TorchSharp(Report report, string scripts)
    {
        TorchSharpPeer peer;
        try
        {
            Console.WriteLine("Building the peer with TorchSharp ...");
            peer = new TorchSharpPeer(scripts);
            peer.Step("lenet5", 1, 1, 1);
        }
        catch (InvalidOperationException exception)
        {
            report.Add($"\nTorchSharp does not run here, so there is no comparison with it: {exception.Message}");
            return;
        }

        Step(report, peer, "TorchSharp 0.107 (libtorch 2.10: MKL, oneDNN)", StepNetworks.TorchSharpGoals);
    }

    /// <summary>The repository's folder.</summary>
    public static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CnnGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The comparison runs inside the repository: no folder above the program holds CnnGen.sln.");
    }
}
