/* labels.h: words a person puts on articles (tables label and labelled).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/articles.h"

G_BEGIN_DECLS

/* On: the label is made if need be. Off: one that nothing has any more is gone. Writer thread. */
gboolean att_labels_set        (AttDatabase *db, gint64 article, const char *name, gboolean on, AttChange *change, GError **error);
char   **att_labels_of_article (AttDatabase *db, gint64 article, GError **error);   /* by name */
char   **att_labels_list       (AttDatabase *db, GError **error);                   /* all there are, by name */

G_END_DECLS
