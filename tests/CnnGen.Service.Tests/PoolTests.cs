using System.Net;

namespace CnnGen.Service.Tests;

public class PoolTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Many_requests_share_a_few_networks_one_at_a_time()
    {
        var engine = new GatedExtractor();
        await using RunningService service = await (await RunningService.StartAsync(engine, "--Service:Instances", "2")).ReadyAsync();
        byte[] image = RunningService.Pattern(0);
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => service.PostAsync("features", image)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.InRange(engine.Forks, 1, 2);
        Assert.False(engine.WasShared);
    }

    [Fact]
    public async Task Who_finds_no_place_to_wait_is_refused_and_who_gives_up_makes_place()
    {
        var engine = new GatedExtractor();
        await using RunningService service = await (await RunningService.StartAsync(
            engine, "--Service:Instances", "1", "--Service:Queue", "1")).ReadyAsync();
        byte[] image = RunningService.Pattern(0);
        engine.Gate.Reset();
        int before = engine.Entered;
        Task<HttpResponseMessage> first = service.PostAsync("features", image);
        await Until(() => engine.Entered == before + 1);

        using var patience = new CancellationTokenSource();
        Task<HttpResponseMessage> second = service.PostAsync("features", image, cancellation: patience.Token);
        await UntilHealth("Degraded");
        using HttpResponseMessage refused = await service.PostAsync("features", image);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("1", refused.Headers.GetValues("Retry-After").Single());
        Assert.Contains("at most 1 images to wait", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await UntilHealth("Healthy");
        Task<HttpResponseMessage> third = service.PostAsync("features", image);
        await UntilHealth("Degraded");
        engine.Gate.Set();
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await third).StatusCode);
        Assert.Equal(before + 2, engine.Entered);

        async Task UntilHealth(string state)
        {
            using var limit = new CancellationTokenSource(Limit);
            while (await service.Client.GetStringAsync("health", limit.Token) != state)
            {
                await Task.Delay(10, limit.Token);
            }
        }
    }

    private static async Task Until(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
