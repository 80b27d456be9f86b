#!/usr/bin/python3
"""Attaché as other programs meet it: on a session bus, which starts it; in the shell's search; from the file manager; without a window.

    bus.py ATTACHE ATTACHECTL

Prints TAP, a line a step; a step that fails ends the day.
"""
import http.server
import json
import os
import signal
import subprocess
import sys
import threading

try:
    from gi.repository import GLib
    from journeys import Days, Shaky
    from portal import Portal
    from screen import ATSPI, Node, Screen
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

NAME, PATH = "org.attache.Attache", "/org/attache/Attache"
OPML = '<?xml version="1.0"?><opml version="2.0"><body><outline text="Shaky" xmlUrl="{}listed"/></body></opml>'


class Bus(Days):
    def ask(self, method, arguments=None, interface=NAME, path=PATH):
        return self.session.call_sync(NAME, path, interface, method, arguments, None, 0, 20000, None).unpack()

    def provider(self, method, arguments):
        return self.ask(method, arguments, "org.gnome.Shell.SearchProvider2", PATH + "/SearchProvider")

    def ctl(self, *arguments):
        return subprocess.run([self.attachectl, *arguments], env=self.screen.environment, capture_output=True, text=True, check=True).stdout

    def is_there(self):
        return self.session.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner", GLib.Variant("(s)", (NAME,)), None, 0, 5000, None).unpack()[0]

    def programs(self):
        return Node(self.screen, (ATSPI + "Registry", "/org/a11y/atspi/accessible/root")).children or []

    def shown(self):
        return [window for program in self.programs() for window in program.children if window.role == "window"]

    def look_for_window(self):
        self.window = self.screen.wait(lambda: next(iter(self.shown()), None), "a window")

    def run(self, *arguments):
        return subprocess.Popen([self.program, *arguments], env=self.screen.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def answer_unseen(self):
        """Asked on the bus, it starts without a window and answers a filter; a wrong one is told."""
        self.ctl("import", "--sample")
        expected = json.loads(self.ctl("list", "--json", "topic:taiwan"))
        stories, = self.ask("Search", GLib.Variant("(su)", ("topic:taiwan", 1000)))
        assert [story[0] for story in stories] == [story["id"] for story in expected] and stories[0][1] == expected[0]["title"], stories[:2]
        assert len(self.ask("Search", GLib.Variant("(su)", ("topic:taiwan", 3)))[0]) == 3
        try:
            self.ask("Search", GLib.Variant("(su)", ("is:nonsense", 3)))
            raise AssertionError("no filter says this")
        except GLib.Error:
            pass
        assert not self.shown()

    def search_of_the_shell(self):
        """Words find stories, which say what they are; what is in quotation marks or an operator is only words."""
        found, = self.provider("GetInitialResultSet", GLib.Variant("(as)", (["taiwan", "strait"],)))
        assert 0 < len(found) <= 20
        metas, = self.provider("GetResultMetas", GLib.Variant("(as)", (found,)))
        assert [meta["id"] for meta in metas] == found and all(meta["name"] and "·" in meta["description"] and meta["icon"] for meta in metas)
        typing, = self.provider("GetInitialResultSet", GLib.Variant("(as)", (["taiwan", "strai"],)))
        assert set(found) <= set(typing), typing   # its last word is still being typed
        fewer, = self.provider("GetSubsearchResultSet", GLib.Variant("(asas)", (found, ["taiwan", "strait", "warships"])))
        assert set(fewer) <= set(found)
        for words in (["nosuchwordanywhere"], ["\"", "is:unread"], [""]):
            assert self.provider("GetInitialResultSet", GLib.Variant("(as)", (words,))) == ([],), words
        assert not self.shown()
        self.provider("ActivateResult", GLib.Variant("(sasu)", (found[0], ["taiwan", "strait"], 0)))
        self.look_for_window()
        title = metas[0]["name"]
        self.screen.wait(lambda: self.window.look("label", title) or self.window.look("heading", title), "the story that was chosen")

    def present(self):
        """Its window comes with a filter."""
        self.ask("Present", GLib.Variant("(s)", ("topic:taiwan",)))
        self.screen.wait(lambda: self.stories() == len(json.loads(self.ctl("list", "--json", "topic:taiwan"))), "the stories asked for")

    def subscribe(self):
        """An address from the bus, or from a second start, is asked about in the one window; a list is taken in."""
        self.ask("AddFeed", GLib.Variant("(s)", (self.site,)))
        dialog = self.dialog("Add Feed")
        dialog.find("button", "Subscribe to Shaky News", into_rows=True)
        self.screen.key("Escape")
        self.closed()
        for given in (self.site, "feed:" + self.site):
            assert self.run(given).wait(20) == 0
            self.dialog("Add Feed").find("button", "Subscribe to Shaky News", into_rows=True)
            self.screen.key("Escape")
            self.closed()
        for name, text in (("list.opml", OPML.format(self.site)), ("list.xml", OPML.format(self.site + "other/"))):
            path = os.path.join(self.screen.folder, name)
            with open(path, "w", encoding="utf8") as out:
                out.write(text)
            before = len(json.loads(self.ctl("feeds", "--json")))
            assert self.run(path).wait(20) == 0
            self.screen.wait(lambda: len(json.loads(self.ctl("feeds", "--json"))) == before + 1, "the list taken in")

    def mute(self):
        """What a notification offers is done, whoever asks, and by its number."""
        self.ctl("monitor", "--add", "Strait watch", "--alert", "every", "topic:taiwan")
        assert len(json.loads(self.ctl("monitor", "--json"))) == 1   # so that its number is 1
        act = lambda name: self.session.call_sync(NAME, PATH, "org.freedesktop.Application", "ActivateAction", GLib.Variant("(sava{sv})", (name, [GLib.Variant("x", 1)], {})), None, 0, 5000, None)
        act("mark-monitor-read")
        self.screen.wait(lambda: not json.loads(self.ctl("list", "--json", "topic:taiwan is:unread")), "its stories read")
        act("mute-monitor")
        self.screen.wait(lambda: next(m for m in json.loads(self.ctl("monitor", "--json")) if m["name"] == "Strait watch")["alert"] == "never", "the monitor silent")

    def stay(self):
        """With its window closed it keeps watch, if that is wanted, and is shown again by the next start; told to end, it ends."""
        subprocess.run(["gsettings", "set", NAME, "background", "true"], env=self.screen.environment, check=True)
        self.window.do("win.show-everything")
        self.screen.key("ctrl+w")
        self.screen.wait(lambda: not self.shown(), "the window gone")
        assert self.ask("Search", GLib.Variant("(su)", ("", 1)))[0] and self.is_there()
        assert self.run().wait(20) == 0
        self.look_for_window()
        pid = self.session.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID", GLib.Variant("(s)", (NAME,)), None, 0, 5000, None).unpack()[0]
        self.ask("Present", GLib.Variant("(s)", ("is:starred",)))
        self.screen.wait(lambda: self.window.look("label", lambda name: name.startswith("0 stor") or name.startswith("No stor")), "the filter")
        os.kill(pid, signal.SIGTERM)
        self.screen.wait(lambda: not self.is_there(), "the end")
        kept = subprocess.run(["gsettings", "get", NAME, "filter"], env=self.screen.environment, capture_output=True, text=True, check=True).stdout
        assert "is:starred" in kept, kept

    def from_login(self):
        """Started to keep watch: no window, and one is enough; the session starts it if that is wanted."""
        first = self.run("--background")
        self.screen.wait(self.is_there, "the program on the bus")
        assert self.run("--background").wait(20) == 0 and not self.shown()
        entry = os.path.join(self.screen.environment["XDG_CONFIG_HOME"], "autostart", NAME + ".desktop")
        for wanted in (True, False):
            subprocess.run(["gsettings", "set", NAME, "autostart", str(wanted).lower()], env=self.screen.environment, check=True)
            self.screen.wait(lambda: os.path.exists(entry) == wanted, "the autostart entry")
        assert first.poll() is None
        self.session.call_sync(NAME, PATH, "org.freedesktop.Application", "ActivateAction", GLib.Variant("(sava{sv})", ("quit", [], {})), None, 0, 5000, None)
        assert first.wait(20) == 0

    def from_sandbox(self):
        """In a sandbox the desktop is asked, and what it refuses is not kept, so that the program ends with its window."""
        environment = self.screen.environment
        portal = Portal(environment["DBUS_SESSION_BUS_ADDRESS"])
        put = lambda name, wanted: subprocess.run(["gsettings", "set", NAME, name, str(wanted).lower()], env=environment, check=True)
        is_set = lambda name: subprocess.run(["gsettings", "get", NAME, name], env=environment, capture_output=True, text=True, check=True).stdout.strip() == "true"
        put("background", False)
        inside = dict(environment, FLATPAK_ID=NAME, G_DEBUG="")   # GTK warns of all the portal does not have
        program = subprocess.Popen([self.program], env=inside, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.look_for_window()
        for name in ("background", "autostart"):
            asked = len(portal.asked)
            put(name, True)
            self.screen.wait(lambda: len(portal.asked) > asked, "a question to the portal")
        assert portal.asked[-1]["autostart"] and portal.asked[-1]["commandline"] == ["attache", "--background"] and not portal.asked[0]["autostart"], portal.asked
        assert is_set("background") and is_set("autostart")
        assert not os.path.exists(os.path.join(environment["XDG_CONFIG_HOME"], "autostart", NAME + ".desktop"))   # the portal's to write
        put("autostart", False)
        self.screen.wait(lambda: not portal.asked[-1]["autostart"], "the login taken back")
        portal.allows = {"background": False, "autostart": False}   # one change at a time: two that follow at once may be seen as none
        put("autostart", True)
        self.screen.wait(lambda: not is_set("background") and not is_set("autostart"), "what was refused to be unset")
        self.screen.key("ctrl+w")
        assert program.wait(20) == 0


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Shaky)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    steps = ("answer_unseen", "search_of_the_shell", "present", "subscribe", "mute", "stay", "from_login", "from_sandbox")
    with Screen(service=os.path.abspath(sys.argv[1])) as screen:
        screen.log = open(screen.folder + "/program.log", "ab")
        day = Bus(screen, os.path.abspath(sys.argv[1]), f"http://127.0.0.1:{server.server_address[1]}/")
        day.attachectl, day.session = os.path.abspath(sys.argv[2]), screen._connect(screen.environment["DBUS_SESSION_BUS_ADDRESS"])
        return day.play(steps)


if __name__ == "__main__":
    sys.exit(main())
