"""A person at a screen of their own: a display, a session bus, and the program's accessibility tree.

Only what a screen reader and a keyboard have: names, roles, states and actions are read and done over AT-SPI, keys are
pressed with xdotool.  Every wait is for a condition, and says what it waited for when it gives up.
"""
import os
import shutil
import subprocess
import tempfile
import time

from gi.repository import Gio, GLib

HERE = os.path.dirname(os.path.abspath(__file__))
ATSPI = "org.a11y.atspi."
LABELLED_BY = 2   # of AtspiRelationType
WINDOWS = ("window", "dialog", "frame")
LIMIT = 60   # seconds a condition may take on a slow machine


class Node:
    """One accessible: a widget as a screen reader sees it."""

    def __init__(self, screen, where):
        self.screen, self.where = screen, where

    def call(self, interface, method, signature=None, *arguments):
        variant = GLib.Variant(signature, arguments) if signature else None
        return self.screen.bus.call_sync(*self.where, ATSPI + interface, method, variant, None, 0, 10000, None).unpack()

    def get(self, interface, name):
        variant = GLib.Variant("(ss)", (ATSPI + interface, name))
        return self.screen.bus.call_sync(*self.where, "org.freedesktop.DBus.Properties", "Get", variant, None, 0, 10000, None).unpack()[0]

    @property
    def name(self):
        """Its own, or of what labels it, as screen readers do: the items of menus have none of their own in GTK 4.18."""
        return self.get("Accessible", "Name") or next((name for name in map(Node.label, self.labels()) if name), "")

    def label(self):
        return self.get("Accessible", "Name") or self.text

    def labels(self):
        return [Node(self.screen, where) for relation, whose in self.call("Accessible", "GetRelationSet")[0] if relation == LABELLED_BY for where in whose]

    @property
    def role(self):
        return self.call("Accessible", "GetRoleName")[0]

    @property
    def children(self):
        return [Node(self.screen, where) for where in self.call("Accessible", "GetChildren")[0]]

    def parent(self):
        return Node(self.screen, self.get("Accessible", "Parent"))

    @property
    def text(self):
        return self.call("Text", "GetText", "(ii)", 0, self.get("Text", "CharacterCount"))[0]

    @property
    def focused(self):
        return self.call("Accessible", "GetState")[0][0] >> 12 & 1   # AT-SPI's STATE_FOCUSED

    def actions(self):
        try:
            return [action[0] for action in self.call("Action", "GetActions")[0]]
        except GLib.Error:
            return []

    def do(self, action=None):
        names = self.actions()
        return self.call("Action", "DoAction", "(i)", names.index(action) if action else 0)[0]

    def click(self, held=None):
        """A real click in its middle, with a modifier held down if told so."""
        window = self
        while window.role not in ("window", "dialog"):
            window = window.parent()
        x, y, width, height = self.call("Component", "GetExtents", "(u)", 1)[0]   # in the window, without its shadow
        _, _, inner_width, inner_height = window.call("Component", "GetExtents", "(u)", 1)[0]
        left, top = window.children[0].call("Component", "GetExtents", "(u)", 1)[0][:2]   # GTK 4.18 takes the frame off twice
        x, y = x - 2 * min(left, 0), y - 2 * min(top, 0)
        found = self.screen.xdotool("search", "--onlyvisible", "--name", f"^{window.name}$").split()[-1]
        shell = dict(line.split("=") for line in self.screen.xdotool("getwindowgeometry", "--shell", found).split())
        dx, dy = (int(shell["WIDTH"]) - inner_width) // 2, (int(shell["HEIGHT"]) - inner_height) // 2
        self.screen.xdotool("mousemove", "--window", found, str(x + width // 2 + dx), str(y + height // 2 + dy))
        if held:
            self.screen.xdotool("keydown", held)
        self.screen.xdotool("click", "1")
        if held:
            self.screen.xdotool("keyup", held)

    def write(self, text):
        self.call("EditableText", "SetTextContents", "(s)", text)

    def walk(self, into_rows=False):
        yield self
        try:
            if self.role == "list item" and not into_rows:
                return
            children = self.children
        except GLib.Error:   # gone meanwhile
            return
        for child in children:
            yield from child.walk(into_rows)

    def look(self, role, name=None, into_rows=False):
        """The first descendant with the role and name (a text, or a test of one), or None."""
        for node in self.walk(into_rows):
            try:
                if node.role == role and (name is None or (name(node.name) if callable(name) else node.name == name)):
                    return node
            except GLib.Error:
                pass
        return None

    def find(self, role, name=None, into_rows=False):
        return self.screen.wait(lambda: self.look(role, name, into_rows), f"a {role} named {name!r}")


class Screen:
    """A display with a window manager, a bus, and programs started on it."""

    def __init__(self, size="1280x800", service=None):
        """service: a program the bus may start, by the name of Attaché."""
        self.folder = tempfile.mkdtemp(prefix="attache-journey.")
        self.processes = []
        self.program = None
        self.environment = dict(
            os.environ, HOME=self.folder, XDG_RUNTIME_DIR=self.folder + "/run", XDG_CONFIG_HOME=self.folder + "/config",
            XDG_DATA_HOME=self.folder + "/data", XDG_CACHE_HOME=self.folder + "/cache", LANG="C.UTF-8", GDK_BACKEND="x11",
            GSK_RENDERER="cairo", GDK_DEBUG="gl-disable", GDK_DISABLE="gl,vulkan", GSETTINGS_BACKEND="keyfile", GIO_USE_VFS="local",
            ADW_DISABLE_PORTAL="1", GTK_USE_PORTAL="0", GTK_A11Y="atspi", FONTCONFIG_FILE=HERE + "/env/fonts.conf")
        for name in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS"):
            self.environment.pop(name, None)
        for name in ("run", "config/gtk-4.0", "data", "cache", "services"):
            os.makedirs(f"{self.folder}/{name}", mode=0o700)
        shutil.copy(HERE + "/env/settings.ini", self.folder + "/config/gtk-4.0/")
        self._start_display(size)
        if service:
            with open(self.folder + "/services/org.attache.Attache.service", "w", encoding="utf8") as out:
                out.write(f"[D-BUS Service]\nName=org.attache.Attache\nExec={service} --gapplication-service\n")
        self._start_bus()
        self._spawn(["openbox", "--sm-disable"])

    def _spawn(self, command, **options):
        process = subprocess.Popen(command, env=self.environment, **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **options})
        self.processes.append(process)
        return process

    def _start_display(self, size):
        reader, writer = os.pipe()
        self._spawn(["Xvfb", "-displayfd", str(writer), "-screen", "0", size + "x24", "-nolisten", "tcp", "-noreset"], pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as number:
            self.environment["DISPLAY"] = ":" + number.readline().strip()

    def _start_bus(self):
        config = self.folder + "/session.conf"
        with open(HERE + "/env/session.conf.in", encoding="utf8") as template, open(config, "w", encoding="utf8") as out:
            out.write(template.read().replace("@SERVICES@", HERE + "/env/services").replace("@OWN@", self.folder + "/services"))
        bus = self._spawn(["dbus-daemon", "--config-file=" + config, "--nofork", "--print-address=1"], stdout=subprocess.PIPE)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        session = self._connect(self.environment["DBUS_SESSION_BUS_ADDRESS"])
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 10000, None).unpack()[0]
        self.bus = self._connect(address)

    @staticmethod
    def _connect(address):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def start(self, command):
        """Starts the program; returns its window."""
        self.log = open(self.folder + "/program.log", "ab")
        self.program = self._spawn(command, stderr=self.log)
        root = Node(self, (ATSPI + "Registry", "/org/a11y/atspi/accessible/root"))
        application = self.wait(lambda: (root.children or [None])[-1], "the program on the accessibility bus")
        return application.find("window")

    def ended(self):
        """Waits until the program has ended by itself; its exit status."""
        self.wait(lambda: self.program.poll() is not None, "the program's end", dead=True)
        return self.program.returncode

    def wait(self, holds, what, dead=False):
        """what: words, or what gives them when it did not come."""
        end, trouble = time.monotonic() + LIMIT, None
        while time.monotonic() < end:
            if self.program and not dead and self.program.poll() is not None:
                raise AssertionError(f"the program ended with {self.program.returncode} while waiting for {what() if callable(what) else what}\n" + self.said())
            try:
                value = holds()
                if value:
                    return value
            except GLib.Error as error:   # an accessible that went between two questions
                trouble = error
            time.sleep(0.01)   # between two looks, not instead of one
        raise AssertionError(f"waited {LIMIT} s for {what() if callable(what) else what} {trouble or ''}; open: {self.names()}\n" + self.said())

    def said(self):
        with open(self.log.name, encoding="utf8", errors="replace") as text:
            return text.read()

    def xdotool(self, *arguments):
        return subprocess.run(["xdotool", *arguments], env=self.environment, check=True, capture_output=True, text=True).stdout

    @property
    def windows(self):
        """Those of the program started last, the newest at the end."""
        applications = Node(self, (ATSPI + "Registry", "/org/a11y/atspi/accessible/root")).children   # none for a moment, now and then
        return [child for child in applications[-1].children if child.role in WINDOWS] if applications else []

    def names(self):
        try:
            return [window.name for window in self.windows]
        except GLib.Error as error:
            return error

    def listens(self):
        """Whether the newest window has the keyboard: a window is there for a screen reader before the window manager gives it that."""
        focused = subprocess.run(["xdotool", "getwindowfocus", "getwindowname"], env=self.environment, capture_output=True, text=True)
        return [focused.stdout.rstrip("\n")] == [window.name for window in self.windows[-1:]]

    def key(self, *keys):
        self.wait(self.listens, "the keyboard in the newest window")
        self.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        self.wait(self.listens, "the keyboard in the newest window")
        self.xdotool("type", "--delay", "5", text)

    def close(self):
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *what):
        self.close()
