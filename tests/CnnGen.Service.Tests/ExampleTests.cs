using Microsoft.Extensions.Options;

namespace CnnGen.Service.Tests;

public sealed class ExampleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public async Task Folders_become_classes_and_a_damaged_file_is_left_out()
    {
        foreach (string name in new[] { "mugs", "übrige" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, name));
            File.WriteAllBytes(Path.Combine(_folder, name, "good.png"), RunningService.Pattern(0));
        }

        File.WriteAllBytes(Path.Combine(_folder, "mugs", "bad.png"), RunningService.Pattern(0)[..300]);
        await using RunningService service = await (await RunningService.StartAsync(
            new GatedExtractor(), "--Service:Examples", _folder)).ReadyAsync();
        Assert.Equal(
            """[{"name":"mugs","examples":1},{"name":"übrige","examples":1}]""", await service.Client.GetStringAsync("classes"));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_ends_the_start_in_words()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(
            () => RunningService.StartAsync(new GatedExtractor(), "--Service:Examples", Path.Combine(_folder, "none")));
        Assert.Contains("expected a folder that holds one for each class", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
