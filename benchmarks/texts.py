"""Posts in the genre, as many as wanted and no two the same; and single long texts.

The posts are those of ``sample/`` and of ``gold/dev2.jsonl`` with other persons, places, states, days, years and
ordinals. They are the same on every machine and in every run. People return: a few stand in many posts, many in few.
"""

from __future__ import annotations

import calendar
import json
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from hashlib import blake2b
from pathlib import Path

from loader.dating import date_posts
from loader.readers import ReadReport, read_posts

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "sample"
GOLD = HERE / "gold" / "dev2.jsonl"

FIRST = (
    "Adam Agnes Alberto Amina Anders Andrea Anton Asha Beatriz Boris Camila Carlos Chiara Daniela David Dmitri Elena "
    "Emeka Emma Erik Fatima Felipe Gabriel Greta Hamid Hannah Hassan Helga Henrik Hugo Ibrahim Ingrid Irina Ivan Jana "
    "Javier Joao Jonas Karim Katarina Kenta Laila Lars Leila Linh Lucas Magda Maria Mariam Martin Mehmet Mikhail Nadia "
    "Natalia Nikola Noor Olga Omar Paolo Pedro Petra Priya Rafael Rania Robert Rosa Samir Sara Sergio Sofia Stefan "
    "Tamara Teodor Tomas Umar Vera Victor Wanjiku Xavier Yara Yusuf Zara Zoran"
).split()
LAST = (
    "Abebe Adler Aguilar Ahlberg Akinola Almasi Andersson Arslan Bakker Balogun Barros Becker Benali Bielski Bogdanov "
    "Brandao Brenner Calderon Caruso Castellano Chandra Cisse Costa Dahl Danjuma Delgado Demirci Diaz Dimitrov Dlamini "
    "Dorval Duarte Eklund Elmasry Engel Escobar Fabbri Falk Farouk Ferrari Fontaine Forsberg Fuentes Galli Garba "
    "Georgiev Gomes Grabowski Greco Gruber Guerra Haidar Halonen Hansen Haruna Hashimi Herrera Hoang Holm Horvat Huber "
    "Ibarra Iliescu Inoue Jansen Jimenez Johansson Jovanovic Kaminski Kapoor Karlsson Keita Khalil Kimura Klein Koch "
    "Kovac Kowalczyk Kumar Laine Larsen Lehmann Lombardi Lopes Lund Mahmoud Malik Mancini Marin Markovic Mbeki Medina "
    "Mehta Mendes Meyer Moreau Moreno Mutua Nakata Navarro Ndiaye Neumann Nguema Nikolic Novak Nowak Nunez Nyberg "
    "Obasi Okafor Olsen Onyango Ortega Osman Otieno Pavlov Pereira Petrov Pham Popescu Quispe Rahal Ramos Rashidi "
    "Reyes Ricci Rinaldi Rojas Romano Rossi Sabbagh Salazar Salonen Sanchez Santoro Schmid Sharma Silva Simonsen Sokolov "
    "Soto Stoica Suzuki Szabo Takeda Tanaka Tessema Torres Toure Tran Uribe Varga Vargas Vasquez Vega Vidal Virtala "
    "Vogel Wagner Weber Winkler Yamada Yilmaz Zamora Zeman Ziegler Zimmer"
).split()
CITIES = (
    "Accra,Algiers,Amman,Ankara,Athens,Baku,Bangkok,Berlin,Bogotá,Brussels,Bucharest,Budapest,Cairo,Canberra,Colombo,"
    "Copenhagen,Dakar,Dublin,Geneva,Hanoi,Havana,Helsinki,Islamabad,Jakarta,Kigali,Lima,Lisbon,London,Luanda,Madrid,"
    "Malta,Manila,Montevideo,Moscow,Nairobi,Oslo,Ottawa,Paris,Prague,Quito,Rabat,Reykjavík,Riga,Riyadh,Rome,Samarkand,"
    "Seoul,Singapore,Sofia,Stockholm,Tallinn,Tashkent,Tbilisi,Tianjin,Tokyo,Tunis,Ulaanbaatar,Vienna,Vientiane,Vilnius,"
    "Warsaw,Washington,Zagreb"
).split(",")
STATES = dict(
    pair.split(":")
    for pair in (
        "Albania:Albanian,Algeria:Algerian,Argentina:Argentine,Armenia:Armenian,Australia:Australian,Austria:Austrian,"
        "Brazil:Brazilian,Bulgaria:Bulgarian,Canada:Canadian,Chile:Chilean,Colombia:Colombian,Croatia:Croatian,"
        "Egypt:Egyptian,Ethiopia:Ethiopian,Finland:Finnish,France:French,Germany:German,Ghana:Ghanaian,Greece:Greek,"
        "Hungary:Hungarian,Iceland:Icelandic,India:Indian,Indonesia:Indonesian,Iraq:Iraqi,Italy:Italian,Japan:Japanese,"
        "Jordan:Jordanian,Kazakhstan:Kazakh,Kenya:Kenyan,Malaysia:Malaysian,Mexico:Mexican,Moldova:Moldovan,"
        "Mongolia:Mongolian,Morocco:Moroccan,Norway:Norwegian,Pakistan:Pakistani,Peru:Peruvian,Poland:Polish,"
        "Portugal:Portuguese,Qatar:Qatari,Romania:Romanian,Russia:Russian,Senegal:Senegalese,Serbia:Serbian,Spain:Spanish,"
        "Sweden:Swedish,Thailand:Thai,Tunisia:Tunisian,Ukraine:Ukrainian,Uruguay:Uruguayan,Vietnam:Vietnamese"
    ).split(",")
)
MONTHS = calendar.month_name[1:]
TITLED = re.compile(
    r"(?:President(?:-elect)?|Minister|Secretary(?: of State|[ -]General)?|Chancellor|Ambassador|Representative)"
    r" (?!General)([A-Z][\w-]+ [A-Z][\w-]+)"
)
_MONTH = "|".join(MONTHS)
_WHEN = (
    rf"(?P<month>{_MONTH}) (?P<day>\d\d?)\b(?!\d)(?:(?P<to>-)(?P<last>\d\d?)\b)?"
    rf"|\b(?P<day2>\d\d?)(?:(?P<to2>-| and | to )(?P<last2>\d\d?))? (?P<month2>{_MONTH})"
    r"|\b(?P<year>19[4-9]\d|20[0-4]\d)\b"
    r"|\b(?P<ordinal>\d\d?)(?:st|nd|rd|th)\b"
)
PEOPLE = 5000
"""Persons of the corpus."""
TWICE = 5
"""Every so manieth post goes on with the body of another one."""


@dataclass(frozen=True)
class _Model:
    """A post of ours that others are made from."""

    text: str
    day: date
    people: tuple[str, ...]
    pattern: re.Pattern[str]


def posts(count: int, seed: int = 0) -> Iterator[dict[str, str]]:
    """Yield so many posts of different texts as objects for JSON lines: id, date and text."""
    seen: set[bytes] = set()
    number = 0
    while len(seen) < count:
        # Not hash(): that differs from run to run.
        chance = random.Random(f"{seed} {number}")
        number += 1
        made = _vary(chance.choice(_models()), chance)
        text = made[0]
        if number % TWICE == 0:
            other, _ = _vary(chance.choice(_models()), chance)
            text += "\n" + other.partition("\n")[2]
        mark = blake2b(text.encode(), digest_size=8).digest()
        if mark not in seen:
            seen.add(mark)
            yield {"id": str(len(seen)), "date": made[1].isoformat(), "text": text}


def write(path: Path, count: int, seed: int = 0) -> None:
    """Stream so many posts into a file of JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for post in posts(count, seed):
            file.write(json.dumps(post, ensure_ascii=False) + "\n")


@cache
def _models() -> Sequence[_Model]:
    told = [
        (post.text, date.fromisoformat(post.date.value))
        for post in date_posts(read_posts([SAMPLE / "result.json", SAMPLE / "cold-war.txt"], ReadReport()))
        if post.date and post.date.precision == "day"
    ]
    models = [_model(text, day, ()) for text, day in told]
    for line in GOLD.read_text("utf-8").splitlines():
        record = json.loads(line)
        people = [m["text"] for m in record["mentions"] if m["type"] == "Person" and m["level"] == "NAM"]
        models.append(_model(record["text"], date.fromisoformat(record["date"]["value"]), people))
    return models


def _model(text: str, day: date, people: Sequence[str]) -> _Model:
    full = {name for name in (*people, *TITLED.findall(text)) if " " in name}
    words = full | {name.split()[-1] for name in full} | set(CITIES) | set(STATES) | set(STATES.values())
    there = sorted((word for word in words if word in text), key=lambda word: (-len(word), word))
    names = "|".join(map(re.escape, there)) or "(?!)"
    return _Model(text, day, tuple(sorted(full)), re.compile(rf"\b(?P<name>{names})\b|{_WHEN}"))


def _vary(model: _Model, chance: random.Random) -> tuple[str, date]:
    """Return a post like the model's with other names and days, and the day of its posting."""
    names: dict[str, str] = {}
    for name in model.people:
        # The cube makes a few people stand in many posts.
        first, last = _person(int(PEOPLE * chance.random() ** 3))
        names[name] = f"{first} {last}"
        names[name.split()[-1]] = last
    names |= zip(CITIES, chance.sample(CITIES, len(CITIES)), strict=True)
    others = chance.sample(sorted(STATES), len(STATES))
    for state, other in zip(sorted(STATES), others, strict=True):
        names[state] = other
        names[STATES[state]] = STATES[other]
    years, months, days = chance.randint(-3, 3), chance.randrange(12), chance.randrange(28)
    ordinals = chance.randrange(40)

    def other_day(text: str) -> str:
        return str((int(text) - 1 + days) % 28 + 1)

    def replaced(match: re.Match[str]) -> str:
        got = match.groupdict()
        if got["name"]:
            return names.get(got["name"], got["name"])
        if got["year"]:
            return str(int(got["year"]) + years)
        if got["ordinal"]:
            return _ordinal(int(got["ordinal"]) + ordinals)
        month = MONTHS[(MONTHS.index(got["month"] or got["month2"]) + months) % 12]
        told, last = got["day"] or got["day2"], got["last"] or got["last2"]
        day = other_day(told)
        if last and int(last) > int(told):
            day += f"{got['to'] or got['to2']}{int(day) + min(int(last) - int(told), 2)}"
        return f"{month} {day}" if got["month"] else f"{day} {month}"

    text = model.pattern.sub(replaced, model.text)
    posted = model.day.replace(
        year=model.day.year + years,
        month=(model.day.month - 1 + months) % 12 + 1,
        day=int(other_day(str(model.day.day))),
    )
    return text, posted + timedelta(1)


@cache
def _person(number: int) -> tuple[str, str]:
    chance = random.Random(f"person {number}")
    return chance.choice(FIRST), chance.choice(LAST)


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _prose() -> str:
    return " ".join(" ".join(post["text"].split("\n")[1:]) for post in posts(2400, seed=1))


def _people() -> str:
    return ", ".join(f"Foreign Minister {first} {last}" for first, last in map(_person, range(4000)))


LONG: Mapping[str, Callable[[], str]] = {
    "prose": _prose,
    "lists": _people,
    "emoji": lambda: "🇫🇷🕊️👩‍🚀🤝",
    "one word": lambda: "communiqué",
    "right to left": lambda: "التقى وزير الخارجية في جنيف، وأكّد الجانبان أهمية الحوار. ",
    "brackets": lambda: "((([[[",
    "a title": lambda: "Foreign Minister ",
}
"""Shapes of long texts, by name: what is repeated until a text is long enough."""


def long_text(shape: str, length: int) -> str:
    """Return a text of so many characters in one of the shapes."""
    piece = _piece(shape)
    return (piece * (length // len(piece) + 1))[:length]


@cache
def _piece(shape: str) -> str:
    return LONG[shape]()
