using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnGen.Peers;

/// <summary>A body and a shortcut, added, and perhaps an activation.</summary>
internal sealed class Residual : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> _body;
    private readonly Module<Tensor, Tensor>? _shortcut;
    private readonly bool _hasActivation;

    public Residual(Module<Tensor, Tensor> body, Module<Tensor, Tensor>? shortcut, bool hasActivation)
        : base(nameof(Residual))
    {
        (_body, _shortcut, _hasActivation) = (body, shortcut, hasActivation);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        Tensor sum = _body.call(x).add_(_shortcut is null ? x : _shortcut.call(x));
        return _hasActivation ? sum.relu_() : sum;
    }
}

/// <summary>The shortcut without parameters of small ResNets: every other pixel, and zeros for as many channels again.</summary>
internal sealed class Halved() : Module<Tensor, Tensor>(nameof(Halved))
{
    public override Tensor forward(Tensor x)
    {
        Tensor half = functional.avg_pool2d(x, 1, 2);
        return cat([half, zeros_like(half)], 1);
    }
}
