using CnnGen;

namespace BrowserSample;

/// <summary>The digits that the visitor drew and named, and a network that learns them.</summary>
internal sealed class Lesson
{
    private const int Batch = 16, LargestShift = 2, Side = Drawing.DigitSide;
    private readonly Pupil _pupil = new(seed: 1);
    private readonly Trainer<Pupil> _trainer;
    private readonly List<(float[] Digit, int Label)> _examples = [];
    private readonly Random _random = new(1);
    private readonly float[] _digits = new float[Batch * Pupil.InputLength];
    private readonly int[] _labels = new int[Batch];
    private readonly float[] _scores = new float[Pupil.OutputLength];

    public Lesson() => _trainer = new Trainer<Pupil>(_pupil, new Adam(1e-3f), Batch, threads: 1);

    /// <summary>The probability of each digit, zero for those that nobody showed.</summary>
    public float[] Probabilities { get; } = new float[Pupil.OutputLength];

    /// <summary>How many digits there are to learn from.</summary>
    public int Count => _examples.Count;

    /// <summary>Keeps a digit of 28×28 and its name, 0 to 9.</summary>
    public void Add(ReadOnlySpan<float> digit, int label) => _examples.Add((digit.ToArray(), label));

    /// <summary>One step on examples drawn at random, each moved a little; returns the mean loss before it.</summary>
    public float Step()
    {
        for (int i = 0; i < Batch; i++)
        {
            (float[] digit, int label) = _examples[_random.Next(_examples.Count)];
            _labels[i] = label;
            Shift(digit, _digits.AsSpan(i * Pupil.InputLength, Pupil.InputLength));
        }

        return _trainer.Step(_digits, _labels);
    }

    /// <summary>Reads a digit of 28×28 with what was learned so far.</summary>
    public void Read(ReadOnlySpan<float> digit)
    {
        _pupil.Predict(digit, _scores);
        float sum = 0, largest = _scores.Max();
        for (int i = 0; i < _scores.Length; i++)
        {
            Probabilities[i] = _examples.Exists(example => example.Label == i) ? MathF.Exp(_scores[i] - largest) : 0;
            sum += Probabilities[i];
        }

        for (int i = 0; i < _scores.Length; i++)
        {
            Probabilities[i] /= sum > 0 ? sum : 1;
        }
    }

    private void Shift(ReadOnlySpan<float> digit, Span<float> shifted)
    {
        int down = _random.Next(-LargestShift, LargestShift + 1), right = _random.Next(-LargestShift, LargestShift + 1);
        shifted.Clear();
        for (int row = Math.Max(0, down); row < Math.Min(Side, Side + down); row++)
        {
            int first = Math.Max(0, right), length = Side - Math.Abs(right);
            digit.Slice((row - down) * Side + first - right, length).CopyTo(shifted[(row * Side + first)..]);
        }
    }
}
