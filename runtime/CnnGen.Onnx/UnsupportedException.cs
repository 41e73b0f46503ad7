namespace CnnGen.Onnx;

/// <summary>A node, or a part of one, that cannot be done; becomes an <see cref="ImportProblem"/>.</summary>
internal sealed class UnsupportedException(string message) : Exception(message);
