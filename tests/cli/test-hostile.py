#!/usr/bin/env python3
"""Servers that mean harm: each is one trouble, or one feed that reads well; memory stays bounded and the neighbour is read.
test-hostile.py ATTACHECTL SOURCE_ROOT.  Prints TAP."""
import gzip
import json
import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import warnings

warnings.simplefilter("ignore", DeprecationWarning)   # old TLS is what is wanted here
PROGRAM, ROOT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
SANITIZED = "SANITIZED" in os.environ   # its allocator keeps what is freed, so memory says nothing there
MB = 1024 * 1024
folder = tempfile.mkdtemp(prefix="attache-hostile.")
HEAD, TAIL = b"<rss version='2.0'><channel><title>%s</title>", b"</channel></rss>"
ONE = b"<item><guid isPermaLink='false'>%d</guid><title>%s</title></item>"
WELL = HEAD % b"Neighbour" + ONE % (1, b"All is well") + TAIL


def feed(body, title=b"Odd"):
    return HEAD % title + body + TAIL


def bomb():
    """A gigabyte of spaces behind the beginning of a feed, in one megabyte."""
    packer, out = gzip.zlib.compressobj(9, gzip.zlib.DEFLATED, 31), []
    out.append(packer.compress(HEAD % b"Bomb"))
    for _ in range(1024):
        out.append(packer.compress(b" " * MB))
    out.append(packer.flush())
    return b"".join(out)


# path → headers and body, made when asked for; what each must come to is in CASES below
BODIES = {
    "/well": lambda: ("", WELL),
    "/bomb": lambda: ("Content-Encoding: gzip\r\n", bomb()),
    "/million-json": lambda: ("", b'{"version":"https://jsonfeed.org/version/1.1","title":"Odd","items":[' + b",".join(b'{"id":%d,"title":"%d"}' % (i, i) for i in range(1000000)) + b"]}"),
    "/million": lambda: ("", feed(b"".join(b"<item><title>%x</title></item>" % i for i in range(900000)))),   # as many as fit in 32 MB
    "/item": lambda: ("", feed(b"<item><title>Long</title><description>" + b"many words of no use " * (100 * MB // 21) + b"</description></item>")),
    "/big-item": lambda: ("", feed(b"<item><title>Long</title><description>" + b"many words of no use " * (28 * MB // 21) + b"</description></item>")),
    "/title": lambda: ("", feed(ONE % (1, b"word " * (2 * MB)))),
    "/nul": lambda: ("", feed(ONE % (1, b"Talks\0 resume") + ONE % (2, b"Second"))),
    "/control": lambda: ("", feed(ONE % (1, b"Talks\x01\x1b[31m resume\x7f") + ONE % (2, b"Second"))),
    "/bidi": lambda: ("", feed(ONE % (1, "Treaty \u202e\u2066gnp.exe signed".encode()), "Odd \u202eecivres".encode())),
    "/html": lambda: ("Content-Type: application/rss+xml\r\n", b"<!doctype html><html><body><h1>Sign in to the hotel's network</h1></body></html>"),
    "/short": lambda: ("Content-Length: 99\r\n", WELL[:60]),
    "/long": lambda: ("Content-Length: 60\r\n", WELL),
}


def endless(connection, before, again):
    connection.sendall(before)
    while True:
        connection.sendall(again)


ENDLESS = {
    "/headers": (b"HTTP/1.1 200 OK\r\n", b"X-Filler: " + b"a" * 5000 + b"\r\n"),
    "/header-line": (b"HTTP/1.1 200 OK\r\nX-Filler: ", b"a" * 65536),
    "/status-line": (b"HTTP/1.1 ", b"2" * 65536),
    "/chunk-size": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1" * 65536),
    "/trailers": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"X: " + b"a" * 65536 + b"\r\n"),
    "/go-on": (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000),
    "/body": (b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n" + HEAD % b"Endless", b"<item><title>again</title></item>" * 2000),
}


def answer(connection):
    try:
        request = b""
        while b"\r\n\r\n" not in request:
            request += connection.recv(4096) or b"\r\n\r\n"
        path = request.split()[1].decode() if len(request.split()) > 1 else ""
        if path in ENDLESS:
            endless(connection, *ENDLESS[path])
        if path == "/unasked-304":
            connection.sendall(b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
        elif path == "/cut-chunk":
            connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n" + WELL)
        elif path in BODIES:
            headers, body = BODIES[path]()
            length = "" if "Content-Length" in headers else f"Content-Length: {len(body)}\r\n"
            connection.sendall(f"HTTP/1.1 200 OK\r\nConnection: close\r\n{headers}{length}\r\n".encode() + body)
        else:
            connection.sendall(b"HTTP/1.1 404 Not here\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    except OSError:
        pass   # it hung up, as it should
    connection.close()


def serve(context=None):
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)

    def accept():
        while True:
            connection, _ = listener.accept()
            try:
                connection = context.wrap_socket(connection, server_side=True) if context else connection
            except OSError:
                connection.close()   # it did not want this TLS
                continue
            threading.Thread(target=answer, args=(connection,), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    return "127.0.0.1:%d" % listener.getsockname()[1]


def old_tls():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(os.path.join(ROOT, "tests", "data", "self-signed.pem"))
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
    return context


WATCH = """import resource, subprocess, sys
done = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL)
open(sys.argv[1], "w").write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024))
sys.exit(done.returncode)"""


def visit(path, site):
    """The feed at path, and a well one beside it → what is said, the odd feed, its titles, peak memory in MB."""
    desk, opml, peak = os.path.join(folder, path.strip("/")), os.path.join(folder, "list.opml"), os.path.join(folder, "peak")
    with open(opml, "w") as out:
        out.write(f'<opml version="2.0"><body><outline xmlUrl="{site}{path}"/><outline xmlUrl="{well}"/></body></opml>')
    environment = dict(os.environ, ASAN_OPTIONS="detect_leaks=0") if site == old else None   # LeakSanitizer dies on the TLS library's threads
    done = subprocess.run([sys.executable, "-c", WATCH, peak, PROGRAM, "import", "--profile", desk, opml], capture_output=True, text=True, timeout=300, env=environment)
    with open(peak) as kept:
        memory = int(kept.read())
    ask = lambda *verb: json.loads(subprocess.run([PROGRAM, *verb, "--profile", desk, "--json"], capture_output=True, check=True).stdout)
    feeds = ask("feeds")
    odd, neighbour = (next(one for one in feeds if (one["url"] == well) == good) for good in (False, True))
    titles = [story["title"] for story in ask("list", "--limit", "5") if story["title"] != "All is well"]
    shutil.rmtree(desk)
    assert neighbour["articles"] == 1 and not neighbour.get("trouble"), neighbour
    return done, odd, titles, memory


# path, a word of its one trouble ("": none), its first titles ([]: nothing comes), megabytes at most
CASES = [
    ("/bomb", "more than 32 MB", [], 120), ("/million", "not quite well-formed", None, 600), ("/million-json", "more things than a news feed may (200000)", [], 120), ("/item", "more than 32 MB", [], 120), ("/big-item", "", ["Long"], 300),
    ("/title", "", ["word"], 250), ("/nul", "not quite well-formed", ["Talks\ufffd resume", "Second"], 80), ("/control", "not quite well-formed", ["Talks[31m resume", "Second"], 80),
    ("/bidi", "", ["Treaty gnp.exe signed"], 80), ("/html", "not a news feed", [], 80), ("/short", "broke off", [], 80), ("/long", "broke off before its end", None, 80),
    ("/cut-chunk", "broke off", [], 80), ("/headers", "broke off", [], 80), ("/header-line", "broke off", [], 80), ("/status-line", "broke off", [], 80), ("/chunk-size", "broke off", [], 80),
    ("/trailers", "empty", [], 80), ("/go-on", "without coming to an answer", [], 80), ("/body", "more than 32 MB", [], 120), ("/old-tls", "protocol version", [], 80),
    ("/unasked-304", "trouble of its own (304)", [], 80),
]


def check(path, trouble, titles, most):
    done, odd, seen, memory = visit(path, old if path == "/old-tls" else plain)
    said = odd.get("trouble") or ""
    assert (trouble in said) if trouble else not said, said
    assert done.returncode in (0, 1) and done.stderr.count("\n") == (1 if done.returncode else 0), done.stderr
    assert titles is None or len(seen) == len(titles) and all(one.startswith(begin) for one, begin in zip(sorted(seen), sorted(titles))), seen
    assert "\u202e" not in odd["title"], odd
    assert SANITIZED or memory <= most, f"{memory} MB"
    return memory


def add(site, path):
    """Looked at before it is subscribed to: told, too."""
    done = subprocess.run([PROGRAM, "add", "--profile", os.path.join(folder, "add"), site + path], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and "(304)" in done.stderr, (done.returncode, done.stderr)


well = "http://" + serve() + "/well"
plain, old = "http://" + serve(), "https://" + serve(old_tls())
print(f"1..{len(CASES) + 1}")
for number, case in enumerate(CASES, 1):
    try:
        print(f"ok {number} {case[0]}   # {check(*case)} MB", flush=True)
    except Exception as failure:   # noqa: BLE001: told, and on to the next
        print(f"not ok {number} {case[0]}\n# {type(failure).__name__}: " + str(failure).replace("\n", "\n# "), flush=True)
try:
    add(plain, "/unasked-304")
    print(f"ok {len(CASES) + 1} a page that was never changed")
except Exception as failure:   # noqa: BLE001
    print(f"not ok {len(CASES) + 1} a page that was never changed\n# {failure}")
shutil.rmtree(folder, ignore_errors=True)
