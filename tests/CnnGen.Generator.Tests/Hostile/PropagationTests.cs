namespace CnnGen.Generator.Tests.Hostile;

/// <summary>
/// What depends on an element becomes NaN with it, and what does not keeps every bit when that element is NaN or infinite. What depends
/// on it is found by changing it.
/// </summary>
public sealed class PropagationTests
{
    /// <summary>Groups that share a vector are one dense matrix with zeros.</summary>
    private const string Spreading = "Groups = ";

    /// <summary>The rounding of a tile that is computed as a whole looks like dependence: it has tests of its own.</summary>
    private const string Winograd = "Upsample(2), Conv2d";

    private static readonly float[] Changes = [1000f, -1000f, 0.4f];

    public static TheoryData<string> Names => [.. OperatorList.Names.Where(name => !name.Contains(Winograd))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Forward(string name)
    {
        OperatorRun network = OperatorList.Compile(name);
        float[] dy = new float[network.Info.Outputs[0].Length];
        Check(name, Values(network.Info.Inputs[0].Length, 1), input => network.Predict(input).Output);
        Check(name, Values(network.Info.Inputs[0].Length, 1), input => network.Train(input, dy).Output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Backward(string name)
    {
        OperatorRun network = OperatorList.Compile(name);
        float[] input = Values(network.Info.Inputs[0].Length, 1);
        Check(name, Values(network.Info.Outputs[0].Length, 2), dy => network.Train(input, dy).InputGradient);
    }

    private static void Check(string name, float[] good, Func<float[], float[]> function)
    {
        float[] expected = function(good);
        foreach (int place in Places(good.Length))
        {
            float[] With(float value)
            {
                float[] changed = [.. good];
                changed[place] = value;
                return function(changed);
            }

            float[][] changes = [.. Changes.Select(With)];
            bool[] depends = [.. expected.Select((value, i) => changes.Any(change => !change[i].Equals(value)))];
            foreach (float value in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
            {
                float[] found = With(value);
                for (int i = 0; i < found.Length; i++)
                {
                    bool isRight = depends[i] ? !float.IsNaN(value) || float.IsNaN(found[i]) : found[i].Equals(expected[i]);
                    string instead = depends[i] ? "depends on it, is not NaN" : $"does not depend on it, is no longer {expected[i]}";
                    Assert.True(
                        isRight || (!depends[i] && name.Contains(Spreading)),
                        $"{name}: element {place} is {value}; element {i} of the result, which {instead} but {found[i]}");
                }
            }
        }
    }

    /// <summary>The first and the last element, and one between.</summary>
    private static IEnumerable<int> Places(int length) => new[] { 0, length / 2 + 1, length - 1 }.Distinct();

    /// <summary>Of both signs; none is 0 or twice in a window.</summary>
    private static float[] Values(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() + 0.01f) * (random.Next(2) == 0 ? -2f : 2f))];
    }
}
