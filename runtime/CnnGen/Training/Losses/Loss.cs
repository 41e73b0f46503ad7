namespace CnnGen;

/// <summary>What training minimises: a number from outputs and what they should be, averaged as PyTorch's <c>mean</c>.</summary>
public abstract class Loss
{
    private protected Loss()
    {
    }

    /// <summary>
    /// Softmax cross-entropy on unnormalised scores. A vector of scores takes one label a sample, a C×H×W output H·W labels
    /// (one a pixel); targets are probabilities of all classes.
    /// </summary>
    /// <param name="labelSmoothing">The share of the target that goes to all classes evenly, below 1.</param>
    /// <param name="classWeights">
    /// A factor for each class. With labels the mean is weighted as PyTorch's: divided by the sum of the labels' factors; with
    /// probabilities it goes over all pixels.
    /// </param>
    /// <param name="ignoreLabel">
    /// Pixels or samples with this label (of any value, 255 for example) count for nothing; where no other is left loss and gradients
    /// are 0.
    /// </param>
    public static Loss CrossEntropy(double labelSmoothing = 0, float[]? classWeights = null, int? ignoreLabel = null) =>
        new CrossEntropyLoss((float)Settings.Fraction(labelSmoothing), classWeights, ignoreLabel);

    /// <summary>The mean squared difference from the targets.</summary>
    public static Loss MeanSquaredError() => new ElementLoss<SquaredError>(default);

    /// <summary>
    /// Half the squared difference from the targets up to <paramref name="delta"/>, and beyond it delta · (difference − delta / 2):
    /// <c>torch.nn.HuberLoss</c>.
    /// </summary>
    /// <param name="delta">Where the loss becomes linear, above 0.</param>
    public static Loss Huber(double delta = 1) => new ElementLoss<HuberError>(new HuberError((float)Settings.Positive(delta)));

    /// <summary>Binary cross-entropy of each output's sigmoid; targets between 0 and 1, or a label 0 or 1 for each output.</summary>
    public static Loss BinaryCrossEntropyWithLogits() => new ElementLoss<LogitError>(default);

    /// <summary>
    /// Binary cross-entropy of each output's sigmoid in which terms count little that are right already (Lin et al., "Focal Loss for
    /// Dense Object Detection", 2017; torchvision's <c>sigmoid_focal_loss</c>): times (1 − p)^gamma, where p is the probability of what
    /// is right. Targets between 0 and 1, or a label 0 or 1 for each output.
    /// </summary>
    /// <param name="gamma">How fast terms lose weight; 0 or more.</param>
    /// <param name="alpha">The factor of ones; zeros have 1 − alpha. Null: no factors.</param>
    public static Loss Focal(double gamma = 2, double? alpha = 0.25) =>
        new ElementLoss<FocalError>(new FocalError(
            (float)Settings.NotNegative(gamma), alpha is { } share ? (float)Settings.Share(share, nameof(alpha)) : null));

    /// <summary>
    /// 1 − (2·Σpt + smoothing) / (Σp + Σt + smoothing) over the pixels of each class, averaged over classes and samples, where p is the
    /// softmax over classes (of one class alone the sigmoid) and t the target. Labels as for <see cref="CrossEntropy"/> (of one class 0
    /// or 1), or targets between 0 and 1 for each output.
    /// </summary>
    /// <param name="smoothing">Added above and below, above 0: a class that is absent and not predicted costs nothing.</param>
    public static Loss Dice(double smoothing = 1) => new DiceLoss(Settings.Positive(smoothing));

    /// <summary>
    /// 1 − the cosine of the angle between outputs and targets, over the features of a vector or the channels of each pixel:
    /// <c>torch.nn.CosineEmbeddingLoss</c> of pairs that belong together.
    /// </summary>
    public static Loss CosineEmbedding() => new CosineLoss();

    /// <summary>
    /// A loss for each output of the network, in order, added up with weights: the main and the auxiliary heads of GoogLeNet, for example
    /// <c>Loss.OfOutputs((Loss.CrossEntropy(), 1), (Loss.CrossEntropy(), 0.3))</c>. Where each output takes as many labels, labels may
    /// be given once for all outputs; otherwise those of a sample's outputs follow one another, as targets do.
    /// </summary>
    /// <param name="losses">As many as outputs; weights from 0 on.</param>
    public static Loss OfOutputs(params (Loss Loss, double Weight)[] losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        return new OutputLosses(losses);
    }

    /// <summary>What looks like a mistake in training a network with this loss.</summary>
    internal virtual IEnumerable<string> Doubts(NetworkInfo network) => [];

    /// <summary>The losses of a network's outputs.</summary>
    /// <exception cref="ArgumentException">The network has other outputs than this is for.</exception>
    internal abstract IReadOnlyList<LossPart> Parts(NetworkInfo network);
}
