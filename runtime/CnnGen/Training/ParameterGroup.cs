namespace CnnGen;

/// <summary>
/// The parameters of a trainer whose names match a pattern. An assignment sets all of them; where groups overlap, the last assignment
/// counts. The properties say what the group's first parameter has now.
/// </summary>
public sealed class ParameterGroup
{
    private readonly ParameterSettings _settings;
    private readonly int[] _members;

    internal ParameterGroup(ParameterSettings settings, string pattern)
    {
        (_settings, _members, Pattern) = (settings, settings.Find(pattern), pattern);
        Names = [.. _members.Select(member => settings.Parameters[member].Name)];
    }

    /// <summary>The pattern: <c>*</c> stands for any characters, dots too, <c>?</c> for one.</summary>
    public string Pattern { get; }

    /// <summary>The parameters and buffers that it matches.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>
    /// The optimizer's learning rate is multiplied by this, 1 at first. With 0 the parameters keep their values as if they were frozen,
    /// but their gradients are computed, and running statistics move.
    /// </summary>
    public float LearningRateScale
    {
        get => _settings[_members[0]].LearningRateScale;
        set
        {
            float scale = (float)Settings.NotNegative(value, nameof(LearningRateScale));
            Set(setting => setting with { LearningRateScale = scale });
        }
    }

    /// <summary>The weight decay of these parameters; null, as at first, is the optimizer's.</summary>
    public float? WeightDecay
    {
        get => _settings[_members[0]].WeightDecay;
        set
        {
            float? decay = value is { } given ? (float)Settings.NotNegative(given, nameof(WeightDecay)) : null;
            Set(setting => setting with { WeightDecay = decay });
        }
    }

    /// <summary>
    /// Whether the parameters keep their values from the next forward pass on; the optimizer forgets nothing of them, their steps are not
    /// counted, and their gradients are zero. A batch norm whose <c>running_mean</c> or <c>running_var</c> is frozen (a pattern such as
    /// <c>bn1.*</c> matches them, too) normalises with its running statistics and leaves them, as PyTorch's does after <c>eval()</c>;
    /// others take the batch's, frozen weights or not. Dropout stays on. The backward pass ends where nothing nearer to the input needs gradients.
    /// </summary>
    public bool IsFrozen
    {
        get => _settings[_members[0]].IsFrozen;
        set => Set(setting => setting with { IsFrozen = value });
    }

    private void Set(Func<ParameterSetting, ParameterSetting> change)
    {
        foreach (int member in _members)
        {
            _settings[member] = change(_settings[member]);
        }
    }
}
