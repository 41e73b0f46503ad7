using System.Diagnostics;
using CnnGen.Runtime;

namespace CnnGen;

/// <summary>
/// Trains a network: forward pass, loss, backward pass and parameter update over batches, without allocation after the
/// first call. Results do not depend on the number of threads. A trainer serves one thread at a time.
/// </summary>
/// <typeparam name="T">The network class.</typeparam>
public sealed partial class Trainer<T> : IDisposable
    where T : ITrainableNetwork<T>
{
    private readonly ThreadTeam _team;
    private readonly TrainingPass _pass;
    private readonly LossStep _loss;
    private readonly OptimizerStep _optimizer;
    private readonly GradientSum _sum;
    private readonly GradientNorm _norm;
    private readonly ParameterSettings _settings = new(T.Info.Parameters);
    private readonly Dictionary<string, ParameterGroup> _groups = [];
    private readonly AverageStep _average;
    private readonly TrainerState _state;
    private readonly int _batchSize;
    private float[] _gradients = [];
    private float[] _inputGradients = [];
    private int _count;
    private int _frozenVersion;
    private double _gradientNorm = double.NaN;
    private bool _isForwardDone;
    private bool _isBackwardDone;
    private bool _areGradientsUnpacked;
    private bool _areInputGradientsComputed;
    private bool _isNormComputed;
    private bool _isDisposed;

    /// <summary>A trainer of a network, whose parameters change with every step.</summary>
    /// <param name="network">The network to train.</param>
    /// <param name="optimizer">How gradients change parameters; its settings may be changed between steps.</param>
    /// <param name="batchSize">The largest number of samples in a step.</param>
    /// <param name="threads">0 means all cores.</param>
    /// <param name="loss">What to minimise; cross-entropy when null.</param>
    /// <param name="seed">Where the random masks of dropout and stochastic depth begin; the network's own seed when null.</param>
    public Trainer(T network, Optimizer optimizer, int batchSize, int threads = 0, Loss? loss = null, int? seed = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        _batchSize = batchSize;
        _team = new ThreadTeam(threads);
        _pass = network.CreateTrainingPass(batchSize, _team);
        _pass.Seed = seed ?? _pass.Seed;
        loss ??= Loss.CrossEntropy();
        _loss = new LossStep(loss, _pass, T.Info);
        _optimizer = new OptimizerStep(optimizer, _pass, _settings);
        _sum = new GradientSum(_pass, _team);
        _norm = new GradientNorm(_pass, _team);
        _average = new AverageStep(_pass, _team);
        _state = new TrainerState(_pass, optimizer, _optimizer, _settings, _sum, _average);
        Warnings = [.. loss.Doubts(T.Info)];
        foreach (string warning in Warnings)
        {
            Trace.TraceWarning($"CnnGen, training {T.Info.Name}: {warning}");
        }
    }

    /// <summary>
    /// What looks like a mistake in training this network with this loss, such as softmax before cross-entropy; empty where nothing
    /// does. Each is also written to <see cref="Trace"/> when the trainer is made.
    /// </summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>
    /// The largest Euclidean norm of all gradients together that an update takes as it is; larger ones are scaled down to it, as
    /// PyTorch's <c>clip_grad_norm_</c> does. <see cref="Gradients"/> stay as they are. 0, as at first: no limit.
    /// </summary>
    public float MaxGradientNorm
    {
        get => _state.MaxGradientNorm;
        set => _state.MaxGradientNorm = (float)Settings.NotNegative(value, nameof(MaxGradientNorm));
    }

    /// <summary>The Euclidean norm of <see cref="Gradients"/>, not clipped. Valid until the next forward pass.</summary>
    public float GradientNorm => (float)ComputeNorm(nameof(GradientNorm));

    /// <summary>
    /// d(loss)/d(parameter) of the last backward pass, averaged over the batch, or over all samples that were accumulated, in the order
    /// of <see cref="INetwork{T}.Parameters"/>; zero for buffers and what is frozen. Valid until the next forward pass.
    /// </summary>
    public ReadOnlySpan<float> Gradients
    {
        get
        {
            RequireBackward(nameof(Gradients));
            if (!_areGradientsUnpacked)
            {
                _pass.UnpackGradients(Reserve(ref _gradients, _pass.ParametersLength));
                _areGradientsUnpacked = true;
            }

            return _gradients;
        }
    }

    /// <summary>d(loss)/d(input) of the last backward pass, one sample after another. Valid until the next forward pass.</summary>
    /// <exception cref="InvalidOperationException">The backward pass ended before the input, where all that follows is
    /// frozen.</exception>
    public ReadOnlySpan<float> InputGradients
    {
        get
        {
            RequireBackward(nameof(InputGradients));
            if (_count == 0)
            {
                throw new InvalidOperationException(
                    $"{nameof(InputGradients)}: expected a backward pass since the checkpoint was loaded, found none");
            }

            if (!_pass.ReachesInputs)
            {
                throw new InvalidOperationException(
                    $"{nameof(InputGradients)}: expected a backward pass down to the input, but it ended where parameters nearer to "
                    + "the input are frozen; a group with LearningRateScale = 0 instead of IsFrozen keeps its weights and lets gradients "
                    + "through");
            }

            int length = _count * _pass.InputLength;
            if (!_areInputGradientsComputed)
            {
                _pass.ComputeInputGradients(Reserve(ref _inputGradients, _batchSize * _pass.InputLength).AsSpan(0, length));
                _areInputGradientsComputed = true;
            }

            return _inputGradients.AsSpan(0, length);
        }
    }

    /// <summary>The network's passes.</summary>
    internal TrainingPass Pass => _pass;

    /// <summary>Updates so far.</summary>
    internal int Updates => _optimizer.Step;

    /// <summary>What the samples of the last pass weigh in a mean over more of them.</summary>
    internal double LossWeight => _loss.Weight;

    /// <summary>Forward, loss, backward and update over a batch with class labels; returns the mean loss before the update.</summary>
    /// <param name="inputs">Up to batchSize samples one after another.</param>
    /// <param name="labels">The class of each sample, or of each of its pixels.</param>
    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
    {
        int count = CountSamples(inputs);
        _loss.Accept(labels, count);
        return Step(inputs, count);
    }

    /// <summary>Forward, loss, backward and update over a batch with float targets; returns the mean loss before the update.</summary>
    /// <param name="inputs">Up to batchSize samples one after another.</param>
    /// <param name="targets">A number for each element of the outputs.</param>
    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        int count = CountSamples(inputs);
        _loss.Accept(targets, count);
        return Step(inputs, count);
    }

    /// <summary>
    /// The parameters whose names match a pattern, to be trained in another way or not at all; the same group for the same pattern.
    /// </summary>
    /// <param name="pattern">
    /// A name of <see cref="NetworkInfo.Parameters"/> in which <c>*</c> stands for any characters and <c>?</c> for one: <c>layer4.*</c>,
    /// <c>*.bias</c>.
    /// </param>
    /// <exception cref="ArgumentException">It matches no parameter; the message names what comes near.</exception>
    public ParameterGroup Group(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (!_groups.TryGetValue(pattern, out ParameterGroup? group))
        {
            group = new ParameterGroup(_settings, pattern);
            _groups.Add(pattern, group);
        }

        return group;
    }

    /// <summary>Forward, loss and backward without an update; returns the mean loss over these samples.</summary>
    /// <param name="inputs">Up to batchSize samples one after another.</param>
    /// <param name="labels">The class of each sample, or of each of its pixels.</param>
    /// <param name="accumulate">
    /// Whether the samples add to those since the last update: gradients become the mean over all of them, as if they had been one batch
    /// (but for batch norms, whose statistics are of each call's samples).
    /// </param>
    public float ForwardBackward(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, bool accumulate = false)
    {
        int count = CountSamples(inputs);
        _loss.Accept(labels, count);
        return ForwardBackward(inputs, count, accumulate);
    }

    /// <summary>Forward, loss and backward without an update; returns the mean loss over these samples.</summary>
    /// <param name="inputs">Up to batchSize samples one after another.</param>
    /// <param name="targets">A number for each element of the outputs.</param>
    /// <param name="accumulate">
    /// Whether the samples add to those since the last update: gradients become the mean over all of them, as if they had been one batch
    /// (but for batch norms, whose statistics are of each call's samples).
    /// </param>
    public float ForwardBackward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, bool accumulate = false)
    {
        int count = CountSamples(inputs);
        _loss.Accept(targets, count);
        return ForwardBackward(inputs, count, accumulate);
    }

    /// <summary>The outputs in training mode, for a loss of one's own; valid until the next forward pass.</summary>
    /// <param name="inputs">Up to batchSize samples one after another.</param>
    public ReadOnlySpan<float> Forward(ReadOnlySpan<float> inputs)
    {
        RunForward(inputs, CountSamples(inputs));
        return _pass.Outputs[..(_count * _pass.OutputLength)];
    }

    /// <summary>The backward pass from gradients of one's own, once after each <see cref="Forward"/>.</summary>
    /// <param name="outputGradients">
    /// d(loss)/d(output), as many as <see cref="Forward"/> returned outputs, of the mean loss over its samples.
    /// </param>
    /// <param name="accumulate">Whether the samples add to those since the last update: gradients become the mean over all of
    /// them.</param>
    public void Backward(ReadOnlySpan<float> outputGradients, bool accumulate = false)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!_isForwardDone)
        {
            throw new InvalidOperationException("Backward: expected a call of Forward before, found none since the last Backward");
        }

        int expected = _count * _pass.OutputLength;
        if (outputGradients.Length != expected)
        {
            throw new ArgumentException($"expected {expected} output gradients for {_count} samples, found {outputGradients.Length}");
        }

        outputGradients.CopyTo(_pass.OutputGradients);
        Subnormals.ToZero(_pass.OutputGradients[..expected]);
        RunBackward(accumulate, _count);
    }

    /// <summary>Updates the parameters from <see cref="Gradients"/>; samples that are accumulated afterwards begin anew.</summary>
    public void ApplyGradients()
    {
        RequireBackward(nameof(ApplyGradients));
        _optimizer.Update(_team, ClippingScale());
        _average.Update();
        _sum.Use();
    }

    /// <summary>
    /// The pass's gradients are others now, the mean over samples of this weight: what <see cref="ApplyGradients"/> takes.
    /// </summary>
    internal void ReplaceGradients(double weight)
    {
        (_isForwardDone, _isBackwardDone) = (false, true);
        (_areGradientsUnpacked, _isNormComputed) = (false, false);
        _sum.Restore(isPending: true, weight);
    }

    /// <summary>Ends the trainer's threads; the trainer cannot be used any more.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _team.Dispose();
    }

    /// <summary>Other threads see the parameters before or after the step, not the moved running statistics between.</summary>
    private float Step(ReadOnlySpan<float> inputs, int count)
    {
        _pass.Begin();
        try
        {
            float loss = ForwardBackward(inputs, count, accumulate: false);
            ApplyGradients();
            return loss;
        }
        finally
        {
            _pass.End(hasChanged: false);
        }
    }

    private float ForwardBackward(ReadOnlySpan<float> inputs, int count, bool accumulate)
    {
        RunForward(inputs, count);
        float loss = _loss.Compute(_team, count);
        RunBackward(accumulate, _loss.Weight);
        return loss;
    }

    private void RunForward(ReadOnlySpan<float> inputs, int count)
    {
        _isForwardDone = false;
        _isBackwardDone = false;
        if (_frozenVersion != _settings.Version)
        {
            _pass.Freeze(_settings.Frozen);
            _frozenVersion = _settings.Version;
        }

        _pass.Forward(inputs, count);
        _count = count;
        _isForwardDone = true;
    }

    private void RunBackward(bool accumulate, double weight)
    {
        _isForwardDone = false;
        _areGradientsUnpacked = false;
        _areInputGradientsComputed = false;
        _isNormComputed = false;
        _sum.Backward(accumulate, weight);
        _isBackwardDone = true;
    }

    private double ComputeNorm(string member)
    {
        RequireBackward(member);
        if (!_isNormComputed)
        {
            _gradientNorm = _norm.Compute();
            _isNormComputed = true;
        }

        return _gradientNorm;
    }

    /// <summary>What PyTorch multiplies gradients by; NaN if one of them is.</summary>
    private float ClippingScale() =>
        MaxGradientNorm == 0f ? 1f : (float)Math.Min(1, MaxGradientNorm / (ComputeNorm(nameof(ApplyGradients)) + 1e-6));

    private int CountSamples(ReadOnlySpan<float> inputs)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        (int count, int rest) = Math.DivRem(inputs.Length, _pass.InputLength);
        if (rest != 0 || count < 1 || count > _batchSize)
        {
            throw new ArgumentException(
                $"expected 1 to {_batchSize} samples of {_pass.InputLength} elements, found {inputs.Length} elements");
        }

        if (count == 1 && _pass.NormOfOneValue is { } norm)
        {
            throw new ArgumentException(
                $"{norm} has one value per channel and sample, and one value has no variance: expected at least 2 samples, found 1; "
                + "leave a last batch of one sample out");
        }

        return count;
    }

    private void RequireBackward(string member)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!_isBackwardDone)
        {
            throw new InvalidOperationException($"{member}: expected a backward pass since the last forward pass, found none");
        }
    }

    private static float[] Reserve(ref float[] buffer, int length)
    {
        if (buffer.Length == 0)
        {
            buffer = new float[length];
        }

        return buffer;
    }
}
