using CnnGen.Samples.Service;

try
{
    await ServiceApplication.Create(args).RunAsync();
    return 0;
}
catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
