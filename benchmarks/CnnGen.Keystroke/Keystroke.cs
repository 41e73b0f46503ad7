using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Keystroke;

/// <summary>A place in a source where someone types digits.</summary>
/// <param name="Name">What the table says.</param>
/// <param name="File">The file of the zoo that is looked at.</param>
/// <param name="Network">A text before the place.</param>
/// <param name="Before">The next text behind that, up to the place; null: the place is in <see cref="Session.Other"/>.</param>
internal sealed record Keystroke(string Name, string File, string Network, string? Before)
{
    public static IReadOnlyList<Keystroke> All { get; } =
    [
        new("LeNet-5, a number", "LeNet.cs", "LeNet-5 as it is", "[Linear("),
        new("ResNet-152, a number", "ResNet.cs", "The 152 layers", "Linear("),
        new("ResNet-152, a comment", "ResNet.cs", "The 152 layers", "convolutions; "),
        new("a method in another file", "ResNet.cs", "", null),
    ];

    /// <summary>The text with one more digit, another one each time.</summary>
    public SourceText Typed(SourceText text, int count)
    {
        (string all, string before) = (text.ToString(), Before ?? Session.Other);
        int place = all.IndexOf(before, all.IndexOf(Network, StringComparison.Ordinal), StringComparison.Ordinal) + before.Length;
        return text.WithChanges(new TextChange(new(place, 0), "123456789".Substring(count % 9, 1)));
    }
}
