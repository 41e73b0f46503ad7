// The generator compiles this file, too.
#if CNNGEN_GENERATOR
namespace CnnGen.Generator.Model;
#else
namespace CnnGen;
#endif

/// <summary>The order of an image's elements in the caller's span.</summary>
public enum TensorLayout
{
    /// <summary>C×H×W, as in PyTorch.</summary>
    ChannelsFirst,

    /// <summary>H×W×C, as most decoders and cameras deliver.</summary>
    ChannelsLast,
}
