namespace CnnGen.Mpi;

/// <summary>A message on its way out, one on its way in, or both; the numbers are the engine's.</summary>
internal readonly record struct Transfer(int Slot);

/// <summary>What messages are for: messages of one kind between two ranks keep their order.</summary>
internal static class Tags
{
    public const int Broadcast = 1;
    public const int Barrier = 2;
    public const int Facts = 3;

    /// <summary>The first of the gradients'; each bucket and round has one of its own.</summary>
    public const int Gradients = 16;
}
