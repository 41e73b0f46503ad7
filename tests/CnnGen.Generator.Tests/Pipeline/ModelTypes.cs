using System.Reflection;

namespace CnnGen.Generator.Tests.Pipeline;

/// <summary>Walks the fields of a model's types.</summary>
internal static class ModelTypes
{
    /// <summary>Types among the fields that are neither values nor models of values.</summary>
    public static IReadOnlyList<Type> Offenders(Type model)
    {
        var offenders = new List<Type>();
        var seen = new HashSet<Type>();
        Visit(model);
        return offenders;

        void Visit(Type type)
        {
            if (!seen.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string))
            {
                return;
            }

            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            {
                Visit(type.GetGenericArguments()[0]);
            }
            else if (Nullable.GetUnderlyingType(type) is { } underlying)
            {
                Visit(underlying);
            }
            else if (IsRecord(type))
            {
                foreach (FieldInfo field in Fields(type))
                {
                    Visit(field.FieldType);
                }

                foreach (Type derived in type.Assembly.GetTypes().Where(other => other.BaseType == type))
                {
                    Visit(derived);
                }
            }
            else
            {
                offenders.Add(type);
            }
        }
    }

    /// <summary>ArgumentSpec holds a constant in an <c>object</c>; the equality tests cover what it may be.</summary>
    private static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => !(type == typeof(Generator.Specs.ArgumentSpec) && field.FieldType == typeof(object)));

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;
}
