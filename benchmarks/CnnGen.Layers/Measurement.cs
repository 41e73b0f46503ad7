using CnnGen.Runtime;

namespace CnnGen.Layers;

/// <summary>What was measured of a pass.</summary>
/// <param name="Calls">Its calls.</param>
/// <param name="Times">What each took, in µs.</param>
/// <param name="Total">What the pass took, in µs.</param>
/// <param name="Peak">The GFLOP/s of one core in registers alone.</param>
public sealed record Measurement(IReadOnlyList<ProfiledCall> Calls, double[] Times, double Total, double Peak);
