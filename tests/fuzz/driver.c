/* driver.c: a fuzz target run over given files, where no fuzzer is built in: every case once found stays a test.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
run_file (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;
  if (g_file_get_contents (path, &bytes, &length, NULL))
    LLVMFuzzerTestOneInput ((const uint8_t *) bytes, length);
}

static void
test_seeds (gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (data, 0, NULL);
  g_assert_nonnull (folder);
  guint n = 0;
  for (const char *name; (name = g_dir_read_name (folder)); n++) {
    g_autofree char *path = g_build_filename (data, name, NULL);
    run_file (path);
  }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++) {
    g_autofree char *name = g_path_get_basename (argv[i]), *path = g_strconcat ("/fuzz/", name, NULL);
    g_test_add_data_func (path, argv[i], test_seeds);
  }
  return g_test_run ();
}
