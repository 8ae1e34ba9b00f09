/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-read-case.h"

#include "plannr-read-account.h"
#include "plannr-read-choice.h"
#include "plannr-read-custom-field.h"
#include "plannr-read-plan.h"
#include "plannr-test-read.h"

static PlannrAccount *
read_account (const char *quoted)
{
  return plannr_test_read (plannr_read_one_account, quoted);
}

static void
test_account (void)
{
  g_autoptr (PlannrAccount) account = read_account (
      "{'uuid':'" UUID_A "','type':'client','role':'joint','name':'Ada Okafor',"
      "'first_name':'A','last_name':'O','email':'ada@example.org',"
      "'primary_phone_number':{'value':'020 7946 0000'},'has_joint_account':true,"
      "'assigned_adviser':{'uuid':'" UUID_B "','first_name':'Zoë','last_name':'Müller'},"
      "'inactive_at':null}");

  g_assert_cmpstr (plannr_account_get_uuid (account), ==, UUID_A);
  g_assert_cmpint (plannr_account_get_kind (account), ==, PLANNR_ACCOUNT_KIND_CLIENT);
  g_assert_cmpstr (plannr_account_get_role (account), ==, "joint");
  g_assert_cmpstr (plannr_account_get_name (account), ==, "Ada Okafor");
  g_assert_cmpstr (plannr_account_get_email (account), ==, "ada@example.org");
  g_assert_cmpstr (plannr_account_get_phone (account), ==, "020 7946 0000");
  g_assert_cmpstr (plannr_account_get_adviser (account), ==, "Zoë Müller");
  g_assert_true (plannr_account_get_joint (account));
  g_assert_false (plannr_account_get_inactive (account));
}

static void
assert_account (const char *members,
                const char *(*get) (PlannrAccount *account),
                const char *expected)
{
  g_autofree char *text = g_strdup_printf ("{'uuid':'" UUID_A "',%s}", members);
  g_autoptr (PlannrAccount) account = read_account (text);

  g_assert_cmpstr (get (account), ==, expected);
}

static void
test_account_forms (void)
{
  assert_account ("'first_name':'Ada','last_name':'Okafor'", plannr_account_get_name, "Ada Okafor");
  assert_account ("'name':'','first_name':'Ada'", plannr_account_get_name, "Ada");
  assert_account ("'name':'  ','last_name':'Okafor'", plannr_account_get_name, "Okafor");
  assert_account ("'name':null", plannr_account_get_name, NULL);
  assert_account ("'name':{'x':1}", plannr_account_get_name, NULL);
  assert_account ("'name':7", plannr_account_get_name, NULL);
  assert_account ("'primary_email':'a@b.org'", plannr_account_get_email, "a@b.org");
  assert_account ("'primary_email':{'value':'a@b.org'}", plannr_account_get_email, "a@b.org");
  assert_account ("'email':'','primary_email':{'email':'a@b.org'}", plannr_account_get_email,
                  "a@b.org");
  assert_account (
      "'email':null,'primary_email':'App\\\\Http\\\\Resources\\\\ContactDetailResource'",
      plannr_account_get_email, NULL);
  assert_account ("'primary_phone_number':'020'", plannr_account_get_phone, "020");
  assert_account ("'primary_phone_number':{'number':'020'}", plannr_account_get_phone, "020");
  assert_account ("'primary_phone_number':[]", plannr_account_get_phone, NULL);
  assert_account ("'assigned_adviser':'Zoë'", plannr_account_get_adviser, "Zoë");
  assert_account ("'assigned_adviser':'App\\\\Http\\\\Resources\\\\AccountResource'",
                  plannr_account_get_adviser, NULL);
  assert_account ("'role':'App\\\\Http\\\\Resources\\\\X'", plannr_account_get_role, NULL);
}

static void
test_account_flags (void)
{
  g_autoptr (PlannrAccount) strings =
      read_account ("{'uuid':'" UUID_A "','has_joint_account':'true','inactive_at':'2025-01-17'}");
  g_autoptr (PlannrAccount) denied =
      read_account ("{'uuid':'" UUID_A "','has_joint_account':'false','inactive_at':false}");
  g_autoptr (PlannrAccount) odd = read_account (
      "{'uuid':' " UUID_A " ','type':'alien','has_joint_account':1,'inactive_at':''}");

  g_assert_true (plannr_account_get_joint (strings));
  g_assert_true (plannr_account_get_inactive (strings));
  g_assert_false (plannr_account_get_joint (denied));
  g_assert_false (plannr_account_get_inactive (denied));
  g_assert_false (plannr_account_get_joint (odd));
  g_assert_false (plannr_account_get_inactive (odd));
  g_assert_cmpint (plannr_account_get_kind (odd), ==, PLANNR_ACCOUNT_KIND_UNKNOWN);
  g_assert_cmpstr (plannr_account_get_uuid (odd), ==, UUID_A);
}

static void
test_without_uuid (void)
{
  static const char *const documents[] = {
    "{}",
    "{'name':'Ada'}",
    "{'uuid':null}",
    "{'uuid':7}",
    "{'uuid':'x'}",
    "{'uuid':['" UUID_A "']}",
    "[]",
    "null",
    "7",
    "'" UUID_A "'",
    "{'data':[]}",
    "{'data':{}}",
    "{'data':{'data':{}}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_assert_null (plannr_test_read (plannr_read_one_account, documents[i]));
      g_assert_null (plannr_test_read (plannr_read_one_plan, documents[i]));
      g_assert_null (plannr_test_read (plannr_read_one_case, documents[i]));
    }
}

static void
test_plan (void)
{
  g_autoptr (PlannrPlan) plan = plannr_test_read (
      plannr_read_one_plan,
      "{'uuid':'" UUID_A "','name':'Johns ISA','type':'cash_account','sub_type':'lifetime isa',"
      "'status':'active','provider':{'uuid':'" UUID_B "','name':'Aviva'},"
      "'policy_number':'AVIVA-123','value':{'amount':'4000','currency':'gbp','formatted':'x'}}");

  g_assert_cmpstr (plannr_plan_get_uuid (plan), ==, UUID_A);
  g_assert_cmpstr (plannr_plan_get_name (plan), ==, "Johns ISA");
  g_assert_cmpstr (plannr_plan_get_kind (plan), ==, "cash_account");
  g_assert_cmpstr (plannr_plan_get_sub_kind (plan), ==, "lifetime isa");
  g_assert_cmpstr (plannr_plan_get_status (plan), ==, "active");
  g_assert_cmpstr (plannr_plan_get_provider (plan), ==, "Aviva");
  g_assert_cmpstr (plannr_plan_get_policy_number (plan), ==, "AVIVA-123");
  g_assert_cmpint (plannr_plan_get_amount (plan), ==, 4000);
  g_assert_cmpstr (plannr_plan_get_currency (plan), ==, "GBP");
}

static void
test_provider (void)
{
  g_autoptr (PlannrPlan) bare =
      plannr_test_read (plannr_read_one_plan, "{'uuid':'" UUID_A "','provider':'Aviva'}");
  g_autoptr (PlannrPlan) class_name =
      plannr_test_read (plannr_read_one_plan,
                        "{'uuid':'" UUID_A
                        "','provider':'App\\\\Http\\\\Resources\\\\Plans\\\\ProviderResource'}");

  g_assert_cmpstr (plannr_plan_get_provider (bare), ==, "Aviva");
  g_assert_cmpstr (plannr_plan_get_provider (class_name), ==, NULL);
}

/* A figure is right, or it is not there. */
static void
test_money (void)
{
  static const struct
  {
    const char *value;
    gint64 amount;
    const char *currency;
  } values[] = {
    { "{'amount':'1000','currency':'GBP','formatted':'£10.00'}", 1000, "GBP" },
    { "{'amount':1000,'currency':'GBP'}", 1000, "GBP" },
    { "{'amount':0,'currency':'GBP'}", 0, "GBP" },
    { "{'amount':'-5','currency':'JPY'}", -5, "JPY" },
    { "{'amount':9223372036854775807,'currency':'GBP'}", G_MAXINT64, "GBP" },
    { "{'amount':{'example':'4000','description':'x'},'currency':{'example':'GBP'}}", 4000, "GBP" },
    { "{'amount':{'example':4000},'currency':'GBP'}", 4000, "GBP" },
    { "{'amount':'1000','currency':null}", 0, NULL },
    { "{'amount':'1000'}", 0, NULL },
    { "{'currency':'GBP'}", 0, NULL },
    { "{'amount':null,'currency':'GBP'}", 0, NULL },
    { "{'amount':10.5,'currency':'GBP'}", 0, NULL },
    { "{'amount':1e3,'currency':'GBP'}", 0, NULL },
    { "{'amount':'10.50','currency':'GBP'}", 0, NULL },
    { "{'amount':'1,000','currency':'GBP'}", 0, NULL },
    { "{'amount':'','currency':'GBP'}", 0, NULL },
    { "{'amount':'£10','currency':'GBP'}", 0, NULL },
    { "{'amount':'9223372036854775808','currency':'GBP'}", 0, NULL },
    { "{'amount':true,'currency':'GBP'}", 0, NULL },
    { "{'amount':['1000'],'currency':'GBP'}", 0, NULL },
    { "{'amount':{'example':{'example':'1'}},'currency':'GBP'}", 0, NULL },
    { "{'amount':'1000','currency':'pounds'}", 0, NULL },
    { "{'amount':'1000','currency':''}", 0, NULL },
    { "{'amount':'1000','currency':7}", 0, NULL },
    { "{'amount':'1000','currency':'G\\u00dfP'}", 0, NULL },
    { "15099", 0, NULL },
    { "'15099'", 0, NULL },
    { "null", 0, NULL },
    { "[]", 0, NULL },
    { "{}", 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = g_strdup_printf ("{'uuid':'" UUID_A "','value':%s}", values[i].value);
      g_autoptr (PlannrPlan) plan = plannr_test_read (plannr_read_one_plan, text);
      g_autoptr (PlannrCase) record = plannr_test_read (plannr_read_one_case, text);

      g_test_message ("%s", values[i].value);
      g_assert_cmpint (plannr_plan_get_amount (plan), ==, values[i].amount);
      g_assert_cmpstr (plannr_plan_get_currency (plan), ==, values[i].currency);
      g_assert_cmpint (plannr_case_get_amount (record), ==, values[i].amount);
      g_assert_cmpstr (plannr_case_get_currency (record), ==, values[i].currency);
    }
}

static void
assert_colour (const char *colour, const char *expected)
{
  g_autofree char *text = g_strdup_printf ("{'uuid':'" UUID_A "','name':'x','colour':%s}", colour);
  g_autoptr (JsonNode) root = plannr_test_parse (text);
  g_autoptr (PlannrChoice) choice = plannr_read_choice (json_node_get_object (root));

  g_assert_cmpstr (plannr_choice_get_colour (choice), ==, expected);
  g_assert_cmpint (plannr_choice_get_position (choice), ==, -1);
}

static void
test_colours (void)
{
  assert_colour ("'#23852B'", "#23852B");
  assert_colour ("'#abcdef'", "#abcdef");
  assert_colour ("'#23852'", NULL);
  assert_colour ("'#23852B0'", NULL);
  assert_colour ("'23852B0'", NULL);
  assert_colour ("'#23852G'", NULL);
  assert_colour ("'red'", NULL);
  assert_colour ("'#23852B;}*{x:y'", NULL);
  assert_colour ("' #23852B'", NULL);
  assert_colour ("null", NULL);
  assert_colour ("7", NULL);
}

static void
assert_position (const char *position, int expected)
{
  g_autofree char *text = g_strdup_printf ("{'uuid':'" UUID_A "','position':%s}", position);
  g_autoptr (JsonNode) root = plannr_test_parse (text);
  g_autoptr (PlannrChoice) choice = plannr_read_choice (json_node_get_object (root));

  g_assert_cmpint (plannr_choice_get_position (choice), ==, expected);
}

static void
test_positions (void)
{
  assert_position ("5", 5);
  assert_position ("'5'", 5);
  assert_position ("0", 0);
  assert_position ("2147483647", G_MAXINT);
  assert_position ("2147483648", -1);
  assert_position ("-3", -1);
  assert_position ("1.5", -1);
  assert_position ("true", -1);
  assert_position ("null", -1);
}

static void
assert_value (const char *value, const char *expected)
{
  g_autofree char *text = g_strdup_printf ("{'name':'Drink','value':%s}", value);
  g_autoptr (JsonNode) root = plannr_test_parse (text);
  g_autoptr (PlannrCustomField) field = plannr_read_custom_field (json_node_get_object (root));

  g_assert_cmpstr (plannr_custom_field_get_name (field), ==, "Drink");
  g_assert_cmpstr (plannr_custom_field_get_value (field), ==, expected);
}

static void
test_custom_fields (void)
{
  g_autoptr (JsonNode) nothing = plannr_test_parse ("{'value':'x'}");

  assert_value ("'Coffee'", "Coffee");
  assert_value ("'two\\nlines'", "two\nlines");
  assert_value ("''", "");
  assert_value ("7", "7");
  assert_value ("-9223372036854775808", "-9223372036854775808");
  assert_value ("1.5", "1.5");
  assert_value ("0.1", "0.1");
  assert_value ("1e20", "1e+20");
  assert_value ("true", "true");
  assert_value ("false", "false");
  assert_value ("null", NULL);
  assert_value ("{}", NULL);
  assert_value ("[]", NULL);
  assert_value ("['Tea','Water',3,null,{}]", "Tea, Water, 3");
  assert_value ("[[],{}]", NULL);
  assert_value ("'App\\\\Http\\\\Resources\\\\X'", NULL);
  g_assert_null (plannr_read_custom_field (json_node_get_object (nothing)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/read/account", test_account);
  g_test_add_func ("/plannr/read/account-forms", test_account_forms);
  g_test_add_func ("/plannr/read/account-flags", test_account_flags);
  g_test_add_func ("/plannr/read/without-uuid", test_without_uuid);
  g_test_add_func ("/plannr/read/plan", test_plan);
  g_test_add_func ("/plannr/read/provider", test_provider);
  g_test_add_func ("/plannr/read/money", test_money);
  g_test_add_func ("/plannr/read/colours", test_colours);
  g_test_add_func ("/plannr/read/positions", test_positions);
  g_test_add_func ("/plannr/read/custom-fields", test_custom_fields);

  return g_test_run ();
}
