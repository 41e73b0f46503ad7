using System.Runtime.CompilerServices;

// Goldens have chosen parameters where transforms draw theirs.
[assembly: InternalsVisibleTo("CnnGen.Data.Tests")]
