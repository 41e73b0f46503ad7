using CnnGen.Samples.Imaging;

namespace ImageFilters;

/// <summary>Makes a new picture of the same size.</summary>
public interface IFilter
{
    /// <summary>Filters the whole picture.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Picture Run(Picture picture, CancellationToken cancellation);
}
