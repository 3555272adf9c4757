#pragma once
#include <stddef.h>
#include <stdint.h>

/// Products of 16-bit rows with a matrix, summed in 32 bits: `sums[i][o] = Σ_k rows[i][k] · matrix[o][k]`.
///
/// `inputs` is even and `outputs` a multiple of 16. `panels` holds the matrix by panels of 16 outputs: for each panel,
/// for each pair of inputs, for each of the 16 outputs the two weights. No sum may leave 32 bits: that is the caller's
/// care. Exact, so the same on every processor: an AVX2 form where there is one, else SSE2.
void newsline_multiply(const int16_t *rows, size_t count, size_t inputs, const int16_t *panels,
                       size_t outputs, int32_t *sums);
