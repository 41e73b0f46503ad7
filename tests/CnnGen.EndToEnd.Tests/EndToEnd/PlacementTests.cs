using CnnGen.EndToEnd.Tests.Hostile;
using CnnGen.EndToEnd.Tests.Networks;

namespace CnnGen.EndToEnd.Tests.EndToEnd;

/// <summary>Where a class stands and what it is called does not matter to what it computes.</summary>
public class PlacementTests
{
    [Fact]
    public void Networks_work_wherever_they_stand()
    {
        float[] expected = Placement.Predict(new NetworkWithoutNamespace(1));
        Assert.Contains(expected, v => v != 0);
        Assert.Equal(expected, Placement.Predict(new Outer.Middle.Nested(1)));
        Assert.Equal(expected, Placement.Predict(new Outer.Nested(1)));
        Assert.Equal(expected, Placement.Predict(new Outer.IContract.InInterface(1)));
        Assert.Equal(expected, Placement.Predict(new Outer.Entry.InRecord(1)));
        Assert.Equal(expected, Outer.Entry.PredictHidden());
        Assert.Equal(expected, Placement.Predict(new @class(1)));
        Assert.Equal(expected, Placement.Predict(new Größe(1)));
        Assert.Equal(expected, Placement.Predict(new WithMembers(1)));
        Assert.Equal(6, new WithMembers().Sum);
        Assert.Equal(0, new WithMembers(1).CompareTo(null));
    }

    [Fact]
    public void Types_of_the_same_names_as_the_runtimes_do_not_disturb() =>
        Assert.Equal(1, Placement.Predict(new HostileNames(1)).Sum(), 5);

    [Fact]
    public void Hostile_networks_train()
    {
        var trainer = new Trainer<HostileNames>(new HostileNames(1), new Sgd(0.1f), 1);
        Assert.True(float.IsFinite(trainer.Step(new float[HostileNames.InputLength], [1])));
    }
}
