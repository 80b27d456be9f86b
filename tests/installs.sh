#!/bin/sh
# What is installed: all of it, where it belongs; it runs from wherever it is put; the tarball is the same each time.   installs.sh BUILD
set -eu
build=$(realpath "$1")
root=$build/root elsewhere=$build/elsewhere
rm -rf "$root" "$elsewhere"
DESTDIR=$root meson install -C "$build" --no-rebuild --quiet
prefix=$(find "$root" -type d -name bin | head -1); prefix=${prefix%/bin}
for file in bin/attache bin/attachectl share/applications/org.attache.Attache.desktop share/metainfo/org.attache.Attache.metainfo.xml share/glib-2.0/schemas/org.attache.Attache.gschema.xml \
    share/dbus-1/services/org.attache.Attache.service share/gnome-shell/search-providers/org.attache.Attache.search-provider.ini share/icons/hicolor/scalable/apps/org.attache.Attache.svg \
    share/icons/hicolor/symbolic/apps/org.attache.Attache-symbolic.svg; do
  [ -f "$prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done
for language in $(grep -v '^#' po/LINGUAS); do
  [ -f "$prefix/share/locale/$language/LC_MESSAGES/attache.mo" ] || { echo "not installed: $language"; exit 1; }
done
desktop-file-validate "$prefix/share/applications/org.attache.Attache.desktop"
grep -q "^Exec=/.*/bin/attache --gapplication-service$" "$prefix/share/dbus-1/services/org.attache.Attache.service"

# uninstalled, nothing of ours is left
cp -a "$prefix" "$elsewhere"
ninja -C "$build" uninstall >/dev/null
left=$(find "$root" -type f 2>/dev/null || true); [ -z "$left" ] || { echo "left behind: $left"; exit 1; }

# elsewhere, as another prefix would have it, and without what helps a program that is not installed
glib-compile-schemas "$elsewhere/share/glib-2.0/schemas"
env -u GSETTINGS_SCHEMA_DIR -u XDG_DATA_DIRS tests/ui/offscreen.sh "$elsewhere/bin/attache" --profile "$build/elsewhere-desk" --sample --picture "$build/elsewhere.png"
[ -s "$build/elsewhere.png" ]
"$elsewhere/bin/attachectl" feeds --profile "$build/elsewhere-desk" | grep -q "Meridian Wire"
rm -rf "$build/elsewhere-desk"

# the tarball, where this is a repository with nothing uncommitted
if [ -d .git ] && git diff --quiet HEAD 2>/dev/null; then
  for n in 1 2; do
    meson dist -C "$build" --no-tests --formats xztar >/dev/null 2>&1 || exit 1
    cat "$build"/meson-dist/attache-*.tar.xz | sha256sum >"$build/dist$n"
  done
  cmp "$build/dist1" "$build/dist2"
fi
