/* error.c: the one error domain of the program.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/error.h"

G_DEFINE_QUARK (att-error-quark, att_error)
