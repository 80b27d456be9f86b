#!/usr/bin/python3
"""Who is asked for what: a day behind a proxy that answers everything and writes down everybody it was asked for.

    outside.py ATTACHE ATTACHECTL

The proxy is the only way out; names need not resolve. Feed and page name a dozen other hosts, as the worst of them do. Prints TAP.
"""
import http.server
import json
import os
import subprocess
import sys
import threading
import urllib.parse

try:
    from journeys import Days
    from screen import Screen
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

FEED = b"""<?xml version="1.0"?><?xml-stylesheet href="http://style.example/a.xsl" type="text/xsl"?>
<!DOCTYPE rss [<!ENTITY ext SYSTEM "http://entity.example/x"> <!ENTITY % dtd SYSTEM "http://dtd.example/x.dtd"> %dtd;]>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Press Example</title><link>http://site.example/</link><atom:link rel="hub" href="http://hub.example/"/><atom:link rel="self" href="http://self.example/feed"/>
<cloud domain="cloud.example" port="80" path="/" registerProcedure="" protocol="http-post"/><image><url>http://logo.example/i.png</url></image>
<item><guid>http://guid.example/1</guid><link>http://press.example/story</link><title>Envoys meet in Geneva</title><media:thumbnail url="http://thumb.example/t.jpg"/>
<enclosure url="http://file.example/a.mp3" type="audio/mpeg" length="1"/><comments>http://comments.example/1</comments>
<description><![CDATA[<p>The envoys met.</p><img src="http://tracker.example/pixel.gif"><iframe src="http://frame.example/"></iframe><script src="http://script.example/a.js"></script>
<video src="http://video.example/v.mp4" poster="http://poster.example/p.jpg"></video><link rel="stylesheet" href="http://css.example/a.css"><div style="background:url(http://background.example/b.png)">x</div>
<object data="http://object.example/o"></object><a ping="http://ping.example/" href="http://link.example/">more</a>]]></description></item></channel></rss>"""
PAGE = ("""<html lang="en"><head><title>Envoys meet in Geneva</title><link rel="canonical" href="http://canonical.example/s"><link rel="amphtml" href="http://amp.example/s"><link rel="preconnect" href="http://cdn.example/">
<meta property="og:image" content="http://image.example/og.jpg"><script src="http://analytics.example/a.js"></script></head><body><article class="article-body"><h1>Envoys meet in Geneva</h1>"""
        + "".join(f"<p>Paragraph {n}: the envoys of China and the United States met in Geneva, and said, with commas, that they would meet again before the end of the year.</p>" for n in range(8))
        + '<img src="http://photo.example/p.jpg" width="800" height="600"></article><script>fetch("http://beacon.example/")</script></body></html>').encode()
MEMBERS = b"""<rss version="2.0"><channel><title>Members Only</title><item><guid isPermaLink="false">m</guid><title>Told to members</title><description>Nothing else.</description></item></channel></rss>"""
asked = []   # (host, path)
LOCK = threading.Lock()


class Proxy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        with LOCK:
            asked.append((url.hostname, url.path))
        known = {"/feed": (FEED, "application/rss+xml"), "/story": (PAGE, "text/html"), "/members": (MEMBERS, "application/rss+xml")}
        if url.path == "/members" and self.headers.get("Authorization") != "Basic cmVhZGVyOnMzY3JldA==":   # reader:s3cret
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="news"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body, kind = known.get(url.path if url.hostname == "press.example" else "", (b"", "text/plain"))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_CONNECT(self):
        with LOCK:
            asked.append((self.path.split(":")[0], "CONNECT"))
        self.send_error(502)

    do_POST = do_HEAD = do_GET

    def log_message(self, *what):
        pass


def hosts():
    with LOCK:
        return sorted({host for host, _ in asked})


class Outside(Days):
    def start_quietly(self):
        """The program starts, shows the sample and is read: nobody is asked for anything."""
        self.look_around()
        assert hosts() == [], hosts()

    def look_up(self, path):
        self.window.do("win.add-feed")
        dialog = self.dialog("Add Feed")
        dialog.find("text box", "Address").write(f"http://press.example/{path}")
        dialog.find("button", lambda name: name.replace("_", "").startswith("Look Up")).do()
        return dialog

    def accept(self, dialog, title):
        """The feed that was found is subscribed to, and nobody but its host was asked."""
        dialog.find("button", f"Subscribe to {title}", into_rows=True).do()
        self.window.find("list", "Sources").find("list item", lambda name: name.startswith(title))
        self.closed()
        assert hosts() == ["press.example"], hosts()

    def subscribe(self):
        """A feed, and the page behind its story: their host, and none of those they name."""
        dialog = self.look_up("feed")
        self.accept(dialog, "Press Example")

    def read(self):
        """The story is opened and read whole, and the feed asked again."""
        self.window.do("win.show-everything")
        self.wait_for_stories(65)
        self.window.find("list", "Sources").find("list item", lambda name: name.startswith("Press Example")).click()
        self.wait_for_stories(1)
        self.window.do("win.next")
        self.screen.wait(lambda: "Paragraph 7" in self.window.find("text box", "Text of the story").text, "the whole story")
        self.screen.key("F5")
        self.screen.wait(lambda: [path for _, path in asked].count("/feed") >= 3, "the feed asked again")
        assert hosts() == ["press.example"], hosts()
        assert {path for _, path in asked} == {"/feed", "/story", "/robots.txt"}, asked

    def sign_in(self):
        """A feed that lets nobody in without a name and a password: asked for, by the keyboard alone, and let in."""
        dialog = self.look_up("members")
        dialog.find("button", lambda name: name.replace("_", "").startswith("Sign In")).do()
        self.screen.wait(lambda: len(self.screen.windows) == 3, "the question")
        self.screen.type("reader")
        self.screen.key("Return")
        self.screen.type("s3cret")
        self.screen.key("Return")
        self.accept(dialog, "Members Only")

    def seal(self):
        """Sealed, nothing goes out, whatever is pressed."""
        n = len(asked)
        self.activate("sealed")
        self.screen.key("F5")
        self.window.do("win.next")
        self.window.do("win.previous")
        self.screen.key("ctrl+w")
        assert self.screen.ended() == 0, self.screen.said()
        assert len(asked) == n, asked[n:]

    def written_down(self):
        """What the program says it contacted is what the proxy saw."""
        told = subprocess.run([self.attachectl, "contacts", "--profile", self.screen.folder + "/desk"], capture_output=True, text=True, check=True)
        assert {one["host"]: one["requests"] for one in map(json.loads, told.stdout.splitlines())} == {"press.example": len(asked)}, (told.stdout, asked)


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    steps = ("start_quietly", "subscribe", "read", "sign_in", "seal", "written_down")
    with Screen() as screen:
        proxy = f"http://127.0.0.1:{server.server_address[1]}"
        screen.environment.update(SECRET_BACKEND="file", SECRET_FILE_TEST_PATH=screen.folder + "/test.keyring", SECRET_FILE_TEST_PASSWORD="opens the test's keyring", http_proxy=proxy, https_proxy=proxy, all_proxy=proxy, no_proxy="")
        day = Outside(screen, os.path.abspath(sys.argv[1]), "")
        day.attachectl = os.path.abspath(sys.argv[2])
        return day.play(steps)


if __name__ == "__main__":
    sys.exit(main())
