"""Pages of YouTube: a transcript where the saved page shows one, else the description, else a clear word."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from yapit.core.errors import SourceError
from yapit.core.parse.characters import one_line
from yapit.core.parse.draft import Draft
from yapit.core.parse.elements import classes_of, tag_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLAYER = re.compile(r"ytInitialPlayerResponse\s*=\s*(?=\{)")
_CURE = (
    "It is a video. Open its transcript in a browser, save the page or copy the transcript, and give that."
)


def read(root: _Element, draft: Draft) -> bool:
    """Whether it is the page of a video; its text is then added to the draft.

    Raises:
        SourceError: It is one, and has no text.
    """
    details = _details(root)
    if details is None:
        return False
    spoken = [one_line(text_of(element)) for element in root.iter() if _is_segment(element)]
    description = str(details.get("shortDescription") or "")
    if not spoken and not description.strip():
        raise SourceError("the page holds a video and no text", cure=_CURE)
    draft.title = str(details.get("title") or draft.title)
    draft.author = str(details.get("author") or draft.author)
    if spoken:
        draft.add(" ".join(spoken))
    for paragraph in re.split(r"\n\s*\n", "" if spoken else description):
        draft.add(paragraph)
    return True


def _details(root: _Element) -> dict[str, object] | None:
    for script in root.iter("script"):
        text = script.text or ""
        found = _PLAYER.search(text)
        if found is None:
            continue
        try:
            player, _ = json.JSONDecoder().raw_decode(text, found.end())
        except (ValueError, RecursionError):
            return {}
        details = player.get("videoDetails")
        return details if isinstance(details, dict) else {}
    return None


def _is_segment(element: _Element) -> bool:
    return "segment-text" in classes_of(element) and tag_of(element) != ""
