/* contacts.h: the hosts the program ever sent a request to (table contact).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

typedef struct { char *host; gint64 first, last; guint requests; } AttContact;

gboolean   att_contacts_add  (AttDatabase *db, const char *host, guint requests, gint64 now, GError **error);   /* so many more; writer thread */
GPtrArray *att_contacts_list (AttDatabase *db, GError **error);                                                  /* of AttContact *, the last one first */

G_END_DECLS
