namespace System;

/// <summary>What the C# compiler asks for in order to allow <c>items[^1]</c> on netstandard2.0.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;

    public static implicit operator Index(int value) => new(value);
}
