/* answer.h: what a server said.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frozen once it is given out, atomically reference-counted; any thread.
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

typedef struct {
  gboolean not_modified;   /* 304: nothing new, no bytes */
  GBytes *bytes;
  char   *type;            /* Content-Type, or NULL */
  char   *asked;           /* the address that was asked for */
  char   *url;             /* where the bytes came from, after all redirects */
  char   *moved;           /* where the address has moved for good (301, 308 all the way), or NULL */
  char   *etag, *modified; /* for the next conditional request */
  gint64  fresh;           /* seconds it says nothing newer will come (Cache-Control: max-age, RFC 9111 §5.2.2.1; Expires, §5.3); 0: it does not */
} AttAnswer;

/* Of url, to which asked led, with what the headers of message say, or nothing where it is NULL; the bytes are still to come. */
AttAnswer *att_answer_new   (const char *asked, const char *url, SoupMessage *message);
void       att_answer_unref (AttAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttAnswer, att_answer_unref)

G_END_DECLS
