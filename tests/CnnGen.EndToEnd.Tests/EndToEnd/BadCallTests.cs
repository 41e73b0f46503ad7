using System.Globalization;
using CnnGen.EndToEnd.Tests.Networks;
using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Wrong calls say what was expected and what was found, and change nothing.</summary>
public class BadCallTests
{
    private static readonly NetworkCase Network = Cases.Find("LeNet5");
    private readonly ICompiled _compiled = Network.CreateInitialised();

    [Theory]
    [InlineData(783, 10)]
    [InlineData(785, 10)]
    [InlineData(0, 10)]
    [InlineData(784, 9)]
    [InlineData(784, 11)]
    [InlineData(784, 0)]
    public void Predict_refuses_wrong_lengths(int input, int output)
    {
        float[] before = SaveLoadTests.Predict(Network, _compiled);
        var outputs = new float[output];
        Array.Fill(outputs, 7);
        var exception = Assert.ThrowsAny<ArgumentException>(() => _compiled.Predict(new float[input], outputs));
        AssertNames(exception, input == 784 ? (10, output) : (784, input));
        Assert.All(outputs, o => Assert.Equal(7, o));
        Tolerance.SameBits(before, SaveLoadTests.Predict(Network, _compiled), "the next Predict");
    }

    [Theory]
    [InlineData(1567, 20)]
    [InlineData(1569, 20)]
    [InlineData(1568, 19)]
    [InlineData(1568, 30)]
    [InlineData(1568, 0)]
    [InlineData(0, 10)]
    public void PredictBatch_refuses_wrong_lengths(int inputs, int outputs)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(() => _compiled.PredictBatch(new float[inputs], new float[outputs]));
        Assert.Matches(inputs % 784 != 0 ? $"{inputs}" : $"{outputs}", exception.Message.Replace(",", ""));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Labels_out_of_range_are_refused(int label)
    {
        ITraining training = _compiled.Train(new Sgd(0.1f, momentum: 0.9f), 3, threads: 1);
        float[] inputs = Network.Inputs(3);
        int[] labels = [1, 2, label];
        float[] before = _compiled.Parameters.ToArray();
        var exception = Assert.ThrowsAny<ArgumentException>(() => training.Step(inputs, labels));
        Assert.Contains(label.ToString(CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
        Assert.Matches("9|10", exception.Message);
        Assert.ThrowsAny<ArgumentException>(() => training.ForwardBackward(inputs, labels));
        Tolerance.SameBits(before, _compiled.Parameters, "parameters");
        AssertTrainsAsNew(training);
    }

    [Theory]
    [InlineData(784 * 3, 2)]
    [InlineData(784 * 2, 3)]
    [InlineData(784 * 3 - 1, 3)]
    [InlineData(784 * 4, 4)]
    [InlineData(0, 0)]
    public void Step_refuses_wrong_lengths(int inputs, int labels)
    {
        ITraining training = _compiled.Train(new Sgd(0.1f, momentum: 0.9f), 3, threads: 1);
        Assert.ThrowsAny<ArgumentException>(() => training.Step(new float[inputs], new int[labels]));
        Assert.ThrowsAny<ArgumentException>(() => training.ForwardBackward(new float[inputs], new int[labels]));
        AssertTrainsAsNew(training);
    }

    [Fact]
    public void Targets_need_a_loss_that_takes_them_and_the_right_length()
    {
        ITraining training = _compiled.Train(new Sgd(0.1f), 3, threads: 1, Loss.MeanSquaredError());
        Assert.ThrowsAny<ArgumentException>(() => training.Step(Network.Inputs(3), new float[29]));
        Assert.ThrowsAny<Exception>(() => training.Step(Network.Inputs(3), new int[3]));
    }

    [Theory]
    [InlineData(784 * 4)]
    [InlineData(784 * 2 + 1)]
    [InlineData(0)]
    public void Forward_refuses_wrong_lengths(int inputs)
    {
        ITraining training = _compiled.Train(new Sgd(0.1f), 3, threads: 1);
        Assert.ThrowsAny<ArgumentException>(() => _ = training.Forward(new float[inputs]).Length);
    }

    [Fact]
    public void Backward_refuses_wrong_lengths()
    {
        ITraining training = _compiled.Train(new Sgd(0.1f), 3, threads: 1);
        training.Forward(Network.Inputs(2));
        var exception = Assert.ThrowsAny<ArgumentException>(() => training.Backward(new float[30]));
        AssertNames(exception, (20, 30));
    }

    [Fact]
    public void Backward_needs_a_Forward() =>
        Assert.ThrowsAny<Exception>(() => _compiled.Train(new Sgd(0.1f), 3, threads: 1).Backward(new float[30]));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_trainer_needs_a_batch(int batch) =>
        Assert.ThrowsAny<ArgumentException>(() => _compiled.Train(new Sgd(0.1f), batch, threads: 1));

    [Fact]
    public void A_trainer_needs_a_sensible_number_of_threads() =>
        Assert.ThrowsAny<ArgumentException>(() => _compiled.Train(new Sgd(0.1f), 3, threads: -1));

    /// <summary>Momentum and parameters are what they would be if the refused call had never been made.</summary>
    private void AssertTrainsAsNew(ITraining training)
    {
        ICompiled fresh = Network.CreateInitialised();
        ITraining expected = fresh.Train(new Sgd(0.1f, momentum: 0.9f), 3, threads: 1);
        for (int i = 0; i < 2; i++)
        {
            expected.Step(Network.Inputs(3), Network.Labels(3));
            training.Step(Network.Inputs(3), Network.Labels(3));
        }
        Tolerance.SameBits(fresh.Parameters, _compiled.Parameters, "parameters after a refused call and two steps");
    }

    private static void AssertNames(Exception exception, (int Expected, int Found) lengths)
    {
        string message = exception.Message.Replace(",", "");
        Assert.Contains(lengths.Expected.ToString(CultureInfo.InvariantCulture), message, StringComparison.Ordinal);
        Assert.Contains(lengths.Found.ToString(CultureInfo.InvariantCulture), message, StringComparison.Ordinal);
    }
}
