namespace CnnGen;

/// <summary>One sample's outputs as a loss sees them.</summary>
/// <param name="Classes">Features of a vector, channels of a C×H×W tensor.</param>
/// <param name="Pixels">1 for a vector, else H·W.</param>
/// <param name="Length">Elements of all outputs.</param>
/// <param name="OutputCount">How many outputs the network has.</param>
internal readonly record struct OutputShape(int Classes, int Pixels, int Length, int OutputCount)
{
    public static OutputShape Of(NetworkInfo info)
    {
        TensorInfo first = info.Outputs[0];
        int classes = first.Shape[0];
        return new OutputShape(classes, first.Length / classes, info.Outputs.Sum(output => output.Length), info.Outputs.Count);
    }
}
