"""PowerPoint presentations (.pptx): slide by slide, a page each, with the speaker's notes as notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, Document
from yapit.core.parse.draft import Draft
from yapit.core.parse.flow import Flow
from yapit.core.parse.formats import Progress
from yapit.core.parse.opc import Package, R
from yapit.core.parse.pptx.slide import SlideReader
from yapit.core.parse.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_SLIDES = 10_000
_ONLY_PICTURES = "Its slides may be pictures: export it as PDF and read that."


def parse(source: Source, on_progress: Progress) -> Document:
    """Hidden slides are shown as furniture; missing ones are passed over.

    Raises:
        SourceError: The file is damaged as a whole, or locked.
    """
    package = Package(source, "PowerPoint presentation")
    path, root = package.main("ppt/presentation.xml")
    said = package.properties()
    flow = Flow(Draft(said.title, said.author, said.language))
    slides = _slides(package, path, root)
    for number, slide_path in enumerate(slides, start=1):
        on_progress(number - 1, len(slides))
        slide = package.xml(slide_path)
        if slide is None:
            continue
        flow.page = number
        flow.draft.language = flow.draft.language or _language(slide)
        first = len(flow.draft.blocks)
        SlideReader(package, slide_path, flow, is_first=number == 1).read(slide)
        if slide.get("show") in ("0", "false"):
            flow.draft.retype(first, BlockKind.FURNITURE)
    return flow.draft.document(source.label, if_empty=_ONLY_PICTURES)


def _slides(package: Package, path: str, root: _Element) -> list[str]:
    ids = [slide.get(f"{R}id") or "" for slide in root.iter("{*}sldId")][:_MOST_SLIDES]
    paths = [package.path_of(path, slide_id) for slide_id in ids]
    return [found for found in paths if found] or package.paths(path, "slide")[:_MOST_SLIDES]


def _language(slide: _Element) -> str:
    return next((lang for run in slide.iter("{*}rPr") if (lang := run.get("lang"))), "")
