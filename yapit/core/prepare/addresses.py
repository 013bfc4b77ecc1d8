"""What addresses and file names look like, in any language."""

from __future__ import annotations

_TOP_LEVEL = (
    r"com|org|net|edu|gov|mil|info|biz|io|ai|app|dev|eu|co\.uk|uk|de|fr|nl|se|ch|ca|au|jp|cn|ru|tv|xyz"
    r"|online|wiki|es|it|pt|br|at|mx|ar|pl|dk|fi"
)
_ENDINGS = (
    r"py|ipynb|js|mjs|ts|tsx|jsx|rs|go|c|h|cc|cpp|hpp|java|kt|rb|php|pl|sh|bash|ps1|bat|exe|dll|so|html?"
    r"|css|scss|xml|svg|json|jsonl|ya?ml|toml|ini|cfg|conf|env|lock|md|rst|txt|log|csv|tsv|xlsx?|docx?"
    r"|pptx?|odt|pdf|epub|mobi|tex|bib|png|jpe?g|gif|webp|bmp|tiff?|mp[34]|wav|flac|ogg|opus|m4[ab]|avi"
    r"|mkv|mov|zip|tar|gz|bz2|xz|7z|whl|deb|rpm|dmg|iso|db|sqlite|sql|onnx|bin|dat|bak|tmp"
)
_END = r"[^\s.,;:!?'\"“”‘’«»()\[\]{}<>*_\0]"

EMAIL = r"(?:mailto:)?(?<![\w.+-])(?P<who>[\w.+-]*\w)@(?P<host>\w[\w-]*(?:\.\w[\w-]*)+)"
DOI = (
    # Narrow columns break addresses after a colon or a slash.
    r"(?i)(?:(?:\bhttps?:\s?//)?(?:dx\.)?\bdoi\.org/\s?|\bdoi:?\s?)?(?<![\w.])10\.\d{4,9}/"
    rf"(?:j\.)?(?:\s(?=[^\s<>\0]*\d))?[^\s<>\0]*{_END}"
)
URL = (
    r"(?i)(?<!\w)(?:(?:https?|ftp):\s?//(?:www\.)?|www\.)(?P<host>[\w-]+(?:\.[\w-]+)*)(?::\d+)?"
    rf"(?P<rest>[/?#](?:[^\s<>\0]*{_END})?)?"
)
DOMAIN = (
    rf"(?<![\w.@/-])(?P<host>(?:[A-Za-z0-9][\w-]*\.)+(?:{_TOP_LEVEL}))(?![\w-]|\.\w)"
    rf"(?P<rest>/(?:[^\s<>\0]*{_END})?)?"
)
IP_ADDRESS = r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)"
PATH = (
    r"(?<![\w/.~<\0€$£¥%°-])(?:~|\.{1,2})?/(?:[\w.+-]+/)*[\w.+-]*\w|(?<!\w)[A-Za-z]:\\(?:[\w.+-]+\\)*[\w.+-]*\w"
    rf"|(?<![\w/.-])(?:[\w.-]+/)+[\w-]+(?:\.[\w-]+)*\.(?:{_ENDINGS})\b(?!/)"
)
FILE_NAME = rf"(?<![\w.])\.?[A-Za-z_][\w-]*(?:\.[\w-]+)*\.(?:{_ENDINGS})(?![\w/-]|\.\w)"

NAME_PART = r"\d+|[^\W\d_]+|[^\w\s]|_"
"""The parts that a name is said in: digits, letters, or one sign."""

HAS_DOI = r"10\.\d{4}"
HAS_URL = r"[:Ww](?:\s?//|[Ww][Ww]\.)"
HAS_DOMAIN = r"[\w-]\.[a-z]{2}"
HAS_IP_ADDRESS = r"\d\.\d{1,3}\.\d"
HAS_PATH = r"[/\\]"
HAS_FILE_NAME = r"[\w-]\.[A-Za-z0-9]"
