"""What PyTorch says, in float64, of the network in Networks/GraphNetwork.cs: blocks, branches, batch normalisation.

Writes Data/GraphNetwork.safetensors. Run like make_goldens.py; a second run gives the same bytes.
"""
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import random_numbers as rnd
from make_goldens import DATA, OPTIMIZERS
from safetensors_file import write

BATCH, CLASSES, STEPS = 6, 7, 4


class Down(nn.Module):
    def __init__(self):
        super().__init__()
        self.downsample = nn.Sequential(nn.Conv2d(9, 12, 1, stride=2, bias=False), nn.BatchNorm2d(12))
        self.conv1, self.bn1 = nn.Conv2d(9, 12, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(12)
        self.conv2, self.bn2 = nn.Conv2d(12, 12, 3, padding=1, bias=False), nn.BatchNorm2d(12)

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(y + self.downsample(x))


class GraphNetwork(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem, self.bn, self.layer1 = nn.Conv2d(3, 9, 3, padding=1), nn.BatchNorm2d(9), Down()
        self.b1, self.b2 = nn.Conv2d(12, 5, 1), nn.Conv2d(12, 12, 3, padding=1, groups=12)
        self.se, self.bn3, self.fc = nn.Conv2d(17, 17, 1), nn.BatchNorm2d(17), nn.Linear(425, 7)

    def forward(self, x):
        t = F.silu(self.layer1(F.relu(self.bn(self.stem(x)))))
        cat = torch.cat([torch.tanh(self.b1(t)), F.relu(self.b2(t))], 1)
        gate = torch.sigmoid(self.se(F.avg_pool2d(cat, 5)))
        return self.fc(self.bn3(cat * gate).flatten(1))


def initialised():
    model = GraphNetwork().double()
    with torch.no_grad():
        for name, p in model.state_dict().items():
            if name.endswith("num_batches_tracked"):
                continue
            values = torch.from_numpy(rnd.parameter("GraphNetwork", name, tuple(p.shape)).astype(np.float64))
            p.copy_(values + 1 if name.endswith("running_var") else values)
    return model


def flat(tensors):
    return np.concatenate([t.detach().numpy().reshape(-1) for t in tensors]).astype(np.float32)


def state(model):
    return [p for name, p in model.state_dict().items() if not name.endswith("num_batches_tracked")]


def main():
    x = torch.from_numpy(rnd.uniform("GraphNetwork/input", (BATCH, 3, 10, 10), 1.0).astype(np.float64)).requires_grad_()
    labels = torch.from_numpy(rnd.labels("GraphNetwork/target", BATCH, CLASSES))
    model = initialised().eval()
    tensors = {"output": flat([model(x)])}
    model = initialised().train()
    loss = F.cross_entropy(model(x), labels)
    loss.backward()
    tensors |= {"loss": np.array([loss.item()]), "input.gradient": flat([x.grad])}
    gradients = {name: p.grad for name, p in model.named_parameters()}
    zero = [gradients.get(name, torch.zeros_like(p)) for name, p in model.state_dict().items() if not name.endswith("num_batches_tracked")]
    tensors["gradients"] = flat(zero)
    for key, make in OPTIMIZERS.items():
        model = initialised().train()
        optimizer = make(list(model.parameters()))
        for _ in range(STEPS):
            optimizer.zero_grad()
            F.cross_entropy(model(x.detach()), labels).backward()
            optimizer.step()
        tensors[key] = flat(state(model))
        tensors[f"{key}.output"] = flat([model.eval()(x)])
    write(DATA / "GraphNetwork.safetensors", tensors)


if __name__ == "__main__":
    main()
