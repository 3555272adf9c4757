"""What is made of the layer's probabilities, and how sure it is. Swift's EventModel decides alike."""
import math

import numpy as np

from data import CATEGORIES, NUMBER, answer

# By how much another category must be likelier than the frame's, and how likely one must be where no frame speaks.
MARGIN = 0.25
ADDED = 0.4
# Modes whose category the manual settles.
SETTLED = ("mode:COERCE.cyber", "mode:SANCTION.discontinue")
CONFIDENCE = ["bias", "logit", "actor missing", "recipient missing", "noun", "changed", "added"]


class Decision(tuple):
    """(category, proposal, likelihood); ``changed`` and ``added`` tell what the layer did."""

    def __new__(cls, category, proposal, likelihood, changed=False, added=False):
        found = super().__new__(cls, (category, proposal, likelihood))
        found.changed, found.added = changed, added
        return found


def is_judged(event):
    """Whether the layer has learned to judge such an event: of two parties, as all marked ones are, and not denied."""
    return (len(event["actors"]) > 1 or bool(event["actors"] and event["recipients"])) and event.get("status") != "denied"


def decide(row, margin=MARGIN, added=ADDED):
    """The decisions on a row whose proposals have their ``likely``."""
    found = []
    for proposal in row.proposals:
        if proposal.frameless:
            continue
        likely = proposal.likely.copy()
        likely[NUMBER["NONE"]] = 0
        likely /= likely.sum()
        best = int(likely.argmax())
        category = proposal.root
        changed = (
            is_judged(proposal.event) and CATEGORIES[best] not in (proposal.root, proposal.own) and likely[best] - likely[NUMBER[proposal.root]] > margin
            and not any(mode in proposal.features for mode in SETTLED))
        if changed:
            category = CATEGORIES[best]
        found.append(Decision(category, proposal, float(likely[NUMBER[category]]), changed=changed))
    if not found:
        extra = []
        for proposal in row.proposals:
            best = int(proposal.likely.argmax())
            if (proposal.frameless and CATEGORIES[best] != "NONE" and proposal.likely[best] > added
                    and proposal.event["actors"] and proposal.event["recipients"]):
                extra.append(Decision(CATEGORIES[best], proposal, float(proposal.likely[best]), added=True))
        found = sorted(extra, key=lambda d: -d[2])[:1]
    return found


def undecided(row):
    return [(p.root, p, p.event["confidence"]) for p in row.proposals if not p.frameless]


def signs(decision):
    """What a decision's confidence is reckoned from, in the order of CONFIDENCE."""
    _, proposal, likelihood = decision
    likelihood = min(max(likelihood, 0.01), 0.99)
    event = proposal.event
    mutual = len(event["actors"]) > 1
    return [1.0, math.log(likelihood / (1 - likelihood)), float(not event["actors"]),
            float(not event["recipients"] and not mutual), float("is:noun" in proposal.features), float(decision.changed),
            float(decision.added)]


def judged(rows, decide):
    """The decisions that the marks judge, with whether the category is right: those that join, else the row's answer."""
    found = []
    for row in rows:
        decisions = decide(row)
        joining = [d for d in decisions if d[1].joins] or [d for d in [answer(decisions)] if d is not None]
        found += [(decision, decision[0] == row.gold) for decision in joining]
    return found


def fit_confidence(pairs):
    """Weights of the signs, by logistic regression with a light penalty."""
    from scipy.optimize import minimize

    table = np.array([signs(decision) for decision, _ in pairs])
    right = np.array([float(ok) for _, ok in pairs])

    def loss(weights):
        score = table @ weights
        value = np.logaddexp(0, score).sum() - right @ score + 0.5 * (weights[1:] ** 2).sum()
        return value, table.T @ (1 / (1 + np.exp(-score)) - right) + np.concatenate([[0], weights[1:]])

    return minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x


def confidence(decision, weights):
    return 1 / (1 + math.exp(-float(np.dot(signs(decision), weights))))
