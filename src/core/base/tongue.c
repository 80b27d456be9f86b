/* tongue.c: which language a text is in, by its letters alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/tongue.h"

#include <libexttextcat/textcat.h>
#include <string.h>

#define MAX_BYTES 1000

static void
close_textcat (gpointer handle)
{
  textcat_Done (handle);
}

/* libexttextcat's handle keeps what it works on: one a thread. */
static gpointer
get_textcat (void)
{
  static GPrivate handle = G_PRIVATE_INIT (close_textcat);
  if (g_private_get (&handle) == NULL)
    g_private_set (&handle, special_textcat_Init (TEXTCAT_DATA "/fpdb.conf", TEXTCAT_DATA "/"));
  return g_private_get (&handle);
}

/* "[fr--utf8][oc--utf8]": the first of what it may be, from the languages the press is read in. */
static const char *
first_of (const char *answer)
{
  static const char *const KNOWN[] = { "en", "fr", "de", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs", "sk", "ro", "hu", "bg", "sr", "hr", "sl", "el", "tr", "ar", "fa", "he", "zh", "ja", "ko", "hi",
                                       "id", "vi", "th", "sv", "da", "no", "nb", "fi", "et", "lv", "lt", "ca", "eu", "gl", "sq", "hy", "ka", "az", "be", "sw", "af", "ur", "bn", "ta", NULL };
  for (guint i = 0; *answer == '[' && KNOWN[i]; i++)
    if (strncmp (answer + 1, KNOWN[i], 2) == 0 && (answer[3] == '-' || answer[3] == ']'))
      return KNOWN[i];
  return NULL;
}

const char *
att_tongue_of (const char *text, gsize length)
{
  gpointer textcat = length >= ATT_TONGUE_MIN ? get_textcat () : NULL;
  return textcat ? first_of (textcat_Classify (textcat, text, MIN (length, MAX_BYTES))) : NULL;
}
