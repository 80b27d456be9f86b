#!/bin/sh
# make fuzz: each target for TIME seconds, JOBS of them at once, under AddressSanitizer and UBSan. What it learns stays in
# build-fuzz/corpus; a case that fails is left in build-fuzz and belongs into tests/fuzz/seeds.
cd "$(dirname "$0")/../.." || exit 1
time=${TIME:-60} jobs=${JOBS:-$(nproc)} only=${ONLY:-feed json opml date charset html}
mkdir -p build-fuzz
{ [ -f build-fuzz/build.ninja ] || CC=clang meson setup build-fuzz -Dbuildtype=debugoptimized -Db_sanitize=address,undefined -Db_lundef=false \
    "-Dc_args=['-fsanitize=fuzzer-no-link','-fno-sanitize=function']" -Dc_link_args=-fsanitize=fuzzer-no-link; } >build-fuzz/setup.log 2>&1 &&
  ninja -C build-fuzz $(for t in feed opml date charset html; do echo "tests/fuzz/fuzz-$t"; done) >build-fuzz/ninja.log 2>&1 || { cat build-fuzz/setup.log build-fuzz/ninja.log | tail -40; exit 1; }

one () {   # one NAME: a target with its seeds; JSON feeds go through the same door as all feeds
  target=$1; [ "$1" = json ] && target=feed
  mkdir -p "build-fuzz/corpus/$1"
  G_DEBUG=fatal-criticals ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
    LSAN_OPTIONS=suppressions=tests/lsan.supp "build-fuzz/tests/fuzz/fuzz-$target" -max_total_time="$time" -timeout=10 -rss_limit_mb=2048 \
    -max_len=65536 -artifact_prefix="build-fuzz/found-$1-" "build-fuzz/corpus/$1" "tests/fuzz/seeds/$1" >"build-fuzz/$1.log" 2>&1
  status=$?
  echo "$1: $(grep -c '' <"build-fuzz/$1.log") lines of log, $(grep -oE 'stat::number_of_executed_units: [0-9]+|DONE +cov.*|Done [0-9]+ runs.*' "build-fuzz/$1.log" | tail -1)$([ $status = 0 ] || echo ' FAILED: build-fuzz/'"$1"'.log')"
  return $status
}

failed=0
for name in $only; do
  one "$name" & 
  running=$((${running:-0} + 1))
  if [ "$running" -ge "$jobs" ]; then wait -n 2>/dev/null || wait; running=$((running - 1)); fi
done
wait
ls build-fuzz/found-* >/dev/null 2>&1 && failed=1
exit $failed
