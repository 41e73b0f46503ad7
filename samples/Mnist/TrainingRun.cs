using System.Diagnostics;
using CnnGen;
using CnnGen.Data;
using CnnGen.Samples;

namespace MnistSample;

/// <summary>Trains LeNet-5 with Adam and a cosine learning rate, and shows how it goes.</summary>
public sealed class TrainingRun
{
    private const float LearningRate = 2e-3f;
    private readonly Options _options;
    private readonly ImageDataset _training;
    private readonly Evaluation _test;
    private readonly LeNet5 _network;
    private readonly Adam _optimizer = new(LearningRate);
    private readonly CosineSchedule _schedule;
    private readonly Trainer<LeNet5> _trainer;
    private readonly LiveLine _line = new();
    private readonly float[] _images;
    private readonly int[] _labels;
    private readonly int _stepsPerEpoch;
    private long _start;

    /// <summary>Makes a trainer for the network.</summary>
    public TrainingRun(LeNet5 network, Options options, ImageDataset training, Evaluation test)
    {
        (_network, _options, _training, _test) = (network, options, training, test);
        _trainer = new Trainer<LeNet5>(network, _optimizer, options.Batch, options.Threads);
        _images = new float[options.Batch * LeNet5.InputLength];
        _labels = new int[options.Batch];
        _stepsPerEpoch = (training.Count + options.Batch - 1) / options.Batch;
        _schedule = new CosineSchedule(LearningRate, options.Epochs * _stepsPerEpoch);
    }

    /// <summary>Runs all epochs, or until it is cancelled; returns the wall time.</summary>
    public TimeSpan Run(CancellationToken cancellation)
    {
        _start = Stopwatch.GetTimestamp();
        for (int epoch = 0; epoch < _options.Epochs && !cancellation.IsCancellationRequested; epoch++)
        {
            RunEpoch(epoch, cancellation);
        }

        _line.Clear();
        return Stopwatch.GetElapsedTime(_start);
    }

    private void RunEpoch(int epoch, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        double loss = 0;
        int[] order = _training.ShuffledIndices(unchecked(_options.Seed * 1000 + epoch));
        for (int step = 0; step < _stepsPerEpoch; step++)
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            _optimizer.LearningRate = _schedule.At(epoch * _stepsPerEpoch + step);
            int first = step * _options.Batch;
            loss += Step(order.AsSpan(first, Math.Min(_options.Batch, order.Length - first)));
            if (step % 16 == 15)
            {
                ShowProgress(epoch, step + 1, loss / (step + 1), start);
            }
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double accuracy = _test.Run(_network).Accuracy;
        _line.Clear();
        Console.WriteLine(
            $"epoch {epoch + 1,2}/{_options.Epochs}  loss {loss / _stepsPerEpoch:0.0000}  test {accuracy:0.0000}  " +
            $"{_training.Count / seconds,7:0} samples/s  {Stopwatch.GetElapsedTime(_start).TotalSeconds,5:0.0} s");
    }

    /// <summary>One step on the chosen images; the last batch of an epoch may be short.</summary>
    private float Step(ReadOnlySpan<int> chosen)
    {
        var images = _images.AsSpan(0, chosen.Length * LeNet5.InputLength);
        var labels = _labels.AsSpan(0, chosen.Length);
        _training.CopyBatch(chosen, images, labels, DigitData.Mean, DigitData.Deviation);
        return _trainer.Step(images, labels);
    }

    private void ShowProgress(int epoch, int steps, double loss, long epochStart)
    {
        double share = (double)steps / _stepsPerEpoch;
        double rate = share * _training.Count / Stopwatch.GetElapsedTime(epochStart).TotalSeconds;
        double done = epoch + share;
        double left = Stopwatch.GetElapsedTime(_start).TotalSeconds * (_options.Epochs - done) / done;
        _line.Show(
            $"epoch {epoch + 1,2}/{_options.Epochs}  {share,4:0 %}  loss {loss:0.0000}  {rate,7:0} samples/s  {left,4:0} s left");
    }
}
