using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CnnGen.Runtime;

namespace CnnGen.Platforms;

/// <summary>Runs xunit's facts and theories one after another by reflection, which works under NativeAOT and in WebAssembly.</summary>
/// <param name="output">Gets a line for each test class, one for each failure, and the total.</param>
internal sealed class TestRun(TextWriter output)
{
    private readonly Dictionary<Type, object> _fixtures = [];
    private readonly List<string> _failures = [];
    private int _passed;

    /// <summary>Whether there were tests and all of them passed.</summary>
    /// <param name="assembly">Where the tests are.</param>
    /// <param name="filters">Parts of names; a test runs that has one of them. None: every test runs.</param>
    public bool Run(Assembly assembly, string[] filters)
    {
        output.WriteLine(
            $"{RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.FrameworkDescription}, vectors of {VectorWidth.Current.Bits} bits" +
            (Vector128.IsHardwareAccelerated ? "" : " in software"));
        var clock = Stopwatch.StartNew();
        IEnumerable<TestCase> chosen = TestCase.All(assembly).Where(test => test.Matches(filters));
        foreach (IGrouping<Type, TestCase> tests in chosen.GroupBy(test => test.Class))
        {
            Run(tests.Key, [.. tests]);
        }

        foreach (IDisposable fixture in _fixtures.Values.OfType<IDisposable>())
        {
            fixture.Dispose();
        }

        // As dotnet test says it, so that who adds up its totals can add up these.
        bool isGood = _passed > 0 && _failures.Count == 0;
        output.WriteLine(
            $"{(isGood ? "Passed" : "Failed")}! - Failed: {_failures.Count}, Passed: {_passed}, Skipped: 0, " +
            $"Total: {_passed + _failures.Count}, Duration: {clock.Elapsed.TotalSeconds:F0} s - {RuntimeInformation.RuntimeIdentifier}");
        return isGood;
    }

    private void Run(Type type, TestCase[] tests)
    {
        var clock = Stopwatch.StartNew();
        int before = _failures.Count;
        foreach (TestCase test in tests)
        {
            try
            {
                test.Run(Fixture);
                _passed++;
            }
            catch (TargetInvocationException exception)
            {
                _failures.Add(test.Name);
                output.WriteLine($"FAILED {test.Name}: {exception.InnerException}");
            }
        }

        int failed = _failures.Count - before;
        output.WriteLine($"{type.Name}: {tests.Length - failed} passed, {failed} failed, {clock.Elapsed.TotalSeconds:F1} s");
    }

    /// <summary>What the constructors of test classes ask for: one of each type.</summary>
    private object Fixture(Type type)
    {
        if (!_fixtures.TryGetValue(type, out object? fixture))
        {
            _fixtures.Add(type, fixture = Activator.CreateInstance(type)!);
        }

        return fixture;
    }
}
