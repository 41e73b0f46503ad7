using System.ComponentModel.DataAnnotations;

namespace CnnGen.Samples.Service;

/// <summary>
/// The section <c>Service</c> of appsettings.json, of the environment (<c>Service__Instances=2</c>) or of the command line.
/// </summary>
public sealed class ServiceOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Service";

    /// <summary>The most bytes of an upload.</summary>
    [Range(1, 1 << 28)]
    public int MaxUploadBytes { get; set; } = 8 << 20;

    /// <summary>The most pixels that an image may claim: a small file may unfold into gigabytes.</summary>
    [Range(1, 1L << 28)]
    public long MaxPixels { get; set; } = 1L << 25;

    /// <summary>Images that are worked on at once, each on a network of its own; 0: as many as there are processors.</summary>
    [Range(0, 1024)]
    public int Instances { get; set; }

    /// <summary>Images that wait for a network; the next one is refused.</summary>
    [Range(0, 1 << 16)]
    public int Queue { get; set; } = 256;

    /// <summary>The most classes that there may be.</summary>
    [Range(1, 1 << 20)]
    public int MaxClasses { get; set; } = 1000;

    /// <summary>Example images in folders, one for each class; without it the service draws patterns of four kinds.</summary>
    public string? Examples { get; set; }

    /// <summary>How many images are worked on at once.</summary>
    public int InstanceCount => Instances == 0 ? Environment.ProcessorCount : Instances;
}
