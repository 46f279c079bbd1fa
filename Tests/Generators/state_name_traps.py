#!/usr/bin/env python3
"""Writes Tests/Fixtures/state-name-traps.csv: texts and the State that each means, or none.

The true codes come from sources that the registers were not made from:

- the Unicode CLDR, as the Python package Babel carries it;
- ISO 3166-1 and 3166-3 with their translations, as Debian's package iso-codes carries them;
- state-names-by-hand.csv beside the result: what people write, with who says so.

A blank code means that the text must be refused. Usage, with Babel and iso-codes installed:

    state_name_traps.py Tests/Fixtures
"""

import csv
import gettext
import importlib.metadata
import json
import os
import sys
import unicodedata

from babel import Locale

CLDR = "Unicode CLDR, by Babel " + importlib.metadata.version("babel")
ISO = "ISO 3166-1, by Debian iso-codes 4.15"
DAY = "2005-07-29"
TODAY = "2024-06-30"

# Languages of the United Nations, with the locales of each source.
CLDR_LOCALES = [("en", "en"), ("fr", "fr"), ("es", "es"), ("ru", "ru"), ("zh", "zh"),
                ("zh", "zh_Hant"), ("ar", "ar")]
ISO_LOCALES = [("en", None), ("fr", "fr"), ("es", "es"), ("ru", "ru"), ("zh", "zh_CN"),
               ("ar", "ar")]

# Mistakes of a source: its Arabic everyday name of Moldova is that of the Maldives.
MISTAKEN = {("ar", "MDA", "common_name")}

# In ISO 3166-1 but no Member States (United Nations list of Member States).
NO_MEMBERS = set("""ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB
GLP GRL GUF GUM HKG HMD IMN IOT JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PSE PYF REU SGS SHN
SJM SPM SXM TCA TKL TWN UMI VAT VGB VIR WLF""".split())
# Admitted after 2005: South Sudan, Montenegro; Serbia as a State of its own.
LATER = {"SSD", "MNE", "SRB"}


def without_accents(text):
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


MANGLINGS = [
    ("as it is", lambda t: t),
    ("upper case", str.upper),
    ("lower case", str.lower),
    ("decomposed", lambda t: unicodedata.normalize("NFD", t)),
    ("accents lost", without_accents),
    ("no-break spaces", lambda t: t.replace(" ", "\u00a0")),
    ("blanks around", lambda t: " \t" + t + "  "),
    ("curly apostrophes", lambda t: t.replace("'", "\u2019")),
    ("straight apostrophes", lambda t: t.replace("\u2019", "'")),
    ("no hyphens", lambda t: t.replace("-", " ")),
    ("other hyphens", lambda t: t.replace("-", "\u2011").replace("\u2013", "-")),
    ("double blanks", lambda t: t.replace(" ", "  ")),
    ("full width", lambda t: "".join(
        chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t)),
    ("the", lambda t: "the " + t),
]
LATIN_ONLY = {"the", "full width"}


def mangled(text, language, number):
    """The text in the form whose turn it is; another one where that form changes nothing."""
    for step in range(len(MANGLINGS)):
        kind, change = MANGLINGS[(number + step) % len(MANGLINGS)]
        if kind == "as it is":
            return text, kind
        if kind == "the" and (language != "en" or text.lower().startswith("the ")):
            continue
        if kind in LATIN_ONLY and language not in ("en", "fr", "es"):
            continue
        if kind == "accents lost" and language in ("ru", "ar"):
            # A Cyrillic short i and an Arabic hamza are more than accents.
            continue
        if change(text) != text:
            return change(text), kind
    return text, "as it is"


def day_of(code):
    return TODAY if code in LATER else DAY


def expected(code):
    return "" if code in NO_MEMBERS else code


def cldr_rows(codes):
    number = 0
    for language, tag in CLDR_LOCALES:
        names = Locale.parse(tag).territories
        for alpha2, code in codes:
            number += 1
            text, kind = mangled(names[alpha2], language, number)
            if code in NO_MEMBERS:
                kind = "no Member State, " + kind
            yield [text, expected(code), day_of(code), language, kind, CLDR]


def iso_rows(countries):
    number = 0
    for language, tag in ISO_LOCALES:
        translated = (gettext.translation("iso_3166-1", "/usr/share/locale", [tag]).gettext
                      if tag else lambda text: text)
        for country in countries:
            code = country["alpha_3"]
            for key in ("name", "official_name", "common_name"):
                name = country.get(key)
                if not name or (tag and translated(name) == name):
                    continue
                if (language, code, key) in MISTAKEN:
                    continue
                if key == "name" and "," not in name:
                    continue  # as in the CLDR
                number += 1
                text, kind = mangled(translated(name), language, number)
                what = {"name": "inverted", "official_name": "formal",
                        "common_name": "everyday"}[key]
                if code in NO_MEMBERS:
                    what = "no Member State"
                yield [text, expected(code), day_of(code), language, what + ", " + kind, ISO]


def typos(codes, known):
    """A letter lost, doubled, changed or exchanged: a text that is no name must be refused."""
    for language, tag in CLDR_LOCALES:
        names = Locale.parse(tag).territories
        for number, (alpha2, code) in enumerate(codes):
            name = names[alpha2]
            if len(name) < 5 or language == "zh" or number % (1 if language == "en" else 8):
                continue
            at = len(name) // 2
            while at > 1 and not (name[at].isalpha() and name[at - 1].isalpha()):
                at -= 1
            text = [name[:at] + name[at + 1:], name[:at] + name[at] + name[at:],
                    name[:at] + ("x" if language in ("en", "fr", "es") else "щ" if language == "ru"
                                 else "ظ") + name[at + 1:],
                    name[:at - 1] + name[at] + name[at - 1] + name[at + 1:]][number % 4]
            if text == name or folded(text) in known:
                continue
            yield [text, "", DAY, language, "typing error", CLDR + ", changed"]


def folded(text):
    return "".join(c for c in without_accents(text.lower()) if c.isalnum())


def by_hand(folder):
    with open(os.path.join(folder, "state-names-by-hand.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield list(row.values())


def main(folder):
    with open("/usr/share/iso-codes/json/iso_3166-1.json", encoding="utf-8") as file:
        countries = json.load(file)["3166-1"]
    codes = [(c["alpha_2"], c["alpha_3"]) for c in countries]
    rows = list(cldr_rows(codes)) + list(iso_rows(countries))
    known = {folded(row[0]) for row in rows + list(by_hand(folder))}
    rows += list(typos(codes, known))
    rows += list(by_hand(folder))
    seen = {}
    with open(os.path.join(folder, "state-name-traps.csv"), "w", encoding="utf-8",
              newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["text", "iso3", "as_at", "language", "kind", "source"])
        for row in rows:
            if seen.setdefault((row[0], row[2]), row[1]) != row[1]:
                raise SystemExit("two truths for %r: %r" % (row[0], row))
            writer.writerow(row)
    print("%d texts" % len(rows))


if __name__ == "__main__":
    main(*sys.argv[1:])
