using CnnGen.Operators.Tests.Networks;

namespace CnnGen.Operators.Tests;

/// <summary>Arguments that no network can take are refused with what was expected.</summary>
public class MisuseTests
{
    [Fact]
    public void A_batch_that_no_array_holds_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new Trainer<TransposeInside>(new TransposeInside(1), new Sgd(0.1f), int.MaxValue));
        Assert.Contains("expected at most", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_is_required() => Assert.Throws<ArgumentNullException>(() => TransposeInside.Load((Stream)null!));

    [Fact]
    public void A_number_of_threads_that_cannot_start_leaves_the_old_one()
    {
        var network = new TransposeInside(1) { Threads = 2 };
        Assert.ThrowsAny<Exception>(() => network.Threads = int.MaxValue);
        Assert.Equal(2, network.Threads);
        network.Predict(new float[TransposeInside.InputLength], new float[TransposeInside.OutputLength]);
    }
}
