/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What libraries set up before main() is theirs for as long as the program runs. GLib's first table of quarks is
 * such a thing: outgrown, it is abandoned on purpose, so that readers need no lock, and LeakSanitizer reports it
 * whenever no stale pointer happens to hide it. No suppression can name it, since the allocation is in GLib's own
 * initialiser, whose frames the fast unwinder does not see.
 */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/lsan_interface.h>

__attribute__((section(".preinit_array"), used)) static void (*before_libraries) (void) = __lsan_disable;

/* Runs after the initialisers of all libraries. */
__attribute__((constructor)) static void
after_libraries (void)
{
  __lsan_enable ();
}

#endif
#endif
