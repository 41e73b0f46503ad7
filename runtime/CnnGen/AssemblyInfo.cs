using System.Runtime.CompilerServices;

[assembly: CLSCompliant(true)]

// The other formats' reader and writer share the safetensors header with the runtime's.
[assembly: InternalsVisibleTo("CnnGen.Formats")]
