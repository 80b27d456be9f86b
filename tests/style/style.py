#!/usr/bin/env python3
"""The rules of the house that a machine can see.   style.py SOURCE_ROOT

Rooms and their arrows, lengths of files and functions, heads, who may name what, translations and migrations.
Prints TAP.
"""
import hashlib
import os
import re
import subprocess
import sys

ROOT = os.path.abspath(sys.argv[1])
SOURCE = os.path.join(ROOT, "src")

# A file may include only rooms of a lower rank, or its own; siblings never.
CORE = {"base": 0, "press": 1, "feed": 2, "page": 2, "analysis": 2, "filter": 2, "fetch": 2, "store": 3, "watch": 4, "listing": 5, "desk": 6}
UI = {"platform": 20, "widget": 21, "search": 22, "articles": 22, "reader": 22, "topics": 22, "trends": 22, "feeds": 22, "window": 23, "app": 24}
HIDDEN_FROM_UI = {"feed", "page", "analysis", "fetch"}   # the desk stands between
MAX_FILE, MAX_FUNCTION = 500, 80

# Released migrations are never edited: PRAGMA user_version would lie.
MIGRATIONS = {"0001-press.sql": "516f794da9ccaa8a5a37434584494c08f3c60f27c66a7d66038dde39b6cc099a",
              "0002-identity.sql": "e6964d3e3241173ae545540be5be8b4cfbbe36e6399cbbe782f8389e4919ea01",
              "0003-corrections.sql": "e4e208717939848949e1f355af9a3e14aaece05e543ecd78b71ffe5420422d82",
              "0004-pages.sql": "3469003b14b8908cf1efc729c36e27a2db72065748d7506d9d18853ebae7d13b",
              "0005-page-again.sql": "cf9608048aae04e466fa75374c662b782cb447a6b7696b7493e818e3bbafc3e2",
              "0006-change.sql": "cc17906ffc2a79e7e080e6ad83749ae519fb8ffc4419c2e492f00512458415e6",
              "0007-keep.sql": "8cb0643746008e419355dbd40b243af176a20fd5b0504f6ccaf348f869445df3",
              "0008-monitor.sql": "3e592a79928d480dbb3766b99f7808b1c12b656b20a123b0794b89490cf7043e",
              "0009-organise.sql": "c89e9f388777c333ae3646de8e2cc80fbfe2ef05e8f2a7cbe62706fccd5665d1",
              "0010-note.sql": "b1c0796783b9281759c30f908bd3d7f65be9503d7126dc7915d3c29b08e4349a",
              "0011-actor.sql": "d866929243162262a0c80f6a0c0874e2cfbc468f716fd4c1ccc3d2e30f9130b4",
              "0012-burst.sql": "ceef240726432553853ddf27c2e820a161e19a588814db33e66d6d6972295830",
              "0013-contact.sql": "47e184fbc8506d0c6ef55a2a63e76495f4a0d74e843ea799874e382c79093375",
              "0014-attribution.sql": "179f7aa067cb7d20c7dbe74e29ae4701d6515581bee91ef174925955a40f7208",
              "0015-language.sql": "dcd58cb1ef0ff86532b3254c23d5e147f2de8b052e2fc1d13e3b3317f1238024",
              "0016-numbers.sql": "6b89d926c71ef83b6627f8925911fea67e7272dd70ad131c23be893a9618a413",
              "0017-heard.sql": "fed0452ba206425f3ba170200dab1170bfe48eba0e07bc01f074fa2a2386acee",
              "0018-merge.sql": "4f0d2cd1350aeac2adee39098db9e6df02e0382a154dfc2611d043a5f6adc05d",
              "0019-spaced.sql": "a144e36e8a76be9dff707e1ca312f889366eb3d756b11b48001507a7de3364ca",
              "0020-letters.sql": "d949e6c8409a9d6fd6cd0a69919967b80fc9bcac037fe7fa60e3df3db665a5fc",
              "0021-shapes.sql": "0bc8efe0660926b112d22f03ea3ac0574e2e3defa53248e7a5a8cb9f8457f074",
              "0022-walk.sql": "d8fc41c7dddab2b8810a707d76086f29d0b29a262902b2118287d5b94e03e90c", "0023-judged-before.sql": "a5b44f8c4b7961957385c2299f95e8a9be05d5fa257958e13c3b889118cb698d"}

failures = []


def fail(path, words):
    failures.append(f"{os.path.relpath(path, ROOT)}: {words}")


def files(*endings):
    for folder, _, names in os.walk(SOURCE):
        for name in sorted(names):
            if name.endswith(endings):
                yield os.path.join(folder, name)


def text_of(path):
    with open(path, encoding="utf8") as text:
        return text.read()


def room_of(path):
    parts = os.path.relpath(path, SOURCE).split(os.sep)
    if parts[0] == "core" and len(parts) > 2:
        return parts[1], CORE[parts[1]]
    if parts[0] == "ui" and len(parts) > 2:
        return "ui/" + parts[1], UI[parts[1]]
    return parts[0], 30


def rank_of_include(include):
    parts = include.split("/")
    if parts[0] == "ui" and len(parts) == 3:
        return "ui/" + parts[1], UI.get(parts[1])
    return (parts[0], CORE.get(parts[0])) if len(parts) == 2 else (None, None)


def check_rooms():
    for path in files(".c", ".h"):
        room, rank = room_of(path)
        for include in re.findall(r'^#include "([^"]+)"', text_of(path), re.M):
            other, other_rank = rank_of_include(include)
            if other_rank is None or other == room:
                continue
            if other_rank >= rank:
                fail(path, f"includes {include}: from {room} the arrow points up or sideways")
            if room.startswith("ui/") and other in HIDDEN_FROM_UI:
                fail(path, f"includes {include}: the window knows the desk, not {other}")


def check_lengths():
    for path in files(".c", ".h", ".ui"):
        lines = text_of(path).count("\n")
        if lines > MAX_FILE:
            fail(path, f"{lines} lines: could it be told as two nouns?")
    for path in files(".c"):
        tags = subprocess.run(["ctags", "--c-kinds=f", "--fields=+ne", "-o", "-", path], capture_output=True, text=True, check=True).stdout
        for line in tags.splitlines():
            start, end = re.search(r"\tline:(\d+)", line), re.search(r"\tend:(\d+)", line)
            if start and end and int(end.group(1)) - int(start.group(1)) + 1 > MAX_FUNCTION:
                fail(path, f"{line.split(chr(9))[0]} has more than {MAX_FUNCTION} lines")


def check_heads():
    for path in files(".c", ".h"):
        head = text_of(path)[:400]
        if not re.match(r"/\* " + re.escape(os.path.basename(path)) + r": .+", head) or "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
            fail(path, "its head does not say what it is, and its licence")
        if path.endswith(".c") and '#include "config.h"' not in text_of(path):
            fail(path, "does not include config.h first")


def check_names():
    """Version checks and dialogs only in platform; SQL only in the store; GTK never in the core; text never in plain calls."""
    forbidden = [
        (r"(GTK|ADW|GLIB|SOUP)_CHECK_VERSION|gtk_show_uri|GtkFileChooser|GtkUriLauncher|adw_message_dialog|adw_about_window|AdwLeaflet|AdwFlap", "ui/platform/"),
        (r"sqlite3_(exec|prepare|step|open)", "core/store/"),
        (r"\bgoto\b", "-"),
        (r"\b(TODO|FIXME|XXX)\b", "-"),
        (r"\bg(char|int|boolean\*)\b", "-"),
    ]
    for path in files(".c", ".h"):
        text = text_of(path)
        where = os.path.relpath(path, SOURCE)
        for pattern, room in forbidden:
            found = re.search(pattern, text)
            if found and not where.startswith(room):
                fail(path, f"says {found.group(0)}")
        if where.startswith("core/") and re.search(r"#include <(gtk|adwaita|gdk)", text):
            fail(path, "the core knows no GTK")


def check_translations():
    with open(os.path.join(ROOT, "po", "POTFILES"), encoding="utf8") as listed:
        known = {line.strip() for line in listed if line.strip() and not line.startswith("#")}
    for path in files(".c", ".ui"):
        name, text = os.path.relpath(path, ROOT), text_of(path)
        translates = re.search(r'\b(_|N_) ?\("|ngettext \(', text) if path.endswith(".c") else 'translatable="yes"' in text
        if name.startswith("src/core") or name.startswith("src/cli"):
            continue
        if bool(translates) != (name in known):
            fail(path, "is missing in po/POTFILES" if translates else "is in po/POTFILES and has nothing to translate")


def check_migrations():
    folder = os.path.join(SOURCE, "core", "store", "migrations")
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as data:
            digest = hashlib.sha256(data.read()).hexdigest()
        if MIGRATIONS.get(name) != digest:
            fail(os.path.join(folder, name), f"is not the migration that was released ({digest})")


def check_labels():
    """What tables say and the person reads is known to those who translate."""
    for table, column, source in (("analysis/topics.tsv", 1, "widget/topic-label.c"), ("analysis/topics.tsv", 2, "widget/topic-label.c"), ("starter.tsv", 0, "feeds/starter.c")):
        with open(os.path.join(ROOT, "src", "ui", source), encoding="utf8") as text:
            known = set(re.findall(r'N_\("([^"]+)"\)', text.read()))
        with open(os.path.join(ROOT, "data", table), encoding="utf8") as rows:
            said = {row.rstrip("\n").split("\t")[column] for row in rows if row.strip() and not row.startswith("#")}
        for label in sorted(said - known):
            fail("data/" + table, f"has “{label}”, which src/ui/{source} does not give to translate")


CHECKS = [check_rooms, check_lengths, check_heads, check_names, check_translations, check_labels, check_migrations]
print(f"1..{len(CHECKS)}")
for number, check in enumerate(CHECKS, 1):
    del failures[:]
    check()
    print(("ok" if not failures else "not ok") + f" {number} {check.__name__.removeprefix('check_')}")
    for line in failures:
        print("# " + line)
