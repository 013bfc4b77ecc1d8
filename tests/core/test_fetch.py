"""Fetching and downloading, from a server on this machine that misbehaves in every way on purpose."""

from __future__ import annotations

import gzip
import hashlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from yapit.core.errors import DownloadError, SourceError
from yapit.core.fetch import download, downloads, fetch, public
from yapit.core.fetch.public import is_public
from yapit.core.parse import read

Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """Answers each path with a function; remembers the requests."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.requests.append((self.path, dict(self.headers)))
                try:
                    outer.answers.get(self.path, status(404))(self)
                except OSError:
                    self.close_connection = True  # the client has seen enough

            def log_message(self, format: str, *args: object) -> None: ...  # noqa: A002 - the library's name

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def serve(self, path: str, answer: Answer) -> str:
        self.answers[path] = answer
        return f"http://127.0.0.1:{self._server.server_address[1]}{path}"

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "_PAUSES", (0.0, 0.0, 0.0))


def body(data: bytes, content_type: str = "text/plain", **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", content_type)
        request.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(data)

    return answer


def status(code: int, **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        for name, value in {"Content-Length": "0", **headers}.items():
            request.send_header(name, value)
        request.end_headers()

    return answer


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    while True:
        request.wfile.write(b"x" * 65536)


def huge(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", str(500 * 1024**2))
    request.end_headers()
    time.sleep(5)


def refused(url: str, **options: float) -> SourceError:
    with pytest.raises(SourceError) as caught:
        fetch(url, **options)  # type: ignore[arg-type]
    assert caught.value.cure
    return caught.value


def test_an_address_gives_bytes_their_type_and_where_they_were(server: Server) -> None:
    server.serve("/new.html", body(b"<p>here</p>", "text/html; charset=utf-8"))
    url = server.serve("/old", status(302, Location="/new.html"))
    found = fetch(url)
    assert found.data == b"<p>here</p>"
    assert found.content_type == "text/html; charset=utf-8"
    assert found.url.endswith("/new.html")
    assert server.requests[0][1]["User-Agent"].startswith("yapit/")


def test_an_address_is_read_like_a_file(server: Server) -> None:
    url = server.serve("/some%20notes.md?x=1", body(b"Some *words*"))
    document = read(url)
    assert (document.text, document.title, document.source) == ("Some words", "some notes", url)


def test_progress_is_told_in_bytes(server: Server) -> None:
    seen: list[tuple[int, int | None]] = []
    fetch(
        server.serve("/a", body(b"x" * 300_000)), on_progress=lambda done, total: seen.append((done, total))
    )
    assert seen[-1] == (300_000, 300_000)


@pytest.mark.parametrize(
    ("code", "cure"),
    [
        (404, "address"),
        (401, "password"),
        (403, "browser"),
        (429, "wait"),
        (500, "later"),
        (503, "later"),
        (418, "browser"),
    ],
)
def test_a_refusal_of_the_server_says_what_to_do(server: Server, code: int, cure: str) -> None:
    error = refused(server.serve("/a", status(code)))
    assert str(code) in str(error)
    assert cure in error.cure


def test_a_file_announced_as_too_large_is_refused_at_once(server: Server) -> None:
    begun = time.monotonic()
    error = refused(server.serve("/a", huge))
    assert "500 MB" in str(error)
    assert "download it yourself" in error.cure
    assert time.monotonic() - begun < 3


def test_a_body_without_end_is_cut_off(server: Server) -> None:
    assert "more than 1 MB" in str(refused(server.serve("/a", endless), max_bytes=1024**2))


def test_a_compressed_body_is_counted_as_it_unpacks(server: Server) -> None:
    data = gzip.compress(b"word " * 1000)
    assert fetch(server.serve("/ok", body(data, Content_Encoding="gzip"))).data == b"word " * 1000
    bomb = gzip.compress(bytes(40 * 1024**2))
    assert len(bomb) < 50_000
    assert "more than 1 MB" in str(
        refused(server.serve("/a", body(bomb, Content_Encoding="gzip")), max_bytes=1024**2)
    )


def test_damaged_compression_is_refused(server: Server) -> None:
    assert "damaged" in str(refused(server.serve("/a", body(b"not gzip", Content_Encoding="gzip"))))


def test_a_slow_server_is_given_up(server: Server) -> None:
    error = refused(server.serve("/a", lambda request: time.sleep(1)), read_seconds=0.2)
    assert "in time" in str(error)


def test_a_body_cut_short_is_refused(server: Server) -> None:
    def cut(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000")
        request.end_headers()
        request.wfile.write(b"half")

    assert "broke off" in str(refused(server.serve("/a", cut)))


def test_redirects_in_a_circle_are_given_up(server: Server) -> None:
    assert "circles" in str(refused(server.serve("/a", status(302, Location="/a"))))
    assert len(server.requests) == 11


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://x"])
def test_a_redirect_may_not_leave_the_web(server: Server, target: str) -> None:
    assert "address" in refused(server.serve("/a", status(302, Location=target))).cure


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "file:///etc/passwd", "http://", "x", "http://[bad/", "http://a b/"]
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    assert url in str(refused(url))


def test_a_server_that_is_not_there_is_said_to_be_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert "cannot be reached" in str(refused(f"http://127.0.0.1:{port}/"))


def test_a_name_that_nobody_has_is_said_to_be_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **options: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "spelling" in refused("http://no-such-host.invalid/").cure


def test_a_server_without_encryption_cannot_prove_itself(server: Server) -> None:
    url = server.serve("/a", body(b"x")).replace("http:", "https:")
    assert "certificate" in refused(url).cure


def test_a_server_that_drips_is_given_up(server: Server) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(100):
            request.wfile.write(b"x")
            time.sleep(0.05)

    begun = time.monotonic()
    assert "too slowly" in str(refused(server.serve("/a", drip), max_seconds=0.3))
    assert time.monotonic() - begun < 3


def test_what_can_only_be_heard_or_seen_is_refused_before_it_comes(server: Server) -> None:
    assert "a video" in str(refused(server.serve("/a", body(b"x" * 10, "video/mp4"))))


HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize(
    "tag",
    [
        b'<meta http-equiv="refresh" content="0; url=/new">',
        b"<META content='3;URL=\"/new\"' http-equiv=Refresh>",
        b'<meta http-equiv="refresh" content="0;url=/new#part">',
    ],
)
def test_a_page_that_sends_its_readers_on_is_followed_once(server: Server, tag: bytes) -> None:
    server.serve("/new", body(b'<meta http-equiv="refresh" content="0; url=/third"><p>here</p>', HTML))
    found = fetch(server.serve("/old", body(tag, HTML)))
    assert b"here" in found.data
    assert [path for path, _ in server.requests] == ["/old", "/new"]


@pytest.mark.parametrize(
    "page",
    [
        b'<meta http-equiv="refresh" content="300; url=/new">',
        b'<meta http-equiv="refresh" content="0; url=/old">',
        b'<!-- <meta http-equiv="refresh" content="0; url=/new"> -->',
        b'<noscript><meta http-equiv="refresh" content="0; url=/new"></noscript>',
    ],
)
def test_a_page_that_only_reloads_itself_stays(server: Server, page: bytes) -> None:
    assert fetch(server.serve("/old", body(page, HTML))).data == page
    assert len(server.requests) == 1


def test_a_page_may_not_send_its_readers_off_the_web(server: Server) -> None:
    tag = b'<meta http-equiv="refresh" content="0; url=file:///etc/passwd">'
    assert "file:///etc/passwd" in str(refused(server.serve("/a", body(tag, HTML))))


class Names:
    """A resolver: each name gives its answers in turn, the last one for ever."""

    def __init__(self, **answers: list[str]) -> None:
        self._answers = answers
        self.asked: list[str] = []

    def __call__(self, host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        self.asked.append(host)
        answers = self._answers.get(host.partition(".")[0], [host])
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in addresses.split()]


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.9.9", "169.254.169.254", "0.0.0.0", "100.64.0.1",
     "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1",
     "::ffff:127.0.0.1", "64:ff9b::7f00:1",
     "2002:7f00:1::", "::ffff:10.0.0.1", "2001:0:4136:e378:8000:63bf:80ff:fffe", "not an address"],
)  # fmt: skip
def test_addresses_that_are_not_everybodys_are_told_apart(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://10.0.0.1/",
    ],
)
def test_a_private_address_is_refused_where_only_public_ones_are_wanted(url: str) -> None:
    error = refused(url, public_only=True)
    assert "private" in str(error) or "cannot be" in str(error)


def test_a_name_that_leads_home_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    port = server.serve("/a", body(b"secret")).rpartition(":")[2]
    monkeypatch.setattr(socket, "getaddrinfo", Names(evil=["93.184.215.14 127.0.0.1"]))
    assert "evil.example is on a private network" in str(
        refused(f"http://evil.example:{port}", public_only=True)
    )
    assert server.requests == []


@pytest.fixture
def home_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine's server stands for a public one; every other special address stays what it is."""
    monkeypatch.setattr(public, "is_public", lambda address: address == "127.0.0.1" or is_public(address))


@pytest.mark.usefixtures("home_is_public")
def test_the_address_that_was_checked_is_the_one_asked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.serve("/a", body(b"page")).replace("127.0.0.1", "site.example")
    names = Names(site=["127.0.0.1", "127.0.0.9"])
    monkeypatch.setattr(socket, "getaddrinfo", names)
    assert fetch(url, public_only=True).data == b"page"
    assert names.asked.count("site.example") == 1  # a second answer of the resolver is never asked for
    assert server.requests[0][1]["Host"].startswith("site.example")


@pytest.mark.usefixtures("home_is_public")
@pytest.mark.parametrize(
    "target", ["http://10.0.0.1/", "http://home.example/", "http://169.254.169.254/latest"]
)
def test_a_redirect_may_not_lead_home(server: Server, monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    url = server.serve("/a", status(302, Location=target)).replace("127.0.0.1", "site.example")
    monkeypatch.setattr(socket, "getaddrinfo", Names(site=["127.0.0.1"], home=["192.168.1.1"]))
    assert "private network" in str(refused(url, public_only=True))


@pytest.mark.usefixtures("home_is_public")
def test_a_page_may_not_send_its_readers_home(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = b'<meta http-equiv="refresh" content="0; url=http://192.168.1.1/">'
    url = server.serve("/a", body(tag, HTML)).replace("127.0.0.1", "site.example")
    monkeypatch.setattr(socket, "getaddrinfo", Names(site=["127.0.0.1"]))
    assert "private network" in str(refused(url, public_only=True))


@pytest.mark.usefixtures("home_is_public")
def test_of_several_addresses_one_that_answers_is_enough(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.serve("/a", body(b"page")).replace("127.0.0.1", "site.example")
    monkeypatch.setattr(public, "is_public", lambda address: True)
    monkeypatch.setattr(socket, "getaddrinfo", Names(site=["127.0.0.2 127.0.0.1"]))
    assert fetch(url, public_only=True).data == b"page"


DATA = bytes(range(256)) * 4000
SUM = hashlib.sha256(DATA).hexdigest()


def part_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.part")


def resumable(request: BaseHTTPRequestHandler) -> None:
    start = int(request.headers.get("Range", "bytes=0-").removeprefix("bytes=").partition("-")[0])
    if start >= len(DATA):
        return status(416)(request)
    request.send_response(206 if start else 200)
    request.send_header("Content-Length", str(len(DATA) - start))
    if start:
        request.send_header("Content-Range", f"bytes {start}-{len(DATA) - 1}/{len(DATA)}")
    request.end_headers()
    request.wfile.write(DATA[start:])
    return None


def test_a_download_arrives_whole(server: Server, tmp_path: Path) -> None:
    target = tmp_path / "deep" / "model.bin"
    seen: list[tuple[int, int | None]] = []
    url = server.serve("/m", body(DATA))
    download(
        url, target, sha256=SUM, size=len(DATA), on_progress=lambda done, total: seen.append((done, total))
    )
    assert target.read_bytes() == DATA
    assert not part_of(target).exists()
    assert seen[-1] == (len(DATA), len(DATA))


def test_a_download_that_breaks_goes_on_where_it_stopped(server: Server, tmp_path: Path) -> None:
    def breaking(request: BaseHTTPRequestHandler) -> None:
        start = int(request.headers.get("Range", "bytes=0-").removeprefix("bytes=").partition("-")[0])
        request.send_response(206 if start else 200)
        request.send_header("Content-Length", str(len(DATA) - start))
        request.send_header("Content-Range", f"bytes {start}-{len(DATA) - 1}/{len(DATA)}")
        request.end_headers()
        request.wfile.write(DATA[start : start + 300_000])
        request.wfile.flush()
        request.connection.shutdown(socket.SHUT_RDWR)

    target = tmp_path / "model.bin"
    download(server.serve("/m", breaking), target, sha256=SUM, size=len(DATA))
    assert target.read_bytes() == DATA
    starts = [headers.get("Range") for _, headers in server.requests]
    assert starts[0] is None
    assert len(starts) >= 4
    assert all(start is not None for start in starts[1:])


def test_what_an_earlier_run_left_is_used(server: Server, tmp_path: Path) -> None:
    target = tmp_path / "model.bin"
    part_of(target).write_bytes(DATA[:1000])
    download(server.serve("/m", resumable), target, sha256=SUM)
    assert target.read_bytes() == DATA
    assert server.requests[0][1]["Range"] == "bytes=1000-"


def test_a_server_that_cannot_resume_starts_over(server: Server, tmp_path: Path) -> None:
    target = tmp_path / "model.bin"
    part_of(target).write_bytes(b"other" * 100)
    download(server.serve("/m", body(DATA)), target, sha256=SUM)
    assert target.read_bytes() == DATA


@pytest.mark.parametrize("size", [len(DATA), None])
def test_a_part_that_is_whole_already_is_only_checked(
    server: Server, tmp_path: Path, size: int | None
) -> None:
    target = tmp_path / "model.bin"
    part_of(target).write_bytes(DATA)
    download(server.serve("/m", resumable), target, sha256=SUM, size=size)
    assert target.read_bytes() == DATA


def test_a_part_that_is_too_long_is_thrown_away(server: Server, tmp_path: Path) -> None:
    target = tmp_path / "model.bin"
    part_of(target).write_bytes(DATA + b"more")
    download(server.serve("/m", resumable), target, sha256=SUM, size=len(DATA))
    assert target.read_bytes() == DATA


@pytest.mark.parametrize("size", [len(DATA), None])
def test_a_wrong_file_is_refused_and_leaves_nothing(server: Server, tmp_path: Path, size: int | None) -> None:
    target = tmp_path / "model.bin"
    with pytest.raises(DownloadError, match="not the file it should be") as caught:
        download(server.serve("/m", body(DATA[:-1] + b"!")), target, sha256=SUM, size=size)
    assert caught.value.cure
    assert list(tmp_path.iterdir()) == []


def test_a_file_longer_than_promised_is_refused(server: Server, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="not the file it should be"):
        download(server.serve("/m", endless), tmp_path / "a", sha256=SUM, size=len(DATA))


def test_an_earlier_file_stays_until_the_new_one_is_whole(server: Server, tmp_path: Path) -> None:
    target = tmp_path / "model.bin"
    target.write_bytes(b"old")
    with pytest.raises(DownloadError):
        download(server.serve("/m", status(404)), target, sha256=SUM)
    assert target.read_bytes() == b"old"


def test_trouble_of_the_server_is_tried_again(server: Server, tmp_path: Path) -> None:
    def second_time(request: BaseHTTPRequestHandler) -> None:
        (status(503) if len(server.requests) < 3 else body(DATA))(request)

    download(server.serve("/m", second_time), tmp_path / "a", sha256=SUM)
    assert len(server.requests) == 3


def test_lasting_trouble_is_told_with_a_cure(server: Server, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="503") as caught:
        download(server.serve("/m", status(503)), tmp_path / "a", sha256=SUM)
    assert "goes on from there" in caught.value.cure
    assert len(server.requests) == 4


def test_a_file_that_is_not_there_is_not_asked_for_again(server: Server, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="404"):
        download(server.serve("/m", status(404)), tmp_path / "a", sha256=SUM)
    assert len(server.requests) == 1


def test_a_disk_without_room_is_found_before_anything_is_fetched(server: Server, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="MB") as caught:
        download(server.serve("/m", body(DATA)), tmp_path / "a", sha256=SUM, size=10**18)
    assert "space" in caught.value.cure
    assert server.requests == []


def test_a_folder_that_cannot_be_made_is_told(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DownloadError, match="cannot write"):
        download(server.serve("/m", body(DATA)), tmp_path / "file" / "a", sha256=SUM)
