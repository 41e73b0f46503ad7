using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace CnnGen.Samples.Service.Classes;

/// <summary>The classes; who reads sees those of one moment, and who writes puts new ones in their place.</summary>
public sealed class ClassStore(IOptions<ServiceOptions> options)
{
    private ImmutableSortedDictionary<string, ImageClass> _classes =
        ImmutableSortedDictionary.Create<string, ImageClass>(StringComparer.Ordinal);

    private volatile bool _isReady;

    /// <summary>Whether the examples have been read.</summary>
    public bool IsReady
    {
        get => _isReady;
        internal set => _isReady = value;
    }

    /// <summary>All classes, by name.</summary>
    public IReadOnlyCollection<ImageClass> All => [.. Volatile.Read(ref _classes).Values];

    /// <summary>Adds an example; a class that is not there yet begins with it.</summary>
    /// <returns>The class; null if there may be no more classes.</returns>
    public ImageClass? Add(string name, float[] features)
    {
        ImageClass? added = null;
        ImmutableInterlocked.Update(ref _classes, classes =>
        {
            added = classes.TryGetValue(name, out ImageClass? known) ? known.With(features)
                : classes.Count < options.Value.MaxClasses ? ImageClass.Empty(name, features.Length).With(features)
                : null;
            return added is null ? classes : classes.SetItem(name, added);
        });
        return added;
    }

    /// <summary>Removes a class.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string name) => ImmutableInterlocked.Update(ref _classes, classes => classes.Remove(name));

    /// <summary>The classes and how similar an image is, the most similar one first.</summary>
    public IReadOnlyList<(ImageClass Class, float Similarity)> Rank(float[] features) =>
        [.. All.Select(known => (Class: known, Similarity: known.Similarity(features))).OrderByDescending(known => known.Similarity)];
}
