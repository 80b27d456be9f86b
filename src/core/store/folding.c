/* folding.c: a function of SQL's for names and words: fold(text), what two spellings share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/folding.h"

#include "base/text.h"
#include "filter/tokens.h"

#define SHORT 256   /* bytes; nearly every name is shorter, and ASCII */

/* FALSE: it is to be looked at letter by letter. */
static gboolean
fold_plain (const unsigned char *text, int n, char *out)
{
  if (n >= SHORT)
    return FALSE;
  for (int i = 0; i < n; i++) {
    if (text[i] >= 0x80 || text[i] < ' ' || text[i] == '"' || (text[i] == ' ' && (i == 0 || i + 1 == n || text[i + 1] == ' ')))
      return FALSE;
    out[i] = g_ascii_tolower (text[i]);
  }
  return TRUE;
}

static void
fold (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  char out[SHORT];
  const unsigned char *text = sqlite3_value_text (values[0]);
  int n = sqlite3_value_bytes (values[0]);
  if (text == NULL)
    return;   /* NULL */
  if (fold_plain (text, n, out)) {
    sqlite3_result_text (context, out, n, SQLITE_TRANSIENT);
    return;
  }
  g_autofree char *valid = att_text_valid ((const char *) text, n), *line = att_text_squeeze (valid), *plain = att_tokens_plain (line);
  sqlite3_result_text (context, att_text_fold (plain), -1, g_free);
}

int
att_folding_register (sqlite3 *handle)
{
  return sqlite3_create_function_v2 (handle, "fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, fold, NULL, NULL, NULL);
}
