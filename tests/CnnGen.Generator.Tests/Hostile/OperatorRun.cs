using System.Reflection;
using CnnGen.Runtime;

namespace CnnGen.Generator.Tests.Hostile;

/// <summary>Runs a network that was compiled in memory. Every pass begins anew, so that it depends on nothing before it.</summary>
internal abstract class OperatorRun
{
    public abstract NetworkInfo Info { get; }

    /// <summary>Outputs of one sample, and the working memory as the pass left it.</summary>
    public abstract (float[] Output, float[] Arena) Predict(float[] input);

    /// <summary>The same in training, and the gradient of the input.</summary>
    public abstract (float[] Output, float[] InputGradient, float[] Arena) Train(float[] input, float[] outputGradient);

    /// <summary>The working memory of a pass; it has no other way out.</summary>
    protected static float[] ArenaOf(Type declaring, object pass)
    {
        FieldInfo field = declaring.GetField("_arena", BindingFlags.Instance | BindingFlags.NonPublic)!;
        return ((FloatBuffer)field.GetValue(pass)!).Span.ToArray();
    }
}

/// <summary>
/// With one sample, on one thread. Parameters that begin as zeros do not stay so: nothing would depend on what they scale.
/// </summary>
internal sealed class OperatorRun<T> : OperatorRun
    where T : class, ITrainableNetwork<T>
{
    public override NetworkInfo Info => T.Info;

    public override (float[] Output, float[] Arena) Predict(float[] input)
    {
        T network = Create();
        var output = new float[T.Info.Outputs[0].Length];
        network.Predict(input, output);
        object pass = typeof(T).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Select(field => field.GetValue(network)).OfType<InferencePass>().Single();
        return (output, ArenaOf(typeof(InferencePass), pass));
    }

    public override (float[] Output, float[] InputGradient, float[] Arena) Train(float[] input, float[] outputGradient)
    {
        using var team = new ThreadTeam(1);
        TrainingPass pass = Create().CreateTrainingPass(1, team);
        var inputGradient = new float[input.Length];
        pass.Forward(input, 1);
        outputGradient.CopyTo(pass.OutputGradients);
        pass.Backward();
        pass.ComputeInputGradients(inputGradient);
        return (pass.Outputs.ToArray(), inputGradient, ArenaOf(typeof(CompiledTrainingPass), pass));
    }

    private static T Create()
    {
        var network = (T)Activator.CreateInstance(typeof(T), 1)!;
        Span<float> parameters = network.Parameters;
        foreach (ParameterInfo parameter in T.Info.Parameters.Where(parameter => parameter.IsTrainable))
        {
            parameters.Slice(parameter.Offset, parameter.Length).Replace(0f, 0.25f);
        }

        return network;
    }
}
