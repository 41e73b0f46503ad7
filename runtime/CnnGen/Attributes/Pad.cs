namespace CnnGen;

/// <summary>Values for <c>Padding</c> that are not a count.</summary>
public static class Pad
{
    /// <summary>
    /// Pads so that a stride of 1 keeps height and width: dilation · (kernel − 1) in all, the odd one after the input.
    /// </summary>
    public const int Same = int.MinValue + 1;
}
