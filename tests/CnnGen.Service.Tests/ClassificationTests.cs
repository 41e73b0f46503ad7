using System.Net.Http.Json;
using System.Text.Json;
using CnnGen.LoadTest;
using CnnGen.Samples.ImageNet;

namespace CnnGen.Service.Tests;

public class ClassificationTests
{
    [Fact]
    public async Task Patterns_that_it_has_not_seen_are_told_apart()
    {
        await using RunningService service = await (await RunningService.StartAsync(null)).ReadyAsync();
        int right = 0, count = 0;
        for (int kind = 0; kind < Patterns.Names.Count; kind++)
        {
            for (int seed = 10; seed < 15; seed++, count++)
            {
                using HttpResponseMessage answer = await service.PostAsync("classify", RunningService.Pattern(kind, seed));
                JsonElement found = await answer.Content.ReadFromJsonAsync<JsonElement>();
                right += found.GetProperty("class").GetString() == Patterns.Names[kind] ? 1 : 0;
            }
        }

        Assert.InRange(right, 0.8 * count, count);
    }

    [Fact]
    public async Task Features_are_those_of_onnx_runtime()
    {
        await using RunningService compiled = await RunningService.StartAsync(null);
        await using RunningService peer = await RunningService.StartAsync(OnnxRuntimeExtractor.Load());
        byte[] image = RunningService.Pattern(2);
        float[] found = await FeaturesAsync(compiled), expected = await FeaturesAsync(peer);
        float largest = expected.Max();
        Assert.Equal(ImageNetModel.FeatureCount, expected.Length);
        Assert.True(largest > 0.1f, $"expected features, found none above {largest}");
        Assert.All(found.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-4f * largest));

        async Task<float[]> FeaturesAsync(RunningService service)
        {
            using HttpResponseMessage answer = await service.PostAsync("features", image);
            JsonElement features = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("features");
            return [.. features.EnumerateArray().Select(number => number.GetSingle())];
        }
    }

    [Fact]
    public async Task The_document_names_every_endpoint()
    {
        await using RunningService service = await RunningService.StartAsync(new GatedExtractor());
        JsonElement document = await service.Client.GetFromJsonAsync<JsonElement>("openapi/v1.json");
        string[] paths = [.. document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(["/classes", "/classes/{name}", "/classify", "/features"], paths);
        JsonElement classify = document.GetProperty("paths").GetProperty("/classify").GetProperty("post");
        Assert.Equal("The class whose examples are most similar to the image.", classify.GetProperty("summary").GetString());
        Assert.True(classify.GetProperty("responses").TryGetProperty("413", out _));
    }
}
