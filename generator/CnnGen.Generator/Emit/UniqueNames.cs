namespace CnnGen.Generator.Emit;

/// <summary>Names of which no two are equal: what is taken already gets a number.</summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> _used = [];

    public string Take(string name)
    {
        string unused = name;
        for (int number = 2; !_used.Add(unused); number++)
        {
            unused = $"{name}_{number}";
        }

        return unused;
    }
}
