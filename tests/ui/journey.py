#!/usr/bin/python3
"""The first five minutes of one person, driven from outside through the accessibility tree.

    journey.py ATTACHE

Prints TAP, a line a step; a step that fails ends the journey.
"""
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading

try:
    import gi  # noqa: F401
    from screen import Screen
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

PAGE = b"""<html><head><title>Loopback News</title>
<link rel="alternate" type="application/rss+xml" title="Loopback News" href="/feed.xml"></head><body>Welcome</body></html>"""
asked_for = set()
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Loopback News</title><link>http://localhost/</link>
<item><guid isPermaLink="false">loop-1</guid><title>Taiwan and China trade warnings over arms sales to Taiwan</title>
<description>&lt;p&gt;Beijing warned the United States on arms sales to Taiwan. &#8220;We will respond firmly to every step,&#8221; said Wang Yi.&lt;/p&gt;&lt;img src="/picture.png"&gt;</description></item>
</channel></rss>"""


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked_for.add(self.path)
        body, kind = (FEED, "application/rss+xml") if self.path == "/feed.xml" else (PAGE, "text/html")
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *what):
        pass


def count_of(row):
    """The number in "Taiwan, 14 stories"."""
    return int(re.search(r", (\d+) stor", row.name).group(1))


class Journey:
    def __init__(self, screen, program, site):
        self.screen, self.program, self.site = screen, program, site
        self.window = None

    def topic(self, label):
        return self.window.find("list", "Topics").find("list item", lambda name: name.startswith(label + ","))

    def pick(self, label):
        """Clicks a topic: no key may follow before the click is heard, the window manager may hold it back."""
        before = self.topic(label).name
        self.topic(label).click()
        self.screen.wait(lambda: self.topic(label).name != before, f"{label} to be picked")

    def stories(self):
        """How many the list says it has."""
        return int(self.window.find("label", lambda name: re.fullmatch(r"\d+ stor(y|ies)", name)).name.split()[0])

    def wait_for_stories(self, n):
        seen = {}
        def come():
            seen["stories"] = self.stories()
            return seen["stories"] == n
        self.screen.wait(come, lambda: f"{n} stories, not {seen.get('stories')}, {self.arrivals()}")

    def arrivals(self):
        """What waits to be shown, as the list offers it."""
        return [node.name for node in self.window.walk() if node.role == "button" and re.search(r"\d new stor", node.name)]

    def welcome(self):
        self.window = self.screen.start([self.program, "--profile", self.screen.folder + "/desk"])
        self.window.find("button", "Look at the Sample Desk").do()
        self.wait_for_stories(64)
        assert count_of(self.topic("Taiwan")) >= 10
        assert count_of(self.topic("Russia")) >= 10
        self.window.find("list", "Sources").find("list item", lambda name: name.startswith("Meridian Wire"))

    def click_topic(self):
        taiwan = count_of(self.topic("Taiwan"))
        self.topic("Taiwan").click()
        self.wait_for_stories(taiwan)   # list and counts follow at once, and agree
        assert "must be there" in self.topic("Taiwan").name
        self.window.find("button", lambda name: name == "Remove Taiwan from the filter")

    def refuse_topic(self):
        self.window.do("win.show-everything")
        self.wait_for_stories(64)
        talks = count_of(self.topic("AI talks"))
        find = self.window.find("search box", "Find a topic or actor")
        find.write("AI talks")   # it stands further down: found, it is in sight
        self.screen.wait(lambda: not self.window.find("list", "Topics").look("list item", lambda name: name.startswith("Russia,")), "only what is found")
        self.topic("AI talks").click(held="shift")
        self.wait_for_stories(64 - talks)
        assert "must not be there" in self.topic("AI talks").name
        find.write("")

    def read_story(self):
        self.topic("Taiwan").click()
        self.screen.wait(lambda: "must be there" in self.topic("Taiwan").name, "Taiwan asked for")
        self.window.do("win.next")
        chips = self.window.find("group", "Topics of this story")
        chips.find("button", "Taiwan").do()
        text = self.window.find("text box", "Text of the story")
        assert "Taiwan" in text.text
        self.window.find("label", "Who said what")

    def subscribe(self):
        self.window.do("win.add-feed")
        dialog = self.window.parent().find("window", "Add Feed")
        dialog.find("text box", "Address").write(self.site)
        dialog.find("button", lambda name: name.replace("_", "").startswith("Look Up")).do()
        dialog.find("button", "Subscribe to Loopback News", into_rows=True).do()
        self.window.find("list", "Sources").find("list item", lambda name: name.startswith("Loopback News"))

    def new_story(self):
        self.window.find("search box", "Search stories").write("feed:\"Loopback News\" topic:taiwan ")
        self.wait_for_stories(1)
        self.window.find("list", "Stories").find("list item", lambda name: "trade warnings" in name and "Taiwan" in name)
        self.window.do("win.next")
        self.window.find("text box", "Text of the story")
        self.screen.wait(lambda: "every step" in self.window.find("text box", "Text of the story").text, "the new story open")
        assert asked_for == {"/", "/feed.xml"}, asked_for   # and nobody learns that it is read

    def come_back(self):
        self.window.do("window.close") if "window.close" in self.window.actions() else self.screen.key("ctrl+w")
        assert self.screen.ended() == 0, self.screen.said()
        self.window = self.screen.start([self.program, "--profile", self.screen.folder + "/desk"])
        self.wait_for_stories(1)   # the filter is as it was
        self.window.find("list", "Sources").find("list item", lambda name: name.startswith("Loopback News"))
        self.window.do("win.show-everything")
        self.wait_for_stories(65)   # nothing lost, nothing doubled
        said = [line for line in self.screen.said().splitlines() if "CRITICAL" in line or "WARNING" in line]
        assert not said, said


    def second_start(self):
        """The usual desk: a second start brings the running window forward and ends by itself."""
        self.screen.key("ctrl+w")
        assert self.screen.ended() == 0, self.screen.said()
        self.window = self.screen.start([self.program])
        self.window.find("button", "Look at the Sample Desk")
        first, second = self.screen.program, subprocess.run([self.program], env=self.screen.environment, timeout=60)
        assert second.returncode == 0 and first.poll() is None
        assert len([child for child in self.window.parent().children if child.role == "window"]) == 1

    def play(self, steps):
        """Takes the steps in their order and says in TAP how each went. The first that fails ends the day: what follows builds on it."""
        print(f"1..{len(steps)}", flush=True)
        for number, step in enumerate(steps, 1):
            try:
                getattr(self, step)()
                print(f"ok {number} {step.replace('_', ' ')}", flush=True)
            except Exception as failure:   # noqa: BLE001: whatever it is, the day ends here
                print(f"not ok {number} {step.replace('_', ' ')}\n# {type(failure).__name__} " + str(failure).replace("\n", "\n# "), flush=True)
                if os.environ.get("ATT_JOURNEY_PICTURE"):
                    os.system(f"DISPLAY={self.screen.environment['DISPLAY']} import -window root {os.environ['ATT_JOURNEY_PICTURE']}")
                return 1
        return 0


def main():
    program = os.path.abspath(sys.argv[1])
    needed = ("Xvfb", "dbus-daemon", "openbox", "xdotool")
    if not all(shutil.which(name) for name in needed):
        print("1..0 # SKIP no off-screen display here: " + " ".join(needed))
        return 0
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_address[1]}/"
    steps = ("welcome", "click_topic", "refuse_topic", "read_story", "subscribe", "new_story", "come_back", "second_start")
    with Screen() as screen:
        journey = Journey(screen, program, site)
        return journey.play(steps)


if __name__ == "__main__":
    sys.exit(main())
