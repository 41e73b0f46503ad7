namespace CnnGen.Data;

/// <summary>The colours of an image, one or three planes of values from 0 to 1, changed in place.</summary>
internal readonly ref struct Colors(Span<float> pixels, ImageShape shape)
{
    private readonly Span<float> _pixels = pixels;
    private readonly int _plane = shape.Pixels;
    private readonly bool _isGray = shape.Channels == 1;

    /// <summary>factor · x.</summary>
    public void ScaleBrightness(float factor) => Blend(factor, 0);

    /// <summary>factor · x + (1 - factor) · mean gray.</summary>
    public void ScaleContrast(float factor)
    {
        double sum = 0;
        for (int i = 0; i < _plane; i++)
        {
            sum += Gray(i);
        }

        Blend(factor, (1 - factor) * (float)(sum / _plane));
    }

    /// <summary>factor · x + (1 - factor) · gray.</summary>
    public void ScaleSaturation(float factor)
    {
        for (int i = 0; i < _plane && !_isGray; i++)
        {
            float rest = (1 - factor) * Gray(i);
            for (int at = i; at < _pixels.Length; at += _plane)
            {
                _pixels[at] = Math.Clamp(factor * _pixels[at] + rest, 0f, 1f);
            }
        }
    }

    /// <summary>Turns the hue by a share of the colour circle; value and saturation stay.</summary>
    public void TurnHue(float turn)
    {
        for (int i = 0; i < _plane && !_isGray; i++)
        {
            float red = _pixels[i], green = _pixels[i + _plane], blue = _pixels[i + 2 * _plane];
            float most = Math.Max(red, Math.Max(green, blue)), least = Math.Min(red, Math.Min(green, blue));
            float range = most - least;
            if (range <= 0)
            {
                continue;
            }

            float hue = most == red ? (green - blue) / range : most == green ? 2 + (blue - red) / range : 4 + (red - green) / range;
            hue = 6 * Fraction(hue / 6 + turn);
            _pixels[i] = Channel(5, hue, most, range);
            _pixels[i + _plane] = Channel(3, hue, most, range);
            _pixels[i + 2 * _plane] = Channel(1, hue, most, range);
        }
    }

    private static float Fraction(float value) => value - MathF.Floor(value);

    /// <summary>A channel of a hue in sixths of the circle; red, green and blue are at 5, 3 and 1.</summary>
    private static float Channel(int at, float hue, float most, float range)
    {
        float k = (at + hue) % 6;
        return most - range * Math.Clamp(Math.Min(k, 4 - k), 0f, 1f);
    }

    private float Gray(int i) =>
        _isGray ? _pixels[i] : 0.2989f * _pixels[i] + 0.587f * _pixels[i + _plane] + 0.114f * _pixels[i + 2 * _plane];

    private void Blend(float factor, float rest)
    {
        foreach (ref float pixel in _pixels)
        {
            pixel = Math.Clamp(factor * pixel + rest, 0f, 1f);
        }
    }
}
