"""Writes loader/vocabulary/data/countries.yaml from pycountry, Babel and countryinfo, with overrides that win.

``pip install countryinfo`` first; it is needed for nothing else. Then: ``python maintenance/make_countries.py``
"""

from __future__ import annotations

import json
from pathlib import Path

import pycountry
from babel import Locale
from countryinfo import CountryInfo

TARGET = Path(__file__).parent.parent / "loader" / "vocabulary" / "data" / "countries.yaml"
HEADER = """# States and territories. Written by maintenance/make_countries.py from pycountry (ISO 3166-1, LGPL-2.1),
# Babel (Unicode CLDR names, BSD-3-Clause) and countryinfo (demonyms and capitals, MIT); the overrides there win.
countries:
"""

# ISO code: (names, the first is shown), (demonyms).
OVERRIDES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "US": (
        ("United States", "U.S.", "U.S.A.", "US", "USA", "United States of America", "America"),
        ("American", "Americans"),
    ),
    "GB": (
        (
            "United Kingdom",
            "UK",
            "U.K.",
            "Britain",
            "Great Britain",
            "United Kingdom of Great Britain and Northern Ireland",
        ),
        ("British", "Britons"),
    ),
    "RU": (("Russia", "Russian Federation"), ("Russian", "Russians")),
    "KR": (("South Korea", "Republic of Korea", "ROK"), ("South Korean", "South Koreans")),
    "KP": (("North Korea", "DPRK", "Democratic People's Republic of Korea"), ("North Korean",)),
    "LA": (("Laos", "Lao PDR", "Lao People's Democratic Republic"), ("Lao", "Laotian", "Laotians")),
    "TL": (("East Timor", "Timor-Leste"), ("Timorese", "East Timorese")),
    "MM": (("Myanmar", "Burma"), ("Burmese",)),
    "CN": (("China", "People's Republic of China", "PRC"), ("Chinese",)),
    "AE": (("United Arab Emirates", "UAE", "U.A.E."), ("Emirati", "Emiratis")),
    "SA": (("Saudi Arabia", "Kingdom of Saudi Arabia", "KSA"), ("Saudi", "Saudis")),
    "TR": (("Turkey", "Türkiye", "Republic of Türkiye", "Republic of Turkey"), ("Turkish", "Turks")),
    "CZ": (("Czech Republic", "Czechia"), ("Czech", "Czechs")),
    "VA": (("Holy See", "Vatican", "Vatican City"), ()),
    "PS": (("Palestine", "State of Palestine", "Palestinian Authority"), ("Palestinian", "Palestinians")),
    "TW": (("Taiwan",), ("Taiwanese",)),
    "IR": (("Iran", "Islamic Republic of Iran"), ("Iranian", "Iranians")),
    "SY": (("Syria", "Syrian Arab Republic"), ("Syrian", "Syrians")),
    "VN": (("Vietnam", "Viet Nam", "Socialist Republic of Vietnam"), ("Vietnamese",)),
    "CI": (("Côte d'Ivoire", "Ivory Coast"), ("Ivorian",)),
    "CD": (("Democratic Republic of the Congo", "DRC", "DR Congo"), ("Congolese",)),
    "CG": (("Republic of the Congo", "Congo-Brazzaville"), ()),
    "BN": (("Brunei", "Brunei Darussalam"), ("Bruneian",)),
    "PH": (("Philippines", "Republic of the Philippines"), ("Philippine", "Filipino", "Filipinos")),
    "NL": (("Netherlands",), ("Dutch",)),
    "MK": (("North Macedonia",), ("Macedonian",)),
    "BA": (("Bosnia and Herzegovina", "Bosnia"), ("Bosnian",)),
    "MD": (("Moldova", "Republic of Moldova"), ("Moldovan",)),
    "TZ": (("Tanzania", "United Republic of Tanzania"), ("Tanzanian",)),
    "VE": (("Venezuela", "Bolivarian Republic of Venezuela"), ("Venezuelan",)),
    "BO": (("Bolivia",), ("Bolivian",)),
    "SZ": (("Eswatini", "Swaziland"), ()),
    "CV": (("Cabo Verde", "Cape Verde"), ("Cape Verdean",)),
    "IE": (("Ireland",), ("Irish",)),
    "NZ": (("New Zealand",), ("New Zealand", "New Zealanders")),
    "FR": (("France", "French Republic"), ("French",)),
    "DE": (("Germany", "Federal Republic of Germany"), ("German", "Germans")),
    "ES": (("Spain", "Kingdom of Spain"), ("Spanish",)),
    "CH": (("Switzerland",), ("Swiss",)),
    "DK": (("Denmark",), ("Danish", "Danes")),
    "SE": (("Sweden",), ("Swedish",)),
    "FI": (("Finland",), ("Finnish",)),
    "PL": (("Poland",), ("Polish",)),
    "IS": (("Iceland",), ("Icelandic",)),
    "TH": (("Thailand", "Kingdom of Thailand"), ("Thai",)),
    "GE": ((), ("Georgian", "Georgians")),
    "XK": (("Kosovo",), ("Kosovar",)),
    "EG": (("Egypt", "Arab Republic of Egypt"), ("Egyptian", "Egyptians")),
    "ZA": (("South Africa", "Republic of South Africa"), ("South African",)),
    "GR": (("Greece", "Hellenic Republic"), ("Greek", "Greeks", "Hellenic")),
    "IL": (("Israel", "State of Israel"), ("Israeli", "Israelis")),
    "IQ": (("Iraq",), ("Iraqi",)),
    "QA": (("Qatar", "State of Qatar"), ("Qatari",)),
    "KW": (("Kuwait", "State of Kuwait"), ("Kuwaiti",)),
    "OM": (("Oman", "Sultanate of Oman"), ("Omani",)),
    "BH": (("Bahrain", "Kingdom of Bahrain"), ("Bahraini",)),
    "JO": (("Jordan", "Hashemite Kingdom of Jordan"), ("Jordanian",)),
    "LB": (("Lebanon",), ("Lebanese",)),
    "YE": (("Yemen",), ("Yemeni",)),
    "PK": (("Pakistan", "Islamic Republic of Pakistan"), ("Pakistani",)),
    "BD": (("Bangladesh",), ("Bangladeshi",)),
    "NP": (("Nepal",), ("Nepali", "Nepalese")),
    "LK": (("Sri Lanka",), ("Sri Lankan",)),
    "KZ": (("Kazakhstan", "Republic of Kazakhstan"), ("Kazakh", "Kazakhstani")),
    "KG": (("Kyrgyzstan", "Kyrgyz Republic"), ("Kyrgyz",)),
    "TJ": (("Tajikistan",), ("Tajik",)),
    "TM": (("Turkmenistan",), ("Turkmen",)),
    "UZ": (("Uzbekistan", "Republic of Uzbekistan"), ("Uzbek",)),
    "BY": (("Belarus", "Republic of Belarus"), ("Belarusian",)),
    "UA": (("Ukraine",), ("Ukrainian", "Ukrainians")),
    "RS": (("Serbia", "Republic of Serbia"), ("Serbian", "Serbs")),
    "JP": (("Japan",), ("Japanese",)),
    "IN": (("India", "Republic of India"), ("Indian", "Indians")),
    "ID": (("Indonesia", "Republic of Indonesia"), ("Indonesian", "Indonesians")),
    "AU": (("Australia",), ("Australian", "Australians")),
    "CA": (("Canada",), ("Canadian", "Canadians")),
    "MY": (("Malaysia",), ("Malaysian",)),
    "SG": (("Singapore",), ("Singaporean",)),
    "KH": (("Cambodia", "Kingdom of Cambodia"), ("Cambodian",)),
}
HISTORIC = (
    (
        "SU",
        ("Soviet Union", "USSR", "U.S.S.R.", "Union of Soviet Socialist Republics"),
        ("Soviet", "Soviets"),
        "",
    ),
    ("DD", ("East Germany", "German Democratic Republic", "GDR"), ("East German",), ""),
    ("YU", ("Yugoslavia",), ("Yugoslav",), ""),
    ("CS", ("Czechoslovakia",), ("Czechoslovak",), ""),
    ("XK", ("Kosovo",), ("Kosovar",), "Pristina"),
)
# Territories whose demonym is also somebody else's, or that have none in use.
NO_DEMONYM = frozenset(
    "GS IO BV HM UM TF AQ SJ YT GF GP MQ RE DM GQ GW KN CX CC CK AS VG VI GU PF NC IM JE GG".split()
)
# In the guideline these are places.
SUBNATIONAL = frozenset({"HK", "MO"})
DEMONYM = {"DO": "Dominican", "GN": "Guinean", "NG": "Nigerian", "NE": "Nigerien", "WS": "Samoan"}
CAPITAL = {"US": "Washington", "GB": "London"}


def line(code: str, names: tuple[str, ...], demonyms: tuple[str, ...], capital: str) -> str:
    """Return one entry as a line of YAML."""
    first, *others = names
    quoted = [json.dumps(part, ensure_ascii=False) for part in (first, others, list(demonyms), capital)]
    fields = ("name", "names", "demonyms", "capital")
    pairs = ", ".join(f"{field}: {value}" for field, value in zip(fields, quoted, strict=True))
    return f'  - {{id: "country:{code}", {pairs}}}'


def state(
    code: str, fallback: str, candidates: list[str | None]
) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Return names, demonyms and capital of a state."""
    names, demonyms = (list(part) for part in OVERRIDES.get(code, ((), ())))
    for name in candidates:
        if name and not {",", "("} & set(name) and "SAR" not in name:
            names.append(name.replace(" & ", " and "))
    try:
        known = CountryInfo(code)
        demonym, capital = known.demonym(), known.capital()
    except KeyError:
        demonym, capital = None, None
    if code not in OVERRIDES:
        demonym = DEMONYM.get(code, None if code in NO_DEMONYM else demonym)
        demonyms += [demonym] if demonym and demonym[0].isupper() else []
    plain = [name.replace("’", "'") for name in names or [fallback]]
    return tuple(dict.fromkeys(plain)), tuple(dict.fromkeys(demonyms)), CAPITAL.get(code, capital or "")


def main() -> None:
    """Write the file."""
    english = Locale("en").territories
    taken: set[str] = set()
    entries = []
    for country in sorted(pycountry.countries, key=lambda one: str(one.alpha_2)):
        if country.alpha_2 in SUBNATIONAL:
            continue
        code = country.alpha_2
        candidates = [english.get(code), getattr(country, "common_name", None), country.name,
                      getattr(country, "official_name", None)]  # fmt: skip
        entries.append((code, *state(code, country.name, candidates)))
    lines = []
    for code, names, demonyms, capital in [*entries, *HISTORIC]:
        free = tuple(name for name in names if name not in taken)
        taken.update(free)
        lines.append(line(code, free, demonyms, capital))
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
