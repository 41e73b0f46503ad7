using System.IO.Enumeration;
using CnnGen.Runtime;

namespace CnnGen;

/// <summary>How one parameter is trained.</summary>
/// <param name="LearningRateScale">The optimizer's learning rate is multiplied by it.</param>
/// <param name="WeightDecay">Null: the optimizer's.</param>
/// <param name="IsFrozen">Whether it keeps its value.</param>
internal readonly record struct ParameterSetting(float LearningRateScale, float? WeightDecay, bool IsFrozen)
{
    public static ParameterSetting Default => new(1f, null, IsFrozen: false);
}

/// <summary>How each parameter and buffer of a trainer is trained.</summary>
internal sealed class ParameterSettings
{
    private readonly IReadOnlyList<ParameterInfo> _parameters;
    private readonly ParameterSetting[] _settings;

    public ParameterSettings(IReadOnlyList<ParameterInfo> parameters)
    {
        (_parameters, _settings) = (parameters, new ParameterSetting[parameters.Count]);
        Array.Fill(_settings, ParameterSetting.Default);
    }

    /// <summary>Grows with each change.</summary>
    public int Version { get; private set; }

    /// <summary>The parameters, in the order of the settings.</summary>
    public IReadOnlyList<ParameterInfo> Parameters => _parameters;

    /// <summary>The setting of a parameter, by its number.</summary>
    public ParameterSetting this[int parameter]
    {
        get => _settings[parameter];
        set
        {
            Version += _settings[parameter] == value ? 0 : 1;
            _settings[parameter] = value;
        }
    }

    /// <summary>Whether each parameter is frozen.</summary>
    public bool[] Frozen => [.. _settings.Select(setting => setting.IsFrozen)];

    /// <summary>The numbers of the parameters and buffers that a pattern matches.</summary>
    /// <exception cref="ArgumentException">There are none; the message names what comes near.</exception>
    public int[] Find(string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        string expression = pattern.Replace(@"\", @"\\", StringComparison.Ordinal);
        int[] found = [.. Enumerable.Range(0, _parameters.Count).Where(i =>
            FileSystemName.MatchesSimpleExpression(expression, _parameters[i].Name, ignoreCase: false))];
        return found.Length > 0 ? found : throw new ArgumentException(
            "expected a pattern that matches a parameter's name ('*' stands for any characters, '?' for one), "
            + $"found '{pattern}', which matches none; near it are "
            + string.Join(", ", NearNames.Find(pattern, _parameters.Select(parameter => parameter.Name))),
            nameof(pattern));
    }
}
