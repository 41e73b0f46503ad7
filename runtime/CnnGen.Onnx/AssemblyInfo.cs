using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("CnnGen.Onnx.Tests")]

// The command shows models and compares networks with them.
[assembly: InternalsVisibleTo("CnnGen.Tool")]
