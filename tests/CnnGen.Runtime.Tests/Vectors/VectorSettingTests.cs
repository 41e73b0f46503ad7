namespace CnnGen.Runtime.Tests;

/// <summary>Tests that change what the whole process reads: no other runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SettingCollection
{
    public const string Name = "process-wide settings";
}

[Collection(SettingCollection.Name)]
public sealed class VectorSettingTests
{
    private const string Setting = "CnnGen.VectorBits";

    [Theory]
    [InlineData("128")]
    [InlineData(128)]
    [InlineData(" 128 ")]
    public void A_setting_chooses_the_width(object value)
    {
        using var setting = new AppSetting(value);
        Assert.Equal(128, VectorWidth.Current.Bits);
        Assert.Equal(4, new WeightStore(new WeightLayout(0, 0, 0)).Width.Lanes);
    }

    [Theory]
    [InlineData("64")]
    [InlineData("wide")]
    [InlineData("256.0")]
    public void A_width_that_does_not_exist_is_refused(string value)
    {
        using var setting = new AppSetting(value);
        var error = Assert.Throws<InvalidOperationException>(() => VectorWidth.Current);
        Assert.Contains("expected bits of a vector that this machine has (128", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"found {value}", error.Message, StringComparison.Ordinal);
    }

    private sealed class AppSetting : IDisposable
    {
        public AppSetting(object value) => AppContext.SetData(Setting, value);

        public void Dispose() => AppContext.SetData(Setting, null);
    }
}
