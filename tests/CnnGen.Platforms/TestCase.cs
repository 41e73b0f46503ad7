using System.Collections;
using System.Reflection;
using Xunit.Sdk;

namespace CnnGen.Platforms;

/// <summary>A fact, or a theory with one row of its data.</summary>
internal sealed class TestCase(Type type, MethodInfo method, object?[] arguments)
{
    /// <summary>Where the method stands, or a class derived from that.</summary>
    public Type Class { get; } = type;

    /// <summary>Class, method and arguments.</summary>
    public string Name { get; } = $"{type.Name}.{method.Name}({string.Join(", ", arguments)})";

    /// <summary>The tests of an assembly by name.</summary>
    public static IEnumerable<TestCase> All(Assembly assembly) =>
        from type in assembly.GetTypes()
        where type is { IsPublic: true, IsAbstract: false }
        orderby type.Name
        from method in type.GetMethods()
        where method.GetCustomAttribute<FactAttribute>() is { Skip: null }
        from arguments in Rows(method)
        select new TestCase(type, method, arguments);

    /// <summary>Whether the name has one of these parts, or there are none.</summary>
    public bool Matches(string[] parts) =>
        parts.Length == 0 || parts.Any(part => Name.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>Makes an instance of the class and calls the method.</summary>
    /// <param name="fixture">Makes the arguments of the constructor.</param>
    public void Run(Func<Type, object> fixture)
    {
        ConstructorInfo constructor = Class.GetConstructors().Single();
        object instance = constructor.Invoke([.. constructor.GetParameters().Select(parameter => fixture(parameter.ParameterType))]);
        method.Invoke(instance, arguments);
        (instance as IDisposable)?.Dispose();
    }

    private static IEnumerable<object?[]> Rows(MethodInfo method) => method.GetCustomAttribute<TheoryAttribute>() is null
        ? [[]]
        : method.GetCustomAttributes<DataAttribute>().SelectMany(
            data => data is MemberDataAttribute member ? Rows(method, member) : data.GetData(method));

    private static IEnumerable<object?[]> Rows(MethodInfo method, MemberDataAttribute data)
    {
        PropertyInfo property = method.DeclaringType!.GetProperty(data.MemberName, BindingFlags.Public | BindingFlags.Static)
            ?? throw new MissingMemberException(method.DeclaringType.Name, data.MemberName);
        return ((IEnumerable)property.GetValue(null)!).Cast<object?[]>();
    }
}
