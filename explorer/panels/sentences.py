"""A piece of evidence: the quote highlighted in its sentence, and in the whole post when asked."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from explorer import dates
from explorer.stylesheet import STATUSES
from explorer.views import Sentence


def highlighted(text: str, start: int, end: int) -> list[str | Component]:
    """Return text with ``text[start:end]`` marked; offsets are code points, as everywhere on the server."""
    return [part for part in (text[:start], html.Mark(text[start:end]), text[end:]) if part]


def around(one: Sentence) -> tuple[str, int, int]:
    """Return the sentence that holds the quote with the quote's offsets in it; the quote alone if it is not in it."""
    at = one.text.rfind(one.sentence, 0, one.start + len(one.sentence)) if one.sentence else -1
    if at >= 0 and at <= one.start and one.end <= at + len(one.sentence):
        return one.sentence, one.start - at, one.end - at
    return one.quote, 0, len(one.quote)


def sentence(one: Sentence) -> Component:
    """Return the card of one piece of evidence."""
    text, start, end = around(one)
    source = one.channel or "Post"
    facts: list[str | Component] = [html.Span(STATUSES[one.status], className=f"badge {one.status.value}")]
    if one.speaker:
        facts.append(html.Span(f"said by {one.speaker}"))
    if one.forwarded_from:
        facts.append(html.Span(f"forwarded from {one.forwarded_from}"))
    facts.append(html.Span(className="grow"))
    if one.url.startswith(("https://", "http://")):
        link = html.A("Original", href=one.url, target="_blank", rel="noopener noreferrer")
        facts.append(link)
    more = html.Button(
        "Show the whole post", className="plain", **{"data-do": "open", "aria-expanded": "false"}
    )
    return html.Article(
        [
            html.Header(
                [html.Span(source), html.Time(dates.day(one.published_at or one.post_date) or "date unknown")]
            ),
            html.Blockquote(highlighted(text, start, end)),
            html.P(highlighted(one.text, one.start, one.end), className="whole"),
            html.Footer([*facts, more]),
        ],
        className="sentence",
    )
