"""The network: word inputs → gated linear recurrences in both directions → tags, lemmas, names, arcs, labels."""
import torch
from torch import nn
from torch.nn import functional as F

from atoms import BUCKETS


def scanned(f, g):
    """h[t] = f[t] · h[t−1] + g[t], in as many steps as the length has binary digits on an accelerator."""
    if g.device.type == "cpu":
        h = g.clone()
        for t in range(1, len(h)):
            h[t].addcmul_(f[t], h[t - 1])
        return h
    return doubled(f, g)


def doubled(f, g):
    """The same by combining neighbours, then neighbours of neighbours …"""
    step = 1
    while step < len(g):
        h = g.clone()
        h[step:].addcmul_(f[step:], g[:-step])
        g = h
        if 2 * step < len(g):
            k = f.clone()
            k[step:].mul_(f[:-step])
            k[:step] = 0
            f = k
        step *= 2
    return g


class Scan(torch.autograd.Function):
    """h[t] = f[t] · h[t−1] + g[t], over the first axis."""

    @staticmethod
    def forward(ctx, f, g):
        h = scanned(f, g)
        ctx.save_for_backward(f, h)
        return h

    @staticmethod
    def backward(ctx, grad):
        f, h = ctx.saved_tensors
        onward = torch.zeros_like(f)
        onward[:-1] = f[1:]
        d = scanned(onward.flip(0), grad.flip(0)).flip(0)
        df = torch.zeros_like(f)
        df[1:] = d[1:] * h[:-1]
        return df, d


class SharedDropout(nn.Module):
    """Dropout whose mask is the same at every position of a sentence."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        mask = torch.empty(1, x.shape[1], x.shape[2], device=x.device).bernoulli_(1 - self.rate) / (1 - self.rate)
        return x * mask


class Block(nn.Module):
    """Norm, depthwise convolution of five words, recurrences in both directions, gate, back to the width; residual."""

    def __init__(self, width, dropout):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.taps = nn.Parameter(torch.zeros(5, width))
        with torch.no_grad():
            self.taps[2] = 1
            self.taps += torch.randn_like(self.taps) * 0.05
        self.inward = nn.Linear(width, 6 * width)  # forget, update, output; each forward | backward
        self.outward = nn.Linear(2 * width, width)
        self.dropout = SharedDropout(dropout)
        with torch.no_grad():
            self.inward.bias[: 2 * width] = torch.linspace(-1.5, 2.5, 2 * width)[torch.randperm(2 * width)]

    def forward(self, x, mask):
        length, batch, width = x.shape
        y = self.norm(x) * mask
        padded = F.pad(y, (0, 0, 0, 0, 2, 2))
        y = sum(padded[k : k + length] * self.taps[k] for k in range(5))
        z = self.inward(self.dropout(y))
        f, u, o = z.split(2 * width, dim=2)
        f = F.hardsigmoid(f) * mask
        g = (1 - f) * u * mask
        f = torch.cat([f[:, :, :width], f[:, :, width:].flip(0)], 2)
        g = torch.cat([g[:, :, :width], g[:, :, width:].flip(0)], 2)
        h = Scan.apply(f, g)
        h = torch.cat([h[:, :, :width], h[:, :, width:].flip(0)], 2)
        return x + self.outward(h * F.hardswish(o))


class Network(nn.Module):
    """All of it; `sizes` gives the numbers of words, tags, features, lemma rules, relations and names' classes."""

    def __init__(self, sizes, width=128, depth=3, arc=128, label=64, vectors=None, dropout=0.3):
        super().__init__()
        self.width, self.dropout_rate = width, dropout
        self.words = nn.Embedding(sizes["words"] + 1, width, padding_idx=0)
        self.tables = nn.ModuleList(nn.Embedding(b, width) for b in BUCKETS)
        self.gazetteer = nn.Embedding(sizes["gazetteer"], width)
        for table in [self.words, self.gazetteer, *self.tables]:
            nn.init.normal_(table.weight, std=0.15)
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.project = nn.Linear(vectors.shape[1], width)
        self.mix_norm = nn.LayerNorm(width)
        self.mix_in = nn.Linear(width, 2 * width)
        self.mix_out = nn.Linear(2 * width, width)
        self.dropout = SharedDropout(dropout)
        self.blocks = nn.ModuleList(Block(width, dropout) for _ in range(depth))
        self.norm = nn.LayerNorm(width)
        self.tags = nn.Linear(width, sizes["tags"])
        self.features = nn.Linear(width, sizes["features"])
        self.lemmas = nn.Linear(width, sizes["lemmas"])
        self.name_hidden = nn.Linear(width, 64)
        self.names = nn.Linear(64, sizes["names"])
        self.arc_dependent = nn.Linear(width, arc)
        self.arc_head = nn.Linear(width, arc)
        self.arc_bilinear = nn.Parameter(torch.empty(arc, arc))
        nn.init.xavier_uniform_(self.arc_bilinear)
        self.arc_bias = nn.Linear(arc, 1)
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.distances = nn.Parameter(torch.zeros(65))
        self.label_dependent = nn.Linear(width, label)
        self.label_head = nn.Linear(width, label)
        self.labels = nn.Linear(label, sizes["relations"])

    def inputs(self, batch):
        """-> [T, B, width]: what is known of each word by itself."""
        words = self.words(batch["words"])
        x = self.gazetteer(batch["gazetteer"])
        for table, column in zip(self.tables, batch["tables"]):
            x = x + table(column)
        vector = self.project(self.vectors(batch["vectors"]))
        if self.training:
            # Whole forms and vectors are sometimes missing, so that endings learn to stand in for them.
            words = words * (torch.rand(x.shape[0], x.shape[1], 1, device=x.device) > 0.08).float()
            vector = vector * (torch.rand(x.shape[0], x.shape[1], 1, device=x.device) > 0.05).float()
        y = self.mix_norm(x + words + vector)
        return y + self.mix_out(F.relu(self.mix_in(y)))

    def encode(self, batch):
        """-> [T + 1, B, width] with the root at position 0."""
        x = self.inputs(batch)
        x = torch.cat([self.root.expand(1, x.shape[1], -1), x], 0)
        mask = batch["mask"].unsqueeze(2)
        x = self.dropout(x)
        for block in self.blocks:
            x = block(x, mask)
        return self.dropout(self.norm(x))

    def arcs(self, x):
        """-> scores [B, dependent, head] over positions 0…T."""
        dependent = F.relu(self.arc_dependent(x))
        head = F.relu(self.arc_head(x))
        scores = torch.einsum("ibd,jbd->bij", dependent @ self.arc_bilinear, head)
        scores = scores / dependent.shape[2] ** 0.5 + self.arc_bias(head).squeeze(2).t().unsqueeze(1)
        at = torch.arange(x.shape[0], device=x.device)
        gap = (at.unsqueeze(0) - at.unsqueeze(1)).clamp(-32, 32) + 32
        distance = self.distances[gap]
        return scores + distance

    def relation_scores(self, x, heads):
        """-> [T, B, relations] for given heads [T, B] of positions 1…T."""
        width = self.label_head.out_features
        dependent = self.label_dependent(x[1:])
        head = self.label_head(x)
        chosen = head.gather(0, heads.unsqueeze(2).expand(-1, -1, width))
        return self.labels(F.relu(dependent + chosen))

    def heads_of(self, x):
        """The scores of tags, features, lemma rules and names of positions 1…T."""
        y = x[1:]
        return self.tags(y), self.features(y), self.lemmas(y), self.names(F.relu(self.name_hidden(y)))
