/* pinyin.h: Chinese given names as they are written in Latin letters.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether n letters of a word, in ASCII and whatever case, are one or two syllables of Hanyu Pinyin without its tones
 * (ISO 7098:2015): "Bo", "Anran". */
gboolean att_is_pinyin (const char *word, gsize n);

G_END_DECLS
