/* trie.h: phrases found by their words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A trie over word hashes. Boundaries are words, so "Iran" is never found in "Iranian". Built once, frozen, and from then
 * on only read, by any thread. A state's value is the index of the first entry that ends there, plus one.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AttTrie AttTrie;
typedef struct { guint32 word, to, value; } AttEdge;   /* to: the state behind the word; value: its value */

AttTrie *att_trie_new  (void);
void     att_trie_free (AttTrie *self);

guint32  att_trie_add   (AttTrie *self, guint32 state, guint32 word);   /* the state after word, made if need be; the root is 0 */
guint    att_trie_n_states (const AttTrie *self);
guint32 *att_trie_value  (AttTrie *self, guint32 state);
void     att_trie_freeze (AttTrie *self);   /* nothing is added or set any more */

/* Of a frozen trie: where a word leads from any state but the root; NULL: nothing goes on so. */
const AttEdge *att_trie_step (const AttTrie *self, guint32 state, guint32 word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttTrie, att_trie_free)

G_END_DECLS
