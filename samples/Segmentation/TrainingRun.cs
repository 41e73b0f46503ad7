using System.Diagnostics;
using CnnGen;
using CnnGen.Runs;

namespace SegmentationSample;

/// <summary>Trains the network with AdamW and a cosine learning rate, on new images in every step.</summary>
public sealed class TrainingRun(UNet network, Options options, Evaluation heldOut)
{
    private const float LearningRate = 3e-3f;
    private const int StepsPerLine = 100;
    private readonly LiveLine _line = new();
    private readonly long _start = Stopwatch.GetTimestamp();

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>Runs all steps, or until it is cancelled; returns the wall time.</summary>
    /// <param name="firstNumber">The number of the first image.</param>
    /// <param name="cancellation">Ends the training early.</param>
    public TimeSpan Run(int firstNumber, CancellationToken cancellation)
    {
        var optimizer = new AdamW(LearningRate, beta2: 0.99);
        using var trainer = new Trainer<UNet>(network, optimizer, options.Batch, options.Threads);
        var schedule = new CosineSchedule(LearningRate, options.Steps, warmUpSteps: Math.Min(20, options.Steps / 10));
        var batch = new ShapeImages(options.Batch);
        double loss = 0;
        int steps = 0;
        for (int step = 0; step < options.Steps && !cancellation.IsCancellationRequested; step++)
        {
            batch.Draw(firstNumber + step * options.Batch);
            optimizer.LearningRate = schedule.At(step);
            loss += trainer.Step(batch.Images, batch.Masks);
            steps++;
            if ((step + 1) % StepsPerLine == 0 || step + 1 == options.Steps)
            {
                Report(step + 1, loss / steps);
                (loss, steps) = (0, 0);
            }
            else
            {
                _line.Show($"step {step + 1,4}/{options.Steps}  loss {loss / steps:0.0000}  {SecondsLeft(step + 1),4:0} s left");
            }
        }

        _line.Clear();
        return Elapsed;
    }

    private double SecondsLeft(int done) => Elapsed.TotalSeconds * (options.Steps - done) / done;

    private void Report(int done, double loss)
    {
        double overlap = heldOut.Run(network);
        _line.Clear();
        Console.WriteLine(
            $"step {done,4}/{options.Steps}  loss {loss:0.0000}  mean IoU {overlap:0.000}  " +
            $"{done * options.Batch / Elapsed.TotalSeconds,5:0} images/s  {Elapsed.TotalSeconds,5:0.0} s  {SecondsLeft(done),4:0} s left");
    }
}
