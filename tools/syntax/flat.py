"""Sentences in flat columns on one device, from which batches are gathered there: no batch waits for Python."""
import numpy as np
import torch

INPUTS = ("words", "vectors", "gazetteer")
TARGETS = ("tags", "features", "lemmas", "names", "relations", "heads")
SOFT = ("heads", "relations", "tags")
# The likeliest values that are kept of a teacher's shares.
LIKELIEST = 4


def _shares(sentences, name, count):
    """The likeliest values of a thing and their shares; a treebank's one value has the whole share."""
    values, shares = np.zeros((count, LIKELIEST), np.int16), np.zeros((count, LIKELIEST), np.float16)
    at = 0
    for s in sentences:
        end = at + len(s)
        if s.soft:
            values[at:end], shares[at:end] = s.soft[name]
        else:
            gold = getattr(s, name)
            values[at:end, 0], shares[at:end, 0] = gold.clip(0), gold >= 0
        at = end
    return values, shares


class Flat:
    """Sentences with their targets, each as several drawings: what the network sees of it, perhaps with other names."""

    def __init__(self, sentences, device, drawings=None, pieces=None):
        """`drawings`: lists of as many sentences; without them each is drawn as it is. `pieces`: a teacher's Pieces."""
        self.device, self.count = device, len(sentences)
        drawings = drawings or [sentences]
        drawn = [s for drawing in drawings for s in drawing]
        self.drawings, self.lengths = len(drawings), np.array([len(s) for s in drawn])
        put = lambda array, kind=np.int32: torch.from_numpy(array.astype(kind)).to(device)
        starts = lambda lengths: put(np.concatenate([[0], np.cumsum(lengths)[:-1]]), np.int64)
        self.columns = {name: put(np.concatenate([getattr(s, name) for s in drawn])) for name in INPUTS}
        self.tables = put(np.concatenate([s.tables for s in drawn], 1))
        self.start, self.size = starts(self.lengths), put(self.lengths, np.int64)
        own = self.lengths[: self.count]
        self.target_start = starts(own)
        self.targets = {name: put(np.concatenate([getattr(s, name) for s in sentences]), np.int16) for name in TARGETS}
        self.soft = {}
        for name in SOFT:
            values, shares = _shares(sentences, name, int(own.sum()))
            self.soft[name] = put(values, np.int16), put(shares, np.float16)
        self.pieces = None
        if pieces:
            ids, first, last, lengths = pieces.of_all(drawn)
            self.pieces, self.first, self.last = put(ids), put(first, np.int16), put(last, np.int16)
            self.piece_start, self.piece_size, self.piece_lengths = starts(lengths), put(lengths, np.int64), lengths
            self.padding = pieces.padding

    def drawn(self, chosen, rng):
        """A drawing of each of these sentences."""
        return np.asarray(chosen) + self.count * rng.integers(0, self.drawings, len(chosen))

    def groups(self, numbers, size, rng):
        """Drawings of like length, about `size` words each with what fills them up, in random order."""
        numbers = np.asarray(numbers)
        lengths = self.lengths[numbers]
        made, current, longest = [], [], 0
        for i in np.argsort(lengths + 2 * rng.random(len(lengths)), kind="stable"):
            longest = max(longest, lengths[i])
            if current and longest * (len(current) + 1) > size:
                made.append(numbers[current])
                current, longest = [], lengths[i]
            current.append(i)
        if current:
            made.append(numbers[current])
        return [made[i] for i in rng.permutation(len(made))]

    def batch(self, numbers):
        """What is seen [T, B], what is to be told (−1: not known), shares [T, B, 4], and the mask [T + 1, B]."""
        chosen = torch.from_numpy(np.asarray(numbers, np.int64)).to(self.device)
        at = torch.arange(int(self.lengths[numbers].max()), device=self.device).unsqueeze(1)
        inside = at < self.size[chosen]
        take = torch.where(inside, self.start[chosen] + at, 0)
        wanted = torch.where(inside, self.target_start[chosen % self.count] + at, 0)
        hold = lambda column, rows, other: torch.where(inside, column[rows].long(), other)
        deep = inside.unsqueeze(2)
        mask = torch.cat([torch.ones(1, len(numbers), device=self.device), inside.float()], 0)
        out = {name: hold(column, take, 0) for name, column in self.columns.items()}
        out |= {name: hold(column, wanted, -1) for name, column in self.targets.items()}
        out["tables"] = torch.where(inside, self.tables[:, take].long(), 0)
        out["mask"] = mask
        out["soft"] = {
            name: (torch.where(deep, values[wanted].long(), 0), torch.where(deep, shares[wanted].float(), 0))
            for name, (values, shares) in self.soft.items()}
        if self.pieces is not None:
            along = torch.arange(int(self.piece_lengths[numbers].max()), device=self.device)
            held = along < self.piece_size[chosen].unsqueeze(1)
            spots = torch.where(held, self.piece_start[chosen].unsqueeze(1) + along, 0)
            out["pieces"] = torch.where(held, self.pieces[spots].long(), self.padding)
            out["piece_mask"] = held.long()
            out["first"], out["last"] = hold(self.first, take, 0).t(), hold(self.last, take, 0).t()
        return out
