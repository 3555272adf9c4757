"""What the model sees of a word: hashes of its form, ends and shape, the same as Swift's WordAtoms computes."""
from functools import lru_cache

MASK = (1 << 64) - 1
LIMIT = 64
# Rows of the tables that hashes choose from, in the order of `rows`.
BUCKETS = (256, 1024, 4096, 8192, 256, 1024, 4096, 512)


def _mix(value, other):
    product = ((value ^ other) * 0x9E3779B97F4A7C15) & MASK
    return product ^ (product >> 32)


def hash_bytes(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return _mix(value, 1)


def _normalised(form):
    data = form.encode("utf-8")
    for curly, plain in ((b"\xe2\x80\x98", b"'"), (b"\xe2\x80\x99", b"'"), (b"\xe2\x80\x9c", b'"'), (b"\xe2\x80\x9d", b'"')):
        data = data.replace(curly, plain)
    if len(data) > LIMIT:
        data = data[: LIMIT // 2] + data[-LIMIT // 2 :]
    return data


@lru_cache(maxsize=None)
def atoms(form):
    """-> (hash of the lower form, rows in the hashed tables)."""
    shape, last, lower = 0, 0, bytearray()
    for byte in _normalised(form):
        if 65 <= byte <= 90:
            kind = 1
        elif 97 <= byte <= 122:
            kind = 2
        elif 48 <= byte <= 57:
            kind = 3
        elif byte >= 128:
            kind = 4
        elif byte == 45:
            kind = 5
        elif byte == 46:
            kind = 6
        else:
            kind = 7
        lower.append(byte + 32 if kind == 1 else 48 if kind == 3 else byte)
        if kind == 1 and last == 1:
            kind = 8
        if kind != last and shape < 1 << 56:
            shape = (shape << 4 | kind) & MASK
        last = kind
    lower = bytes(lower)
    hashes = [hash_bytes(lower[-n:]) for n in (1, 2, 3, 4)]
    hashes += [hash_bytes(lower[:n]) for n in (1, 2, 3)]
    hashes.append(_mix(shape, 7))
    return hash_bytes(lower), tuple(h & (b - 1) for h, b in zip(hashes, BUCKETS))
