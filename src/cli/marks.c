/* marks.c: the marks on an article as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/verb.h"

static void
print_span (JsonBuilder *b, const AttSpan *span)
{
  att_json_text (b, "zone", span->zone == ATT_ZONE_TITLE ? "title" : "text");
  att_json_number (b, "start", span->start);
  att_json_number (b, "end", span->end);
}

static void
print_theme (JsonBuilder *b, const AttMention *m)
{
  json_builder_begin_object (b);
  att_json_text (b, "id", m->name);
  att_json_text (b, "label", m->label);
  att_json_number (b, "grade", m->grade);
  json_builder_set_member_name (b, "score");
  json_builder_add_double_value (b, m->score);
  json_builder_set_member_name (b, "evidence");
  json_builder_begin_array (b);
  for (guint i = 0; i < m->evidence->len; i++) {
    json_builder_begin_object (b);
    print_span (b, &g_array_index (m->evidence, AttSpan, i));
    json_builder_end_object (b);
  }
  json_builder_end_array (b);
  json_builder_end_object (b);
}

static void
print_actor (JsonBuilder *b, const AttMention *m)
{
  json_builder_begin_object (b);
  att_json_text (b, "kind", att_topic_kind_name (m->kind));
  att_json_text (b, "name", m->label);
  att_json_text (b, "code", m->kind == ATT_TOPIC_STATE ? m->name : NULL);
  json_builder_end_object (b);
}

static void
print_quote (JsonBuilder *b, const AttQuote *q)
{
  json_builder_begin_object (b);
  att_json_text (b, "kind", att_quote_kind_name (q->kind));
  print_span (b, &q->span);
  att_json_text (b, "text", q->text);
  att_json_text (b, "speaker", q->speaker);
  json_builder_end_object (b);
}

static void
print_event (JsonBuilder *b, const AttEvent *e)
{
  json_builder_begin_object (b);
  att_json_text (b, "type", att_event_type_name (e->type));
  att_json_text (b, "aspect", att_aspect_name (e->aspect));
  att_json_text (b, "actor", e->actor);
  att_json_text (b, "recipient", e->recipient);
  json_builder_set_member_name (b, "mutual");
  json_builder_add_boolean_value (b, e->mutual);
  json_builder_set_member_name (b, "scale");
  json_builder_add_double_value (b, att_event_type_scale (e->type));
  print_span (b, &e->span);
  json_builder_end_object (b);
}

void
att_json_marks (JsonBuilder *b, const AttArticle *a)
{
  json_builder_set_member_name (b, "topics");
  json_builder_begin_array (b);
  for (guint i = 0; i < a->mentions->len; i++)
    if (((AttMention *) g_ptr_array_index (a->mentions, i))->kind == ATT_TOPIC_THEME)
      print_theme (b, g_ptr_array_index (a->mentions, i));
  json_builder_end_array (b);
  json_builder_set_member_name (b, "actors");
  json_builder_begin_array (b);
  for (guint i = 0; i < a->mentions->len; i++)
    if (((AttMention *) g_ptr_array_index (a->mentions, i))->kind != ATT_TOPIC_THEME)
      print_actor (b, g_ptr_array_index (a->mentions, i));
  json_builder_end_array (b);
  json_builder_set_member_name (b, "quotes");
  json_builder_begin_array (b);
  for (guint i = 0; i < a->quotes->len; i++)
    print_quote (b, g_ptr_array_index (a->quotes, i));
  json_builder_end_array (b);
  json_builder_set_member_name (b, "events");
  json_builder_begin_array (b);
  for (guint i = 0; a->events && i < a->events->len; i++)
    print_event (b, g_ptr_array_index (a->events, i));
  json_builder_end_array (b);
}
