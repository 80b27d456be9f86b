/* event-correction.c: what grammar knows of an event better than the model.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/event-correction.h"

#define MAX_REPORT 4      /* words from whoever is told of to "said" */

/* Two sides, and the words between them. */
typedef struct {
  const AttScene *scene;
  const AttPair *pair;
  guint from, to;
} Between;

static Between
between_of (const AttScene *scene, const AttPair *pair)
{
  const AttSide *first = att_scene_side (scene, pair->first), *second = att_scene_side (scene, pair->second);
  return (Between) { scene, pair, first->word + first->n_words, second->word };
}

/* What grammar proposes of two sides, or NULL. */
static const AttProposal *
proposal_of (const AttScene *scene, const AttPair *pair)
{
  for (guint i = 0; i < scene->proposals->len; i++) {
    const AttProposal *p = &g_array_index (scene->proposals, AttProposal, i);
    if (att_proposal_is_of (p, pair->first, pair->second))
      return p;
  }
  return NULL;
}

/* The phrase between two sides that tells of a deed of some type, or NULL. */
static const AttDeed *
deed_of (const Between *self, AttEventType type)
{
  for (guint i = 0; i < self->scene->deeds->len; i++) {
    const AttDeed *deed = &g_array_index (self->scene->deeds, AttDeed, i);
    if (deed->word >= self->from && deed->word < self->to && deed->phrase->type == type)
      return deed;
  }
  return NULL;
}

/* "X condemns Y's strikes and urges Z": not Y. "X strikes Y as Z warns": not Z. */
static void
heed_clause (const Between *self, AttVerdict *verdict)
{
  const AttDeed *deed = deed_of (self, verdict->type);
  if (att_scene_is_headed (self->scene, self->pair->second) || (deed && deed->phrase->verb && att_scene_is_joined (self->scene, self->pair->first, deed->word)))
    verdict->share = 0;
}

/* What grammar proposes needs less: it knows who acts, and the model only has to believe in it. */
static void
heed_proposal (const AttProposal *proposal, double doubtful, AttVerdict *verdict)
{
  if (proposal == NULL || verdict->share < doubtful)
    return;
  verdict->share = 1;
  verdict->type = proposal->type;
  verdict->mutual = proposal->mutual;
  verdict->turned = att_proposal_is_turned (proposal);
}

/* Whoever agrees to suspend something agrees. */
static gboolean
is_agreed (const AttScan *scan, guint word)
{
  static const char *const AGREED[] = { "agreed", "agrees", "agree", NULL };
  return word > 1 && scan->cues[word - 1] & ATT_CUE_TO && att_reading_is_any (scan->reading, word - 2, AGREED);
}

/* "The truce between X and Y broke down", "X's aid to Y was halted": it is no more. */
static gboolean
is_over (const Between *self)
{
  static const char *const OVER[] = { "collapsed", "collapses", "broke", "expired", "unravelled", "unraveled", "halted", "frozen", "lapsed", NULL };
  const AttScan *scan = self->scene->scan;
  const AttSide *second = att_scene_side (self->scene, self->pair->second);
  guint end = self->scene->sentence->first_word + self->scene->sentence->n_words, i = second->word + second->n_words;
  while (i < end && !att_scan_is_broken (scan, i) && scan->cues[i] & (ATT_CUE_BE | ATT_CUE_ADVERB | ATT_CUE_AUXILIARY))
    i++;
  return i < end && !att_scan_is_broken (scan, i) && (scan->cues[i] & ATT_CUE_ENDS || att_reading_is_any (scan->reading, i, OVER));
}

/* "will withhold funding from", "suspended its treaty with", "cancelled talks with": the other way round. "Efforts to avert a war with" is none. */
static void
heed_end (const Between *self, AttVerdict *verdict)
{
  gboolean kind = verdict->type == ATT_EVENT_AID || verdict->type == ATT_EVENT_COOPERATE || verdict->type == ATT_EVENT_AGREE || verdict->type == ATT_EVENT_SUPPORT;
  if (!kind && verdict->type != ATT_EVENT_ASSAULT && verdict->type != ATT_EVENT_CONSULT)
    return;
  guint64 cues = 0;
  const AttDeed *deed = deed_of (self, verdict->type);
  if (kind && is_over (self) && (deed == NULL || !deed->phrase->verb))
    verdict->share = 0;
  for (guint i = self->from; i < self->to; i++)
    if (!is_agreed (self->scene->scan, i))
      cues |= self->scene->scan->cues[i];
  if (verdict->type == ATT_EVENT_ASSAULT && cues & ATT_CUE_AVERTS)
    verdict->share = 0;
  if (cues & ATT_CUE_ENDS && verdict->type != ATT_EVENT_ASSAULT) {
    verdict->type = kind ? ATT_EVENT_SANCTION : ATT_EVENT_REJECT;
    verdict->mutual = FALSE;
  }
}

/* Whether words say that whoever stands before them has, or gets, what stands behind. */
static gboolean
gets (const Between *self, guint to)
{
  static const char *const HAS[] = { "has", "have", "had", "with", "enjoys", "enjoyed", NULL };
  for (guint i = self->from; i < to; i++)
    if (self->scene->scan->cues[i] & ATT_CUE_GETS || att_reading_is_any (self->scene->scan->reading, i, HAS))
      return TRUE;
  return FALSE;
}

/* "Ukraine received tanks from Germany", "came under attack by", "has the backing of": whoever stands behind "from" acts. One does not come to talk that way. */
static void
heed_source (const Between *self, AttVerdict *verdict)
{
  static const char *const SOURCES[] = { "from", "by", NULL }, *const BACKING[] = { "support", "backing", "endorsement", NULL };
  const AttScan *scan = self->scene->scan;
  guint last = self->to - 1;
  if (self->to <= self->from)
    return;
  if (scan->cues[last] & ATT_CUE_DETERMINER && last > self->from)
    last--;
  gboolean of = last > self->from && verdict->type == ATT_EVENT_SUPPORT && scan->cues[last] & ATT_CUE_OF && att_reading_is_any (scan->reading, last - 1, BACKING);
  if (of ? !gets (self, last - 1) : !att_reading_is_any (scan->reading, last, SOURCES) || !(att_scene_cues (self->scene, self->from, last) & ATT_CUE_GETS))
    return;
  verdict->turned = TRUE;
  verdict->mutual = FALSE;
  if (verdict->type == ATT_EVENT_CONSULT)
    verdict->share = 0;
}

/* "Russia shelled the city, Norwegian officials said", "Norway said that Russia signed …": whoever only tells of it takes no part, but
 * for "said he would". */
static void
heed_report (const Between *self, AttVerdict *verdict)
{
  const AttScan *scan = self->scene->scan;
  const AttSide *second = att_scene_side (self->scene, self->pair->second);
  guint end = self->scene->sentence->first_word + self->scene->sentence->n_words, behind = second->word + second->n_words;
  gboolean tells = FALSE;
  for (guint i = behind; i < MIN (end, behind + MAX_REPORT) && !tells && !att_scan_is_broken (scan, i); i++)
    tells = (scan->cues[i] & ATT_CUE_PLAIN) != 0;
  if (tells && second->word > self->from && att_scan_is_broken (scan, second->word))
    verdict->share = 0;
  guint64 own = ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_IT | ATT_CUE_THEY | ATT_CUE_I | ATT_CUE_WE;
  if (self->from < self->to && scan->cues[self->from] & ATT_CUE_PLAIN && self->pair->second > self->pair->first + 1 && !(att_scene_cues (self->scene, self->from, self->to) & own))
    verdict->share = 0;
}

/* "has yet to attack" */
static gboolean
is_yet_to (const AttScan *scan, guint from, guint word)
{
  return word >= from + 2 && scan->cues[word - 1] & ATT_CUE_TO && att_reading_is (scan->reading, word - 2, "yet");
}

/* "rejected claims that it attacked" */
static gboolean
is_disputed (const AttScan *scan, guint word)
{
  static const char *const REJECTS[] = { "rejected", "rejects", "rejecting", "dismissed", "dismisses", "dismissing", NULL };
  static const char *const CLAIMS[] = { "claims", "allegations", "accusations", "reports", "charges", "suggestions", "assertions", NULL };
  return att_reading_is_any (scan->reading, word, REJECTS) && word + 1 < scan->reading->words->len && att_reading_is_any (scan->reading, word + 1, CLAIMS);
}

/* Whether a deed was not done, or is not owned to: "said it had not attacked", "denied that it supplies", "refrained from striking". */
static gboolean
is_denied (const Between *self, guint deed)
{
  static const char *const DENIAL[] = { "denied", "denies", "denying", "refrained", "refrains", "refraining", NULL };
  const AttScan *scan = self->scene->scan;
  if (deed >= self->from + 2 && att_scene_cues (self->scene, deed - 2, deed) & ATT_CUE_NEGATION)
    return TRUE;
  for (guint i = self->from; i < deed; i++)
    if (att_reading_is_any (scan->reading, i, DENIAL) || is_disputed (scan, i))
      return TRUE;
  return is_yet_to (scan, self->from, deed);
}

/* "Italy will not ...": where no phrase of the table tells of the deed; "cancelled" is a deed. */
static gboolean
is_negated (const Between *self)
{
  const AttScan *scan = self->scene->scan;
  for (guint i = self->from; i < MIN (self->from + 2, self->to) && !att_scan_is_broken (scan, i); i++)
    if (scan->cues[i] & ATT_CUE_NEGATION && !(scan->cues[i] & ATT_CUE_ENDS))
      return TRUE;
  return FALSE;
}

/* "may attack", "if the United States attacked": a verb that is only thought of. */
static gboolean
is_supposed (const Between *self, const AttDeed *deed)
{
  static const char *const MAY[] = { "may", "might", "could", NULL }, *const IF[] = { "if", "unless", "whether", "imagine", "suppose", "supposing", NULL };
  const AttScan *scan = self->scene->scan;
  guint word = att_scene_side (self->scene, self->pair->first)->word;
  if (!deed->phrase->verb)
    return FALSE;
  if (deed->word > self->from && att_reading_is_any (scan->reading, deed->word - 1, MAY))
    return TRUE;
  for (guint i = word; i > self->scene->sentence->first_word && i + 3 > word; i--)
    if (att_reading_is_any (scan->reading, i - 1, IF))
      return TRUE;
  return FALSE;
}

static void
heed_aspect (const Between *self, AttVerdict *verdict)
{
  const AttDeed *deed = deed_of (self, verdict->type);
  if (deed ? is_denied (self, deed->word) : is_negated (self))
    verdict->aspect = ATT_ASPECT_NEGATED;
  else if (deed && is_supposed (self, deed))
    verdict->aspect = ATT_ASPECT_HYPOTHETICAL;
}

void
att_event_correct (const AttScene *scene, const AttPair *pair, AttVerdict *verdict)
{
  Between between = between_of (scene, pair);
  heed_proposal (proposal_of (scene, pair), scene->scan->lexicon->deeds.doubtful, verdict);
  heed_clause (&between, verdict);
  heed_end (&between, verdict);
  heed_source (&between, verdict);
  heed_report (&between, verdict);
  heed_aspect (&between, verdict);
}
