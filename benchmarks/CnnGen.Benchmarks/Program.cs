using BenchmarkDotNet.Running;
using CnnGen.Benchmarks.Peers;

// dotnet run -c Release --project benchmarks/CnnGen.Benchmarks -- peers       side by side with ONNX Runtime and PyTorch
// dotnet run -c Release --project benchmarks/CnnGen.Benchmarks -- --filter *  BenchmarkDotNet
if (args is ["peers", ..])
{
    return PeerRunner.Run(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(PeerRunner).Assembly).Run(args);
return 0;
