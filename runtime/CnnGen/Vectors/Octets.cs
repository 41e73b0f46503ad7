using System.Runtime.Intrinsics;

namespace CnnGen.Runtime;

/// <summary>Work of the runtime on eight floats at a time, the block that channels are padded to, in vectors of any width.</summary>
internal interface IOctetWork
{
    /// <summary>Does the work.</summary>
    void Run<V, F8>()
        where V : struct, IVectors<F8>
        where F8 : struct;
}

/// <summary>Chooses what eight floats are: one vector, or two where no vector is as long.</summary>
internal static class Octets
{
    /// <summary>Does some work; what it leaves behind is in the structure.</summary>
    public static void Run<TWork>(scoped ref TWork work)
        where TWork : struct, IOctetWork, allows ref struct
    {
        if (Vector256.IsHardwareAccelerated)
        {
            work.Run<Vectors256, Vector256<float>>();
        }
        else
        {
            work.Run<Vectors128x2, Pair>();
        }
    }

    /// <summary>The same on four floats at a time, where what is worked on is not padded to eight.</summary>
    public static void RunHalves<TWork>(scoped ref TWork work)
        where TWork : struct, IOctetWork, allows ref struct => work.Run<Vectors128, Vector128<float>>();
}
