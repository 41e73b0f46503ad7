using System.Diagnostics;
using CnnGen.Data;

namespace CnnGen.Runs;

/// <summary>
/// Trains a network over epochs, validates it after each, and keeps what is needed to go on after an interruption, a crash or a power
/// failure: run again with the same folder, it ends with the same bits as if nothing had happened. In the folder are
/// <c>last.checkpoint</c>, <c>best.safetensors</c>, <c>log.csv</c> and in the end <c>report.html</c>, each replaced as a whole or not at
/// all.
/// </summary>
/// <typeparam name="T">The network class.</typeparam>
public sealed class TrainingRun<T> : IDisposable
    where T : ITrainableNetwork<T>
{
    private readonly T _network;
    private readonly Optimizer _optimizer;
    private readonly DataLoader _training;
    private readonly DataLoader _validation;
    private readonly RunOptions _options;
    private readonly Evaluator<T> _evaluator;
    private readonly RunLog _log = new(T.Info);
    private readonly RunDisplay _display;
    private readonly bool _hasMasks;
    private RunState _state = new();
    private Checkpoints<T>? _checkpoints;

    /// <summary>A run; it begins with <see cref="Run(CancellationToken)"/>.</summary>
    /// <param name="network">The network to train, with its first weights.</param>
    /// <param name="optimizer">How gradients change parameters.</param>
    /// <param name="training">What it is trained on; its batch size is the trainer's.</param>
    /// <param name="validation">What it is measured on; best not shuffled or changed, and of larger batches.</param>
    /// <param name="options">Folder, epochs and the rest.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    public TrainingRun(T network, Optimizer optimizer, DataLoader training, DataLoader validation, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Epochs, 1, nameof(options));
        if (options is { Schedule: not null, LearningRate: not null })
        {
            throw new ArgumentException("expected a schedule or a function for the learning rate, found both", nameof(options));
        }

        NetworkFit.Check(T.Info, training);
        (_network, _optimizer, _training, _validation, _options) = (network, optimizer, training, validation, options);
        _evaluator = new Evaluator<T>(validation);
        _hasMasks = training.Data.LabelLength > 1;
        _display = new RunDisplay(options.Output, options.Epochs);
        network.Threads = options.Threads;
        Trainer = new Trainer<T>(network, optimizer, training.BatchSize, options.Threads, options.Loss, options.Seed);
    }

    /// <summary>What makes the steps: for groups of parameters and a limit to gradients, before the run begins.</summary>
    public Trainer<T> Trainer { get; }

    /// <summary>
    /// The same as <see cref="Run(CancellationToken)"/>, cancelled by Ctrl-C or a request to end (SIGTERM); a second Ctrl-C ends the
    /// process.
    /// </summary>
    public RunResult Run()
    {
        using var interrupt = new Interrupt();
        return Run(interrupt.Token);
    }

    /// <summary>Runs all epochs that are left.</summary>
    /// <param name="cancellation">Writes a checkpoint after the step under way and ends the run.</param>
    /// <exception cref="IOException">The folder cannot be written or another run is in it; a sample cannot be read.</exception>
    /// <exception cref="InvalidDataException">The checkpoint in the folder is damaged or of another run.</exception>
    public RunResult Run(CancellationToken cancellation)
    {
        using RunFolder? folder = _options.Folder is { } path ? new RunFolder(path) : null;
        _checkpoints = folder is null
            ? null
            : new Checkpoints<T>(folder, Trainer, _options.Schedule, RunSetting.Of(_training), _log, _display);
        _state = (_options.Resume ? _checkpoints?.Load() : null) ?? new RunState();
        try
        {
            Evaluation? evaluation = null;
            RunEnd? end;
            while ((end = End()) is null)
            {
                TrainEpoch(cancellation);
                evaluation = Validate(cancellation);
            }

            return Finish(folder, end.Value, evaluation ?? _evaluator.Run(Evaluated(), cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Whatever was cancelled, the state is that after a whole step.
            _checkpoints?.Save(_state);
            return Finish(folder, RunEnd.Interrupted, null);
        }
        catch (DataLoadException)
        {
            _checkpoints?.Save(_state);
            throw;
        }
    }

    /// <summary>Ends the trainer's threads; the loaders are their maker's.</summary>
    public void Dispose() => Trainer.Dispose();

    /// <summary>Why the run is over; null while it is not.</summary>
    private RunEnd? End() => _state switch
    {
        { History: [.., { TrainingLoss: double.NaN }] } => RunEnd.Diverged,
        _ when _options.Patience > 0 && _state.Epoch - _state.BestEpoch >= _options.Patience => RunEnd.StoppedEarly,
        _ => _state.Epoch >= _options.Epochs ? RunEnd.Finished : null,
    };

    /// <summary>The steps of an epoch that are left.</summary>
    private void TrainEpoch(CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        double secondsBefore = _state.Seconds;
        int samplesBefore = _state.Samples;
        foreach (Batch batch in _training.Epoch(_state.Epoch, _state.Batch, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            _optimizer.LearningRate =
                _options.Schedule?.At(_state.Step) ?? _options.LearningRate?.Invoke(_state.Step) ?? _optimizer.LearningRate;
            _state.Add(batch.Count, Trainer.Step(batch));
            if (_state.Batch == _training.BatchesPerEpoch)
            {
                _state.GradientNorms = GradientNorms();
            }

            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            _state.Seconds = secondsBefore + seconds;
            ShowProgress((_state.Samples - samplesBefore) / seconds);
            _checkpoints?.SaveAfter(_options.CheckpointEvery, _state);
        }
    }

    /// <summary>What is measured, and kept if it is the best: the average of the weights where the trainer keeps one.</summary>
    private T Evaluated()
    {
        if (Trainer.Average is null)
        {
            return _network;
        }

        T averaged = Trainer.AveragedNetwork();
        averaged.Threads = _options.Threads;
        return averaged;
    }

    private void ShowProgress(double rate)
    {
        double share = (double)_state.Batch / _training.BatchesPerEpoch;
        double perEpoch = _state.History is [.., var last] ? last.Seconds : _training.SamplesPerEpoch / rate;
        _display.Progress(_state.Epoch + 1, share, _state.MeanLoss, rate, (_options.Epochs - _state.Epoch - share) * perEpoch);
    }

    private Evaluation Validate(CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        _display.Validating(_state.Epoch + 1);
        T evaluated = Evaluated();
        Evaluation evaluation = _evaluator.Run(evaluated, cancellation);
        ConfusionMatrix confusion = evaluation.Confusion;
        double seconds = _state.Seconds + Stopwatch.GetElapsedTime(start).TotalSeconds;
        var record = new EpochRecord(
            _state.Epoch + 1, _state.Step, _optimizer.LearningRate, _state.MeanLoss, evaluation.Loss, confusion.Accuracy,
            evaluation.TopFive, confusion.MeanOverlap, confusion.MeanRecall, _state.GradientNorms[0], seconds)
        {
            LayerGradientNorms = _state.GradientNorms[1..],
        };
        double measure = GoalMeasure(record);
        bool isBest = _state.Add(record, _options.Goal == Goal.ValidationLoss ? -measure : measure);
        _options.Schedule?.Observe(measure);
        _display.Epoch(record, _hasMasks, _training.SamplesPerEpoch, isBest, (_options.Epochs - _state.Epoch) * seconds);

        // A network of NaNs is not worth keeping; the last checkpoint is.
        if (!double.IsNaN(record.TrainingLoss))
        {
            _checkpoints?.Save(_state, isBest ? evaluated : default);
        }

        return evaluation;
    }

    private RunResult Finish(RunFolder? folder, RunEnd end, Evaluation? evaluation)
    {
        _display.Clear();
        var result = new RunResult(end, _state.History, _state.BestEpoch, folder?.BestWeights, evaluation);
        if (_options.Report && folder is not null && evaluation is not null)
        {
            RunReport.Write(folder.Report, Evaluated(), result, _validation.Data);
        }

        return result;
    }

    /// <summary>The norm of all gradients of the last step, then those of each weight tensor.</summary>
    private double[] GradientNorms()
    {
        ReadOnlySpan<float> gradients = Trainer.Gradients;
        double[] norms = new double[1 + _log.Weights.Count];
        norms[0] = Trainer.GradientNorm;
        for (int i = 1; i < norms.Length; i++)
        {
            ParameterInfo weight = _log.Weights[i - 1];
            norms[i] = Norm(gradients.Slice(weight.Offset, weight.Length));
        }

        return norms;

        static double Norm(ReadOnlySpan<float> values)
        {
            double sum = 0;
            foreach (float value in values)
            {
                sum += (double)value * value;
            }

            return Math.Sqrt(sum);
        }
    }

    private double GoalMeasure(EpochRecord record) => _options.Goal switch
    {
        Goal.Automatic => _hasMasks ? record.MeanOverlap : record.Accuracy,
        Goal.TopFive => record.TopFive,
        Goal.MeanOverlap => record.MeanOverlap,
        Goal.MeanRecall => record.MeanRecall,
        Goal.ValidationLoss => record.ValidationLoss,
        _ => record.Accuracy,
    };
}
