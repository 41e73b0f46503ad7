#pragma warning disable CA1050 // the network without a namespace is what is tested
using CnnGen;

[Network, Input(3), Linear(2)]
internal sealed partial class NetworkWithoutNamespace;
#pragma warning restore CA1050

namespace CnnGen.EndToEnd.Tests.Networks
{
    /// <summary>Networks in every place that C# has for a class.</summary>
    public static partial class Outer
    {
        public partial struct Middle
        {
            [Network, Input(3), Linear(2)]
            public sealed partial class Nested;
        }

        public partial interface IContract
        {
            [Network, Input(3), Linear(2)]
            sealed partial class InInterface;
        }

        public partial record Entry
        {
            [Network, Input(3), Linear(2)]
            internal sealed partial class InRecord;

            [Network, Input(3), Linear(2)]
            private sealed partial class Hidden;

            public static float[] PredictHidden() => Placement.Predict(new Hidden(1));
        }

        /// <summary>The same simple name as the one in <see cref="Middle"/>.</summary>
        [Network, Input(3), Linear(2)]
        public sealed partial class Nested;
    }

    [Network, Input(3), Linear(2)]
    public partial class @class;

    [Network, Input(3), Linear(2)]
    public partial class Größe;

    /// <summary>A class with members of its own and a second part.</summary>
    [Network, Input(3), Linear(2)]
    public partial class WithMembers : IComparable<WithMembers>
    {
        private readonly int _weights = 1, _arena = 2, _packed = 3;

        public int Sum => _weights + _arena + _packed;
    }

    public partial class WithMembers
    {
        public int CompareTo(WithMembers? other) => 0;
    }
}

namespace CnnGen.EndToEnd.Tests.Hostile
{
    /// <summary>Types that hide the ones which generated code is likely to use.</summary>
    internal static class System;

    internal static class Math;

    internal static class MathF;

    internal static class Random;

    internal static class Vector256;

    internal static class Span;

    internal static class Unsafe;

    internal static class MemoryMarshal;

    internal static class NetworkInfo;

    internal static class V;

    internal static class F8;

    internal static class Runtime;

    [global::CnnGen.Network]
    [global::CnnGen.Input(2, 6, 6)]
    [global::CnnGen.Conv2d(5, 3, Padding = 1), global::CnnGen.GELU, global::CnnGen.MaxPool2d(2), global::CnnGen.Flatten]
    [global::CnnGen.Linear(3), global::CnnGen.Softmax]
    public sealed partial class HostileNames;
}
