# A thin door: make run, make check, make bench, make fuzz, make soak. Each installs what is missing first, on Debian, as root or with sudo.

BUILD_PACKAGES = meson ninja-build gcc pkgconf gettext libgtk-4-dev libadwaita-1-dev libsoup-3.0-dev libjson-glib-dev libsqlite3-dev \
  libxml2-dev libgumbo-dev libexttextcat-dev libexttextcat-data libsecret-1-dev libicu-dev libstemmer-dev glib-networking ca-certificates desktop-file-utils
SHOW_PACKAGES = xvfb xauth adwaita-icon-theme librsvg2-common fonts-cantarell fonts-noto-core
CHECK_PACKAGES = $(SHOW_PACKAGES) clang libclang-rt-dev python3 python3-gi gir1.2-glib-2.0 dbus dbus-daemon at-spi2-core xdotool openbox \
  appstream sqlite3 universal-ctags

BENCH_PACKAGES = python3-feedparser newsboat liferea python3-readability

export GSETTINGS_SCHEMA_DIR = $(CURDIR)/build/data

# $(call need,PACKAGES): one package call, and none where nothing is missing.
need = @missing=; for p in $(1); do dpkg-query -W -f '$${db:Status-Status}' $$p 2>/dev/null | grep -qx installed || missing="$$missing $$p"; done; \
  if [ -n "$$missing" ]; then if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing; fi

# The same on Debian 13, in a root of its own: as root, with debootstrap; some twenty minutes the first time.
check-next:
	$(call need,debootstrap git)
	@tests/next.sh

.PHONY: all run check check-next bench fuzz soak pictures deps build-deps show-deps build install clean

all: build

run: build-deps
	@$(MAKE) -s build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec build/src/attache; else $(MAKE) -s show; fi

# No display: the real window, off-screen, on the sample desk.
show: show-deps
	@profile=$$(mktemp -d) && tests/ui/offscreen.sh build/src/attache --profile $$profile --sample --picture build/attache.png && \
	  build/src/attachectl topics --profile $$profile && echo && build/src/attachectl list --profile $$profile --limit 10 && \
	  rm -rf $$profile && echo && echo "The window: build/attache.png"

build-deps:
	$(call need,$(BUILD_PACKAGES))

show-deps: build-deps
	$(call need,$(SHOW_PACKAGES))

deps: build-deps
	$(call need,$(CHECK_PACKAGES))

build:
	@mkdir -p build
	@[ -f build/build.ninja ] || meson setup build >build/setup.log || { cat build/setup.log; exit 1; }
	@ninja -C build >build/ninja.log || { cat build/ninja.log; exit 1; }

check: deps
	@tests/check.sh

bench: deps build
	$(call need,$(BENCH_PACKAGES))
	@python3 tests/bench/bench.py --only "$(ONLY)" --pool "$(POOL)" --pages "$(PAGES)" --sizes "$(SIZES)"

# TIME seconds each (60 unless told), JOBS at once: make fuzz TIME=1800
fuzz: deps
	@TIME="$(TIME)" JOBS="$(JOBS)" ONLY="$(ONLY)" tests/fuzz/fuzz.sh

# A simulated week of 200 feeds, then 200 rounds that are killed at a random moment.
soak: deps build
	@WEEK_FEEDS=$${FEEDS:-200} WEEK_DAYS=$${DAYS:-7} build/tests/test-week 2>/dev/null | grep -E '^(#  *day|# [0-9]+ visits|ok|not ok|Bail)'
	@KILLS=$${KILLS:-200} python3 tests/cli/test-kill.py build/src/attachectl .

# Every page and dialog at five widths, from the left and from the right, light, dark and in high contrast.
pictures: show-deps build
	@rm -rf build/pictures
	@tests/ui/offscreen.sh -s 2560x1400 build/tests/pictures build/pictures
	@ADW_DEBUG_HIGH_CONTRAST=1 tests/ui/offscreen.sh -s 2560x1400 build/tests/pictures build/pictures light-contrast
	@echo "build/pictures: $$(ls build/pictures | wc -l) pictures"

install: build
	meson install -C build

clean:
	rm -rf build build-clang build-fuzz
