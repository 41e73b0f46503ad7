using CnnGen.Benchmarks.Networks;
using CnnGen.ModelZoo;
using LeNet5 = CnnGen.Benchmarks.Networks.LeNet5;

namespace CnnGen.Benchmarks.Peers;

/// <summary>The networks whose training step is compared.</summary>
public static class StepNetworks
{
    /// <summary>The least ratios against PyTorch on one thread that we want; 0: none.</summary>
    public static IReadOnlyList<double> PyTorchGoals { get; } = [2.5, 1.5, 1.4, 1.2, 1.2, 0];

    /// <summary>Those against TorchSharp.</summary>
    public static IReadOnlyList<double> TorchSharpGoals { get; } = [1, 1, 1, 1, 1, 1];

    /// <summary>No goals.</summary>
    public static IReadOnlyList<double> NoGoals { get; } = [0, 0, 0, 0, 0, 0];

    /// <summary>A row for each network.</summary>
    public static IEnumerable<Row> Rows(StepComparison comparison, int threads, IReadOnlyList<double> goals)
    {
        yield return Run(new LeNet5(1), "LeNet-5", "lenet5", 64, 200, goals[0]);
        yield return Run(new SmallVgg(1), "small VGG", "smallvgg", 64, 15, goals[1]);
        yield return Run(new ResNet20(1), "ResNet-20", nameof(ResNet20), 64, 10, goals[2]);
        yield return Run(new MobileNetV2(1), "MobileNetV2", nameof(MobileNetV2), 8, 4, goals[3]);
        yield return Run(new ResNet18(1), "ResNet-18", nameof(ResNet18), 8, 4, goals[4]);
        yield return Run(new ResNet50(1), "ResNet-50", nameof(ResNet50), 8, 4, goals[5]);

        Row Run<T>(T network, string name, string file, int batch, int steps, double goal)
            where T : ITrainableNetwork<T> => comparison.Run(
                network, $"{name}, {batch} samples, {threads} {(threads == 1 ? "thread" : "threads")}", file, batch, threads, steps,
                goal > 0 ? goal : null);
    }
}
