/* test-tongues.c: who speaks, and which bodies are named, in other languages than English.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "story.h"

#include <string.h>

/* Whose words are the first ones said or told; NULL: nobody's are. As of 26 April 2024. */
static const struct { const char *text, *words, *speaker; } SAID[] = {
  /* what qualifies a role stands behind it, and belongs to it */
  { "Un porte-parole militaire israélien a déclaré qu'une unité avait quitté le nord de la vallée pendant la nuit.", "une unité avait quitté", "Un porte-parole militaire israélien" },
  { "Le gouvernement nigérian a annoncé que de nouvelles mesures seraient prises contre la contrebande dans les ports.", "de nouvelles mesures seraient prises", "gouvernement nigérian" },
  { "Le ministre sud-africain des Finances affirme qu'il présentera le budget vendredi prochain devant le parlement.", "il présentera le budget", "ministre sud-africain des Finances" },
  { "Le club catalan précise qu'il s'agit de la première décision de la saison et qu'elle est définitive.", "il s'agit de la première décision", "club catalan" },
  { "Las autoridades sanitarias peruanas dijeron que se están investigando los casos de las últimas semanas en la costa.", "se están investigando", "autoridades sanitarias peruanas" },
  /* offices are known by what another language calls them */
  { "Le président français plaide pour une « présence plus forte » dans la région et pour de nouvelles patrouilles.", "présence plus forte", "Emmanuel Macron" },
  { "« Nous ne céderons pas », a déclaré le chef de la diplomatie américaine lors d'une visite à Paris.", "Nous ne céderons pas", "Antony Blinken" },
  { "El presidente ruso afirmó que las conversaciones con los vecinos continuarán durante el verano en la capital.", "las conversaciones", "Vladimir Putin" },
  { "Der französische Präsident erklärte, dass Europa sich auf einen langen Winter vorbereiten müsse.", "Europa sich auf", "Emmanuel Macron" },
  /* as they were named before, if they may be */
  { "Le maire Ulric Noircy a visité le port mardi avec les dockers. Le maire a indiqué que les travaux seraient achevés avant la fin de l'été.", "les travaux seraient achevés", "Ulric Noircy" },
  { "Laut Edda Norling prüft das Amt den Antrag. Die Richter sagten, dass der Antrag auf jeden Fall zu spät gekommen sei.", "der Antrag auf jeden Fall", "Richter" },
  /* everybody has one name, and a title may stand behind it */
  { "习近平主席指出，双方愿同各方加强合作，共同维护地区和平与稳定。", "双方愿同各方", "Xi Jinping" },
  { "美国国务卿鲁比奥表示，有关各方将继续就港口问题进行对话。", "有关各方将继续", "Marco Rubio" },
  { "«Мы не уступим», — заявил президент Украины Владимир Зеленский во время визита в Берлин.", "Мы не уступим", "Volodymyr Zelensky" },
  { "وأضاف ترامب: \"سنرى ما سيحدث في الأيام المقبلة في موانئ المنطقة\".", "سنرى ما سيحدث", "Donald Trump" },
  { "« Nous ne céderons pas », a déclaré Vladimir Poutine mardi soir à Moscou devant la presse.", "Nous ne céderons pas", "Vladimir Putin" },
  { "قال الرئيس الفرنسي إيمانويل ماكرون إن أوروبا يجب أن تستعد لشتاء طويل وصعب في موانئ المنطقة.", "أوروبا يجب أن تستعد", "Emmanuel Macron" },
  /* where a name begins in German */
  { "Der Hafen bleibt offen, sagte Parteipräsident Marco Norling am Dienstag. Er erklärte, dass die Fähren wie geplant fahren würden.", "die Fähren wie geplant", "Marco Norling" },
  { "Der Hafen bleibt offen. Bankvorstand Carl-Ludwig Thorvald erklärte, dass die Fähren wie geplant fahren würden.", "die Fähren wie geplant", "Carl-Ludwig Thorvald" },
  /* according to whom */
  { "Selon l'armée burkinabè, vingt-quatre personnes ont été tuées au cours de plusieurs heures de combat près du village.", "vingt-quatre personnes", "armée burkinabè" },
  { "Vingt-quatre personnes ont été tuées au cours de plusieurs heures de combat, selon un responsable malien.", "Vingt-quatre personnes", "un responsable malien" },
  { "По словам Дмитрия Пескова, переговоры продолжатся на следующей неделе в столице соседней страны.", "переговоры продолжатся", "Dmitry Peskov" },
  { "Как заявил глава правительства Михаил Мишустин, новые меры коснутся всех портов страны уже этой весной.", "новые меры коснутся", "Mikhail Mishustin" },
  { "Переговоры продолжатся на следующей неделе в столице, по словам Сергея Лаврова.", "Переговоры продолжатся на следующей неделе в столице", "Sergei Lavrov" },
  { "De acuerdo con un funcionario estadounidense, los ataques alcanzaron varios depósitos en el norte del país.", "los ataques alcanzaron", "un funcionario estadounidense" },
};

static void
test_said (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (SAID); i++) {
    g_autoptr (AttArticle) a = story_read (NULL, SAID[i].text);
    const char *speaker = NULL;
    for (guint k = 0; k < a->quotes->len && speaker == NULL; k++) {
      const AttQuote *q = g_ptr_array_index (a->quotes, k);
      if (strstr (q->text, SAID[i].words))
        speaker = q->speaker ? q->speaker : "";
    }
    g_test_message ("%s", SAID[i].text);
    g_assert_cmpstr (speaker, ==, SAID[i].speaker);
  }
}

/* Whom somebody urges to do something, accuses of something, or agrees with has not said it, and nothing was. */
static const char *const NOT_SAID[] = {
  "Le Premier ministre britannique a exhorté les armateurs à rouvrir la ligne du nord avant la fin du mois prochain.",
  "Le maire a accusé les dockers de vouloir bloquer le port pendant toute la durée des travaux de l'été.",
  "El alcalde dijo poco. No está de acuerdo con el ministro español en que los trabajos del puerto empiecen antes del verano.",
};

static void
test_not_said (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (NOT_SAID); i++) {
    g_autoptr (AttArticle) a = story_read (NULL, NOT_SAID[i]);
    g_test_message ("%s", NOT_SAID[i]);
    g_assert_cmpuint (a->quotes->len, ==, 0);
  }
}

/* A body is the same whatever it is called; a state that is a part of its name is named as well. */
static const struct { const char *text, *body, *state; } BODIES[] = {
  { "L'Organisation mondiale de la santé a publié mardi un rapport sur les ports de la région et sur leurs hôpitaux.", "World Health Organization", NULL },
  { "La Otan et l'ONU ont envoyé des observateurs dans la vallée, où les combats ont repris pendant la nuit.", "NATO", NULL },
  { "La Unión Europea enviará una misión a la costa durante las próximas semanas, según fuentes del puerto.", "European Union", NULL },
  { "Der Internationale Währungsfonds hat am Dienstag neue Zahlen vorgelegt, die schlechter sind als im Herbst.", "IMF", NULL },
  { "Представители Совета Безопасности ООН обсудили во вторник положение в порту и новые поставки зерна.", "UN Security Council", NULL },
  { "世界卫生组织星期二发表报告说，该地区港口城市的医院需要更多的帮助和药品。", "World Health Organization", NULL },
  { "中国人民解放军星期二在港口附近海域举行演习，演习持续了三天。", "People's Liberation Army", "CHN" },
  { "أعلنت منظمة الصحة العالمية يوم الثلاثاء أن المستشفيات في مدن الموانئ تحتاج إلى مزيد من المساعدة.", "World Health Organization", NULL },
};

static void
test_bodies (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (BODIES); i++) {
    g_autoptr (AttArticle) a = story_read (NULL, BODIES[i].text);
    g_test_message ("%s", BODIES[i].text);
    g_assert_nonnull (story_find (a, ATT_TOPIC_BODY, BODIES[i].body));
    g_assert_true (BODIES[i].state == NULL || story_find (a, ATT_TOPIC_STATE, BODIES[i].state));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tongues/said", test_said);
  g_test_add_func ("/tongues/not-said", test_not_said);
  g_test_add_func ("/tongues/bodies", test_bodies);
  int status = g_test_run ();
  story_end ();
  return status;
}
