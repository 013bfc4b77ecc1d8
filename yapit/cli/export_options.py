"""The options of `yapit export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Files, URLs, or - for what is piped in; several become one book, a chapter each.",
        show_default=False,
    ),
]
Outputs = Annotated[
    list[Path],
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="File to write, by its ending: .m4b, .mp3, .opus, .ogg, .flac, .wav, subtitles as .srt, "
        ".vtt, .ass or .lrc, .epub to read and hear, or .json with when each word is heard; - for "
        "standard output. May be given several times. "
        "With {chapter:02} or {title} in its name it is one file a chapter.",
        show_default=False,
    ),
]
Words = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Also write when each word is heard, as JSON.")
]
Form = Annotated[
    str,
    typer.Option("--format", metavar="ENDING", help="What to write to standard output (default: wav)."),
]
Chapters = Annotated[
    str,
    typer.Option(metavar="LIST", help='Only these chapters: "2-5", "1,3,7-9"; 0 is what stands before.'),
]
Split = Annotated[bool, typer.Option("--split", help="Write one file a chapter.")]
Loudness = Annotated[
    str, typer.Option(metavar="LUFS", help="How loud the speech is made (ITU-R BS.1770); off leaves it.")
]
Title = Annotated[str, typer.Option(metavar="TEXT", help="Title, if not that of the document.")]
Author = Annotated[str, typer.Option(metavar="TEXT", help="Author, if not that of the document.")]
Cover = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Picture to show; else the EPUB's cover or the PDF's first page."),
]
Force = Annotated[bool, typer.Option("--force", "-f", help="Replace files that are there.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
JsonLines = Annotated[bool, typer.Option("--json", help="Print progress and result as a line of JSON each.")]
