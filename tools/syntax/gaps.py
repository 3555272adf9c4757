"""What the model of sentence ends sees of the gaps between words, the same as Swift's SentenceEnds computes."""
from pathlib import Path

from atoms import MASK, _mix, hash_bytes

CONTINUING = ":;,–—"
QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
EDGE = (0x51ED270B, 1, 2, 1)


def shape(form):
    """The kinds of the first eight characters, a byte each, runs cut to two: A a 9 u, or the mark itself."""
    value, last, run, count = 0, 0, 0, 0
    for byte in form:
        if count == 8:
            break
        kind = (65 if 65 <= byte <= 90 else 97 if 97 <= byte <= 122 else 57 if 48 <= byte <= 57
                else 117 if byte >= 192 else 0 if byte >= 128 else byte)
        if kind == 0:
            continue
        run = run + 1 if kind == last else 1
        last, count = kind, count + 1
        if run <= 2:
            value = value << 8 | kind
    return value & MASK


def atoms(form):
    """-> (the form in small letters, its last two and three bytes, as hashes; its shape). Curly quotation marks count as straight ones."""
    data = (form.translate(QUOTES) if len(form) == 1 else form).encode()[:64]
    lower = bytes(b + 32 if 65 <= b <= 90 else 48 if 48 <= b <= 57 else b for b in data)
    return hash_bytes(lower), hash_bytes(lower[-2:]), hash_bytes(lower[-3:]), shape(data)


def since_bucket(n):
    """How long the sentence is, in nine steps."""
    return n if n < 4 else 4 if n < 7 else 5 if n < 12 else 6 if n < 20 else 7 if n < 40 else 8


def keys(words, index, context, since):
    """The keys of the gap after a word; `context` is 1 where a blank stands."""
    def at(k):
        return words[k] if 0 <= k < len(words) else EDGE

    before2, before, word, after, after2, after3 = (at(index + k) for k in range(-2, 4))
    long = since_bucket(since)
    parts = (
        (context, word[3], after[3]), (context, word[0]), (context, after[0], after[3]), (word[0], after[0]),
        (word[0], after[3], after2[3]), (before[3], word[3], after[0]),
        (before[3], word[3], after[3], after2[3]), (after2[0], after[3]), (before[0], word[3], after[3]),
        (long, word[3], after[3], context), (word[0], long), (after[0], after2[0], after[3]),
        (word[2], after[3], after[0]), (word[1], word[3], after[3]), (before[0], word[0]),
        (before2[3], before[3], word[3], after[3], after2[3], after3[3]),
    )
    made = []
    for number, values in enumerate(parts):
        key = number + 1
        for value in values:
            key = _mix(key, value)
        made.append(key)
    return made


def solid(text):
    """How many of the characters are no blanks, for Python and for Newsline."""
    return sum(
        not (c.isspace() or 0x80 <= ord(c) <= 0xA0 or ord(c) in (0xAD, 0x205F, 0x3000, 0xFEFF)
             or 0x2000 <= ord(c) <= 0x200F or 0x2028 <= ord(c) <= 0x202F) for c in text)


def read_words(path):
    """[form, blank after, rules end here, next is of the same multiword token] for each word."""
    words, last = [], 0
    for line in Path(path).read_text(encoding="utf-8").split("\n")[:-1]:
        cells = line.split("\t")
        if cells == [""]:
            if words:
                words[-1][2] = True
        elif "-" in cells[0] and cells[0][0].isdigit():
            last, blank = int(cells[0].split("-")[1]), "SpaceAfter=No" not in cells[9]
        elif cells[0].isdigit():
            number = int(cells[0])
            inner = number < last
            words.append([cells[1], not inner and ("SpaceAfter=No" not in cells[9] if number > last else blank),
                          False, inner])
            last = 0 if number == last else last
    return words


def paragraphs(gold, read):
    """-> (words of read_words, whether a sentence of the treebank ends after each) for each paragraph."""
    texts = [[]]
    for line in Path(gold).read_text(encoding="utf-8").split("\n"):
        if line.startswith(("# newpar", "# newdoc")):
            texts.append([])
        elif line.startswith("# text = "):
            texts[-1].append(line[9:].strip())
    words, k, out = read_words(read), 0, []
    for text in filter(None, texts):
        ends, length = set(), 0
        for sentence in text:
            length += solid(sentence)
            ends.add(length)
        at, chosen, gold_ends = 0, [], []
        while at < length:
            at += solid(words[k][0])
            chosen.append(words[k])
            gold_ends.append(at in ends)
            k += 1
        if at != length:
            raise SystemExit(f"{read}: its words are not those of {gold} ({text[0][:60]})")
        out.append((chosen, gold_ends, len(ends)))
    return out


def plain(character):
    """Whether a character is a letter or digit of ASCII."""
    return character.isascii() and character.isalnum()


def candidates(words):
    """The gaps that the model decides on, with whether a blank stands there: where the rules end no sentence, not within
    multiword tokens, not before a small letter after a letter, and not after a mark that goes on."""
    for i, (form, blank, rule, inner) in enumerate(words[:-1]):
        if not (rule or inner or (plain(form[-1]) and "a" <= words[i + 1][0][0] <= "z") or form[-1] in CONTINUING):
            yield i, int(blank)
