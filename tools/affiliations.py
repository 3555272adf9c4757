#!/usr/bin/env python3
"""Writes Sources/NewslineData/lexicons/knowledge/affiliations.tsv: who served which state in which years.

    tools/affiliations.py FOLDER > Sources/NewslineData/lexicons/knowledge/affiliations.tsv

FOLDER holds Phoenix.Countries.actors.txt.gz of the Open Event Data Alliance's dictionaries (MIT licence), whose people
come from two lists of the Computational Event Data System: rulers by day, and cabinets by month from January 2003 to
about February 2011. Taken over are the facts (person, country, sector, days), in our own form; names are put from
capitals into reading form, stretches of one service are joined, and people whom people.tsv or offices.tsv know already
go by the names that they have there.

Left out as doubtful: names of one word or of more than six, with figures, brackets, quotation marks or mangled
initials, or that hold a word of an office or a body; days that don't exist, ends before starts, ends before 1990,
stretches of more than 45 years; countries that countries.tsv lacks; what only says that somebody was of the elite;
names that two countries' people bear, that are a place's, or that a party other than a person has; and names so like
one another that one may be the other's new spelling, where the one's service begins as the other's ends; and what an office in offices.tsv reaches
beyond, as the lists lose people whose spelling changes. Of spellings
of one another with the same days the first is kept, and the others are its other names.
"""
import calendar
import difflib
import gzip
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

LEXICONS = Path(__file__).resolve().parent.parent / "Sources/NewslineData/lexicons/knowledge"
# The cabinets' first month: who stands in it may have served before. Their last: who stands in it may have gone on.
FIRST, LAST = "2003-01-01", "2011-02-28"
EARLIEST_END = "1990"
LONGEST_YEARS = 45
# Months that a list may lack within one service.
GAP = 4
# From what share of letters in common on two names may be one.
LIKE = 0.78
SECTORS = {
    "GOV": "GOV", "GOVJUD": "GOV|JUD", "GOVSPY": "GOV|SPY", "SPY": "SPY", "MIL": "MIL", "LEG": "LEG",
    "OPP": "OPP", "REB": "REB",
}
# Ministers' fields are not carried over, as codes of fields are coarse there (communications under media).
FIELDS = set("MIL BUS AGR MED EDU HLH DEV LAB ENV HRI LEG REL COP REF".split())
TITLES = set(
    "SIR DAME LORD LADY SHEIKH SHAYKH SHEIK PRINCE PRINCESS KING QUEEN EMIR SULTAN CROWN MULLAH MAWLAWI MAULANA DR DR. GENERAL GEN "
    "GEN. COLONEL COL COL. CAPTAIN CAPT CAPT. MAJOR MAJ MAJ. LT LT. LIEUTENANT BRIGADIER ADMIRAL COMMODORE MARSHAL PRESIDENT PRIME "
    "MINISTER FOREIGN ACTING DEPUTY VICE PROFESSOR PROF PROF. RATU TAN SRI DATUK SERI DATO TUN AYATOLLAH CHIEF SENATOR "
    "REV REV. REVEREND FATHER AMBASSADOR SECRETARY CHANCELLOR PREMIER MR MR. MRS MRS. MS MS. DEFENSE DEFENCE UZ USTAZ "
    "SAYYID HON HON. JUSTICE HAJI ALHAJI VICE-PRESIDENT".split())
NO_NAMES = set(
    "OF THE AND FOR IN ON MINISTRY GOVERNMENT ARMY PARTY COUNCIL FORCES FORCE REPUBLIC NATIONAL PARLIAMENT ASSEMBLY COURT POLICE "
    "OFFICIAL OFFICIALS MILITARY ADMINISTRATION CABINET REGIME STATE STATES UNION MOVEMENT FRONT GROUP COMMITTEE AGENCY "
    "SERVICE BUREAU GUARD OFFICE LEADER VACANT UNKNOWN BANK COMMISSION MINISTERS".split()) | TITLES
PARTICLES = set("de da do dos das del della di du van von der den ter bin bint ibn y e la las los le ul ur ud zu ould ag wa".split())
ARABIC = set("ABD ABU UMM".split())
ROMAN = {"II", "III", "IV", "VI"}
FAMILY_FIRST = {"KOR", "PRK", "TWN"}


def folded(name):
    """A name as names are compared: no marks, case or punctuation."""
    plain = unicodedata.normalize("NFKD", name)
    return re.sub(r"[^a-z0-9]+", " ", "".join(c for c in plain if not unicodedata.combining(c)).lower()).strip()


def rows(name):
    for line in open(LEXICONS / name, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            yield line.rstrip("\n").split("\t")


def word(text, country, first):
    """One word of a name in reading form."""
    lower = text.lower()
    if not first and lower in PARTICLES:
        return lower
    if text in ROMAN:
        return text
    if text in ("JR", "JR.", "SR", "SR."):
        return text[0] + "r."
    if len(text) == 1:
        return text + "."
    if re.fullmatch(r"([A-Z]\.)+", text):
        return text
    if text.startswith("MC") and len(text) > 4:
        return "Mc" + text[2:].capitalize()
    parts = re.split(r"([-'.])", text)
    out = []
    for index, part in enumerate(parts):
        after_mark = index > 1 and parts[index - 1] == "'" and len(parts[index - 2]) > 1
        korean = index > 1 and parts[index - 1] == "-" and country in FAMILY_FIRST
        out.append(part.lower() if after_mark or korean else part.capitalize())
    return "".join(out)


def reading(raw, country):
    """A name in reading form and its other spellings; None where it is doubtful."""
    raw = raw.replace("`", "'").strip().strip("_").strip()
    if not re.fullmatch(r"[A-Z_ .'\-]+", raw):
        return None
    words = [w for w in re.split(r"[_ ]+", raw) if w.strip(".'-")]
    while words and words[0] in TITLES:
        words = words[1:]
    if not 2 <= len(words) <= 6 or any(w in NO_NAMES for w in words) or len(words[0]) == 1 or len(words[-1].strip(".")) == 1:
        return None
    if any(re.fullmatch(r"[B-DF-HJ-NP-TV-XZ]{4,}|[VKGL][KPMCG][A-Z]+", w) for w in words):
        return None
    if len(set(words)) == 1:
        return None
    others = []
    if country in FAMILY_FIRST and len(words) == 3 and all(w.isalpha() for w in words):
        others.append(" ".join(w.capitalize() for w in words))
        return f"{words[0].capitalize()} {words[1].capitalize()}-{words[2].lower()}", others
    out = []
    for index, text in enumerate(words):
        if text in ("AL", "EL", "AS", "AR", "AD", "AN", "ASH", "UL") and 0 < index < len(words) - 1 and len(words) > 2:
            out.append(text.lower() + "-\0")
        else:
            out.append(word(text, country, index == 0))
    name = " ".join(out).replace("-\0 ", "-").replace("\0", "")
    return name, others


def day(text):
    """An ISO day of YYMMDD or YYYYMMDD; None where it is none."""
    text = text.strip()
    if not re.fullmatch(r"\d{6}|\d{8}", text):
        return None
    if len(text) == 6:
        text = ("20" if int(text[:2]) <= 14 else "19") + text
    year, month, number = int(text[:4]), int(text[4:6]), int(text[6:])
    if not (1900 <= year <= 2018 and 1 <= month <= 12 and 1 <= number <= calendar.monthrange(year, month)[1]):
        return None
    return f"{year}-{month:02}-{number:02}"


def months(iso):
    return int(iso[:4]) * 12 + int(iso[5:7])


def joined(found):
    """Stretches of one service, those joined that touch or overlap."""
    found = sorted(found)
    out = [found[0]]
    for start, end, before, opened in found[1:]:
        last = out[-1]
        if months(start) - months(last[1]) <= GAP:
            out[-1] = (last[0], max(last[1], end), last[2], opened if end >= last[1] else last[3])
        else:
            out.append((start, end, before, opened))
    return out


def stretches(codes, countries):
    """country, sectors -> (first day, last day, whether it may have begun before, may have gone on)."""
    found = defaultdict(list)
    for code, dates in codes:
        country, rest = countries.get(code[:3]), code[3:]
        sectors = SECTORS.get(rest) or ("GOV" if rest[:3] == "GOV" and rest[3:] in FIELDS else None)
        if not country or not sectors:
            continue
        if match := re.fullmatch(r">\s*(\d+)", dates):
            start, end = day(match[1]), LAST
            if not start:
                continue
            end, opened = max(end, start), True
        elif match := re.fullmatch(r"(\d+)\s*-\s*(\d+)", dates):
            start, end, opened = day(match[1]), day(match[2]), False
        else:
            continue
        if not start or not end or end < start or end < EARLIEST_END:
            continue
        if int(end[:4]) - int(start[:4]) > LONGEST_YEARS:
            continue
        found[country, sectors].append((start, end, start == FIRST, opened))
    return {key: joined(spans) for key, spans in found.items()}


def shown(span):
    """First and last day as finely as known; `<` and `>` where it may have begun before or gone on."""
    start, end, before, opened = span
    if start.endswith("-01"):
        start = start[:7]
    # The lists let February end on the 28th in leap years too.
    if end.endswith(f"-{calendar.monthrange(int(end[:4]), int(end[5:7]))[1]:02}") or end[5:] == "02-28":
        end = end[:7]
    return ("<" if before else "") + start, (">" if opened else "") + end


def people(path):
    """Entries of a dictionary that come from its lists: names as written, then codes with dates."""
    names, codes = [], []
    listed = False
    for line in gzip.open(path, "rt", encoding="utf-8", errors="replace"):
        plain = re.split(r"[;#]", line)[0].strip()
        if not plain:
            continue
        dated = re.findall(r"\[([A-Z]{6,})\s+([^\]]+)\]", plain)
        if "[" in plain:
            codes += dated
            head = plain.split("[")[0].strip()
            if head and head[0] != "+":
                names, codes = [], []
            continue
        if plain[0] != "+":
            if names and codes and listed:
                yield names, codes
            names, codes, listed = [plain], [], "CountryInfo" in line
        else:
            names.append(plain[1:])
    if names and codes and listed:
        yield names, codes


def distance(a, b, limit=2):
    """Levenshtein distance, or more than the limit."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row, before = [i] + [0] * len(b), row
        for j, y in enumerate(b, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
        if min(row) > limit:
            return limit + 1
    return row[-1]


def offices():
    """name, country -> first and last month of each office, 0 and 120,000 where open."""
    found = defaultdict(list)
    for row in rows("offices.tsv"):
        end = row[4] if len(row) > 4 else ""
        first = months(row[3]) if len(row[3]) > 4 else int(row[3]) * 12 + 1
        last = 120_000 if not end else months(end) if len(end) > 4 else int(end) * 12 + 12
        found[row[0], row[2]].append((first, last))
    return found


OFFICES = offices()


def contradicted(line):
    """Whether somebody's office begins before or ends behind a stretch that is in it: the list then lost them."""
    country, name, first, _, start, end, _ = line
    begin = 0 if start[0] == "<" else months(first)
    stop = 120_000 if end[0] == ">" else months(end) if len(end) > 4 else int(end) * 12 + 12
    return any(
        held[0] <= stop and held[1] >= begin and (held[0] < begin - 1 or held[1] > stop + 1)
        for held in OFFICES[name, country])


def respelt(chosen):
    """Those whose service begins as that of somebody of a like name ends, and these."""
    starts, doubtful = defaultdict(list), set()
    for key, entry in chosen.items():
        for (country, _), spans in entry["spans"].items():
            for start, _, before, _ in spans:
                if not before:
                    starts[country, months(start)].append(key)
    for key, entry in chosen.items():
        for (country, _), spans in entry["spans"].items():
            for _, end, _, opened in spans:
                for later in range(0 if opened else GAP):
                    for other in starts[country, months(end) + later]:
                        if other != key and difflib.SequenceMatcher(None, key, other).ratio() > LIKE:
                            doubtful |= {k for k in (key, other) if not chosen[k]["known"]}
    return doubtful


def known_people():
    """folded name -> the name that our lexicons have; country -> names; folded names of all other things."""
    names, by_country, taken = {}, defaultdict(set), set()
    for row in rows("people.tsv"):
        for name in [row[0]] + (row[3].split("|") if len(row) > 3 and row[3] else []):
            names[folded(name)] = row[0]
        if len(row) > 1:
            by_country[row[1]].add(row[0])
    for row in rows("offices.tsv"):
        names.setdefault(folded(row[0]), row[0])
        by_country[row[2]].add(names[folded(row[0])])
    for file, column in (("organisations.tsv", 4), ("armed-groups.tsv", 4), ("populations.tsv", 4), ("regions.tsv", 7), ("localities.tsv", 7)):
        for row in rows(file):
            for name in [row[0]] + (row[column].split("|") if len(row) > column else []):
                taken.add(folded(name))
    return names, by_country, taken


def main():
    folder = Path(sys.argv[1])
    countries = {}
    for row in rows("countries.tsv"):
        countries[row[0]] = row[0]
        if row[2] not in ("", "-"):
            countries.setdefault(row[2], row[0])
    known, known_of, taken = known_people()
    entries = {}
    for names, codes in people(folder / "Phoenix.Countries.actors.txt.gz"):
        spans = stretches(codes, countries)
        if not spans:
            continue
        country = next(iter(spans))[0]
        forms = [f for f in (reading(n, country) for n in names) if f]
        if not forms or len({c for c, _ in spans}) > 1 or reading(names[0], country) is None:
            continue
        name, others = forms[0]
        for form, more in forms[1:]:
            # Only whole other spellings: short forms are surnames or titles.
            if folded(form) != folded(name) and len(form.split()) > 1:
                others += [form]
        key = folded(name)
        if key in taken:
            continue
        known_name = known.get(key) or next((known[folded(o)] for o in others if folded(o) in known), None)
        if known_name and known_name not in known_of[country]:
            continue
        if not known_name:
            close = [k for k in known_of[country] if distance(folded(k), key) <= 2 and folded(k)[0] == key[0]]
            if len(close) == 1:
                known_name = close[0]
        if known_name and known_name != name:
            if folded(name) not in known:
                others.append(name)
            name, key = known_name, folded(known_name)
        slot = entries.setdefault(key, {})
        entry = slot.setdefault(country, {"name": name, "others": [], "spans": {}, "known": bool(known_name)})
        entry["others"] += [o for o in others if o not in entry["others"] and folded(o) not in taken]
        for kind, found in spans.items():
            entry["spans"].setdefault(kind, [])
            entry["spans"][kind] += found
    # Names of two countries' people are left out; those of known people are of the country that is known.
    chosen = {key: next(iter(slot.values())) for key, slot in entries.items() if len(slot) == 1}
    # Spellings of one another in one cabinet: the same country, the same days.
    by_days = defaultdict(list)
    for key, entry in sorted(chosen.items()):
        by_days[tuple(sorted((kind, tuple(sorted(found))) for kind, found in entry["spans"].items()))].append(key)
    for keys in by_days.values():
        for index, key in enumerate(keys):
            if key not in chosen:
                continue
            for other in keys[index + 1:]:
                if other in chosen and distance(key, other) <= 2 and not chosen[other]["known"]:
                    chosen[key]["others"].append(chosen.pop(other)["name"])
    for key in respelt(chosen):
        del chosen[key]
    owners = defaultdict(set)
    for key, entry in chosen.items():
        for form in [entry["name"]] + entry["others"]:
            owners[folded(form)].add(key)
    lines = []
    for key, entry in chosen.items():
        others = [o for o in dict.fromkeys(entry["others"]) if owners[folded(o)] == {key} and folded(o) != key and known.get(folded(o)) is None]
        for (country, sectors), found in entry["spans"].items():
            merged = joined(found)
            for span in merged:
                start, end = shown(span)
                lines.append((country, entry["name"], span[0], sectors, start, end, "|".join(others)))
    lines = [line for line in lines if not contradicted(line)]
    lines.sort()
    print("""# Who served which state when, from lists of rulers by day and of cabinets by month; offices.tsv has the offices' titles.
# Written by tools/affiliations.py, which says what was left out as doubtful; lines may be added or mended by hand.
# Columns: name, kind, country (ISO 3166-1 alpha-3), sectors, from, to (as finely as known: YYYY-MM-DD, YYYY-MM, YYYY; `<`
# before the first: or earlier, the list begins there; `>` before the last: or later, the list ends there), source, other
# names (parted by |, on a person's first line).
# Sources: P  CountryInfo of the Computational Event Data System, as in the Open Event Data Alliance's Phoenix
#             dictionaries of 2014 (MIT licence): the facts, in our own form.
# name	kind	country	sectors	from	to	source	other names""")
    written = set()
    for country, name, _, sectors, start, end, others in lines:
        if name in written:
            others = ""
        written.add(name)
        print("\t".join([name, "person", country, sectors, start, end, "P", others]).rstrip("\t"))
    print(len(lines), "affiliations of", len(written), "people", file=sys.stderr)


if __name__ == "__main__":
    main()
