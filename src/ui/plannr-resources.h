/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/** Where the compiled-in files stand. */
#define PLANNR_RESOURCES "/org/example/PlannrCases/"
