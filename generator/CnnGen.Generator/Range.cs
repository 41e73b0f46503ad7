namespace System;

/// <summary>What the C# compiler asks for in order to allow <c>text[1..]</c> on netstandard2.0.</summary>
internal readonly struct Range(Index start, Index end)
{
    public Index Start => start;

    public Index End => end;

    public static Range StartAt(Index start) => new(start, new Index(0, fromEnd: true));

    public static Range EndAt(Index end) => new(0, end);
}
