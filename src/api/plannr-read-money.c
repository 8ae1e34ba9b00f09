/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-read-money.h"

#include "plannr-json.h"
#include "plannr-money.h"

/* The specification's own example holds {"example": …, "description": …} in the place of a value;
 * what comes back is where that value is to be looked up, under which name. */
static JsonObject *
unwrap (JsonObject *money, const char **name)
{
  JsonObject *wrapped = plannr_json_get_object (money, *name);

  if (wrapped == NULL)
    return money;

  *name = "example";

  return wrapped;
}

/**
 * plannr_read_money:
 * @object: an object
 * @name: the name of its member of the shape `{amount, currency, formatted}`
 * @amount: (out): the amount in the lowest denomination of the currency
 * @currency: (out) (transfer full) (nullable): the currency's ISO 4217 code
 *
 * Reads an amount that is an integer or a string of digits. A fraction is no amount in pence.
 *
 * Returns: whether both are known; if not, @amount is 0 and @currency %NULL
 */
gboolean
plannr_read_money (JsonObject *object, const char *name, gint64 *amount, char **currency)
{
  JsonObject *money = plannr_json_get_object (object, name);
  const char *amount_name = "amount";
  const char *currency_name = "currency";
  JsonObject *amount_of = unwrap (money, &amount_name);
  JsonObject *currency_of = unwrap (money, &currency_name);
  const char *code = plannr_json_get_string (currency_of, currency_name);

  *amount = 0;
  *currency = NULL;

  if (!plannr_money_is_currency (code) || !plannr_json_get_integer (amount_of, amount_name, amount))
    return FALSE;

  *currency = g_ascii_strup (code, -1);

  return TRUE;
}
