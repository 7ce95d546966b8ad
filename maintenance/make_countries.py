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
    "KR": (("South Korea", "Republic of Korea", "ROK", "R.O.K."), ("South Korean", "South Koreans")),
    "KP": (("North Korea", "DPRK", "D.P.R.K.", "Democratic People's Republic of Korea"), ("North Korean",)),
    "LA": (("Laos", "Lao PDR", "Lao People's Democratic Republic"), ("Lao", "Laotian", "Laotians")),
    "TL": (("East Timor", "Timor-Leste"), ("Timorese", "East Timorese")),
    "MM": (("Myanmar", "Burma"), ("Burmese",)),
    "CN": (("China", "People's Republic of China", "PRC", "P.R.C.", "P.R. China", "PR China"), ("Chinese",)),
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
    "SZ": (("Eswatini", "Swaziland"), ("Swazi", "Emaswati")),
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
    "KG": (("Kyrgyzstan", "Kyrgyz Republic", "Kirghizia"), ("Kyrgyz", "Kyrgyzstani")),
    "TJ": (("Tajikistan",), ("Tajik", "Tajikistani")),
    "TM": (("Turkmenistan",), ("Turkmen", "Turkmenistani")),
    "UZ": (("Uzbekistan", "Republic of Uzbekistan"), ("Uzbek", "Uzbekistani")),
    "BY": (("Belarus", "Republic of Belarus"), ("Belarusian", "Belarussian", "Byelorussian")),
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
    (
        "YU",
        (
            "Yugoslavia",
            "Federal Republic of Yugoslavia",
            "Socialist Federal Republic of Yugoslavia",
            "SFRY",
            "FRY",
            "Serbia and Montenegro",
        ),
        ("Yugoslav", "Yugoslavs", "Yugoslavian"),
        "",
    ),
    ("CS", ("Czechoslovakia",), ("Czechoslovak", "Czechoslovaks"), ""),
    ("XK", ("Kosovo", "Republic of Kosovo"), ("Kosovar", "Kosovars", "Kosovan", "Kosovans"), "Pristina"),
    (
        "EH",
        ("Sahrawi Arab Democratic Republic", "Sahrawi Republic", "Saharawi Republic", "SADR"),
        ("Sahrawi", "Sahrawis", "Saharawi"),
        "",
    ),
)
# In the guideline these are places: no states, whoever has them; see places.yaml.
SUBNATIONAL = frozenset(
    "HK MO AI AQ AS AW AX BL BM BQ BV CC CW CX EH FK FO GF GG GI GL GP GS GU HM IM IO JE KY MF MP MQ MS NC NF PF PM PN PR RE SH SJ SX "
    "TC TF TK UM VG VI WF YT".split()
)
# Demonyms that countryinfo lacks, joins in one string, or spells in one way only.
DEMONYM: dict[str, tuple[str, ...]] = {
    "AG": ("Antiguan", "Barbudan"),
    "AR": ("Argentine", "Argentinean", "Argentinian"),
    "AZ": ("Azerbaijani", "Azeri"),
    "BB": ("Barbadian", "Bajan"),
    "BF": ("Burkinabe", "Burkinabè"),
    "BI": ("Burundian",),
    "BJ": ("Beninese",),
    "BS": ("Bahamian",),
    "BW": ("Botswanan", "Motswana", "Batswana"),
    "CK": ("Cook Islander",),
    "CM": ("Cameroonian",),
    "CG": (),
    "CV": ("Cabo Verdean", "Cape Verdean"),
    "CY": ("Cypriot",),
    "DJ": ("Djiboutian",),
    # "Dominican" is also Dominica's; the bigger state has it.
    "DM": (),
    "DO": ("Dominican",),
    "EC": ("Ecuadorian", "Ecuadorean", "Ecuadoran"),
    "EE": ("Estonian",),
    "FJ": ("Fijian",),
    "FM": ("Micronesian",),
    "GN": ("Guinean",),
    "GQ": ("Equatoguinean", "Equatorial Guinean"),
    "GW": ("Bissau-Guinean",),
    "HR": ("Croatian", "Croat"),
    "KI": ("I-Kiribati",),
    "KM": ("Comorian", "Comoran"),
    "KN": ("Kittitian", "Nevisian"),
    "LC": ("Saint Lucian", "St. Lucian", "St Lucian"),
    "LI": ("Liechtenstein",),
    "LS": ("Basotho", "Mosotho"),
    "LT": ("Lithuanian",),
    "LU": ("Luxembourgish", "Luxembourger"),
    "MC": ("Monegasque", "Monégasque"),
    "ME": ("Montenegrin",),
    "MV": ("Maldivian",),
    "MX": ("Mexican",),
    "NE": ("Nigerien",),
    "NG": ("Nigerian",),
    "NU": ("Niuean",),
    "PG": ("Papua New Guinean",),
    "RW": ("Rwandan", "Rwandese"),
    "SB": ("Solomon Islander",),
    "SC": ("Seychellois",),
    "SI": ("Slovenian", "Slovene"),
    "SK": ("Slovak", "Slovakian"),
    "SM": ("Sammarinese", "San Marinese"),
    "SR": ("Surinamese",),
    "ST": ("Sao Tomean", "Santomean"),
    "SV": ("Salvadoran", "Salvadorian", "Salvadorean"),
    "TG": ("Togolese",),
    "TT": ("Trinidadian", "Tobagonian"),
    "VC": ("Vincentian", "Saint Vincentian"),
    "VU": ("Ni-Vanuatu", "Vanuatuan"),
    "WS": ("Samoan",),
    "ZW": ("Zimbabwean",),
}
# Names that neither pycountry nor Babel has: short forms of releases, "St" with and without its point.
MORE: dict[str, tuple[str, ...]] = {
    "AE": ("Emirates",),
    "AG": ("Antigua & Barbuda",),
    "BA": ("Bosnia-Herzegovina", "Bosnia & Herzegovina", "BiH"),
    "BY": ("Byelorussia", "Belorussia"),
    "CD": ("Congo (Kinshasa)", "Zaire", "Democratic Republic of Congo"),
    "CG": ("Congo (Brazzaville)", "Congo Brazzaville", "Republic of Congo"),
    "CI": ("Republic of Côte d'Ivoire",),
    "DE": ("West Germany", "FRG"),
    "DZ": ("People's Democratic Republic of Algeria",),
    "FM": ("FSM",),
    "GM": ("Republic of The Gambia",),
    "GW": ("Guinea Bissau",),
    "KH": ("Kampuchea",),
    "KN": (
        "St Kitts and Nevis",
        "St Kitts & Nevis",
        "St. Kitts & Nevis",
        "Federation of Saint Kitts and Nevis",
    ),
    "LA": ("LAO PDR", "Lao P.D.R."),
    "LC": ("St Lucia",),
    "LY": ("State of Libya",),
    "MA": ("Kingdom of Morocco",),
    "MH": ("RMI",),
    "MK": ("FYROM", "former Yugoslav Republic of Macedonia"),
    "MM": ("Republic of the Union of Myanmar",),
    "PH": ("PH",),
    "NZ": ("NZ", "Aotearoa New Zealand"),
    "PG": ("PNG",),
    "PS": ("Palestinian Territory", "Palestinian National Authority"),
    "ST": ("São Tomé e Príncipe", "Sao Tome & Principe"),
    "TL": ("Timor Leste",),
    "TT": ("Trinidad & Tobago",),
    "UY": ("Oriental Republic of Uruguay",),
    "VA": ("Vatican City State",),
    "VC": (
        "St. Vincent and the Grenadines",
        "St Vincent and the Grenadines",
        "St. Vincent & the Grenadines",
        "St Vincent & the Grenadines",
    ),
}
# Adjectives that are no nouns, and nouns that are their own plural.
NO_PLURAL = frozenset(
    "Philippine Malagasy Icelandic Hellenic Soviet Luxembourgish Liechtenstein Lao Basotho Batswana Motswana Mosotho Seychellois "
    "Monegasque Monégasque Burkinabe Burkinabè Kyrgyz Swiss Danes Britons Serbs Turks Emirates Ni-Vanuatu I-Kiribati".split()
) | {"New Zealand", "Central African"}
# Nouns for a people that are not the adjective.
PEOPLES: dict[str, tuple[str, ...]] = {
    "ES": ("Spaniard", "Spaniards"),
    "FI": ("Finns",),
    "GB": ("Brits",),
    "IS": ("Icelanders",),
    "LU": ("Luxembourgers",),
    "NZ": ("Kiwi", "Kiwis"),
    "PL": ("Poles",),
    "SE": ("Swedes",),
    "XK": ("Kosovan", "Kosovans"),
}
CAPITAL = {"US": "Washington", "GB": "London"}


def people(demonym: str) -> str | None:
    """Return the plural of a demonym that is also a noun: Mexican → Mexicans."""
    if demonym in NO_PLURAL or demonym.endswith(("ese", "ish", "ch", "s", "x")):
        return None
    return f"{demonym}s"


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
    names += MORE.get(code, ())
    try:
        known = CountryInfo(code)
        demonym, capital = known.demonym(), known.capital()
    except KeyError:
        demonym, capital = None, None
    if code not in OVERRIDES:
        demonyms += DEMONYM.get(code, (demonym,) if demonym and demonym[0].isupper() else ())
    demonyms += [plural for one in demonyms if (plural := people(one))]
    demonyms += PEOPLES.get(code, ())
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
