using BenchmarkDotNet.Running;
using CnnGen.Benchmarks;
using CnnGen.Benchmarks.Peers;

// dotnet run -c Release --project benchmarks/CnnGen.Benchmarks -- peers       side by side with ONNX Runtime and PyTorch
// dotnet run -c Release --project benchmarks/CnnGen.Benchmarks -- layers X    what each layer of the zoo's network X takes
// dotnet run -c Release --project benchmarks/CnnGen.Benchmarks -- keystroke   what an editor waits for after a keystroke
// dotnet run -c Release --project benchmarks/CnnGen.Benchmarks -- loading     how far loading and augmentation is ahead of training
// dotnet run -c Release --project benchmarks/CnnGen.Benchmarks -- --filter *  BenchmarkDotNet
if (args is ["peers", ..])
{
    return PeerRunner.Run(args[1..]);
}

if (args is ["layers", ..])
{
    return LayerRunner.Run(args[1..]);
}

if (args is ["keystroke", ..])
{
    return KeystrokeRunner.Run(args[1..]);
}

if (args is ["loading", ..])
{
    return LoadingRunner.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(PeerRunner).Assembly).Run(args);
return 0;
