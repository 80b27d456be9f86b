#!/bin/sh
# make check-next: the whole suite in a Debian 13 of its own (GTK 4.18, libadwaita 1.7), and no call of what they have deprecated but
# in the one file that may. Wants root and debootstrap; the root stays in NEXT_ROOT for the next time (2 GB).
set -u
cd "$(dirname "$0")/.." || exit 1
root=${NEXT_ROOT:-${TMPDIR:-/var/tmp}/attache-debian13}
mirror=$(sed -n 's/^URIs: *//p; s/^deb  *\(\[[^]]*\] *\)\{0,1\}\([^ ]*\).*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -1)
[ "$(id -u)" = 0 ] || { echo "make check-next wants root, for debootstrap and chroot: sudo make check-next"; exit 1; }
[ -x "$root/bin/sh" ] || debootstrap --variant=minbase --include=make,git,ca-certificates trixie "$root" "$mirror" >"${TMPDIR:-/tmp}/attache-debootstrap.log" 2>&1 ||
  { tail -5 "${TMPDIR:-/tmp}/attache-debootstrap.log"; exit 1; }
cp -f /etc/resolv.conf "$root/etc/"
grep -lsi proxy /etc/apt/apt.conf.d/* | xargs -r cp -t "$root/etc/apt/apt.conf.d/"
trap 'umount -l "$root/proc" "$root/dev"' EXIT
mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" && mount --make-rslave "$root/dev" || exit 1
rm -rf "$root/work" && git clone -q . "$root/work" || exit 1
inside () { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive sh -c "cd /work && $1"; }
inside "make -s deps" && inside "make -s check"
failed=$?
inside "meson setup build-next -Dnewest=true >/dev/null && ninja -C build-next" >"$root/work/build-next.log" 2>&1 || { tail -20 "$root/work/build-next.log"; failed=1; }
grep -E 'Wdeprecated-declarations|is deprecated' "$root/work/build-next.log" | grep -v 'ui/platform/platform.c' && { echo "what is deprecated is called outside ui/platform"; failed=1; }
exit $failed
