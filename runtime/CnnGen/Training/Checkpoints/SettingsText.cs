namespace CnnGen;

/// <summary>The settings of single parameters in a checkpoint's header; those that were never changed are left out.</summary>
internal static class SettingsText
{
    private const string Scale = "cnngen.learningRateScale/";
    private const string Decay = "cnngen.weightDecay/";
    private const string Frozen = "cnngen.frozen/";

    public static void Write(CheckpointText text, ParameterSettings settings)
    {
        for (int i = 0; i < settings.Parameters.Count; i++)
        {
            (string name, ParameterSetting setting) = (settings.Parameters[i].Name, settings[i]);
            if (setting.LearningRateScale != 1f)
            {
                text.Set(Scale + name, setting.LearningRateScale);
            }

            if (setting.WeightDecay is { } decay)
            {
                text.Set(Decay + name, decay);
            }

            if (setting.IsFrozen)
            {
                text.Set(Frozen + name, "true");
            }
        }
    }

    public static ParameterSetting[] Read(CheckpointText text, ParameterSettings settings) =>
    [
        .. settings.Parameters.Select(parameter => new ParameterSetting(
            text.Has(Scale + parameter.Name) ? (float)text.Number(Scale + parameter.Name) : 1f,
            text.Has(Decay + parameter.Name) ? (float)text.Number(Decay + parameter.Name) : null,
            text.Has(Frozen + parameter.Name))),
    ];
}
