namespace CnnGen.Generator.Diagnostics;

/// <summary>The ids of all diagnostics, by what is wrong.</summary>
internal static class DiagnosticIds
{
    public const string NotPartial = "CNN001";
    public const string InputMisplaced = "CNN002";
    public const string LayersApart = "CNN003";
    public const string UnknownTensor = "CNN004";
    public const string DuplicateName = "CNN005";
    public const string UnusedOutput = "CNN006";
    public const string NotABlock = "CNN007";
    public const string NoLayers = "CNN008";
    public const string NotCompiled = "CNN009";
    public const string OutOfRange = "CNN101";
    public const string Contradiction = "CNN102";
    public const string ArgumentCount = "CNN103";
    public const string NoValue = "CNN104";
    public const string ExpressionUnseen = "CNN105";
    public const string ExpressionNotInteger = "CNN106";
    public const string DivisionByZero = "CNN107";
    public const string IntegerOverflow = "CNN108";
    public const string KernelTooLarge = "CNN201";
    public const string StrideLeavesRest = "CNN202";
    public const string PaddingTooLarge = "CNN203";
    public const string GroupsDoNotDivide = "CNN204";
    public const string SameWithStride = "CNN205";
    public const string PaddingBeyondInput = "CNN206";
    public const string ShapesDiffer = "CNN207";
    public const string SizesDiffer = "CNN208";
    public const string WrongRank = "CNN209";
    public const string OutputPaddingTooLarge = "CNN210";
    public const string ChannelsDoNotFit = "CNN211";
    public const string NothingLeft = "CNN212";
    public const string StrideSkips = "CNN213";
    public const string BiasWithoutEffect = "CNN214";
    public const string PyTorchOrder = "CNN215";
    public const string SingleElements = "CNN216";
    public const string TooLarge = "CNN301";
    public const string OverBudget = "CNN302";
    public const string WeightsDoNotFit = "CNN401";
    public const string WeightsUnusable = "CNN402";
    public const string IdleLanes = "CNN501";
    public const string ActivationRepeated = "CNN502";
    public const string ProbabilitiesAsOutput = "CNN503";
    public const string DropoutAtEnd = "CNN504";
    public const string PoolOfOnePixel = "CNN505";
    public const string NormBeforeOutput = "CNN506";
    public const string FieldTooSmall = "CNN507";
}
