using CnnGen.Images;
using Photos;

const string Weights = "classifier.safetensors", Names = "classes.txt";

try
{
    switch (args)
    {
        case ["train", string folder]:
            return Train(folder, epochs: 20);
        case ["train", string folder, string epochs] when int.TryParse(epochs, out int count) && count > 0:
            return Train(folder, count);
        case ["predict", _, ..]:
            return Predict(args[1..]);
        default:
            Console.Error.WriteLine("""
                train <folder> [epochs]    learns from the images in the folder's folders, one per class
                predict <image>...         says what it takes the images for
                """);
            return 2;
    }
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

static int Train(string folder, int epochs)
{
    LabelledImages images = LabelledImages.Read(folder);
    Console.WriteLine($"{images.Labels.Length} images: {string.Join(", ", images.Classes)}");
    Training.Run(images, epochs).Save(Weights);
    File.WriteAllLines(Names, images.Classes);
    Console.WriteLine($"saved {Weights}");
    return 0;
}

static int Predict(string[] files)
{
    Classifier network = Classifier.Load(Weights);
    string[] classes = File.ReadAllLines(Names);
    ImageLoader loader = LabelledImages.NewLoader();
    float[] pixels = new float[loader.Length], scores = new float[Classifier.OutputLength];
    foreach (string file in files)
    {
        loader.Read(file, pixels);
        network.Predict(pixels, scores);
        int best = Array.IndexOf(scores, scores.Max());
        Console.WriteLine($"{file}: {classes[best]} ({1 / scores.Sum(score => MathF.Exp(score - scores[best])):0 %})");
    }

    return 0;
}
