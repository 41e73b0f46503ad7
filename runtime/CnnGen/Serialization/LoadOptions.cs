namespace CnnGen;

/// <summary>
/// What loading forgives. Without options every tensor of the file must be a parameter of the network, and every parameter in the
/// file. A backbone loads into a network with a new head like this:
/// <code>
/// var options = new LoadOptions { IgnoreUnexpected = true, AllowMissing = true };
/// Net net = Net.Load("backbone.safetensors", options);
/// Console.WriteLine(options.Report);
/// </code>
/// </summary>
public sealed class LoadOptions
{
    /// <summary>
    /// From a tensor's name in the file to its name in the network; null leaves the tensor out, which is how a head of another
    /// shape is left behind. See also <see cref="WithoutPrefix"/>.
    /// </summary>
    public Func<string, string?>? Rename { get; init; }

    /// <summary>Whether the file may hold tensors that the network does not have.</summary>
    public bool IgnoreUnexpected { get; init; }

    /// <summary>Whether parameters may be absent from the file; they keep the values that a new network has.</summary>
    public bool AllowMissing { get; init; }

    /// <summary>
    /// The seed of those values and of random masks in training, as in the network's constructor; null takes other values each time.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>What the last load with these options left out; null before it.</summary>
    public LoadReport? Report { get; internal set; }

    /// <summary>
    /// A function for <see cref="Rename"/> that takes a wrapper's prefix from the names that have it: <c>module.</c> of
    /// PyTorch's <c>DataParallel</c>, <c>_orig_mod.</c> of <c>torch.compile</c>, <c>model.</c> of Lightning.
    /// </summary>
    public static Func<string, string> WithoutPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return name => name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
    }
}
