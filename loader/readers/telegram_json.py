"""Telegram Desktop's ``result.json``: one chat, or a whole account; streamed.

Fields as in ``Telegram/SourceFiles/export/output/export_output_json.cpp`` of telegramdesktop/tdesktop. The file
does not name the channel's user name, so that addresses are of the form ``https://t.me/c/<id>/<message>``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import ijson
from ijson.common import ObjectBuilder

from loader.errors import LoaderError
from loader.model import RawPost
from loader.readers.report import ReadReport
from loader.readers.telegram_repair import RepairedFile
from loader.readers.values import clean, moment

Message = dict[str, object]

LISTS = ("", "chats.list.item.", "left_chats.list.item.")
"""Where chats stand: the top level of a chat's export, two lists in an account's."""
PUBLISHING = ("channel", "supergroup", "group")
"""Ends of the types of chats that are read from an account's export; the others are private."""
ALBUM_MEDIA = ("photo", "file")


@dataclass
class _Chat:
    name: str | None = None
    type: str = ""
    id: str = ""

    @property
    def private(self) -> bool:
        return bool(self.type) and not self.type.endswith(PUBLISHING)


def read(path: Path, report: ReadReport) -> Iterator[RawPost]:
    """Yield the messages that have a text, albums merged into one post each.

    Raises:
        LoaderError: the file is damaged.
    """
    number = 0
    try:
        with RepairedFile(path) as file:
            group: list[tuple[_Chat, int, Message]] = []
            for chat, message in _messages(file, path, report):
                number += 1
                why = _unfit(message)
                if why:
                    report.skip(str(path), f"message {message.get('id', number) if message else number}", why)
                    continue
                if group and not (group[-1][0] is chat and _same_album(group[-1][2], message)):
                    yield from _posts(path, group, report)
                    group = []
                group.append((chat, number, message))
            yield from _posts(path, group, report)
    except (ijson.JSONError, UnicodeDecodeError) as error:
        what = " ".join(str(error).split())[:100]
        raise LoaderError(
            f"{path}, after message {number}: this is not valid JSON ({what}); "
            "the export may be incomplete, export the chat once more."
        ) from None


def _messages(file: RepairedFile, path: Path, report: ReadReport) -> Iterator[tuple[_Chat, Message]]:
    """Yield each message with its chat; the chat's name and id stand before its messages."""
    chat = _Chat()
    items = {f"{place}messages.item" for place in LISTS}
    fields = {f"{place}{name}": name for place in LISTS for name in ("name", "type", "id")}
    starts = {f"{place}item" if place else "" for place in ("chats.list.", "left_chats.list.", "")}
    builder: ObjectBuilder | None = None
    inside = ""
    for prefix, event, value in ijson.parse(file, use_float=True):
        if builder is not None:
            builder.event(event, value)
            if prefix == inside and event == "end_map":
                yield chat, cast("Message", builder.value)
                builder = None
        elif event == "start_map" and prefix in items:
            if prefix != "messages.item" and chat.private:
                continue
            inside, builder = prefix, ObjectBuilder()
            builder.event(event, value)
        elif prefix in items and event not in ("map_key", "end_map", "start_map"):
            yield chat, {}
        elif event == "start_map" and prefix in starts:
            chat = _Chat()
        elif event == "end_map" and prefix in starts and prefix and chat.private:
            report.skip(str(path), "", "private chat in an account's export")
        elif prefix in fields and value is not None:
            setattr(chat, fields[prefix], clean(str(value)))


def _unfit(message: Message) -> str:
    """Return why a message is no post; nothing when it is one."""
    match message.get("type"):
        case "message":
            return "" if isinstance(message.get("id"), int) else "damaged message"
        case "service":
            return "service message"
        case "unsupported":
            return "message of a kind that the export does not support"
        case _:
            return "damaged message"


def _same_album(left: Message, right: Message) -> bool:
    """Tell whether two neighbouring messages are parts of one album: the export does not say so itself."""
    same = ("date_unixtime" if "date_unixtime" in left else "date", "from", "from_id", "forwarded_from")
    return (
        all(left.get(name) == right.get(name) for name in same)
        and left.get(same[0]) is not None
        and cast("int", right["id"]) == cast("int", left["id"]) + 1
        and all(any(name in message for name in ALBUM_MEDIA) for message in (left, right))
    )


def _posts(path: Path, group: list[tuple[_Chat, int, Message]], report: ReadReport) -> Iterator[RawPost]:
    if not group:
        return
    chat, number, first = group[0]
    text = "\n".join(filter(str.strip, (message_text(message) for _, _, message in group))).strip("\n")
    if not text:
        report.skip(str(path), f"message {first['id']}", "no text, only media")
        return
    origin = first.get("forwarded_from")
    yield RawPost(
        source=str(path),
        line=number,
        text=text,
        channel=chat.name,
        message_id=str(first["id"]),
        published_at=_moment(first, "date"),
        edited_at=max(filter(None, (_moment(message, "edited") for _, _, message in group)), default=None),
        forwarded_from=clean(origin) if isinstance(origin, str) else None,
        url=f"https://t.me/c/{chat.id}/{first['id']}" if chat.id and not chat.private else None,
    )


def message_text(message: Message) -> str:
    """Return a message's text: of its entities where there are any, else of its text, a string or a list."""
    entities = message.get("text_entities")
    parts = entities if isinstance(entities, list) and entities else message.get("text")
    if isinstance(parts, str):
        return clean(parts)
    if not isinstance(parts, list):
        return ""
    texts = (part.get("text") if isinstance(part, dict) else part for part in parts)
    return clean("".join(text for text in texts if isinstance(text, str)))


def _moment(message: Message, name: str) -> datetime | None:
    """Return a message's date; the exporter's local time is taken as UTC where nothing better is there."""
    try:
        unix = message.get(f"{name}_unixtime")
        if unix is not None:
            return datetime.fromtimestamp(int(str(unix)), UTC)
        text = message.get(name)
        return moment(text) if isinstance(text, str) else None
    except (ValueError, OverflowError, OSError):
        return None
