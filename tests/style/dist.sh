#!/bin/sh
# Run by meson dist in what it packs: everything is as old as the last commit, so that the same tree gives the same tarball.
find "$MESON_DIST_ROOT" -exec touch -h -d "@$(git -C "$MESON_SOURCE_ROOT" log -1 --format=%ct)" {} +
