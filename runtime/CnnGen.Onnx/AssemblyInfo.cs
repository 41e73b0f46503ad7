using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("CnnGen.Onnx.Tests")]
