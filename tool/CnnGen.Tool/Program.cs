using CnnGen.Tool;

return await Application.Run(args, new ToolConsole(Console.Out, Console.Error));
