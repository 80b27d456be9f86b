#!/bin/sh
# Runs a program in a display, a home and settings of its own, with no session bus: what it shows depends on nothing
# of the machine. Exits 77 (skipped) where there is no Xvfb.   offscreen.sh [-s WIDTHxHEIGHT] PROGRAM [ARGUMENT...]
size=1280x800
if [ "$1" = -s ]; then size=$2; shift 2; fi
here=$(cd "$(dirname "$0")" && pwd)
command -v xvfb-run >/dev/null 2>&1 || exit 77
home=$(mktemp -d) || exit 1
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/config/gtk-4.0" "$home/run"
chmod 700 "$home/run"
cp "$here/env/settings.ini" "$home/config/gtk-4.0/"
env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u AT_SPI_BUS_ADDRESS \
  HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache" XDG_STATE_HOME="$home/state" \
  XDG_RUNTIME_DIR="$home/run" FONTCONFIG_FILE="$here/env/fonts.conf" LANG="${ATT_LANG:-C.UTF-8}" GDK_BACKEND=x11 GSK_RENDERER=cairo \
  GDK_DEBUG=gl-disable GDK_DISABLE=gl,vulkan GTK_A11Y="${GTK_A11Y:-none}" GSETTINGS_BACKEND=memory GIO_USE_VFS=local ADW_DISABLE_PORTAL=1 NO_AT_BRIDGE=1 \
  xvfb-run -a -s "-screen 0 ${size}x24 -nolisten tcp" "$@"
