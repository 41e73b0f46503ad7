namespace CnnGen.Generator.Emit;

/// <summary>What tests and measurements ask to be written around each call of a pass; nothing in a normal build.</summary>
internal sealed class CallHooks(GuardEmitter guards, ProfileEmitter profile)
{
    /// <summary>The members of the pass.</summary>
    public void EmitTables(CodeWriter writer)
    {
        guards.EmitTable(writer);
        profile.EmitTable(writer);
    }

    /// <inheritdoc cref="ProfileEmitter.Begin"/>
    public void Begin(CodeWriter writer, bool isFirst = true) => profile.Begin(writer, isFirst);

    /// <inheritdoc cref="GuardEmitter.Before"/>
    public void Before(CodeWriter writer, int call, string arena) => guards.Before(writer, call, arena);

    /// <summary>After a call, by its number; the arena as in <see cref="Before"/>.</summary>
    public void After(CodeWriter writer, int call, string arena)
    {
        profile.After(writer, call);
        guards.After(writer, call, arena);
    }
}
