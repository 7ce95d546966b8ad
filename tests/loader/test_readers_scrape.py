"""A scrape of a preview page: its posts come out whole, whatever the page or the copying did to them."""

from __future__ import annotations

import itertools
import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loader.model import RawPost
from loader.readers import ReadReport, read_posts

REAL = Path(__file__).parents[3] / "shared" / "input" / "channel_scrape.txt"
GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dev.jsonl"

HEADER = "Forwarded from Example Mission 🇨🇭"
MEDIA = ["This media is not supported in your browser", "VIEW IN TELEGRAM"]
POSTS = [
    [
        "🎙 Opening remarks at the ministerial meeting (Geneva, May 3, 1988)",
        "💬 We are grateful to our hosts for the warm welcome.",
        "<...>",
        "The talks went on until the evening. <…>",
        "Read in full",
    ],
    [
        "🗓 On May 4, the ministers met again.",
        "They reviewed the text of the agreement and agreed to continue.",
        "#Geneva",
    ],
    [
        "🇨🇭 The President received the two delegations.",
        "❗️ Nobody spoke about the ceasefire.",
        "❗️ Everybody spoke about the weather.",
        "<...>",
        "🌐 The meeting was held in a friendly atmosphere.",
        "Read in full",
    ],
    [
        "📍 Vienna, May 9, 1988",
        "The delegations left Geneva for Vienna, where the work goes on.",
    ],
]
TEXTS = ["\n".join(post) for post in POSTS]


def block(post: list[str], *, header: bool = True, media: bool = False, copy: bool = True) -> list[str]:
    return [HEADER] * header + MEDIA * media + post + post[1:] * copy


def scrape(*blocks: list[str]) -> str:
    return "\n".join(itertools.chain.from_iterable(blocks))


def read(path: Path, text: str | bytes, report: ReadReport | None = None) -> list[RawPost]:
    file = path / "scrape.txt"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_posts([file], report or ReadReport()))


def texts(posts: list[RawPost]) -> list[str]:
    return [post.text for post in posts]


WHOLE = scrape(*(block(post, media=number == 2) for number, post in enumerate(POSTS)))


def test_each_post_is_its_first_line_and_its_body_once(tmp_path: Path) -> None:
    posts = read(tmp_path, WHOLE)
    assert texts(posts) == TEXTS
    assert [post.line for post in posts] == [2, 12, 20, 32]
    assert {post.forwarded_from for post in posts} == {"Example Mission 🇨🇭"}


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_other_line_ends_change_nothing(tmp_path: Path, ends: str) -> None:
    assert texts(read(tmp_path, WHOLE.replace("\n", ends))) == TEXTS


def test_a_byte_order_mark_changes_nothing(tmp_path: Path) -> None:
    assert texts(read(tmp_path, b"\xef\xbb\xbf" + WHOLE.encode())) == TEXTS


@pytest.mark.parametrize("between", ["", "\n", "\n\n"], ids=["glued", "next line", "blank line"])
def test_a_file_pasted_twice_holds_the_same_posts(tmp_path: Path, between: str) -> None:
    assert texts(read(tmp_path, WHOLE + between + WHOLE)) == TEXTS


@pytest.mark.parametrize("times", [2, 3])
def test_a_file_without_headers_pasted_again_holds_the_same_posts(tmp_path: Path, times: int) -> None:
    bare = scrape(*(block(post, header=False) for post in POSTS))
    assert texts(read(tmp_path, "\n".join([bare] * times))) == TEXTS


def test_blocks_without_second_copies_are_told_apart_by_their_headers(tmp_path: Path) -> None:
    for copies in itertools.product([True, False], repeat=len(POSTS)):
        blocks = (block(post, copy=copy) for post, copy in zip(POSTS, copies, strict=True))
        assert texts(read(tmp_path, scrape(*blocks))) == TEXTS


def test_blocks_without_headers_are_told_apart_by_their_second_copies(tmp_path: Path) -> None:
    for headers in itertools.product([True, False], repeat=len(POSTS)):
        blocks = (block(post, header=header) for post, header in zip(POSTS, headers, strict=True))
        assert texts(read(tmp_path, scrape(*blocks))) == TEXTS


def test_a_post_without_second_copy_does_not_swallow_the_next_without_header(tmp_path: Path) -> None:
    text = scrape(block(POSTS[1], copy=False), block(POSTS[0], header=False), block(POSTS[2]))
    assert texts(read(tmp_path, text)) == [TEXTS[1], TEXTS[0], TEXTS[2]]


@pytest.mark.parametrize("header", [True, False])
def test_the_last_copy_may_be_cut_anywhere(tmp_path: Path, header: bool) -> None:
    before = scrape(*(block(post, header=header) for post in POSTS[:2]), [HEADER] * header + POSTS[2])
    copy = "\n" + "\n".join(POSTS[2][1:])
    for cut in range(len(copy) + 1):
        assert texts(read(tmp_path, before + copy[:cut])) == TEXTS[:3], copy[:cut]


def test_a_character_cut_in_two_by_the_end_is_dropped(tmp_path: Path) -> None:
    whole = WHOLE.removesuffix("The delegations left Geneva for Vienna, where the work goes on.") + "The 🇨🇭"
    assert texts(read(tmp_path, whole.encode()[:-2]))[:3] == TEXTS[:3]


def test_the_blocks_may_stand_in_any_order(tmp_path: Path) -> None:
    for order in itertools.permutations(range(len(POSTS))):
        text = scrape(*(block(POSTS[number], header=number % 2 == 0) for number in order))
        assert texts(read(tmp_path, text)) == [TEXTS[number] for number in order]


def test_copies_may_differ_in_white_space_and_invisible_characters(tmp_path: Path) -> None:
    first, *body = POSTS[2]
    copy = [line.replace("❗️", "❗").replace(" ", "\u00a0") + "\u200b " for line in body]
    assert texts(read(tmp_path, scrape([HEADER, first, *body, *copy], block(POSTS[0])))) == [
        TEXTS[2],
        TEXTS[0],
    ]


def test_blank_lines_inside_a_post_stay_and_those_around_it_go(tmp_path: Path) -> None:
    body = ["", "The ministers met for three hours.", "", "They will meet again."]
    text = scrape([HEADER, "", "A long day in Geneva", *body, *body, ""], block(POSTS[0]))
    assert texts(read(tmp_path, text)) == ["\n".join(["A long day in Geneva", *body]), TEXTS[0]]


def test_two_marks_of_a_cut_in_a_row_are_no_repeat(tmp_path: Path) -> None:
    post = ["Remarks in Vienna", "<...>", "<...>", "We agreed on the final text of the declaration."]
    assert texts(read(tmp_path, scrape(block(post), block(POSTS[0])))) == ["\n".join(post), TEXTS[0]]


def test_text_after_a_second_copy_is_a_post_of_its_own_with_a_warning(tmp_path: Path) -> None:
    report = ReadReport()
    posts = read(tmp_path, scrape(block(POSTS[0]), ["An addition that nobody repeated."]), report)
    assert texts(posts) == [TEXTS[0], "An addition that nobody repeated."]
    assert "line 11" in report.warnings[0]


def test_a_post_of_media_alone_is_skipped_with_its_reason(tmp_path: Path) -> None:
    report = ReadReport()
    assert texts(read(tmp_path, scrape([HEADER, *MEDIA], block(POSTS[0])), report)) == TEXTS[:1]
    assert report.skipped == {"no text, only media": 1}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.data(),
    order=st.permutations(range(len(POSTS))),
    headers=st.lists(st.booleans(), min_size=4, max_size=4),
    copies=st.lists(st.booleans(), min_size=4, max_size=4),
    media=st.lists(st.booleans(), min_size=4, max_size=4),
)
def test_any_mixture_is_read_unless_nothing_tells_two_posts_apart(
    tmp_path: Path,
    data: st.DataObject,
    order: list[int],
    headers: list[bool],
    copies: list[bool],
    media: list[bool],
) -> None:
    for at in range(1, 4):
        # A post that neither header nor placeholder begins must follow, and be, one with a second copy.
        if not (headers[at] or media[at]):
            headers[at] = not (copies[at] and copies[at - 1])
    blocks = [
        block(POSTS[number], header=headers[at], media=media[at], copy=copies[at])
        for at, number in enumerate(order)
    ]
    if not (any(headers) or any(media)) and not any(copies):
        return
    ends = data.draw(st.sampled_from(["\n", "\r\n"]))
    assert texts(read(tmp_path, scrape(*blocks).replace("\n", ends))) == [TEXTS[number] for number in order]


@pytest.mark.parametrize("header", [True, False])
def test_time_grows_with_the_length_only(tmp_path: Path, header: bool) -> None:
    def seconds(count: int) -> float:
        chance = random.Random(1)
        blocks = []
        for number in range(count):
            words = [f"{chance.randrange(10**9)} and the talks" for _ in range(12)]
            blocks.append(block([f"Post {number}", "💬 The same beginning", *words, "<...>"], header=header))
        text = scrape(*blocks)
        start = time.perf_counter()
        assert len(read(tmp_path, text)) == count
        return time.perf_counter() - start

    small, large = min(seconds(250) for _ in range(3)), seconds(2500)
    assert large < 10 * small * 4 + 0.5


def test_the_real_scrape_has_ten_posts_with_the_right_texts() -> None:
    if not REAL.exists():
        pytest.skip("the real input is not beside the repository")
    posts = list(read_posts([REAL], ReadReport()))
    gold = [json.loads(line)["text"] for line in GOLD.read_text("utf-8").splitlines()]
    assert len(posts) == 10
    assert texts(posts)[: len(gold)] == gold


def test_the_real_scrape_without_headers_has_the_same_posts_wherever_it_is_cut(tmp_path: Path) -> None:
    if not REAL.exists():
        pytest.skip("the real input is not beside the repository")
    right = texts(list(read_posts([REAL], ReadReport())))
    lines = [line for line in REAL.read_text("utf-8").split("\n") if not line.startswith("Forwarded from")]
    bare = "\n".join(lines)
    assert texts(read(tmp_path, bare)) == right
    copy = len("\n".join(right[-1].split("\n")[1:]))
    for cut in range(0, copy, 97):
        assert texts(read(tmp_path, bare[: len(bare) - cut])) == right
