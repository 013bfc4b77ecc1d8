"""LaTeX: what its pages would say, read from its source; no command reaches the listener."""

from __future__ import annotations

import re

from yapit.core.document import BlockKind, Document
from yapit.core.parse.characters import decode
from yapit.core.parse.draft import Draft
from yapit.core.parse.formats import Progress
from yapit.core.parse.latex.blocks import BlockReader
from yapit.core.parse.latex.inline import Context, InlineReader
from yapit.core.parse.latex.macros import expanded
from yapit.core.parse.latex.numbers import numbered_labels
from yapit.core.parse.latex.scanner import Scanner
from yapit.core.parse.source import Source

_CURE = "It may only gather other files: read those, or the PDF that is made of it."


def parse(source: Source, on_progress: Progress) -> Document:
    text = expanded(without_comments(decode(source.data, source.label).replace("\r\n", "\n")))
    preamble, body = _parted(text)
    context = Context(numbered_labels(body), _works(body))
    draft = Draft(language=_language(preamble))
    reader = BlockReader(draft, context, has_chapters=r"\chapter" in body)
    _add_head(draft, text, context)
    reader.read(body)
    return draft.document(source.label, if_empty=_CURE)


_VERBATIM = (
    r"\\begin\{(?P<name>verbatim|lstlisting|minted|Verbatim|alltt)\*?\}.*?(?:\\end\{(?P=name)\*?\}|\Z)"
)
_COMMENT = re.compile(
    rf"(?P<kept>{_VERBATIM}|\\verb\*?(?P<bar>[^\sA-Za-z*])[^\n]*?(?P=bar)|\\(?:url|href|path)\s*\{{[^{{}}\n]*\}}|\\.)"
    r"|%[^\n]*(?:\n(?![ \t]*\n)[ \t]*)?",
    re.S,
)


def without_comments(text: str) -> str:
    return _COMMENT.sub(lambda match: match["kept"] or "", _OFF.sub("", text))


_OFF = re.compile(r"\\iffalse\b.{0,20000}?\\fi\b", re.S)


_BODY = re.compile(r"\\begin\s*\{document\}")
_END = re.compile(r"\\end\s*\{document\}")


def _parted(text: str) -> tuple[str, str]:
    """The preamble and what is typeset; a part of a larger text is all of the latter."""
    begin = _BODY.search(text)
    if begin is None:
        return "", text
    end = _END.search(text, begin.end())
    return text[: begin.start()], text[begin.end() : end.start() if end else len(text)]


_HEAD = re.compile(r"\\(title|author)\b\s*(?=[\[{])")


def _add_head(draft: Draft, text: str, context: Context) -> None:
    """Title and authors stand first, wherever the source has them."""
    inline, scanner = InlineReader(context), Scanner(text)
    said: dict[str, list[str]] = {"title": [], "author": []}
    for match in _HEAD.finditer(text):
        if match.start() < scanner.at:
            continue
        scanner.at = match.end()
        scanner.option()
        found = inline.read(_THANKS.sub("", scanner.argument()))[0]
        if found:
            said[match.group(1)].append(found)
    title = " ".join(" ".join(said["title"][:1]).split())
    draft.title = title
    draft.author = ", ".join(author.split("\n")[0] for author in said["author"])
    draft.add(title, BlockKind.TITLE)
    draft.add("\n".join(said["author"]), BlockKind.AUTHOR)


_THANKS = re.compile(r"\\(?:thanks|footnotemark|inst|orcid\w*)\b\s*(?:\[[^\]]{0,20}\])?\s*(?:\{[^{}]*\})?")
_ITEM = re.compile(r"\\bibitem\s*(?:\[(.{0,200}?)\])?\s*\{([^{}]{1,200})\}", re.S)


def _works(body: str) -> dict[str, str]:
    """Numbers of the works listed at the end, by their keys."""
    return {match.group(2).strip(): str(number) for number, match in enumerate(_ITEM.finditer(body), 1)}


_LANGUAGES = {
    "german": "de", "ngerman": "de", "austrian": "de", "french": "fr", "francais": "fr", "spanish": "es",
    "italian": "it", "portuguese": "pt", "brazilian": "pt-BR", "dutch": "nl", "polish": "pl", "russian": "ru",
    "british": "en-GB", "UKenglish": "en-GB", "english": "en", "american": "en-US", "swedish": "sv",
    "danish": "da", "czech": "cs", "hungarian": "hu", "finnish": "fi", "catalan": "ca", "greek": "el",
}  # fmt: skip
_BABEL = re.compile(
    r"\\usepackage\s*\[([^\]]{0,200})\]\s*\{babel\}|\\set(?:main|default)language\s*(?:\[[^\]]{0,80}\])?\s*\{(\w+)\}"
)


def _language(preamble: str) -> str:
    """The last language that babel is given is the text's."""
    match = _BABEL.search(preamble)
    named = re.findall(r"\w+", match.group(1) or match.group(2)) if match else []
    return next((_LANGUAGES[name] for name in reversed(named) if name in _LANGUAGES), "")
