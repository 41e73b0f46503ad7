using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests.CodeFixes;

/// <summary>What is half written never makes the analyzer or a code fix fail.</summary>
public sealed class TypingTests
{
    private const int Edits = 25;

    [Theory]
    [InlineData("SqueezeNet")]
    [InlineData("MobileNetV1")]
    [InlineData("ShuffleNetV2")]
    [InlineData("ConvNeXtV2")]
    public async Task Random_edits_of_tokens(string network)
    {
        string source = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "ModelZoo", $"{network}.cs"));
        string[] tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(token => token.ToFullString())];
        for (int seed = 0; seed < Edits; seed++)
        {
            await FixedSource.OfferAsync(Edited(tokens, new Random(seed)));
        }
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
