/* text.h: UTF-8 text, cleaned, folded and shortened.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions; any thread. Everything returned is valid UTF-8 and owned by the caller.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *att_text_valid     (const char *text, gssize length);   /* ill-formed parts and U+0000 become U+FFFD */
char    *att_text_squeeze   (const char *text);                  /* runs of white space become one space, ends trimmed */
char    *att_text_fold      (const char *text);                  /* lower case, no accents: what two spellings share */
char    *att_text_shorten   (const char *text, guint max_chars); /* cut at a word, with an ellipsis */
char    *att_text_escape    (const char *text);                  /* as HTML text: & < > " */
gboolean att_text_is_rtl    (const char *text);                  /* whether its first strong letter runs right to left */
gunichar att_text_fold_char (gunichar c);                        /* one letter folded; 0 for a combining mark */
gboolean att_text_has       (const char *text);                  /* not NULL and not only white space */

G_END_DECLS
