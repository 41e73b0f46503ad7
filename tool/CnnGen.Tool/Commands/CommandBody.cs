namespace CnnGen.Tool.Commands;

/// <summary>Runs what a command does and turns failures into messages and exit codes.</summary>
internal delegate Task<int> CommandGuard(ToolConsole console, Action body);
