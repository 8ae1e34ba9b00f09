/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-app.h"

typedef struct
{
  const char *locale;
  const char *name;
  const char *value;
  const char *create;
  gboolean mirrored;
} Language;

/* The running window speaks the language that it is started in, on a screen with little room. */
static void
test_language (gconstpointer data)
{
  const Language *language = data;
  const char *arguments[] = { "--practice", NULL };
  g_autoptr (PlannrTestDesktop) desktop = plannr_test_desktop_new (640, 480);
  g_autoptr (PlannrTestNode) name = NULL;
  g_autoptr (PlannrTestNode) create = NULL;
  g_autoptr (PlannrTestNode) search = NULL;
  PlannrTestApp *app = NULL;
  PlannrTestArea search_area;
  PlannrTestArea name_area;
  PlannrTestArea create_area;

  plannr_test_desktop_set_locale (desktop, language->locale);
  app = plannr_test_app_start (desktop, arguments);
  name = plannr_test_app_wait_focus (app, "text box", language->name);
  plannr_test_node_free (plannr_test_app_find (app, "text box", language->value));
  create = plannr_test_app_find (app, "button", language->create);
  search = plannr_test_app_find (app, "search box", NULL);
  plannr_test_node_get_area (name, &name_area);
  plannr_test_node_get_area (search, &search_area);
  plannr_test_node_get_area (create, &create_area);
  g_assert_cmpint (search_area.x > name_area.x, ==, language->mirrored);
  g_assert_cmpint (create_area.x, >=, 0);
  g_assert_cmpint (create_area.x + create_area.width, <=, 640);
  plannr_test_desktop_shoot (desktop, language->locale);
  plannr_test_app_finish (app);
}

int
main (int argc, char *argv[])
{
  static const Language languages[] = {
    { "C.UTF-8", "Name", "Expected value", "Create case", FALSE },
    { "en_GB.UTF-8", "Name", "Expected value", "Create case", FALSE },
    { "de_DE.UTF-8", "Name", "Erwarteter Betrag", "Vorgang anlegen", FALSE },
    { "fr_FR.UTF-8", "Nom", "Montant attendu", "Créer le dossier", FALSE },
    { "ar_EG.UTF-8", "Name", "Expected value", "Create case", TRUE },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strconcat ("/plannr/e2e/languages/", languages[i].locale, NULL);

      g_test_add_data_func (path, &languages[i], test_language);
    }

  return g_test_run ();
}
