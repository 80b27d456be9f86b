/* han.h: Chinese characters, however a country writes them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Taiwan, Hong Kong and Macau write in traditional characters is compared in simplified ones, as ICU's transliterator
 * (Traditional-Simplified) has it, character by character: one to one, so that places in a text stay what they are. Any thread; the
 * first question takes some 40 ms.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar att_han_simplified (gunichar c);   /* c itself where there is no other */

G_END_DECLS
