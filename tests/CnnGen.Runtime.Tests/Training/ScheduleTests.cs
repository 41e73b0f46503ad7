namespace CnnGen.Runtime.Tests;

/// <summary>Schedules against PyTorch's.</summary>
public sealed class ScheduleTests
{
    private static readonly Dictionary<string, Func<Schedule>> Cases = new()
    {
        ["step"] = () => Schedule.Step(0.5, every: 7, factor: 0.3),
        ["milestones"] = () => Schedule.Milestones(0.5, [3, 10, 11], 0.2),
        ["linear"] = () => Schedule.Linear(0.05, 0.4, 9),
        ["cosine"] = () => Schedule.Cosine(0.5, 20, 0.05),
        ["one cycle"] = () => Schedule.OneCycle(0.5, 40),
        ["one cycle settings"] = () => Schedule.OneCycle(0.5, 25, 0.5, 10, 20),
        ["polynomial"] = () => Schedule.Polynomial(0.5, 15, 2),
        ["chained"] = () => Schedule.Linear(0.05, 0.5, 5).Then(5, Schedule.Step(0.5, 4, 0.5)),
        ["plateau"] = () => Schedule.Plateau(0.5, patience: 2),
        ["plateau settings"] = () => Schedule.Plateau(0.5, 0.5, 1, 0.01, 3, 0.1, isHigherBetter: true),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryStepIsPyTorchs(string name)
    {
        double[] expected = TrainingGoldens.Get($"schedule/{name}");
        double[] metrics = TrainingGoldens.Get("metrics");
        Schedule schedule = Cases[name]();
        bool isPlateau = name.StartsWith("plateau", StringComparison.Ordinal);
        for (int step = 0; step < expected.Length; step++)
        {
            Assert.True(
                Math.Abs(expected[step] - schedule.At(step)) <= 1e-7 * 0.5,
                $"step {step}: expected {expected[step]}, found {schedule.At(step)}");
            if (isPlateau && step < metrics.Length)
            {
                schedule.Observe(metrics[step]);
            }
        }

        Assert.NotEqual(expected[0], expected[^1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => schedule.At(-1));
        Assert.NotEqual("", schedule.Name);
    }

    [Fact]
    public void WarmUpRisesToAnySchedule()
    {
        Schedule schedule = Schedule.Step(0.8, 2, 0.5).AfterWarmUp(4);
        float[] rates = [.. Enumerable.Range(0, 9).Select(step => schedule.At(step))];
        Assert.Equal([0.2f, 0.4f, 0.6f, 0.8f, 0.8f, 0.8f, 0.4f, 0.4f, 0.2f], rates.Select(rate => MathF.Round(rate, 6)));
        Assert.Equal("warm-up over 4, after 4 step 0.8, × 0.5 every 2", schedule.ToString());
        Assert.Equal(0.3f, Schedule.Constant(0.3).At(long.MaxValue));

        // As a cosine's own.
        Schedule cosine = Schedule.Cosine(1, 10).AfterWarmUp(5);
        var own = new CosineSchedule(1, 15, warmUpSteps: 5);
        Assert.All(Enumerable.Range(0, 20), step => Assert.Equal(own.At(step), cosine.At(step), 1e-6f));
    }

    [Fact]
    public void APlateauGoesOnFromItsState()
    {
        double[] metrics = TrainingGoldens.Get("metrics");
        Schedule Create() => Schedule.Plateau(0.5, patience: 2).AfterWarmUp(3).Then(1000, Schedule.Plateau(0.1, patience: 1));
        Schedule whole = Create();
        for (int i = 0; i < metrics.Length; i++)
        {
            whole.Observe(metrics[i]);
            Schedule next = Create();
            next.State = whole.State;
            Assert.Equal(whole.State, next.State);
            Assert.Equal(whole.At(500), next.At(500));
            Assert.Equal(whole.At(2000), next.At(2000));
            whole = next;
        }

        Assert.True(whole.At(500) < 0.5f && whole.At(2000) < 0.1f);
        Assert.Equal("", Schedule.Constant(1).Then(2, Schedule.Constant(2)).State);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0.1 1 2")]
    [InlineData("-1 0 0 0")]
    [InlineData("1 0 -1 0")]
    public void AnotherStateIsRefused(string state)
    {
        Assert.Throws<ArgumentException>(() => Schedule.Plateau(1).State = state);
        Assert.Throws<ArgumentException>(() => Schedule.Constant(1).State = state);
        Assert.Throws<ArgumentException>(() => Schedule.Plateau(1).Then(1, Schedule.Constant(1)).State = state);
        Assert.Throws<ArgumentException>(() => Schedule.Plateau(1).Then(1, Schedule.Constant(1)).State = "99:" + state);
    }

    [Fact]
    public void SettingsOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Step(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Linear(-1, 1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.OneCycle(1, 10, riseShare: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Polynomial(1, 10, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Plateau(1, factor: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Constant(1).AfterWarmUp(0));
        Assert.Throws<ArgumentNullException>(() => Schedule.Constant(1).Then(1, null!));
    }
}
