namespace CnnGen.EndToEnd.Tests.Networks;

/// <summary>Runs a network once, through the interface alone.</summary>
public static class Placement
{
    public static float[] Predict<T>(T network)
        where T : INetwork<T>
    {
        float[] input = [.. Enumerable.Range(1, T.Info.Inputs[0].Length).Select(i => i / 8f)];
        var output = new float[T.Info.Outputs[0].Length];
        network.Predict(input, output);
        return output;
    }
}
