"""Office files and books made for the tests, from as little markup as their formats allow."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"),
    )
)  # fmt: skip
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def zipped(files: Mapping[str, str | bytes], *, mimetype: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def unzipped(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def relations(targets: Mapping[str, str]) -> str:
    """By target: the kind of the relation. The n-th has the id `r` and n."""
    entries = "".join(
        f'<Relationship Id="r{n}" Type="{R}/{kind}" Target="{target}"/>'
        for n, (target, kind) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{RELATIONS}">{entries}</Relationships>'


DOCX_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
    for name in (
        "heading 1",
        "heading 2",
        "Title",
        "Quote",
        "caption",
        "toc 1",
        "Source Code",
        "Bibliography",
    )
)
BULLETS = (
    '<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
)


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word document; `parts` are by name without `.xml`: what is in their roots."""
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
             "comments": "comments", "header1": "hdr", "footer1": "ftr"}  # fmt: skip
    inner = {"styles": DOCX_STYLES, "numbering": BULLETS, **(parts or {})}
    spaces = f'xmlns:w="{W}" xmlns:m="{M}" xmlns:r="{R}"'
    files = {
        f"word/{name}.xml": f"<w:{roots[name]} {spaces}>{text}</w:{roots[name]}>"
        for name, text in inner.items()
    }
    kinds = {f"{name}.xml": name.rstrip("1") for name in inner}
    files["word/document.xml"] = f"<w:document {spaces}><w:body>{body}</w:body></w:document>"
    files["word/_rels/document.xml.rels"] = relations(kinds)
    files["_rels/.rels"] = relations({"word/document.xml": "officeDocument"})
    return zipped(files)


def w_p(text: str, style: str = "", properties: str = "") -> str:
    """A paragraph of Word; `text` is plain, or runs where it begins with a tag."""
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = text if text.startswith("<") else w_r(text)
    return f"<w:p><w:pPr>{said}{properties}</w:pPr>{runs}</w:p>"


def w_r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def w_item(text: str, list_id: int = 9, depth: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return w_p(text, properties=place)


def w_table(*rows: Sequence[str], heads: int = 0) -> str:
    written = ""
    for number, row in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if number < heads else ""
        written += f"<w:tr>{head}{''.join(f'<w:tc>{w_p(cell)}</w:tc>' for cell in row)}</w:tr>"
    return f"<w:tbl>{written}</w:tbl>"


def odt(body: str, *, styles: str = "", page: str = "", files: Mapping[str, str] | None = None) -> bytes:
    """An OpenDocument text; `styles` go with its text, `page` is a style of pages."""
    spaces = f'{ODF} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    masters = f"<office:master-styles>{page}</office:master-styles>"
    looks = f"<office:document-styles {spaces}>{masters}</office:document-styles>"
    said = "<dc:title>High Water</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en-GB</dc:language>"
    meta = f"<office:document-meta {spaces}><office:meta>{said}</office:meta></office:document-meta>"
    return zipped(
        {"content.xml": content, "styles.xml": looks, "meta.xml": meta, **(files or {})}, mimetype=ODT_TYPE
    )


def fb2(body: str, *, notes: str = "", info: str = "") -> bytes:
    author = "<author><first-name>A.</first-name><last-name>Writer</last-name></author>"
    known = f"<book-title>High Water</book-title>{author}"
    kept = f'<body name="notes">{notes}</body>' if notes else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">'
        f"<description><title-info>{known}<lang>en</lang>{info}</title-info></description>"
        f"<body>{body}</body>{kept}</FictionBook>"
    ).encode()


def rtf(body: str) -> bytes:
    head = (
        r"{\rtf1\ansi\ansicpg1252\deff0\deflang2057{\fonttbl{\f0 Times New Roman;}{\f1 Courier New;}"
        r"{\f2\fcharset204 Arial Cyr;}}{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 heading 2;}{\s3 Quote;}}"
        r"{\info{\title High Water}{\author A. Writer}}"
    )
    return f"{head}{body}}}".encode("ascii")


def pptx(
    slides: Sequence[str],
    *,
    notes: str = "",
    hidden: Sequence[int] = (),
    files: Mapping[str, str] | None = None,
) -> bytes:
    """Slides of shapes; `notes` are the paragraphs that go with the first, `hidden` are numbers from 0."""
    spaces = f'xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}" xmlns:m="{M}"'
    made: dict[str, str] = {"_rels/.rels": relations({"ppt/presentation.xml": "officeDocument"})}
    paths = {f"slides/slide{n}.xml": "slide" for n in range(len(slides))}
    ids = "".join(f'<p:sldId r:id="r{n}"/>' for n in range(len(slides)))
    made["ppt/presentation.xml"] = f"<p:presentation {spaces}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
    made["ppt/_rels/presentation.xml.rels"] = relations(paths)
    for n, shapes in enumerate(slides):
        show = ' show="0"' if n in hidden else ""
        tree = f"<p:cSld><p:spTree>{shapes}</p:spTree></p:cSld>"
        made[f"ppt/slides/slide{n}.xml"] = f"<p:sld {spaces}{show}>{tree}</p:sld>"
    if notes:
        tree = f"<p:cSld><p:spTree>{sp(notes, 'body')}{sp(a_p('1'), 'sldNum')}</p:spTree></p:cSld>"
        made["ppt/notesSlides/notes1.xml"] = f"<p:notes {spaces}>{tree}</p:notes>"
        made["ppt/slides/_rels/slide0.xml.rels"] = relations({"../notesSlides/notes1.xml": "notesSlide"})
    return zipped({**made, **(files or {})})


def a_p(text: str, properties: str = "") -> str:
    return f"<a:p><a:pPr>{properties}</a:pPr><a:r><a:t>{text}</a:t></a:r></a:p>"


def sp(paragraphs: str, role: str = "", *, top: int = 0, left: int = 0) -> str:
    """A shape with text; a placeholder where a role is given."""
    placeholder = f'<p:ph type="{role}"/>' if role else ""
    place = f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/></a:xfrm></p:spPr>'
    said = f"<p:nvSpPr><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>"
    return f"<p:sp>{said}{place}<p:txBody>{paragraphs}</p:txBody></p:sp>"


def a_table(*rows: Sequence[str], top: int = 0) -> str:
    cells = ["".join(f"<a:tc><a:txBody>{a_p(cell)}</a:txBody></a:tc>" for cell in row) for row in rows]
    written = "".join(f"<a:tr>{row}</a:tr>" for row in cells)
    return (
        f'<p:graphicFrame><p:xfrm><a:off x="0" y="{top}"/></p:xfrm><a:graphic><a:graphicData>'
        f'<a:tbl><a:tblPr firstRow="1"/>{written}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
    )


def mobi(
    markup: str | bytes,
    *,
    version: int = 8,
    encryption: int = 0,
    compression: int = 1,
    records: Sequence[bytes] = (),
    extra: Mapping[int, bytes] | None = None,
) -> bytes:
    """A Kindle book in one record of text, or in records that are compressed already."""
    texts = list(records) or [markup.encode() if isinstance(markup, str) else markup]
    known = {100: b"A. Writer", 503: b"High Water", 524: b"en", **(extra or {})}
    entries = b"".join(struct.pack(">LL", kind, len(value) + 8) + value for kind, value in known.items())
    exth = b"EXTH" + struct.pack(">LL", 12 + len(entries), len(known)) + entries
    header = bytearray(248)
    struct.pack_into(">HHLHHHH", header, 0, compression, 0, 0, len(texts), 4096, encryption, 0)
    header[16:20] = b"MOBI"
    struct.pack_into(">LLLLL", header, 20, 232, 2, 65001, 0, version)
    struct.pack_into(">L", header, 128, 0x40)
    parts = [bytes(header) + exth, *texts]
    start = 78 + 8 * len(parts) + 2
    entries_at = b""
    for number, part in enumerate(parts):
        entries_at += struct.pack(">LL", start, number)
        start += len(part)
    name = (
        b"High_Water".ljust(60, b"\0")
        + b"BOOKMOBI"
        + struct.pack(">LL", 0, 0)
        + struct.pack(">H", len(parts))
    )
    return name + entries_at + b"\0\0" + b"".join(parts)
