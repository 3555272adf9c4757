"""Lemma rules, as Swift's Lemmatizer.Rule writes them: `k` or `l`, bytes cut from the end, what comes there."""
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})


def _shared(form, lemma):
    count = 0
    for a, b in zip(form.encode(), lemma.encode()):
        if a != b:
            break
        count += 1
    data = form.encode()
    while count > 0 and data[count - 1] >= 128:
        count -= 1
    return count


def rule(form, lemma):
    """The rule that makes this lemma of this form."""
    form = form.translate(STRAIGHT)
    kept, lowered = _shared(form, lemma), _shared(form.lower(), lemma)
    count = max(kept, lowered)
    base = form if kept > lowered else form.lower()
    return f"{'k' if kept > lowered else 'l'}\t{len(base.encode()) - count}\t{lemma.encode()[count:].decode(errors='replace')}"


def apply(line, form):
    """The lemma that a rule makes of a form."""
    case, cut, ending = line.split("\t")
    form = form.translate(STRAIGHT)
    base = (form if case == "k" else form.lower()).encode()
    cut = int(cut)
    if cut > len(base):
        return base.decode()
    return base[: len(base) - cut].decode(errors="replace") + ending
