/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-exchange.h"

G_BEGIN_DECLS

/* One function per endpoint, each in the file of its resource. */

void practice_logins_list (PracticeExchange *exchange);
void practice_logins_me (PracticeExchange *exchange);

void practice_accounts_list (PracticeExchange *exchange);
void practice_accounts_show (PracticeExchange *exchange);

void practice_plans_list (PracticeExchange *exchange);
void practice_plans_list_of_client (PracticeExchange *exchange);
void practice_plans_show (PracticeExchange *exchange);

void practice_statuses_list (PracticeExchange *exchange);
void practice_groups_list (PracticeExchange *exchange);
void practice_custom_fields_list (PracticeExchange *exchange);

void practice_cases_create (PracticeExchange *exchange);
void practice_cases_list (PracticeExchange *exchange);
void practice_cases_list_of_client (PracticeExchange *exchange);
void practice_cases_show (PracticeExchange *exchange);

G_END_DECLS
