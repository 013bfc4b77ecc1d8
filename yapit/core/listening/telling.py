"""How it stands, in words."""

from __future__ import annotations

from datetime import datetime

from yapit.core.document import BlockKind, Document
from yapit.core.listening.session import Session

_TITLE_WITHIN = 100
"""Blocks; a heading further on is no title."""


def duration(seconds: float) -> str:
    """As a person would say it: 50 s, 12 min, 3 h 5 min."""
    if seconds < 60:
        return f"{max(round(seconds), 0)} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def whereabouts(session: Session) -> str:
    """Chapter, page, share, and how long it still takes."""
    view, route = session.look(), session.ready
    if route is None:
        return "still loading"
    parts = []
    number = route.chapter_at(view.place)
    if number is not None:
        parts.append(f"{route.chapters[number].title}, chapter {number + 1} of {len(route.chapters)}")
    if (page := route.page_at(view.place)) is not None:
        parts.append(f"page {page} of {route.pages}{'' if session.is_whole else ' so far'}")
    parts.append(f"{session.share_read(view.place):.0%}")
    if number is not None and number + 1 < len(route.chapters):
        left = session.seconds_left(view.place, route.chapters[number + 1].span.start)
        parts.append(f"{duration(left or 0)} left in the chapter")
    parts.append(f"{duration(session.seconds_left(view.place) or 0)} left at tempo {session.tempo:g}")
    if (rest := session.sleep.seconds_left) is not None:
        parts.append(f"sleep in {duration(rest)}")
    elif session.sleep.end is not None:
        parts.append(f"sleep at the end of the {session.sleep.end}")
    return "; ".join(parts)


def title_of(document: Document) -> str:
    """The title it names, else the one it shows, else the name of its file."""
    if document.title:
        return document.title
    begun = document.blocks[:_TITLE_WITHIN]
    shown = (block for block in begun if block.kind in (BlockKind.TITLE, BlockKind.HEADING))
    first = next((" ".join(block.span.of(document.text).split()) for block in shown), "")
    return first or document.source.rstrip("/").rpartition("/")[2] or "Yapit"


def since(moment: datetime, now: datetime) -> str:
    """How long ago, as a person would say it: today, yesterday, 5 days ago, or the date."""
    days = (now.date() - moment.astimezone(now.tzinfo).date()).days
    if days < 1:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days < 30 else moment.date().isoformat()
