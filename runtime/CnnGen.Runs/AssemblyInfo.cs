using System.Runtime.CompilerServices;

// How scores are read and pages are put together is tested piece by piece.
[assembly: InternalsVisibleTo("CnnGen.Data.Tests")]
