#!/bin/sh
# make check: everything, twice: with gcc as it is built, and with clang under AddressSanitizer and UBSan. The last
# line says how many passed and how many failed; the exit status is 0 only when none did.
cd "$(dirname "$0")/.." || exit 1
passed=0 failed=0
mkdir -p build-clang
log=build-clang/check.log

step () {   # step NAME COMMAND...: one thing that passes or fails as a whole
  name=$1; shift
  if "$@" >"$log" 2>&1; then passed=$((passed + 1)); echo "ok    $name"
  else failed=$((failed + 1)); echo "FAIL  $name"; tail -40 "$log"; fi
}

suite () {   # suite FOLDER: all tests of a build, counted subtest by subtest
  meson test -C "$1" --no-rebuild >"$log" 2>&1
  counts=$(python3 tests/count.py "$1/meson-logs/testlog.json" 2>"$1/failures")
  ok=${counts% *} bad=${counts#* }
  passed=$((passed + ok)); failed=$((failed + bad))
  echo "      $1: $ok passed, $bad failed"
  head -200 "$1/failures"
}

gcc_build () { { [ -f build/build.ninja ] || meson setup build; } && meson configure build -Dwerror=true && ninja -C build; }
# GLib calls what it is given through types of its own (a GDestroyNotify is somebody's free), which clang 17 and later count as undefined.
clang_build () {
  { [ -f build-clang/build.ninja ] || CC=clang meson setup build-clang; } &&
    meson configure build-clang -Dwerror=true -Dbuildtype=debug -Db_sanitize=address,undefined -Db_lundef=false \
      -Dc_args=-fno-sanitize=function && ninja -C build-clang
}
# Whole, without a doubt left: what msgfmt counts beside "translated messages" is missing.
translations () {
  ninja -C build attache-pot && for po in po/*.po; do
    msgmerge -q "$po" po/attache.pot -o build/merged.po && said=$(LC_ALL=C msgfmt --check --statistics -o /dev/null build/merged.po 2>&1 | tail -1) || return 1
    case $said in *,*) echo "$po: $said"; return 1;; esac
  done
}
installs () { tests/installs.sh build; }

step "gcc builds without a warning" gcc_build
step "clang builds without a warning" clang_build
step "desktop file" desktop-file-validate build/data/org.attache.Attache.desktop
step "metainfo" appstreamcli validate --no-net build/data/org.attache.Attache.metainfo.xml
step "settings schema" glib-compile-schemas --strict --dry-run data
step "flatpak manifest" python3 tests/style/manifest.py .
step "translations" translations
step "installs" installs
suite build
suite build-clang
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
