namespace CnnGen.Generator.Members;

internal enum MemberKind
{
    Constant,
    Field,
    Constructor,
    Property,
    Method,
}

/// <summary>A parameter of a member.</summary>
/// <param name="Type">Written from <c>global::</c> on, or a keyword.</param>
internal sealed record MemberParameter(string Type, string Name);

/// <summary>
/// A member that a network's class gets. In its texts <c>{T}</c> stands for the class, <c>{Code}</c> for the compiled code.
/// </summary>
/// <param name="Modifiers"><c>public static</c> and so on; empty for an explicit implementation of an interface's method.</param>
/// <param name="Type">Of the value or the result; empty for a constructor.</param>
/// <param name="Name">Empty for a constructor.</param>
internal sealed record Member(MemberKind Kind, string Modifiers, string Type, string Name, params MemberParameter[] Parameters)
{
    /// <summary>What documentation says; null where it is that of the interface.</summary>
    public string? Summary { get; init; }

    /// <summary>
    /// An expression, or statements; of a constructor also <c>this(...)</c>; of a property what it gets. Null where it depends on more
    /// than the class's name.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>The statement that sets a property, if it can be set.</summary>
    public string? Setter { get; init; }

    public bool IsPublic => Modifiers.StartsWith("public", StringComparison.Ordinal);
}
