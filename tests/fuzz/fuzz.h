/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* What libFuzzer calls with everything that it can think of, and the test with what is in corpus/. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
