using System.Net;
using System.Text.Json;

namespace CnnGen.Service.Tests;

public class ErrorTests
{
    private static readonly string[] Settings =
        ["--Service:MaxUploadBytes", "60000", "--Service:MaxPixels", "20000", "--Service:MaxClasses", "4"];

    [Theory]
    [InlineData("classify", "text/plain", 100, false, 415, "expected a body of type image/png or image/jpeg, found text/plain")]
    [InlineData("classify", "image/png", 60001, false, 413, "expected an image of at most 60000 bytes, found more")]
    [InlineData("features", "image/png", 60001, true, 413, "60000 bytes")]
    [InlineData("features", "image/png", 0, false, 400, "expected the bytes of an image, found none")]
    [InlineData("classes/a", "image/jpeg", 100, false, 400, "expected a PNG or JPEG image")]
    public async Task Bytes_that_are_no_image_are_refused(
        string path, string type, int length, bool isChunked, int status, string detail)
    {
        await using RunningService service = await RunningService.StartAsync(new GatedExtractor(), Settings);
        await ExpectAsync(status, detail, await service.PostAsync(path, new byte[length], type, isChunked));
    }

    [Fact]
    public async Task A_truncated_image_is_refused_and_the_next_one_is_not()
    {
        await using RunningService service = await RunningService.StartAsync(new GatedExtractor(), Settings);
        byte[] image = RunningService.Pattern(1);
        await ExpectAsync(400, "damaged", await service.PostAsync("features", image[..500]));
        Assert.Equal(HttpStatusCode.OK, (await service.PostAsync("features", image)).StatusCode);
    }

    [Fact]
    public async Task Classes_are_bounded_named_and_removed()
    {
        await using RunningService service = await (await RunningService.StartAsync(new GatedExtractor(), Settings)).ReadyAsync();
        byte[] image = RunningService.Pattern(1);
        await ExpectAsync(409, "at most 4 classes", await service.PostAsync("classes/fifth", image));
        await ExpectAsync(400, "1 to 64 characters, found 65", await service.PostAsync($"classes/{new string('n', 65)}", image));
        await ExpectAsync(404, "no class 'none'", await service.Client.DeleteAsync("classes/none"));
        foreach (string name in new[] { "checks", "dots", "rings", "stripes" })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await service.Client.DeleteAsync($"classes/{name}")).StatusCode);
        }

        await ExpectAsync(409, "there is no class yet", await service.PostAsync("classify", image));
        Assert.Equal(HttpStatusCode.OK, (await service.PostAsync("classes/eigene Bilder äöü", image)).StatusCode);
        Assert.Equal("[{\"name\":\"eigene Bilder äöü\",\"examples\":1}]", await service.Client.GetStringAsync("classes"));
    }

    private static async Task ExpectAsync(int status, string detail, HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        string found = JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString()!;
        Assert.Contains(detail, found, StringComparison.Ordinal);
        Assert.DoesNotContain(found, char.IsControl);
    }
}
