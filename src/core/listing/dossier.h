/* dossier.h: what one window is looking at: a filter, what it brought, and the article that is open.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panes' one friend: they set its filter and follow its properties, and never each other. A newer question stops
 * an older one, and an answer that comes late is dropped. Arrivals do not shuffle the page under a reader: while the
 * window holds it, they wait. Main thread only.
 *
 * Properties, all notified: filter, coverage, article (pointers), images (GHashTable), articles (AttArticleModel), busy, n-waiting, trouble (text),
 * n-hidden: where nothing is shown, how many stories match in languages the person does not read.
 */
#pragma once

#include "listing/article-model.h"
#include "listing/facet-model.h"
#include "listing/history.h"
#include "listing/source-model.h"

G_BEGIN_DECLS

#define ATT_TYPE_DOSSIER (att_dossier_get_type ())
G_DECLARE_FINAL_TYPE (AttDossier, att_dossier, ATT, DOSSIER, GObject)

AttDossier        *att_dossier_new          (AttStore *store);
AttStore          *att_dossier_get_store    (AttDossier *self);

const AttFilter   *att_dossier_get_filter   (AttDossier *self);
void               att_dossier_set_filter   (AttDossier *self, AttFilter *filter);   /* asks at once */
void               att_dossier_take_filter  (AttDossier *self, AttFilter *filter);   /* the same, and owns it */

/* What the store is asked: the filter, in the languages the person reads, unless it asks for one itself; a new one. */
AttFilter         *att_dossier_get_readable  (AttDossier *self);
gboolean           att_dossier_is_answered   (AttDossier *self);   /* what is shown is of the filter of now */
void               att_dossier_set_trouble   (AttDossier *self, const char *words);

const AttCoverage *att_dossier_get_coverage (AttDossier *self);   /* NULL before the first answer */
AttArticleModel   *att_dossier_get_articles (AttDossier *self);
AttFacetModel     *att_dossier_get_themes   (AttDossier *self);
AttFacetModel     *att_dossier_get_actors   (AttDossier *self);
AttSourceModel    *att_dossier_get_sources  (AttDossier *self);

const AttArticle  *att_dossier_get_article  (AttDossier *self);   /* NULL: none is open */
void               att_dossier_open         (AttDossier *self, gint64 id);   /* 0 closes */

/* The picture of the open article, once somebody asked for it and it came; closed with it. */
GBytes            *att_dossier_get_image    (AttDossier *self, const char *url);   /* NULL: it did not come */
void               att_dossier_add_image    (AttDossier *self, gint64 article, const char *url, GBytes *image);   /* dropped when another article is open */

void               att_dossier_set_held     (AttDossier *self, gboolean held);   /* arrivals wait */
void               att_dossier_show_waiting (AttDossier *self);
guint              att_dossier_get_n_new    (AttDossier *self);   /* of those that wait, what has come; the others were there, and match by now */

/* What was done in the window, of which the marks below are a part. */
AttHistory        *att_dossier_get_history  (AttDossier *self);
void               att_dossier_mark         (AttDossier *self, gint64 id, guint set, guint clear);
guint              att_dossier_mark_all     (AttDossier *self);   /* all the filter matches: read; the number of the deed (history.h), 0: none */
guint              att_dossier_mark_place   (AttDossier *self, const AttFilter *place);   /* all of a feed, a folder, a monitor: read, whatever is shown */
guint              att_dossier_mark_older   (AttDossier *self, gint64 before);   /* of those, what was published before a moment */
guint              att_dossier_mark_rows    (AttDossier *self, guint from, guint to);   /* those rows of the list, to not included: read */

G_END_DECLS
