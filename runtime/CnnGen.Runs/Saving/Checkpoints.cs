using System.Diagnostics;
using CnnGen.Runtime;

namespace CnnGen.Runs;

/// <summary>Writes and reads what a run needs to go on: the trainer's state with the run's as notes.</summary>
internal sealed class Checkpoints<T>(
    RunFolder folder, Trainer<T> trainer, Schedule? schedule, string setting, RunLog log, RunDisplay display)
    where T : ITrainableNetwork<T>
{
    private const string Setting = "run.setting";
    private const string ScheduleState = "run.schedule";
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>The state in the folder's checkpoint, with which the trainer goes on; null where there is none.</summary>
    /// <exception cref="InvalidDataException">The checkpoint is damaged or of another run.</exception>
    public RunState? Load()
    {
        if (!File.Exists(folder.Checkpoint))
        {
            return null;
        }

        try
        {
            trainer.LoadCheckpoint(folder.Checkpoint, out IReadOnlyDictionary<string, string> notes);
            string found = notes.GetValueOrDefault(Setting, "none of a run");
            RunState state = found == setting
                ? RunState.FromNotes(notes, log)
                : throw new InvalidDataException($"expected training on {setting}, found {found}");
            Restore(notes.GetValueOrDefault(ScheduleState, ""));
            display.Write($"going on after {state.Epoch} epochs and {state.Batch} steps, from {folder.Checkpoint}");
            return state;
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException(
                $"'{folder.Checkpoint}' is not of this run: {exception.Message}; choose another folder, or begin anew (Resume = false)",
                exception);
        }
    }

    /// <summary>Writes a checkpoint if the last one is as old.</summary>
    public void SaveAfter(TimeSpan time, RunState state)
    {
        if (Stopwatch.GetElapsedTime(_last) >= time)
        {
            Save(state);
        }
    }

    /// <summary>
    /// Writes the best network's weights, if there are new ones, then the checkpoint, then the log. Whoever goes on from the checkpoint
    /// before makes the same weights once more. A disk that is full for an hour does not end a run: the next checkpoint is tried again.
    /// </summary>
    public void Save(RunState state, T? best = default)
    {
        _last = Stopwatch.GetTimestamp();
        try
        {
            best?.Save(folder.BestWeights);
            Dictionary<string, string> notes = state.ToNotes(log);
            notes[Setting] = setting;
            notes[ScheduleState] = schedule?.State ?? "";
            trainer.SaveCheckpoint(folder.Checkpoint, notes);
            AtomicFile.Write(folder.Log, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(log.Format(state.History))));
        }
        catch (IOException exception)
        {
            display.Write($"no checkpoint: {exception.Message}");
        }
    }

    private void Restore(string state)
    {
        try
        {
            if (schedule is not null)
            {
                schedule.State = state;
            }
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"the schedule was another one: {exception.Message}", exception);
        }
    }
}
