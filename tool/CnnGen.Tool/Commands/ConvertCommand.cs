using System.CommandLine;
using CnnGen.Formats;
using Spectre.Console;

namespace CnnGen.Tool.Commands;

/// <summary><c>cnngen convert</c>: tensors from one file format to another.</summary>
internal static class ConvertCommand
{
    private static readonly Dictionary<string, DataType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["f16"] = DataType.F16,
        ["bf16"] = DataType.BF16,
        ["f32"] = DataType.F32,
    };

    public static Command Create(ToolConsole console, CommandGuard guard)
    {
        var source = new Argument<string>("input") { Description = "A file of tensors: .safetensors, .npz, .npy, .pt or .pth." };
        var target = new Argument<string>("output") { Description = "The file to write; its extension says in which format." };
        var type = new Option<string?>("--dtype") { Description = "The type that floating-point tensors get; without it, their own." };
        type.AcceptOnlyFromAmong([.. Types.Keys]);
        var command = new Command("convert", "Converts tensors between safetensors, npz and PyTorch's .pt and .pth files.")
        {
            source, target, type,
        };
        command.SetAction((result, cancellation) => guard(console, () => Run(
            console, result.GetValue(source)!, result.GetValue(target)!, result.GetValue(type) is { } name ? Types[name] : null,
            cancellation)));
        return command;
    }

    private static void Run(ToolConsole console, string source, string target, DataType? type, CancellationToken cancellation)
    {
        TensorFile.CheckExtension(target);
        using TensorFile file = TensorFile.Open(source);
        NamedTensor[] tensors = [.. file.Tensors.Select(tensor => type is { } wanted ? tensor.As(wanted) : tensor)];
        console.Track(Path.GetFileName(target), tensors.Sum(tensor => tensor.ByteCount), report =>
            TensorFile.Save(target, [.. tensors.Select(tensor => Watched(tensor, report, cancellation))]));
        long bytes = new FileInfo(target).Length;
        console.Out.Write(new Text($"{target}: {tensors.Length} tensors from {file.Format}, {Quantity.Bytes(bytes)}\n"));
    }

    /// <summary>The same tensor; reading it says how far it is, and ends where the user asks for it.</summary>
    private static NamedTensor Watched(NamedTensor tensor, Action<long> report, CancellationToken cancellation) =>
        new(tensor.Name, tensor.Type, tensor.Shape, sink => tensor.Read(bytes =>
        {
            cancellation.ThrowIfCancellationRequested();
            sink(bytes);
            report(bytes.Length);
        }));
}
