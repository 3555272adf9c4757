"""Projective trees with one root (Eisner 1996), over numpy scores [dependent, head]."""
import numpy as np


def parse(scores):
    """Heads of words 1…n; scores are [n + 1, n + 1]."""
    n = scores.shape[0] - 1
    if n == 0:
        return np.zeros(0, int)
    if n == 1:
        return np.array([0])
    s = scores[1:, 1:].T.astype(np.float64)  # s[h, d] among words
    root = scores[1:, 0].astype(np.float64)
    inc_r = np.full((n, n), -np.inf)  # i -> j, incomplete
    inc_l = np.full((n, n), -np.inf)
    com_r = np.full((n, n), -np.inf)
    com_l = np.full((n, n), -np.inf)
    bi, bcr, bcl = np.zeros((n, n), int), np.zeros((n, n), int), np.zeros((n, n), int)
    for i in range(n):
        com_r[i, i] = com_l[i, i] = 0
    for width in range(1, n):
        for i in range(n - width):
            j = i + width
            split = com_r[i, i:j] + com_l[i + 1 : j + 1, j]
            k = int(split.argmax())
            inc_l[i, j] = split[k] + s[j, i]
            inc_r[i, j] = split[k] + s[i, j]
            bi[i, j] = i + k
            left = com_l[i, i:j] + inc_l[i:j, j]
            k = int(left.argmax())
            com_l[i, j], bcl[i, j] = left[k], i + k
            right = inc_r[i, i + 1 : j + 1] + com_r[i + 1 : j + 1, j]
            k = int(right.argmax())
            com_r[i, j], bcr[i, j] = right[k], i + 1 + k
    best = int((com_l[0, :] + com_r[:, n - 1] + root).argmax())
    heads = np.zeros(n, int)
    heads[best] = 0
    stack = [("cl", 0, best), ("cr", best, n - 1)]
    while stack:
        kind, i, j = stack.pop()
        if i == j:
            continue
        if kind == "cl":
            k = bcl[i, j]
            stack += [("cl", i, k), ("il", k, j)]
        elif kind == "cr":
            k = bcr[i, j]
            stack += [("ir", i, k), ("cr", k, j)]
        else:
            if kind == "il":
                heads[i] = j + 1
            else:
                heads[j] = i + 1
            k = bi[i, j]
            stack += [("cr", i, k), ("cl", k + 1, j)]
    return heads
