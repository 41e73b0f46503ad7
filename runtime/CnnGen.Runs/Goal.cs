namespace CnnGen.Runs;

/// <summary>What makes one epoch's network better than another's.</summary>
public enum Goal
{
    /// <summary>Higher accuracy; with masks, higher mean overlap.</summary>
    Automatic,

    /// <summary>More samples, or pixels, that are right.</summary>
    Accuracy,

    /// <summary>More whose true class is among the five highest scores.</summary>
    TopFive,

    /// <summary>A larger intersection over union, mean of the classes.</summary>
    MeanOverlap,

    /// <summary>A larger share of each class, mean of the classes.</summary>
    MeanRecall,

    /// <summary>Lower loss on the validation samples.</summary>
    ValidationLoss,
}
