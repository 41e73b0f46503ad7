using CnnGen.EndToEnd.Tests.Support;

namespace CnnGen.Runtime.Tests;

public sealed class TrainerTests
{
    private readonly ScalingNetwork<Ten> _network = new();

    [Fact]
    public void StepIsForwardBackwardAndUpdate()
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Create(batchSize: 2);
        float[] inputs = [.. Enumerable.Range(0, 20).Select(i => i * 0.1f - 1f)];
        float loss = trainer.ForwardBackward(inputs, [3, 4]);
        float[] gradients = trainer.Gradients.ToArray();
        float[] inputGradients = trainer.InputGradients.ToArray();
        Assert.All(_network.Weights, weight => Assert.Equal(1f, weight));

        Assert.Equal(loss, trainer.Step(inputs, [3, 4]));
        Assert.Equal(gradients, trainer.Gradients.ToArray());
        Assert.Equal(1, _network.Pass!.ParameterChanges);
        Assert.Equal(11, gradients.Length);
        Assert.Equal(0f, gradients[10]);
        Assert.Equal(20, inputGradients.Length);
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(1f - 0.5f * gradients[i], _network.Weights[i], 1e-6f);
        }
    }

    [Fact]
    public void OwnLossGoesThroughForwardAndBackward()
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Create(batchSize: 2);
        float[] inputs = [.. Enumerable.Range(0, 20).Select(i => (float)i)];
        Assert.Equal(inputs, trainer.Forward(inputs).ToArray());
        trainer.Backward([.. Enumerable.Repeat(2f, 20)]);
        Assert.Equal([20f, 24, 28, 32, 36, 40, 44, 48, 52, 56, 0], trainer.Gradients.ToArray());
        trainer.ApplyGradients();
        Assert.Equal(1f - 0.5f * 20f, _network.Weights[0]);
    }

    [Fact]
    public void ShortBatchIsAllowed()
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Create(batchSize: 4);
        trainer.Step(new float[40], [1, 2, 3, 4]);
        trainer.Step(new float[10], [1]);
        Assert.Equal(10, trainer.InputGradients.Length);
        Assert.Equal(10, trainer.Forward(new float[10]).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(30)]
    public void WrongInputLengthIsRejected(int length)
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Create(batchSize: 2);
        string expected = $"expected 1 to 2 samples of 10 elements, found {length} elements";
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => trainer.Step(new float[length], [0])).Message);
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => trainer.Step(new float[length], new float[length])).Message);
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => { trainer.Forward(new float[length]); }).Message);
        Assert.Equal(0, _network.Pass!.ForwardCalls);
    }

    [Fact]
    public void CallsOutOfOrderAreRejected()
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Create(batchSize: 1);
        Assert.Throws<InvalidOperationException>(() => trainer.Backward(new float[10]));
        Assert.Throws<InvalidOperationException>(() => trainer.ApplyGradients());
        Assert.Throws<InvalidOperationException>(() => trainer.Gradients.Length);
        Assert.Throws<InvalidOperationException>(() => trainer.InputGradients.Length);
        trainer.Forward(new float[10]);
        Assert.Throws<InvalidOperationException>(() => trainer.Gradients.Length);
        Assert.Contains(
            "expected 10 output gradients for 1 samples, found 11",
            Assert.Throws<ArgumentException>(() => trainer.Backward(new float[11])).Message);
        trainer.Backward(new float[10]);
        Assert.Throws<InvalidOperationException>(() => trainer.Backward(new float[10]));
        Assert.Equal(11, trainer.Gradients.Length);
    }

    [Fact]
    public void InvalidArgumentsAreRejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(batchSize: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(batchSize: 1, threads: -1));
        Assert.Throws<ArgumentNullException>(() => new Trainer<ScalingNetwork<Ten>>(null!, new Sgd(1f), 1));
        Assert.Throws<ArgumentNullException>(() => new Trainer<ScalingNetwork<Ten>>(_network, null!, 1));
    }

    [Fact]
    public void NothingIsAllocatedAfterTheFirstCall()
    {
        using Trainer<ScalingNetwork<Ten>> trainer = Create(batchSize: 8, threads: 2);
        float[] inputs = new float[80];
        int[] labels = new int[8];
        float[] targets = new float[80];
        Allocation.AssertNone(Use);

        void Use()
        {
            trainer.Step(inputs, labels);
            trainer.ForwardBackward(inputs, targets);
            trainer.ApplyGradients();
            _ = trainer.Gradients.Length + trainer.InputGradients.Length;
            trainer.Backward(trainer.Forward(inputs));
        }
    }

    private Trainer<ScalingNetwork<Ten>> Create(int batchSize, int threads = 1) => new(_network, new Sgd(0.5f), batchSize, threads);
}
