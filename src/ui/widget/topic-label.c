/* topic-label.c: what a topic, a country or a heading is called in the reader's language.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/widget/topic-label.h"

#include "ui/widget/country.h"

#include <glib/gi18n.h>

/* Those of data/analysis/topics.tsv, for those who translate; a test holds the two to each other. */
static const char *const LABELS[] G_GNUC_UNUSED = {
  N_("Taiwan"), N_("Russia"), N_("Ukraine aid & peace"), N_("US–China relations"), N_("South China Sea"), N_("Korean Peninsula"), N_("Israel–Palestinians"), N_("Iran"), N_("Middle East"),
  N_("South Asia"), N_("Africa"), N_("Latin America"), N_("Balkans & Caucasus"), N_("Arctic & Greenland"), N_("NATO"), N_("Nuclear arms control"), N_("Iran nuclear"),
  N_("Arms sales & military aid"), N_("Military posture & incidents"), N_("Terrorism"), N_("Cyber, spying & interference"), N_("Detainees & hostages"), N_("Trade & tariffs"),
  N_("Sanctions"), N_("Chips & export controls"), N_("AI talks"), N_("Tech platforms & data"), N_("Critical minerals & supply chains"), N_("Energy diplomacy"),
  N_("Aid, debt & development"), N_("Climate talks"), N_("Fentanyl & drugs"), N_("Migration & borders"), N_("Human rights"), N_("Humanitarian & health crises"), N_("International justice"),
  N_("United Nations"), N_("EU external action"), N_("G7, G20, BRICS & blocs"), N_("Indo-Pacific pacts"), N_("Visits & talks"), N_("Diplomatic ties & postings"),
  N_("Ceasefires & mediation"),
};
static const char *const SECTIONS[] G_GNUC_UNUSED = {
  N_("Regions & flashpoints"), N_("Security"), N_("Economy & technology"), N_("Transnational"), N_("Institutions & process"),
};

const char *
att_topic_shown (AttTopicKind kind, const char *label)
{
  if (label == NULL || *label == '\0')   /* which stands for the translation's own description */
    return label;
  return kind == ATT_TOPIC_THEME ? _(label) : kind == ATT_TOPIC_STATE ? att_country_translate (label) : label;
}

const char *
att_section_shown (const char *section)
{
  return att_topic_shown (ATT_TOPIC_THEME, section);
}
