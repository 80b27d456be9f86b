#!/usr/bin/env python3
"""The flatpak manifest against the project: names, permissions, sources.   manifest.py SOURCE_ROOT"""
import json
import os
import re
import sys

root = sys.argv[1]
with open(os.path.join(root, "flatpak", "org.attache.Attache.json"), encoding="utf8") as text:
    manifest = json.load(text)
assert manifest["app-id"] == "org.attache.Attache" and manifest["command"] == "attache"
assert manifest["runtime"] == "org.gnome.Platform" and manifest["sdk"] == "org.gnome.Sdk" and manifest["runtime-version"].isdigit()
allowed = {"--share=ipc", "--share=network", "--socket=wayland", "--socket=fallback-x11", "--device=dri"}
assert set(manifest["finish-args"]) <= allowed, "the program reaches the network and the screen, and nothing else"
for module in manifest["modules"]:
    assert module["buildsystem"] in ("meson", "cmake", "autotools", "simple"), module["name"]
    for source in module["sources"]:
        pinned = source["type"] == "dir" or "sha256" in source or "commit" in source or "tag" in source
        assert pinned, f"{module['name']} has a source that is not pinned"
assert manifest["modules"][-1]["name"] == "attache"

# What the program needs and the runtime has not, the manifest builds.
RUNTIME = {"glib-2.0", "gio-2.0", "gio-unix-2.0", "libsoup-3.0", "libsecret-1", "json-glib-1.0", "sqlite3", "libxml-2.0", "gtk4", "libadwaita-1", "icu-uc", "icu-i18n", "m"}
MODULES = {"gumbo": "gumbo-parser", "libexttextcat": "libexttextcat", "stemmer": "snowball"}
with open(os.path.join(root, "src", "meson.build"), encoding="utf8") as text:
    needed = set(re.findall(r"(?:dependency|find_library)\('([^']+)'", text.read()))
built = [module["name"] for module in manifest["modules"]]
for name in needed - RUNTIME:
    assert MODULES.get(name) in built, f"{name} is in no runtime, and the manifest does not build it"
assert built[:-1] == sorted(MODULES[name] for name in needed - RUNTIME), f"built: {built}, needed: {needed - RUNTIME}"
source, = manifest["modules"][-1]["sources"]
assert source == {"type": "dir", "path": ".."}, "it builds this tree"
