/* description.h: what somebody is called who has no name: "the foreign ministry", "a spokesman for the army".
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the article, with whose the office is where the article says so: "China's foreign ministry", and "the army" for who speaks for it.
 * Strings are owned by the caller. Pure; any thread.
 */
#pragma once

#include "analysis/voice.h"

G_BEGIN_DECLS

const AttActor *att_description_state      (const AttVoices *self, const AttVoice *role);   /* the state or body named within its words; NULL: none */
char           *att_description_written    (const AttVoices *self, const AttVoice *voice);
char           *att_description_brought_in (const AttVoices *self, guint voice);   /* "the spokesman", first "a spokesman for the army": as that; NULL: he was not */

G_END_DECLS
