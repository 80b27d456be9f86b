/* charset.h: bytes of any encoding → UTF-8.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows RFC 7303 §3 for the order (byte order mark, then the transport's charset, then the document's own
 * declaration) and the WHATWG Encoding standard for what a label means (iso-8859-1 is windows-1252, ...).
 * Conversion is the C library's iconv, through GLib. Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads bytes as text. http: the charset a server named, declared: the one the document names, or NULL.
 * Never fails: what fits no encoding becomes U+FFFD. Returns UTF-8, owned by the caller; *clean is FALSE when
 * something had to be replaced. */
char *att_charset_decode (const char *bytes, gsize length, const char *http, const char *declared, gboolean *clean);

/* The same without a copy where none is needed: bytes that are UTF-8 as they should be are returned as they stand (not
 * NUL-terminated); else the text is in *owned. *text_length: bytes of it. */
const char *att_charset_view (const char *bytes, gsize length, const char *http, const char *declared, char **owned, gsize *text_length);

/* The charset parameter of a Content-Type, or NULL. */
char *att_charset_of_type (const char *content_type);

/* The encoding an XML declaration or an HTML meta element names in the first kilobyte, or NULL. */
char *att_charset_declared (const char *bytes, gsize length);

G_END_DECLS
