#!/usr/bin/python3
"""The working day of an analyst, a topic made, a feed in trouble, a quotation looked for: from outside, as a screen reader and a keyboard have it.

    journeys.py ATTACHE

Prints TAP, a line a step; a step that fails ends the journey.
"""
import http.server
import os
import sys
import threading

try:
    from gi.repository import GLib
    from journey import Journey, count_of
    from screen import Screen
    from walk import actions
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Shaky News</title><link>http://localhost/</link>
<item><guid isPermaLink="false">shaky-1</guid><title>Harbour talks resume</title><description>The envoys met again.</description></item></channel></rss>"""


class Shaky(http.server.BaseHTTPRequestHandler):
    """A site that is well, or not."""
    well = True

    def do_GET(self):
        self.send_response(200 if Shaky.well else 503)
        self.send_header("Content-Type", "application/rss+xml")
        body = FEED if Shaky.well else b"later"
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *what):
        pass


class Days(Journey):
    def activate(self, action, target=None):
        self.screen.wait(lambda: actions(self.screen), "the program's actions on the session bus")(action, target)

    def dialog(self, name=None):
        return self.screen.wait(lambda: next((w for w in self.screen.windows if w.name != "Attaché" and (name is None or w.name == name)), None), f"a dialog {name or ''}")

    def closed(self):
        self.screen.wait(lambda: len(self.screen.windows) == 1, "the dialog to close")

    def search(self, text):
        self.window.find("search box", "Search stories").write(text)
        self.screen.key("Escape")   # what is offered to go on with

    def look_around(self):
        """What is new on Taiwan? Read by the keyboard alone."""
        self.window = self.screen.start([self.program, "--profile", self.screen.folder + "/desk"])
        self.window.find("button", "Look at the Sample Desk").do()
        self.wait_for_stories(64)
        taiwan = count_of(self.topic("Taiwan"))
        self.topic("Taiwan").click()
        self.wait_for_stories(taiwan)
        self.window.find("list", "Stories").find("list item")
        self.screen.key("j")
        self.screen.wait(lambda: self.window.look("group", "Topics of this story"), "a story open")
        unread = self.window.find("list", "Sources").find("list item", lambda name: name.startswith("Unread,"))
        self.screen.wait(lambda: "63" in unread.name, "one story read")

    def correct(self):
        """A mark that is wrong is taken away, and the list follows."""
        before = self.stories()
        self.activate("not-about", GLib.Variant("(sss)", ("theme", "taiwan", "Taiwan")))
        self.screen.wait(lambda: not self.window.find("group", "Topics of this story").look("button", "Taiwan"), "the chip to go")
        self.screen.key("ctrl+z")
        self.window.find("group", "Topics of this story").find("button", "Taiwan")
        assert self.stories() == before

    def save(self):
        """A passage is selected, saved, found again by its words, and deleted by undo."""
        text = self.window.find("text box", "Text of the story")
        text.click()
        self.screen.wait(lambda: text.focused, "the keyboard in the story")
        self.screen.key("ctrl+Home")
        self.screen.key("shift+End")
        self.screen.key("p")
        self.window.find("label", "Passages and Notes")
        passage = text.text[:12]
        self.search(f"note:\"{passage}\"")
        self.wait_for_stories(1)

    def be_told(self):
        """What is filtered becomes a monitor, which counts by itself and keeps its alert."""
        self.search("topic:russia")
        self.screen.wait(lambda: self.stories() == count_of(self.topic("Russia")), "stories on Russia")
        self.window.do("win.save-monitor")
        dialog = self.dialog()
        dialog.find("text box").write("Moscow watch")
        dialog.find("button", lambda name: "Save" in name).do()
        self.closed()
        row = self.window.find("list", "Sources").find("list item", lambda name: name.startswith("Moscow watch"))
        assert str(self.stories()) in row.name or "," in row.name

    def make_topic(self):
        """From words to a topic: what would come in is told before, the panel counts it after."""
        self.search("\"air defence\"")
        self.screen.wait(lambda: 0 < self.stories() < 20, "stories with the words")
        self.window.do("win.topic-from-search")
        self.window.find("label", lambda name: "in " in name and "out 0" in name)
        self.window.find("button", lambda name: name.replace("_", "").startswith("Save Topic")).do()
        self.search("")
        self.window.find("search box", "Find a topic or actor").write("air")   # it stands further down: found, it is in sight
        self.screen.wait(lambda: count_of(self.topic("air defence")) > 2, "the topic in the panel")

    def look_aside(self):
        """From a menu to a page and back: the keyboard goes on in the stories, and on the page leaves alone what is out of sight."""
        self.pick("air defence")
        self.screen.key("Menu")
        self.window.find("menu item", "Open Topic", into_rows=True)
        self.screen.key("Down")
        self.screen.key("Return")
        self.window.find("button", lambda name: name.replace("_", "").startswith("Save Topic"))
        self.screen.key("s")
        self.screen.key("Escape")
        self.window.find("list", "Stories").find("list item")
        self.screen.key("ctrl+t")
        self.window.find("label", "Out of the Ordinary Today")
        self.window.find("image", lambda name: name.startswith("Stories a day on the most frequent topics")).click()
        self.window.find("button", self.is_all_days)
        self.screen.key("Escape")   # the days first, then the page
        self.screen.wait(lambda: not self.window.look("button", self.is_all_days), "all days again")
        self.window.find("label", "Out of the Ordinary Today")
        self.screen.key("Escape")
        starred = self.window.find("list", "Sources").find("list item", lambda name: name.startswith("Starred"))
        assert not any(c.isdigit() for c in starred.name), starred.name
        self.pick("air defence")
        self.screen.key("F10")
        self.window.find("menu item", lambda name: name.startswith("Refresh All Feeds"), into_rows=True)
        self.screen.key(*["Down"] * 7, "Right")
        self.window.find("menu item", lambda name: name.replace("_", "").startswith("New Topic"), into_rows=True)
        self.screen.key("Escape")   # left within a submenu, the keyboard is in the window all the same
        self.screen.key("F8")
        self.screen.wait(lambda: not self.window.look("search box", "Find a topic or actor"), "the panel to go")
        self.screen.key("F8")
        self.window.find("search box", "Find a topic or actor")

    @staticmethod
    def is_all_days(name):
        return name.endswith("All Days")

    def trouble(self):
        """A feed that fails says why and what can be done, and is well again when its site is."""
        self.window.do("win.add-feed")
        dialog = self.dialog("Add Feed")
        dialog.find("text box", "Address").write(self.site)
        dialog.find("button", lambda name: name.replace("_", "").startswith("Look Up")).do()
        dialog.find("button", "Subscribe to Shaky News", into_rows=True).do()
        self.window.find("list", "Sources").find("list item", lambda name: name.startswith("Shaky News"))
        self.closed()
        Shaky.well = False
        self.screen.key("F5")
        self.screen.wait(self.is_told, "the trouble told")
        Shaky.well = True
        self.screen.key("Escape")
        self.closed()
        self.screen.key("F5")
        self.screen.wait(lambda: not self.is_told(), "the feed well again")
        self.screen.key("Escape")
        self.closed()

    def is_told(self):
        """Opens the page of troubled feeds anew, and looks for the feed."""
        if len(self.screen.windows) > 1:
            self.screen.key("Escape")
            self.closed()
        self.window.do("win.troubles")
        return self.dialog().look("button", lambda name: name.startswith("Try Now: Shaky News"), into_rows=True)

    def quotation(self):
        """Who said it? Found by the speaker and the words, opened in its place, and cited."""
        self.search("said:\"Wang Yi\" \"peace\"")
        self.screen.wait(lambda: 0 < self.stories() < 5, "the story with the words")
        self.window.do("win.next")
        self.screen.wait(lambda: "peace" in self.window.find("text box", "Text of the story").text, "the story open")
        self.window.do("win.find-in-story")
        self.window.find("search box", "Find in Story").write("peace")
        self.window.find("label", lambda name: name.startswith("1 of "))
        self.screen.key("Escape")
        self.activate("copy-citation", GLib.Variant("s", "markdown"))
        self.window.find("label", "Citation copied")

    def end(self):
        """Closed and opened again: monitor, topic and note are there, and nothing was complained of."""
        self.screen.key("ctrl+w")
        assert self.screen.ended() == 0, self.screen.said()
        self.window = self.screen.start([self.program, "--profile", self.screen.folder + "/desk"])
        self.window.find("list", "Sources").find("list item", lambda name: name.startswith("Moscow watch"))
        self.window.do("win.show-everything")
        self.wait_for_stories(65)
        self.search("is:noted")
        self.wait_for_stories(1)
        said = [line for line in self.screen.said().splitlines() if "CRITICAL" in line or "WARNING" in line]
        assert not said, said


def main():
    program = os.path.abspath(sys.argv[1])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Shaky)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    steps = ("look_around", "correct", "save", "be_told", "make_topic", "look_aside", "trouble", "quotation", "end")
    with Screen() as screen:
        days = Days(screen, program, f"http://127.0.0.1:{server.server_address[1]}/")
        return days.play(steps)


if __name__ == "__main__":
    sys.exit(main())
