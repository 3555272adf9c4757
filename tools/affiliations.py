#!/usr/bin/env python3
"""Writes Sources/NewslineData/lexicons/knowledge/affiliations.tsv: who served which state in which years.

    tools/affiliations.py FOLDER > Sources/NewslineData/lexicons/knowledge/affiliations.tsv

FOLDER holds Phoenix.Countries.actors.txt.gz of the Open Event Data Alliance's dictionaries (MIT licence), whose people
come from two lists of the Computational Event Data System: rulers by day, and cabinets by month from January 2003 to
about February 2011. Taken over are the facts (person, country, sector, days), in our own form; names are put from
capitals into reading form, stretches of one service are joined, and people whom people.tsv or offices.tsv know already
go by the names that they have there: under the same name, and under one that is only like it where an office of theirs
lies near in time; see `known_as`. What no rule tells is mended by affiliations-mended.tsv beside this script.

Left out as doubtful: names of one word or of more than six, with figures, brackets, quotation marks or mangled
initials, or that hold a word of an office or a body; days that don't exist, ends before starts, ends before 1990,
stretches of more than 45 years; countries that countries.tsv lacks, and territories, whose lists went stale; what only
says that somebody was of the elite; names that two countries' people bear, that are a place's, or that a party other
than a person has; names so like one another that one may be the other's new spelling, where the one's service begins as
the other's ends; service of two months and less in the lists of cabinets, mostly a misspelling of that month; service
from the lists' first month to their last, mostly a line that nobody kept up, and from the first month for less than two
years, which may be of somebody who had left before; what an office in offices.tsv tells by
itself or reaches beyond; and the names that affiliations-mended.tsv leaves out. Of spellings of one another with the same days the first is kept,
and the others are its other names.

The lists of cabinets name people some weeks after they took office and some weeks after they left it, keep some for years, lose those whose
spelling changes, and drop or take up whole ranks of ministers. So their months are given as years; where the list's
lateness reaches into an earlier year, a first year is `<` (or earlier) and a last year is that earlier one and `>` (or
later): it reaches back to the change of government where many follow one, and a year where none is near; see `since`.
And a first or last year is marked so wherever the list rather than the person may have changed: see `loosened`. Names
that look misspelt are left out: see `misspelt`. Names from which a title's letters were struck are made whole: see
SIR_STRUCK. Where a country's list changed all along, no year is firm: see UNFIRM_FIRST and UNFIRM_LAST.
Of the lists of rulers the months are kept, and days where offices.tsv has the same (1 January says no more than a year);
an entry that they leave open says no more than when it began.
"""
import bisect
import calendar
import difflib
import gzip
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

MENDED = Path(__file__).resolve().parent / "affiliations-mended.tsv"
LEXICONS = Path(__file__).resolve().parent.parent / "Sources/NewslineData/lexicons/knowledge"
# The cabinets' first month: who stands in it may have served before. Their last: who stands in it may have gone on.
FIRST, LAST = "2003-01-01", "2011-02-28"
EARLIEST_END = "1990"
LONGEST_YEARS = 45
# Months that a list may lack within one service.
GAP = 4
# Within how many months a service may begin before or behind the end of another of the same person's other spelling.
NEAR = 6
# Up to how many months out of office the lists may have lost somebody who stayed in it.
LOST = 14
# From how many on that begin or end together, three times as many as end or begin then, a list's breadth changed.
MANY = 4
# By how many months the lists of cabinets may be late, besides the time in which a country's was not touched at all: where
# a change of government lies so near, and where none does.
LATE, LATEST = 6, 12
# For how many months they may have kept somebody who had left, where no firm last year is told.
KEPT = 24
# Within how many months of an office of a known person a service must lie to be the same person's by a name like it.
FITS = 24
# Whose names in Latin letters are so short and so like one another that only the same letters tell one person.
CLOSE = set("KOR PRK MMR TWN CHN VNM KHM LAO".split())
# Titles of heads of state and government, whose new holders bring new cabinets.
HEADS = {"President", "Prime Minister", "Chancellor", "Premier", "Taoiseach"}
# From what share of letters in common on two names may be one.
LIKE = 0.78
# From what share on two names are one where the same office begins with both.
ALIKE = 0.45
# Territories, for which the lists were not kept up.
TERRITORIES = set("ABW BMU AIA VGB CYM MSR TCA GIB FLK SHN COK NIU GRL FRO ANT NCL PYF AND".split())
# Whose lists of cabinets hold another country's people too (Guinea's those of Guinea-Bissau).
MIXED = {"GIN"}
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
    "HOJATOLISLAM HOJJATOLISLAM HOJJATOLESLAM SAYYED SEYYED SAYED REV REV. REVEREND FATHER AMBASSADOR SECRETARY CHANCELLOR PREMIER MR MR. MRS MRS. MS MS. DEFENSE DEFENCE UZ USTAZ "
    "SAYYID SAMDECH HON HON. JUSTICE HAJI ALHAJI VICE-PRESIDENT".split())
NO_NAMES = set(
    "OF THE AND FOR IN ON MINISTRY GOVERNMENT ARMY PARTY COUNCIL FORCES FORCE REPUBLIC NATIONAL PARLIAMENT ASSEMBLY COURT POLICE "
    "OFFICIAL OFFICIALS MILITARY ADMINISTRATION CABINET REGIME STATE STATES UNION MOVEMENT FRONT GROUP COMMITTEE AGENCY "
    "FNU MISS DIT CPP FUNCINPEC BISHOP AIR SERVICE BUREAU GUARD OFFICE LEADER VACANT UNKNOWN BANK COMMISSION MINISTERS".split()) | TITLES
PARTICLES = set("de da do dos das del della di du van von der den ter bin bint ibn y e la las los le ul ur ud zu ould ag wa".split())
ARABIC = set("ABD ABU UMM".split())
# Where the lists' makers struck SIR_ out of names as a title, they struck it out of Nasir, Taysir and Yasir too: these stand
# in pieces before another word of a name, or at the end. In these countries no name begins so by itself.
SIR_STRUCK = re.compile(r"(?<![A-Z])(NA|TAY|YA)(?=(AL|BIN|EL|ABD|AHMAD|KAMIL|KHAN|MUHAMMAD|SABAH|SALAM|SALIM)(_|$))|(?<=_)YA$")
WITH_NASIR = set("ARE BHR DZA EGY IRQ JOR KWT LBN LBY NGA OMN PAK PSE QAT SAU SDN SYR YEM".split())
ROMAN = {"II", "III", "IV", "VI"}
FAMILY_FIRST = {"KOR", "PRK", "TWN"}
# Whose lists of cabinets tell no firm first year, and which last years they don't: South Korea's was respelt in October
# 2004, took up a rank of agencies' heads a month later and dropped it in July 2008, and long keeps who has left; Taiwan's
# was hardly touched from March 2005 to February 2008.
UNFIRM_FIRST = {"KOR"}
UNFIRM_LAST = {"KOR": range(2003, 2012), "TWN": range(2008, 2009)}
# Until when Taiwan's list had family names last.
FAMILY_LAST_TO = "2005-01"


# Letters that are not parted into a letter and a mark.
PLAIN = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "ı": "i", "ə": "a", "Ə": "a",
                       "æ": "ae", "Æ": "ae", "ß": "ss", "þ": "th", "Þ": "th"})


def folded(name):
    """A name as names are compared: no marks, case or punctuation."""
    plain = unicodedata.normalize("NFKD", name.translate(PLAIN))
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
    if irish := re.fullmatch(r"O(CONNOR|BRIEN|NEILL?|DONNELL|KEEFFE?|REILLY|MALLEY|LEARY|HARA|SULLIVAN|FARRELL|ROURKE)", text):
        return "O'" + irish[1].capitalize()
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
    most = 6
    if country in WITH_NASIR and SIR_STRUCK.search(raw):
        # The word in pieces counts for two.
        most = 7
        raw = SIR_STRUCK.sub(lambda found: found[0] + "SIR_", raw.replace(" ", "_")).strip("_")
    words = [w.lstrip(".") for w in re.split(r"[_ ]+", raw.replace("HOJJAT_OL_ESLAM_", "").replace("HOJJAT OL ESLAM ", "")) if w.strip(".'-")]
    if country == "PRK" and words:
        # Ranks of the army, left on the names (VMAR is a vice marshal).
        words = words[words[0] == "KPA":]
        words[:1] = [w.removeprefix("V") for w in words[:1]]
    while words and words[0] in TITLES:
        words = words[1:]
    if not 2 <= len(words) <= most or words[0] in ("BIN", "IBN", "AL") or any(w in NO_NAMES for w in words) or len(words[0]) == 1 or len(words[-1].strip(".")) == 1:
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


def stretches(names, codes, countries):
    """country, sectors -> (first day, last day, whether it may have begun before, may have gone on)."""
    found = defaultdict(list)
    for code, dates in codes:
        country, rest = countries.get(code[:3]), code[3:]
        # The list gives Mauritius's code to Mauritania's rulers.
        if country == "MUS" and re.search(r"\bOULD\b", names[0].replace("_", " ")):
            country = "MRT"
        sectors = SECTORS.get(rest) or ("GOV" if rest[:3] == "GOV" and rest[3:] in FIELDS else None)
        if not country or not sectors:
            continue
        if match := re.fullmatch(r">\s*(\d+)", dates):
            start, end = day(match[1]), LAST
            if not start:
                continue
            # The lists of rulers leave open what was so when they were made, which differs by country.
            opened = True
            end = max(end, start) if start >= FIRST and start.endswith("-01") else start
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


def first_of_list(day):
    """Whether a first day is of the lists of cabinets, by month."""
    return FIRST <= day <= LAST and day.endswith("-01")


def last_of_list(day):
    """Whether a last day is; they let February end on the 28th in leap years too."""
    return FIRST <= day <= LAST and (day.endswith(f"-{calendar.monthrange(int(day[:4]), int(day[5:7]))[1]:02}") or day[5:] == "02-28")


def since(month, country, touched):
    """The month behind which what the list shows from a month on may have come about.

    `touched` has the months in which the country's list of cabinets was changed, in order, each as often as it was. Where
    MANY changes follow a new head of state or government within LATE months, they came about since then; otherwise the
    list may be LATEST months late.
    """
    place = bisect.bisect_left(touched, month)
    earlier = touched[place - 1] if place else month
    if bisect.bisect_right(touched, month) - place >= MANY:
        for changed in reversed(GOVERNMENTS[country]):
            if month - LATE <= changed <= month:
                return min(earlier, changed)
    return min(earlier, month - LATEST)


def shown(span, days, country, touched):
    """First and last day as finely as is sure; `<` and `>` where it may have begun before or gone on.

    `days` are those on which the person's offices begin or end; `touched` is as for `since`.
    """
    start, end, before, opened = span
    if first_of_list(start):
        before = before or country in UNFIRM_FIRST or (since(months(start), country, touched) - 1) // 12 < int(start[:4])
        start = start[:4]
    elif start not in days:
        start = start[:4] if start[5:] == "01-01" else start[:7]
    if last_of_list(end):
        earliest = (since(months(end) + 1, country, touched) - 1) // 12
        if opened or earliest < int(end[:4]) or int(end[:4]) in UNFIRM_LAST.get(country, ()):
            earliest = min(earliest, (months(end) - 1 - KEPT) // 12)
            end, opened = str(max(min(earliest, int(end[:4])), int(start[:4]))), True
        else:
            end = end[:4]
    elif end not in days:
        end = end[:4] if end[5:] in ("01-01", "12-31") else end[:7]
    return ("<" if before else "") + start, (">" if opened else "") + end


def letters(name):
    return name.replace(" ", "")


def fathers(words):
    """The given name and the father's name of a name with a patronymic; None for the latter where it has none."""
    for index, text in enumerate(words[:-1]):
        if text == "bin" and index:
            return words[0], words[index + 1]
    return words[0], None


def same_person(a, b, country):
    """How like two names of one country are: 2 for one name in two forms, 1 for a surname in common, 0 for neither.

    One name may have words that the other lacks, or have them in another order; but not where names are patronymics and
    the given names or the fathers' differ, nor in the countries of CLOSE.
    """
    if letters(a) == letters(b):
        return 2
    short, long = sorted(([("bin" if w in ("ibn", "bint") else w) for w in n.split()] for n in (a, b)), key=len)
    common = set(short) & set(long)
    related = 1 if short[-1] == long[-1] or sum(len(w) > 2 for w in common) > 1 else 0
    if country in CLOSE:
        return related
    if "bin" in long:
        (given, father), (other_given, other_father) = fathers(short), fathers(long)
        if given != other_given or father and other_father and father != other_father:
            return related
    one = not Counter(short) - Counter(long) and (len(short) > 1 or len(long) == 1)
    return 2 if one else related


def respelling(a, b, country):
    """Whether two names may be one in two spellings: a letter off in a word, two in a long one, but the same initials."""
    if letters(a) == letters(b):
        return True
    first, second = a.split(), b.split()
    return country not in CLOSE and len(first) == len(second) and distance(a, b) <= 2 and all(
        x[0] == y[0] and distance(x, y) <= min(len(x), len(y)) // 4 for x, y in zip(first, second))


def apart(name, country, spans):
    """How many months lie between a person's offices in a country and a service, at least; 0 where they overlap."""
    return min((
        max(held[0] - months(end), months(start) - held[1], 0)
        for held in OFFICES[name, country] for found in spans.values() for start, end, _, _ in found), default=120_000)


def known_as(name, form, country, spans):
    """Whether a name like a known person's is that person's: an office of theirs must lie within FITS months.

    Where one has a given name before those that both have, the office and the service must overlap.
    """
    plain = folded(name)
    like = respelling(plain, form, country)
    if not like and same_person(plain, form, country) != 2:
        return False
    first, second = plain.split(), form.split()
    return apart(name, country, spans) <= (FITS if like or first[0] == second[0] or sorted(first) == sorted(second) else 0)


def loosened(chosen):
    """Marks first and last days `or earlier`, `or later` where a list rather than a person may have changed.

    So it is where somebody of the same surname begins as one ends; where the same person comes back within LOST months;
    and where MANY of a country begin or end together and few end or begin then.
    """
    firsts, lasts = defaultdict(set), defaultdict(set)
    for key, entry in chosen.items():
        for (country, _), spans in entry["spans"].items():
            for start, end, before, opened in spans:
                if not before and first_of_list(start):
                    firsts[country, months(start)].add(key)
                if not opened and last_of_list(end):
                    lasts[country, months(end)].add(key)
    def count(table, country, month, around):
        return sum(len(table.get((country, month + step), ())) for step in around)
    early, late = set(), set()
    for (country, month), keys in firsts.items():
        if len(keys) >= MANY and 3 * count(lasts, country, month, (-2, -1, 0, 1)) <= len(keys):
            early |= {(key, month) for key in keys}
        for key in keys:
            for step in range(-NEAR, NEAR + 1):
                for other in lasts.get((country, month + step), ()):
                    if other != key and same_person(key, other, country):
                        early.add((key, month))
                        late.add((other, month + step))
    for (country, month), keys in lasts.items():
        if len(keys) >= MANY and 3 * count(firsts, country, month, (-1, 0, 1, 2)) <= len(keys):
            late |= {(key, month) for key in keys}
    for key, entry in chosen.items():
        every = sorted(span for spans in entry["spans"].values() for span in spans)
        for span, later in zip(every, every[1:]):
            if 1 < months(later[0]) - months(span[1]) <= LOST:
                late.add((key, months(span[1])))
                early.add((key, months(later[0])))
        for service, spans in entry["spans"].items():
            entry["spans"][service] = [
                (start, end, before or (key, months(start)) in early, opened or (key, months(end)) in late)
                for start, end, before, opened in spans]


def united(chosen):
    """Puts together what two forms of one person's name have, where the one takes up as the other leaves off."""
    by_country = defaultdict(list)
    for key, entry in chosen.items():
        for country in {country for country, _ in entry["spans"]}:
            by_country[country].append(key)
    for country, keys in sorted(by_country.items()):
        keys.sort(key=lambda k: (len(k.split()), k))
        for index, key in enumerate(keys):
            for other in keys[index + 1:]:
                if key not in chosen or other not in chosen or same_person(key, other, country) != 2:
                    continue
                near = any(
                    abs(months(a[1]) - months(b[0])) <= NEAR or abs(months(b[1]) - months(a[0])) <= NEAR
                    for x in chosen[key]["spans"].values() for a in x
                    for y in chosen[other]["spans"].values() for b in y)
                if not near or (chosen[other]["known"] and not chosen[key]["known"]):
                    continue
                if chosen[key]["known"] and not known_as(chosen[key]["name"], other, country, chosen[other]["spans"]):
                    continue
                gone = chosen.pop(other)
                chosen[key]["others"] += [gone["name"]] + gone["others"]
                for service, spans in gone["spans"].items():
                    chosen[key]["spans"][service] = joined(chosen[key]["spans"].get(service, []) + spans)


def misspelt(chosen):
    """Names of whose words one stands there alone and is a letter off from one that many bear."""
    bearers = defaultdict(set)
    for key, entry in chosen.items():
        for part in (entry["sure"] or key).split():
            if len(part) > 4:
                bearers[part].add(key)
    by_shape = defaultdict(set)
    for part in bearers:
        for cut in {part} | {part[:i] + part[i + 1:] for i in range(len(part))}:
            by_shape[cut].add(part)
    found = set()
    for part, keys in bearers.items():
        if len(keys) > 1:
            continue
        near = {other for cut in {part} | {part[:i] + part[i + 1:] for i in range(len(part))} for other in by_shape[cut]}
        if any(len(bearers[other]) >= MANY and other != part and distance(part, other) == 1 for other in near):
            found |= {key for key in keys if not chosen[key]["known"] and not chosen[key]["sure"]}
    return found


def too_doubtful(line, span):
    """Whether a line is one of those that the lists have by a slip more often than not."""
    country, name = line[0], line[1]
    start, end, before, opened = span
    if country in TERRITORIES:
        return True
    if country in MIXED and (first_of_list(start) or last_of_list(end)):
        return True
    if (first_of_list(start) or last_of_list(end)) and not opened and months(end) - months(start) < 2:
        return True
    # Whom the first month has and the next two years lose, it may have kept from before.
    if before and start == FIRST and last_of_list(end) and months(end) - months(start) < KEPT:
        return True
    return before and start == FIRST and opened and end == LAST


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
DAYS = defaultdict(set)
# country -> the months in which its heads of state or government took office, in order.
GOVERNMENTS = defaultdict(list)
# country, first and last month -> who held an office then; the last None where a list may leave it open.
TERMS = defaultdict(set)
for _row in rows("offices.tsv"):
    DAYS[_row[0], _row[2]] |= set(_row[3:5])
    if len(_row[3]) > 4:
        if _row[1] in HEADS:
            bisect.insort(GOVERNMENTS[_row[2]], months(_row[3]))
        TERMS[_row[2], months(_row[3]), None].add(_row[0])
        TERMS[_row[2], months(_row[3]), months(_row[4]) if len(_row[4]) > 4 else None].add(_row[0])


def contradicted(country, name, span):
    """Whether offices tell a stretch by themselves, or begin before or end behind it: the list then lost the person.

    Nor is kept what the lists of rulers have of anybody in offices.tsv, which has the days of these, or of somebody who by
    the same days is one of these in another spelling.
    """
    start, end, before, opened = span
    if OFFICES[name, country] and not (first_of_list(start) and (last_of_list(end) or opened)):
        return True
    if not first_of_list(start) and not last_of_list(end):
        for held in TERMS[country, months(start), None if opened else months(end)]:
            if not opened or difflib.SequenceMatcher(None, folded(name), folded(held)).ratio() > ALIKE:
                return True
    begin = 0 if before else months(start)
    stop = 120_000 if opened else months(end)
    return any(
        held[0] <= stop and held[1] >= begin and (held[0] < begin - 1 or held[1] > stop + 1)
        or held[0] - 1 <= months(start) and months(end) <= held[1] + 1
        for held in OFFICES[name, country])


def respelt(chosen):
    """Those whose service begins as that of somebody of a like name ends, and these; where no name of the two was mended."""
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
                        if other != key and not (chosen[key]["sure"] or chosen[other]["sure"]) and difflib.SequenceMatcher(None, key, other).ratio() > LIKE:
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


class Mended:
    """The table of corrections: what no rule tells. `check` names those that nothing called for."""

    KINDS = {"leave", "same", "spelt", "own", "other", "years"}

    def __init__(self):
        self.entries, self.used = {}, set()
        for number, line in enumerate(open(MENDED, encoding="utf-8"), 1):
            if not line.strip() or line.startswith("#"):
                continue
            columns = line.rstrip("\n").split("\t")
            if len(columns) != 6 or columns[0] not in self.KINDS or not all(columns):
                sys.exit(f"{MENDED}:{number}: six columns are wanted, the first of them one of {sorted(self.KINDS)}")
            kind, country, name, was, now, _ = columns
            key = (kind, country, name, was if kind in ("other", "years") else "-")
            if key in self.entries:
                sys.exit(f"{MENDED}:{number}: {kind} {country} {name} stands there twice")
            self.entries[key] = (now, number)

    def get(self, kind, country, name, was="-"):
        """What becomes of something; None where the table doesn't have it."""
        found = self.entries.get((kind, country, name, was))
        if found:
            self.used.add(found[1])
        return found and found[0]

    def check(self):
        unused = [f"{MENDED}:{n}: matches nothing: {' '.join(k)}" for k, (_, n) in self.entries.items() if n not in self.used]
        if unused:
            sys.exit("\n".join(unused))


def main():
    folder = Path(sys.argv[1])
    countries = {}
    for row in rows("countries.tsv"):
        countries[row[0]] = row[0]
        if row[2] not in ("", "-"):
            countries.setdefault(row[2], row[0])
    known, known_of, taken = known_people()
    mended = Mended()
    entries = {}
    for names, codes in people(folder / "Phoenix.Countries.actors.txt.gz"):
        spans = stretches(names, codes, countries)
        if not spans:
            continue
        country = next(iter(spans))[0]
        if country == "TWN" and all(first_of_list(s[0]) and s[1] < FAMILY_LAST_TO for found in spans.values() for s in found):
            names = [re.sub(r"^([A-Z]+_[A-Z]+)_([A-Z]+)_*$", r"\2_\1", n.replace(" ", "_")) for n in names]
        forms = [f for f in (reading(n, country) for n in names) if f]
        if not forms or len({c for c, _ in spans}) > 1 or reading(names[0], country) is None:
            continue
        name, others = forms[0]
        for form, more in forms[1:]:
            # Only whole other spellings: short forms are surnames or titles, and "al-Aw" was Allaw, in pieces.
            if folded(form) != folded(name) and len(form.split()) > 1 and not re.search(r"\b[ae]l-\w{1,2}$", form):
                others += [form]
        if mended.get("leave", country, name):
            continue
        sure = SIR_STRUCK.search(names[0].strip("_")) and country in WITH_NASIR
        if mended_name := mended.get("same", country, name) or mended.get("spelt", country, name):
            others = [o for o in others if folded(o) != folded(name)]
            if mended.get("same", country, name):
                others.append(name)
            else:
                sure = True
            name = mended_name
        others = [o for o in others if not mended.get("other", country, name, o)]
        key = folded(name)
        if key in taken:
            continue
        known_name = known.get(key) or next((known[folded(o)] for o in others if folded(o) in known), None)
        if known_name and known_name not in known_of[country]:
            continue
        own = mended.get("own", country, name)
        if not known_name and not own:
            forms = [key] + [folded(o) for o in others]
            close = [k for k in sorted(known_of[country]) if any(letters(folded(k)) == letters(form) for form in forms)] or [
                k for k in sorted(known_of[country]) if any(known_as(k, form, country, spans) for form in forms)]
            if len(close) == 1:
                known_name = close[0]
        if known_name and known_name != name:
            if folded(name) not in known:
                others.append(name)
            name, key = known_name, folded(known_name)
        slot = entries.setdefault(key, {})
        entry = slot.setdefault(country, {"name": name, "others": [], "spans": {}, "known": bool(known_name), "sure": False})
        if sure:
            # As the list has it: what was mended should not make other names look misspelt.
            entry["sure"] = folded(names[0].replace("_", " "))
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
                if other not in chosen or chosen[other]["known"]:
                    continue
                country = next(iter(chosen[key]["spans"]))[0]
                if chosen[key]["known"] and apart(chosen[key]["name"], country, chosen[other]["spans"]) > FITS:
                    continue
                if respelling(key, other, country):
                    chosen[key]["others"].append(chosen.pop(other)["name"])
    united(chosen)
    for key in respelt(chosen) | misspelt(chosen):
        del chosen[key]
    touched = defaultdict(list)
    for entry in entries.values():
        for country, person in entry.items():
            for spans in person["spans"].values():
                for start, end, before, opened in spans:
                    touched[country] += [months(start)] if first_of_list(start) and not before else []
                    touched[country] += [months(end) + 1] if last_of_list(end) and not opened else []
    touched = {country: sorted(found + [months(FIRST)]) for country, found in touched.items()}
    loosened(chosen)
    owners = defaultdict(set)
    for key, entry in chosen.items():
        for form in [entry["name"]] + entry["others"]:
            owners[folded(form)].add(key)
    lines = []
    for key, entry in chosen.items():
        mine = next(iter(entry["spans"]))[0]
        others = [o for o in dict.fromkeys(entry["others"]) if owners[folded(o)] == {key} and folded(o) != key and known.get(folded(o)) is None
                  and not mended.get("other", mine, entry["name"], o) and (entry["known"] or same_person(folded(o), key, mine) or distance(folded(o), key, 3) <= 3)]
        for (country, sectors), found in entry["spans"].items():
            merged = joined(found)
            for span in merged:
                if contradicted(country, entry["name"], span) or too_doubtful((country, entry["name"]), span):
                    continue
                start, end = shown(span, DAYS[entry["name"], country], country, touched[country])
                if years := mended.get("years", country, entry["name"], f"{start} {end}"):
                    if years == "-":
                        continue
                    start, end = years.split()
                lines.append((country, entry["name"], span[0], sectors, start, end, "|".join(others)))
    lines.sort()
    lines = list(dict.fromkeys(line[:2] + line[3:] for line in lines))
    print("""# Who served which state when, from lists of rulers by day and of cabinets by month; offices.tsv has the offices' titles.
# Written by tools/affiliations.py, which says what was left out as doubtful; lines may be added or mended by hand.
# Columns: name, kind, country (ISO 3166-1 alpha-3), sectors, from, to (as finely as sure: YYYY-MM-DD, YYYY-MM, YYYY; `<`
# before the first: or earlier; `>` before the last: or later, as the list begins, ends or changes its spelling there),
# source, other names (parted by |, on a person's first line).
# Sources: P  CountryInfo of the Computational Event Data System, as in the Open Event Data Alliance's Phoenix
#             dictionaries of 2014 (MIT licence): the facts, in our own form.
# name	kind	country	sectors	from	to	source	other names""")
    written = set()
    for country, name, sectors, start, end, others in lines:
        if name in written:
            others = ""
        written.add(name)
        print("\t".join([name, "person", country, sectors, start, end, "P", others]).rstrip("\t"))
    mended.check()
    print(len(lines), "affiliations of", len(written), "people", file=sys.stderr)


if __name__ == "__main__":
    main()
