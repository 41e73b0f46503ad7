using CnnGen.Onnx;

namespace CnnGen.Samples.ImageNet;

/// <summary>ResNet-18 with ImageNet's weights: the files that the build brings, and what becomes of them.</summary>
public static class ImageNetModel
{
    /// <summary>What a block of the network is called in the programs that apply it.</summary>
    public const string BaseName = "base";

    /// <summary>Numbers that the model gives for a photo.</summary>
    public const int FeatureCount = 512;

    // Another version of the package has another file, and so has another way to name tensors.
    private const string WeightsName = "resnet18-features-0.23.1.safetensors";

    /// <summary>The model as the package has it.</summary>
    public static string OnnxPath => Existing("ResNet18.onnx");

    /// <summary>What the package does before the model: colours in another order, and a mean image to subtract.</summary>
    public static string PreprocessingPath => Existing("ResNetPreprocess.onnx");

    /// <summary>
    /// Loads the weights into a network that applies the model's block as <see cref="BaseName"/>; other parameters keep the values of a
    /// new network.
    /// </summary>
    /// <param name="seed">The seed of those values.</param>
    /// <exception cref="IOException">The model is not there, or its weights cannot be written to the user's cache.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or does not fit.</exception>
    public static T Load<T>(int seed = 0)
        where T : INetwork<T> => T.Load(WeightsPath(), new LoadOptions
        {
            Rename = name => $"{BaseName}.{name}",
            AllowMissing = true,
            Seed = seed,
        });

    /// <summary>The weights as safetensors: made from the model at the first start, and kept in the user's cache.</summary>
    private static string WeightsPath()
    {
        string path = Path.Combine(UserFolders.Cache("models"), WeightsName);
        if (!File.Exists(path))
        {
            ImportResult model = OnnxImporter.Import(OnnxPath);
            if (model.Source is null)
            {
                throw new InvalidDataException($"'{OnnxPath}' cannot be imported:\n{string.Join('\n', model.Problems)}");
            }

            // As a whole or not at all: two programs that start at once do not disturb each other.
            model.SaveWeights(path);
        }

        return path;
    }

    private static string Existing(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "models", name);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"expected the model '{path}', found none; a build copies it from the package Microsoft.ML.DnnImageFeaturizer.ResNet18",
                path);
    }
}
