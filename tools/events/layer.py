"""The learned layer: a multinomial logistic regression over named features, words known by their vectors too."""
from collections import Counter
from pathlib import Path

import numpy as np
import scipy.sparse
from scipy.optimize import minimize

from data import CATEGORIES, NUMBER

# Groups whose words have vectors besides a weight of their own, triggers and arguments, and how much their sums count.
VECTOR_GROUPS = {"t": 0.5, "a": 0.2}
# The sentence's other words count half.
SURROUNDING = 0.5
# A feature is kept if it was seen so often; words of arguments and surroundings, which vectors tell, more.
LEAST, LEAST_OF_WORDS = 2, 4
L2 = 0.5
ITERATIONS = 60


class Vectors:
    """GloVe's commonest words."""

    def __init__(self, folder, count=60000):
        import pyarrow.parquet

        folder = Path(folder)
        self.words = pyarrow.parquet.read_table(folder / "glove_6B_index.parquet").column(0)[:count].to_pylist()
        self.values = np.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r")[:count].astype(np.float64)
        self.rows = {word: row for row, word in enumerate(self.words)}

    def of(self, word):
        """A word's vector; None where there is none."""
        row = self.rows.get(word)
        return None if row is None else self.values[row]


def value(feature):
    return SURROUNDING if feature.startswith("w:") else 1.0


class Layer:
    """Weights of features, and of the two groups' vectors."""

    def __init__(self, vectors):
        self.vectors = vectors

    def _dense(self, features):
        parts = []
        for group, scale in VECTOR_GROUPS.items():
            found = [self.vectors.of(f.partition(":")[2]) for f in features if f.partition(":")[0] == group]
            parts.append(scale * sum((vector for vector in found if vector is not None), np.zeros(50)))
        return np.concatenate(parts + [[1.0]])

    def matrices(self, proposals):
        rows, columns, values = [], [], []
        for number, proposal in enumerate(proposals):
            for feature in proposal.features:
                column = self.columns.get(feature)
                if column is not None:
                    rows.append(number)
                    columns.append(column)
                    values.append(value(feature))
        sparse = scipy.sparse.csr_matrix((values, (rows, columns)), shape=(len(proposals), len(self.columns)))
        return sparse, np.array([self._dense(p.features) for p in proposals])

    def fit(self, examples):
        counts = Counter(feature for proposal, _, _ in examples for feature in proposal.features)
        kept = sorted(f for f, n in counts.items() if n >= (LEAST_OF_WORDS if f[:2] in ("w:", "a:") else LEAST))
        self.columns = {feature: column for column, feature in enumerate(kept)}
        sparse, dense = self.matrices([proposal for proposal, _, _ in examples])
        wanted = np.array([NUMBER[category] for _, category, _ in examples])
        weight = np.array([weight for *_, weight in examples])
        classes, first, count = len(CATEGORIES), len(kept), len(examples)
        target = np.zeros((count, classes))
        target[np.arange(count), wanted] = 1
        penalty = np.full((first + dense.shape[1], 1), L2)
        penalty[-1] = 0.01
        transposed = sparse.T.tocsr()

        def loss(flat):
            weights = flat.reshape(-1, classes)
            scores = sparse @ weights[:first] + dense @ weights[first:]
            scores -= scores.max(1, keepdims=True)
            total = np.log(np.exp(scores).sum(1))
            gap = (np.exp(scores - total[:, None]) - target) * weight[:, None]
            value = (weight * (total - scores[np.arange(count), wanted])).sum() + 0.5 * (penalty * weights**2).sum()
            return value, (np.vstack([transposed @ gap, dense.T @ gap]) + penalty * weights).ravel()

        start = np.zeros((first + dense.shape[1]) * classes)
        found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}).x.reshape(-1, classes)
        self.weights, self.dense_weights = found[:first], found[first:]
        return self

    def probabilities(self, proposals):
        if not proposals:
            return np.zeros((0, len(CATEGORIES)))
        sparse, dense = self.matrices(proposals)
        scores = sparse @ self.weights + dense @ self.dense_weights
        scores = np.exp(scores - scores.max(1, keepdims=True))
        return scores / scores.sum(1, keepdims=True)

    def table(self, words):
        """Each feature's weights in hundredths, vectors folded into them: what Swift adds up."""
        table = {feature: value(feature) * self.weights[column] for feature, column in self.columns.items()}
        for number, (group, scale) in enumerate(VECTOR_GROUPS.items()):
            part = scale * self.dense_weights[50 * number:50 * number + 50]
            for word in words[group] | {f[2:] for f in self.columns if f.startswith(group + ":")}:
                vector = self.vectors.of(word)
                if vector is not None:
                    table[f"{group}:{word}"] = table.get(f"{group}:{word}", 0) + vector @ part
        table["bias"] = self.dense_weights[-1]
        return {feature: np.round(100 * row).astype(int) for feature, row in table.items()}
