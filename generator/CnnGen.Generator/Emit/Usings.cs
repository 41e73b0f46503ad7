// Wide and Octet, the kinds of vectors that code is written for.
global using static CnnGen.Generator.Emit.VectorCode;
