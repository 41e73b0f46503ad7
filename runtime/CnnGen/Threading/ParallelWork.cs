using System.ComponentModel;

namespace CnnGen.Runtime;

/// <summary>Work in numbered steps, each a range of independent units, that a <see cref="ThreadTeam"/> can split.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ParallelWork
{
    /// <summary>Runs units <paramref name="begin"/> to <paramref name="end"/> (exclusive) of a step. Units write disjoint memory.</summary>
    public abstract void Run(int step, int begin, int end);
}
