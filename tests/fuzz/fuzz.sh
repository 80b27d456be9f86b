#!/bin/sh
# make fuzz: each target for TIME seconds, JOBS of them at once, under AddressSanitizer and UBSan. What it learns stays in
# build-fuzz/corpus; a case that fails is left there as build-fuzz/found-* and belongs into tests/fuzz/seeds.
cd "$(dirname "$0")/../.." || exit 1

one () {   # a target with its seeds; JSON feeds go through the same door as all feeds
  target=$1; [ "$1" = json ] && target=feed
  mkdir -p "build-fuzz/corpus/$1"
  G_DEBUG=fatal-criticals ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
    LSAN_OPTIONS=suppressions=tests/lsan.supp "build-fuzz/tests/fuzz/fuzz-$target" -max_total_time="${TIME:-60}" -timeout=10 -rss_limit_mb=2048 \
    -max_len=65536 -artifact_prefix="build-fuzz/found-$1-" "build-fuzz/corpus/$1" "tests/fuzz/seeds/$1" >"build-fuzz/$1.log" 2>&1 &&
    echo "ok    $1: $(grep -a '^Done' "build-fuzz/$1.log")" || { echo "FAIL  $1: see build-fuzz/$1.log"; return 1; }
}

if [ "$1" = one ]; then one "$2"; exit; fi
mkdir -p build-fuzz
{ [ -f build-fuzz/build.ninja ] || CC=clang meson setup build-fuzz -Dbuildtype=debugoptimized -Db_sanitize=address,undefined -Db_lundef=false \
    "-Dc_args=['-fsanitize=fuzzer-no-link','-fno-sanitize=function']" -Dc_link_args=-fsanitize=fuzzer-no-link; } >build-fuzz/setup.log 2>&1 &&
  ninja -C build-fuzz $(for t in feed opml date charset html analysis page filter robots url topics picture; do echo "tests/fuzz/fuzz-$t"; done) >build-fuzz/ninja.log 2>&1 ||
  { cat build-fuzz/setup.log build-fuzz/ninja.log | tail -40; exit 1; }
printf '%s\n' ${ONLY:-feed json opml date charset html analysis page filter robots url topics picture} | xargs -P "${JOBS:-$(nproc)}" -n 1 "tests/fuzz/fuzz.sh" one
