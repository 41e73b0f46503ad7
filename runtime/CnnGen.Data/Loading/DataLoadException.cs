namespace CnnGen.Data;

/// <summary>A batch could not be made; the inner exception says why.</summary>
public sealed class DataLoadException : IOException
{
    internal DataLoadException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
