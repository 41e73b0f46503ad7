namespace CnnGen.LoadTest;

/// <summary>What the command line asks for.</summary>
/// <param name="Requests">How many requests are counted.</param>
/// <param name="Clients">How many clients ask at once.</param>
/// <param name="Instances">How many networks the service has; 0: one for each processor.</param>
/// <param name="OnnxRuntime">Whether ONNX Runtime predicts instead of the compiled network.</param>
internal sealed record Options(int Requests, int Clients, int Instances, bool OnnxRuntime);
