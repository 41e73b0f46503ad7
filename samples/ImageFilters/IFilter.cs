using CnnGen.Images;

namespace ImageFilters;

/// <summary>Makes a new picture of the same size.</summary>
public interface IFilter
{
    /// <summary>Filters the whole picture.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    RgbImage Run(RgbImage picture, CancellationToken cancellation);
}
