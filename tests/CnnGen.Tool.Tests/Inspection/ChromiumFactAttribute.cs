namespace CnnGen.Tool.Tests.Inspection;

/// <summary>A test that needs a browser: Debian's <c>chromium</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public const string Browser = "/usr/bin/chromium";

    public ChromiumFactAttribute()
    {
        if (!File.Exists(Browser))
        {
            Skip = $"{Browser} is not installed";
        }
    }
}
