namespace CnnGen.Generator.Tests.Diagnostics;

/// <summary>CNN001 on what stands in the way of the members that a network gets, and nothing on what does not.</summary>
public sealed class MemberTests
{
    [Theory]
    [InlineData("public {|CNN001:Net|}() { }")]
    [InlineData("public {|CNN001:Net|}(int x) { }")]
    [InlineData("public void {|CNN001:Save|}(string path) { }")]
    [InlineData("public void {|CNN001:Save|}(System.IO.Stream s) { }")]
    [InlineData("public static Net? {|CNN001:Load|}(string a, LoadOptions b) => null;")]
    [InlineData("public System.ReadOnlySpan<float> {|CNN001:Parameter|}(string name) => default;")]
    [InlineData("public int {|CNN001:Threads|} = 1;")]
    [InlineData("public int {|CNN001:get_Threads|}() => 1;")]
    [InlineData("public class {|CNN001:Info|};")]
    [InlineData("public void {|CNN001:Parameters|}() { }")]
    [InlineData("public const int {|CNN001:ArenaBytes|} = 1;")]
    [InlineData("public void {|CNN001:Save|}(string path) { } public int {|CNN001:Threads|} = 1;")]
    [InlineData("[System.Runtime.CompilerServices.IndexerName(\"Info\")] public int {|CNN001:this|}[int i] => i;")]
    public void CNN001_a_member_is_in_the_way(string member) => Check.Marked(Class(member));

    [Theory]
    [InlineData("public Net(string name) : this(1) { } public string? Name { get; set; }")]
    [InlineData("public void Save(int x) { } public void Save<T>(string path) { } public void Predict(float[] x) { }")]
    [InlineData("public class F8; public class WeightStore; public static int V() => 1;")]
    [InlineData("public string Name { get; set; } // left unset by what is emitted: no warning there")]
    public void Other_members_are_the_users(string member) => Check.Marked(Class(member));

    [Theory]
    [InlineData("class Base { private Base() { } }", "no accessible constructor")]
    [InlineData("class Base { public Base(int x) { } }", "no accessible constructor")]
    [InlineData("class Base { public Base(int x = 0) { } public Base(long x = 0) { } }", "no accessible constructor")]
    [InlineData("class Base { [System.Obsolete(\"no\", true)] public Base() { } }", "obsolete")]
    [InlineData("class Base { [System.Diagnostics.CodeAnalysis.Experimental(\"X1\")] public Base() { } }", "experimental")]
    public void CNN001_the_base_class_has_no_usable_constructor(string parent, string reason)
    {
        // C# says so, too: of the constructor that it gives a class without any.
        string[] messages = Check.Marked(
            $"using CnnGen;\n[Network, Input(4), Linear(2)]\npartial class {{|CNN001:Net|}} : Base;\n{parent}",
            new NetworkCompiler { AllowCSharpErrors = true });
        Assert.Contains(reason, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class Base { protected Base(int x = 0) { } }")]
    [InlineData("class Base { public class Net; public class NetworkInfo; public class Span; }")]
    [InlineData("abstract class Base { public virtual void Save(string path) { } public static int Info; }")]
    public void Other_base_classes_are_fine(string parent) => Check.Marked(
        $"#pragma warning disable CS0649\nusing CnnGen;\n[Network, Input(4), Linear(2)]\npartial class Net : Base;\n{parent}");

    [Fact]
    public void CNN001_an_abstract_member_would_be_hidden()
    {
        NetworkBuild build = new NetworkCompiler { AllowCSharpErrors = true }.Build("""
            using CnnGen;
            [Network, Input(4), Linear(2)]
            partial class Net : Base;
            abstract class Base { public abstract void Save(string path); }
            """);
        Assert.Equal("CNN001", Assert.Single(build.Diagnostics).Id);
        Assert.Empty(build.Run.GeneratedSources);
    }

    private static string Class(string member) =>
        $"#pragma warning disable CS8618\nusing CnnGen;\n[Network, Input(4), Linear(2)]\npublic partial class Net {{ {member}\n}}\n";
}
