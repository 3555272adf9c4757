#pragma once
#include <stddef.h>
#include <stdint.h>

/// The forms of the loop: for every x86-64, for processors with AVX2, for those with AVX-512's VNNI.
enum newsline_form { NEWSLINE_SSE2, NEWSLINE_AVX2, NEWSLINE_VNNI };

/// The widest form that this processor has; it has those before it as well.
enum newsline_form newsline_widest_form(void);

/// Products of 16-bit rows with a matrix, summed in 32 bits: `sums[i][o] = Σ_k rows[i][k] · matrix[o][k]`.
///
/// `inputs` is even and `outputs` a multiple of 16. `panels` holds the matrix by panels of 16 outputs: for each panel,
/// for each pair of inputs, for each of the 16 outputs the two weights. No sum may leave 32 bits: that is the caller's
/// care. Exact, so every form gives the same.
void newsline_multiply(enum newsline_form form, const int16_t *rows, size_t count, size_t inputs,
                       const int16_t *panels, size_t outputs, int32_t *sums);
