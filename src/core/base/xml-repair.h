/* xml-repair.h: what people write, made into what XML allows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For text that an XML parser has refused: HTML's named characters and bare ampersands become references, control
 * characters and comments go, a '<' that opens no tag is escaped, an end tag that nothing opened is dropped, and one
 * that closes over others closes them too. Whatever stands before the first tag goes. Pure; linear; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATT_XML_CUT "attache-cut"   /* a processing instruction, where the text broke off: what is open there is closed behind it */

char    *att_xml_repair       (const char *text, gsize length);   /* UTF-8 in and out; owned by the caller */
gunichar att_xml_html_entity  (const char *name, gsize length);   /* "eacute" → é; 0: HTML has no such name */

G_END_DECLS
