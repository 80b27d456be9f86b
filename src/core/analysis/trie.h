/* trie.h: phrases found by their words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A trie over word hashes, its edges in one open-addressing table. Boundaries are words, so "Iran" is never found in
 * "Iranian". Built once, then only read, by any thread. A state's value is the index of the first entry that ends there,
 * plus one.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AttTrie AttTrie;

AttTrie *att_trie_new  (void);
void     att_trie_free (AttTrie *self);

guint32  att_trie_add  (AttTrie *self, guint32 state, guint32 word);         /* the state after word, made if need be; the root is 0 */
guint32  att_trie_step (const AttTrie *self, guint32 state, guint32 word);   /* 0: nothing goes on from here */
guint    att_trie_n_states (const AttTrie *self);
guint32 *att_trie_value (AttTrie *self, guint32 state);
guint32  att_trie_get   (const AttTrie *self, guint32 state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttTrie, att_trie_free)

G_END_DECLS
