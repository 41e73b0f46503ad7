using CnnGen.Samples.Service;
using Microsoft.Extensions.Options;

try
{
    await ServiceApplication.Create(args).RunAsync();
    return 0;
}
catch (Exception failure) when (
    failure is IOException or InvalidDataException or UnauthorizedAccessException or OptionsValidationException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
