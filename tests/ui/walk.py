#!/usr/bin/python3
"""Every page and dialog as a screen reader walks it: whatever can be pressed, typed into or chosen has a name.

    walk.py ATTACHE

Prints TAP, a line a page.
"""
import re
import sys

try:
    from gi.repository import Gio, GLib
    from screen import Screen, WINDOWS
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(0)

# Page, the actions of the window that lead there, what is there then (a role and a name), and how many windows there are.
PAGES = [
    ("desk", [], ("list", "Stories"), 1),
    ("story", [("next", None)], ("list item", None), 1),
    ("find in story", [("find-in-story", None)], (None, "Find in Story"), 1),
    ("trends", [("show-page", GLib.Variant("s", "trends"))], (None, "Kind of chart"), 1),
    ("topic", [("open-topic", GLib.Variant("s", "taiwan"))], (None, "Edit Topic"), 1),
    ("new topic", [("new-topic", GLib.Variant("s", "air defence"))], (None, "Word or phrase"), 1),
    ("actor", [("open-actor", GLib.Variant("(iss)", (1, "Wang Yi", "")))], (None, "Copy All"), 1),
    ("back", [("show-page", GLib.Variant("s", "desk"))], ("list", "Stories"), 1),
    ("alerts", [("alerts", None)], None, 2),
    ("troubled feeds", [("troubles", None)], None, 2),
    ("settings of a feed", [("feed-settings", GLib.Variant("x", 2))], (None, "Name"), 2),
    ("add feed", [("add-feed", None)], None, 2),
    ("starter sources", [("starter", None)], None, 2),
    ("shortcuts", [("shortcuts", None)], None, 2),
    ("hosts contacted", [("contacts", None)], None, 2),
    ("preferences", [("app.preferences", None)], None, 2),
]
# Roles somebody acts on, as GTK calls them.
ACTIVE = {"button", "toggle button", "check box", "radio button", "combo box", "text box", "search box", "slider", "spin button", "menu item", "link", "switch", "list item"}


def actions(screen):
    """Calls an action of the window, or of the program, as D-Bus has them."""
    session = screen._connect(screen.environment["DBUS_SESSION_BUS_ADDRESS"])

    def ask(name, path, method, arguments=None):
        return session.call_sync(name, path, "org.gtk.Actions", method, arguments, None, 0, 5000, None)

    names = session.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ListNames", None, None, 0, 5000, None).unpack()[0]
    for name in names:
        try:
            ask(name, "/org/attache/Attache/window/1", "List")
        except GLib.Error:
            continue

        def activate(action, target):
            path, action = ("/org/attache/Attache", action[4:]) if action.startswith("app.") else ("/org/attache/Attache/window/1", action)
            ask(name, path, "Activate", GLib.Variant("(sava{sv})", (action, [target] if target else [], {})))
        return activate
    return None


def describe(node):
    where = []
    while node and node.role not in WINDOWS:
        where.append(f"{node.role} “{node.name}”")
        node = node.parent()
    return " in ".join(where[:5])


def nodes_of(node):
    """All but the insides of what is one control to whoever hears it."""
    yield node
    try:
        children = [] if node.role == "combo box" or (node.role == "button" and is_named(node)) else node.children
    except GLib.Error:   # gone meanwhile
        return
    for child in children:
        yield from nodes_of(child)


def unnamed(window):
    """What has no name; a page on which nothing can be done at all was not walked."""
    found, n_active = [], 0
    for node in nodes_of(window):
        try:
            n_active += node.role in ACTIVE
            if (node.role in ACTIVE or node.name == "AttChart") and is_shown(node) and not is_named(node):
                found.append(describe(node))
        except GLib.Error:   # gone meanwhile
            pass
    return found if n_active else ["nothing that can be pressed, typed into or chosen"]


def is_named(node):
    """GTK calls what has no name by its type; the images in its own entries are pressed by the keyboard otherwise."""
    return node.name == "GtkImage" or (node.name.strip() and not re.fullmatch("(Gtk|Adw|Att)[A-Z][A-Za-z]+", node.name))


def is_shown(node):
    low, high = node.call("Accessible", "GetState")[0]
    _, _, width, height = node.call("Component", "GetExtents", "(u)", 1)[0]
    return low >> 30 & 1 and low >> 24 & 1 and width > 0 and height > 0   # AT-SPI's STATE_VISIBLE and STATE_SENSITIVE


def main():
    screen = Screen("1280x900")
    failed = False
    print(f"1..{len(PAGES)}")
    try:
        window = screen.start([sys.argv[1], "--profile", screen.folder + "/desk", "--sample"])
        window.find("list", "Stories").find("list item")
        activate = screen.wait(lambda: actions(screen), "the program's actions on the session bus")
        for i, (page, steps, there, n_windows) in enumerate(PAGES, 1):
            for action, target in steps:
                activate(action, target)
            screen.wait(lambda: len(screen.windows) == n_windows, f"{n_windows} windows at {page}")
            seen = [w for w in screen.windows if n_windows == 1 or w.name != "Attaché"] or screen.windows
            if there:
                role, name = there
                screen.wait(lambda: any((role is None or node.role == role) and (name is None or node.name == name) for node in seen[-1].walk(True)), f"{name or role} at {page}")
            without = unnamed(seen[-1])
            failed |= bool(without)
            print(("not ok" if without else "ok"), i, page)
            for line in without[:12]:
                print("#", line)
            if n_windows > 1:
                screen.key("Escape")
                screen.wait(lambda: len(screen.windows) == 1, f"{page} to close by Escape")
    finally:
        screen.close()
    return failed


if __name__ == "__main__":
    sys.exit(main())
