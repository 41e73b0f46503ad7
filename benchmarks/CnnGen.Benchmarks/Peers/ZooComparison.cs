using CnnGen.ModelZoo;

namespace CnnGen.Benchmarks.Peers;

/// <summary>The networks of samples/ModelZoo that have a goal.</summary>
public static class ZooComparison
{
    /// <summary><c>Predict</c> against ONNX Runtime.</summary>
    public static IEnumerable<Row> Inference(InferenceComparison comparison, PythonPeer python, string cache)
    {
        yield return Run<RobotDetector>("robot detector", 1.6);
        yield return Run<MobileNetV2>("MobileNetV2", 1.1);
        yield return Run<SqueezeNet>("SqueezeNet 1.1", 1.4);
        yield return Run<ShuffleNetV2>("ShuffleNetV2 1.0", 1.3);
        yield return Run<EfficientNetB0>("EfficientNet-B0", 1.15);
        yield return Run<GoogLeNet>("GoogLeNet", 1.5);
        yield return Run<ResNet18>("ResNet-18", 1.8);
        yield return Run<ResNet50>("ResNet-50", 1.2);
        yield return Run<DenseNet121>("DenseNet-121", 1.2);
        yield return Run<ConvNeXtTiny>("ConvNeXt-T", 1.1);
        yield return Run<InceptionV3>("Inception v3", 1.2);
        yield return Run<UNet>("U-Net 128×128", 2);
        yield return Run<Vgg11>("VGG-11", 1.7);
        yield return Run<Vgg16>("VGG-16", 2);
        yield return Run<AlexNet>("AlexNet", 1.1);

        Row Run<T>(string name, double goal)
            where T : INetwork<T>
        {
            python.Export(cache, typeof(T).Name);
            return comparison.RunLarge<T>(name, goal);
        }
    }

    /// <summary><c>Predict</c> on two threads.</summary>
    public static IEnumerable<Row> Threads()
    {
        yield return InferenceComparison.RunThreads(new MobileNetV2(1), "MobileNetV2", 1.8);
        yield return InferenceComparison.RunThreads(new ResNet18(1), "ResNet-18", 1.8);
        yield return InferenceComparison.RunThreads(new ResNet50(1), "ResNet-50", 1.8);
        yield return InferenceComparison.RunThreads(new ConvNeXtTiny(1), "ConvNeXt-T", 1.8);
        yield return InferenceComparison.RunThreads(new Vgg16(1), "VGG-16", 1.8);
    }
}
