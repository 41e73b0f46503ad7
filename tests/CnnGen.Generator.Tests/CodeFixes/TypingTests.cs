using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Tests.CodeFixes;

/// <summary>
/// What is half written never makes the generator, the analyzer or a code fix fail, never puts an error into an emitted file, and gives
/// the same text whatever was typed before. The environment variable <c>CNNGEN_EDITS</c> says how many edits each of the ten networks gets:
/// 1000, which is ten thousand in all, takes a quarter of an hour.
/// </summary>
public sealed class TypingTests
{
    private static readonly int Edits =
        int.Parse(Environment.GetEnvironmentVariable("CNNGEN_EDITS") ?? "30", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("LeNet", "LeNet5Of1998", true)]
    [InlineData("RobotVision", "RobotDetector", false)]
    [InlineData("SqueezeNet", "SqueezeNet", true)]
    [InlineData("MobileNetV1", "MobileNetV1", false)]
    [InlineData("MobileNetV2", "MobileNetV2", false)]
    [InlineData("ShuffleNetV2", "ShuffleNetV2", false)]
    [InlineData("ConvNeXtV2", "ConvNeXtV2Atto", true)]
    [InlineData("ResNet", "ResNet50", false)]
    [InlineData("DenseNet", "DenseNet121", false)]
    [InlineData("UNet", "UNet", false)]
    public async Task Random_edits_of_tokens(string file, string network, bool training)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "ModelZoo", $"{file}.cs");
        string source = Only(network, training, await File.ReadAllTextAsync(path));
        string[] tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(token => token.ToFullString())];
        var session = new TypingSession(source);
        await session.TypeAsync(source);
        for (int seed = 0; seed < Edits; seed++)
        {
            string edited = Edited(tokens, new Random(seed));
            try
            {
                await session.TypeAsync(edited);
            }
            catch (Exception failure)
            {
                throw new HarnessException($"edit {seed} of {network}: {failure}\n{edited}");
            }
        }
    }

    /// <summary>
    /// The network and the blocks of its file, each applied at most twice in a row, since what is typed counts and not how large it is.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="training">Whether it can be trained.</param>
    /// <param name="source">The file.</param>
    private static string Only(string network, bool training, string source)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source).GetRoot();
        IEnumerable<SyntaxNode> others = root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type =>
            type.Identifier.Text != network && type.AttributeLists.ToString().Contains("[Network", StringComparison.Ordinal));
        string text = root.RemoveNodes(others, SyntaxRemoveOptions.KeepNoTrivia)!.ToFullString();
        text = Regex.Replace(text, @"(?<=Repeat = )\d+", "2");
        const string Options = "[Network(";
        return training ? text
            : text.Contains(Options, StringComparison.Ordinal)
                ? text.Replace(Options, Options + "Training = false, ", StringComparison.Ordinal)
                : text.Replace("[Network", Options + "Training = false)", StringComparison.Ordinal);
    }

    /// <summary>With up to three tokens missing, repeated, exchanged, or another number.</summary>
    private static string Edited(string[] tokens, Random random)
    {
        List<string> edited = [.. tokens];
        for (int i = random.Next(3); i >= 0; i--)
        {
            int place = random.Next(edited.Count), other = random.Next(edited.Count);
            switch (random.Next(4))
            {
                case 0:
                    edited.RemoveAt(place);
                    break;
                case 1:
                    edited.Insert(place, edited[place]);
                    break;
                case 2:
                    (edited[place], edited[other]) = (edited[other], edited[place]);
                    break;
                default:
                    int number = edited.FindIndex(place, token => token.Length > 0 && char.IsDigit(token[0]));
                    if (number >= 0)
                    {
                        edited[number] = $"{random.Next(-2, 12)} ";
                    }

                    break;
            }
        }

        return string.Concat(edited);
    }
}
