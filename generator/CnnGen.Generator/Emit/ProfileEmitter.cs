using CnnGen.Generator.Lowering;

namespace CnnGen.Generator.Emit;

/// <summary>For the breakdown by layers: a pass measures what each of its calls takes. Without a profile nothing is written.</summary>
internal sealed class ProfileEmitter(bool isOn, IEnumerable<KernelCall> calls, KernelNames names)
{
    public void EmitTable(CodeWriter writer)
    {
        if (isOn)
        {
            writer.Line("private readonly CallTimes _times = new CallTimes(ProfiledCalls());\n");
            TableEmitter.Emit(
                writer, "ProfiledCall", "ProfiledCalls", calls.Select(call => $"new(\"{call.Layer}\", \"{names[call.Kernel]}\"),"));
        }
    }

    /// <summary>Where calls begin to follow one another; <paramref name="isFirst"/>: the pass begins here.</summary>
    public void Begin(CodeWriter writer, bool isFirst)
    {
        if (isOn)
        {
            writer.Line(isFirst ? "_times.Begin();" : "_times.Resume();");
        }
    }

    /// <summary>After a call, by its number.</summary>
    public void After(CodeWriter writer, int call)
    {
        if (isOn)
        {
            writer.Line($"_times.After({call});");
        }
    }
}
