using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CnnGen.Browser.Tests;

/// <summary>The page of samples/Browser in headless Chromium: drawing, keyboard, teaching, sizes.</summary>
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly List<string> _complaints = [];
    private IPage _page = null!;

    private ILocator Answer => _page.Locator("#answer");

    /// <inheritdoc/>
    public Task InitializeAsync() => OpenAsync(1100, 900);

    /// <inheritdoc/>
    public Task DisposeAsync() => _page.CloseAsync();

    [Fact]
    public async Task Seven_IsReadAsSeven()
    {
        await DrawAsync((0.25, 0.25), (0.75, 0.25), (0.45, 0.85));

        await Assertions.Expect(Answer).ToHaveTextAsync(new Regex("^7 "));
        Assert.InRange(await MillisecondsAsync(), 0, 5);
        Assert.Equal(7, await BestAsync("#bars"));
        Assert.Equal(6, await PaintedMapsAsync());
        await KeepAsync("seven");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task One_DrawnByTheKeyboard_IsReadAsOne()
    {
        await _page.FocusAsync("#drawing");
        await PressAsync("ArrowUp", 6);
        await PressAsync("Space", 1);
        await PressAsync("ArrowDown", 12);

        await Assertions.Expect(Answer).ToHaveTextAsync(new Regex("^1 "));
        await PressAsync("Delete", 1);
        await Assertions.Expect(Answer).ToHaveTextAsync("Draw a digit");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task TwoKindsOfDrawings_AreLearned()
    {
        for (int i = 0; i < 3; i++)
        {
            double move = 0.05 * i;
            await DrawAsync((0.4 + move, 0.2), (0.4 + move, 0.8));
            await TeachAsync(1);
            await DrawAsync((0.3 + move, 0.3), (0.7, 0.3), (0.7, 0.7), (0.3 + move, 0.7), (0.3 + move, 0.3));
            await TeachAsync(0);
        }

        await _page.ClickAsync("#train");
        await Assertions.Expect(_page.Locator("#progress")).ToContainTextAsync("trained for 300 steps", new() { Timeout = 60_000 });
        await DrawAsync((0.35, 0.35), (0.75, 0.3), (0.7, 0.75), (0.3, 0.7), (0.35, 0.35));
        await Assertions.Expect(Answer).Not.ToHaveTextAsync("Draw a digit");

        Assert.Equal(0, await BestAsync("#pupil"));
        Assert.Equal(6, await _page.Locator("#examples figure").CountAsync());
        await KeepAsync("taught");
        await _page.ClickAsync("#clear");
        await DrawAsync((0.5, 0.25), (0.52, 0.8));
        await Assertions.Expect(Answer).Not.ToHaveTextAsync("Draw a digit");
        Assert.Equal(1, await BestAsync("#pupil"));
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Nothing_CannotBeTaught()
    {
        await _page.ClickAsync("#labels button >> nth=3");

        await Assertions.Expect(_page.Locator("#progress")).ToHaveTextAsync("Draw the digit first");
        Assert.True(await _page.IsDisabledAsync("#train"));
    }

    [Theory]
    [InlineData(360, 740)]
    [InlineData(1100, 900)]
    public async Task Page_FitsItsWidth(int width, int height)
    {
        await _page.SetViewportSizeAsync(width, height);

        int overflow = await _page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        Assert.InRange(overflow, -1000, 0);
        int small = await _page.EvaluateAsync<int>(
            "[...document.querySelectorAll('button')].filter(b => b.getBoundingClientRect().height < 40).length");
        Assert.Equal(0, small);
        await KeepAsync($"width-{width}");
        Assert.Empty(_complaints);
    }

    [Fact]
    public void Page_IsSmall() => Assert.InRange(chromium.Site.CompressedBytes, 500_000, 2_000_000);

    private async Task OpenAsync(int width, int height)
    {
        var size = new ViewportSize { Width = width, Height = height };
        _page = await chromium.Browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = size });
        _page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add(message.Text);
            }
        };
        _page.PageError += (_, error) => _complaints.Add(error);
        _page.RequestFailed += (_, request) => _complaints.Add($"{request.Url}: {request.Failure}");
        await _page.GotoAsync(chromium.Site.Address.AbsoluteUri);
        await _page.WaitForSelectorAsync("body[data-ready]", new() { Timeout = 60_000 });
    }

    /// <summary>Draws a line through places given as shares of the canvas.</summary>
    private async Task DrawAsync(params (double X, double Y)[] places)
    {
        LocatorBoundingBoxResult box = (await _page.Locator("#drawing").BoundingBoxAsync())!;
        foreach ((int i, (double x, double y)) in places.Index())
        {
            await _page.Mouse.MoveAsync((float)(box.X + x * box.Width), (float)(box.Y + y * box.Height), new() { Steps = 8 });
            if (i == 0)
            {
                await _page.Mouse.DownAsync();
            }
        }

        await _page.Mouse.UpAsync();
    }

    private Task TeachAsync(int digit) => _page.ClickAsync($"#labels button >> nth={digit}");

    private async Task PressAsync(string key, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await _page.Keyboard.PressAsync(key);
        }
    }

    private async Task<double> MillisecondsAsync() =>
        double.Parse((await _page.InnerTextAsync("#time")).Split(' ')[2], CultureInfo.InvariantCulture);

    private Task<int> BestAsync(string bars) =>
        _page.EvaluateAsync<int>($"[...document.querySelectorAll('{bars} .bar')].findIndex(bar => bar.classList.contains('best'))");

    /// <summary>How many feature maps show more than one shade.</summary>
    private Task<int> PaintedMapsAsync() => _page.EvaluateAsync<int>("""
        [...document.querySelectorAll('#features canvas')].filter(canvas =>
            new Set(canvas.getContext('2d').getImageData(0, 0, 28, 28).data).size > 8).length
        """);

    /// <summary>Keeps a picture of the page for a person to look at, where CNNGEN_PICTURES names a folder.</summary>
    private async Task KeepAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("CNNGEN_PICTURES") is { Length: > 0 } folder)
        {
            await _page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
