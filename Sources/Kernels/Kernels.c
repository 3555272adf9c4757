// The one loop that the syntax model's time goes into. Swift's SIMD types have no multiply-add of 16-bit pairs.
#include "Kernels.h"

#include <immintrin.h>
#include <string.h>

enum { PANEL = 16 };

static inline int32_t pair(const int16_t *at) {
  int32_t both;
  memcpy(&both, at, sizeof both);
  return both;
}

#define AVX2 __attribute__((target("avx2")))
#define VNNI __attribute__((target("avx512f,avx512vnni")))

// A panel's 16 pairs fill one register, whose sums stand in the outputs' order; eight rows hide the latency.
VNNI static void panel8_vnni(const int16_t *rows, size_t inputs, const int16_t *panel, size_t outputs,
                             int32_t *sums) {
  __m512i sum[8];
  for (int r = 0; r < 8; r++) sum[r] = _mm512_setzero_si512();
  for (size_t k = 0; k < inputs; k += 2, panel += 2 * PANEL) {
    __m512i weights = _mm512_loadu_si512(panel);
    for (int r = 0; r < 8; r++) {
      sum[r] = _mm512_dpwssd_epi32(sum[r], weights, _mm512_set1_epi32(pair(rows + r * inputs + k)));
    }
  }
  for (int r = 0; r < 8; r++) _mm512_storeu_si512(sums + r * outputs, sum[r]);
}

VNNI static void panel1_vnni(const int16_t *row, size_t inputs, const int16_t *panel, int32_t *sums) {
  __m512i sum = _mm512_setzero_si512();
  for (size_t k = 0; k < inputs; k += 2, panel += 2 * PANEL) {
    sum = _mm512_dpwssd_epi32(sum, _mm512_loadu_si512(panel), _mm512_set1_epi32(pair(row + k)));
  }
  _mm512_storeu_si512(sums, sum);
}

// Four rows by one panel: eight sums in flight hide the multiply-add's latency.
AVX2 static void panel4_avx2(const int16_t *rows, size_t inputs, const int16_t *panel, size_t outputs,
                             int32_t *sums) {
  __m256i low[4], high[4];
  for (int r = 0; r < 4; r++) low[r] = high[r] = _mm256_setzero_si256();
  for (size_t k = 0; k < inputs; k += 2, panel += 2 * PANEL) {
    __m256i first = _mm256_loadu_si256((const __m256i *)panel);
    __m256i second = _mm256_loadu_si256((const __m256i *)(panel + PANEL));
    for (int r = 0; r < 4; r++) {
      __m256i row = _mm256_set1_epi32(pair(rows + r * inputs + k));
      low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(first, row));
      high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(second, row));
    }
  }
  for (int r = 0; r < 4; r++) {
    _mm256_storeu_si256((__m256i *)(sums + r * outputs), low[r]);
    _mm256_storeu_si256((__m256i *)(sums + r * outputs + 8), high[r]);
  }
}

AVX2 static void panel1_avx2(const int16_t *row, size_t inputs, const int16_t *panel, int32_t *sums) {
  __m256i low = _mm256_setzero_si256(), high = low;
  for (size_t k = 0; k < inputs; k += 2, panel += 2 * PANEL) {
    __m256i both = _mm256_set1_epi32(pair(row + k));
    __m256i first = _mm256_loadu_si256((const __m256i *)panel);
    __m256i second = _mm256_loadu_si256((const __m256i *)(panel + PANEL));
    low = _mm256_add_epi32(low, _mm256_madd_epi16(first, both));
    high = _mm256_add_epi32(high, _mm256_madd_epi16(second, both));
  }
  _mm256_storeu_si256((__m256i *)sums, low);
  _mm256_storeu_si256((__m256i *)(sums + 8), high);
}

static void panel1_sse2(const int16_t *row, size_t inputs, const int16_t *panel, int32_t *sums) {
  __m128i sum[4];
  for (int q = 0; q < 4; q++) sum[q] = _mm_setzero_si128();
  for (size_t k = 0; k < inputs; k += 2, panel += 2 * PANEL) {
    __m128i both = _mm_set1_epi32(pair(row + k));
    for (int q = 0; q < 4; q++) {
      __m128i weights = _mm_loadu_si128((const __m128i *)(panel + 8 * q));
      sum[q] = _mm_add_epi32(sum[q], _mm_madd_epi16(weights, both));
    }
  }
  for (int q = 0; q < 4; q++) _mm_storeu_si128((__m128i *)(sums + 4 * q), sum[q]);
}

enum newsline_form newsline_widest_form(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni")) return NEWSLINE_VNNI;
  return __builtin_cpu_supports("avx2") ? NEWSLINE_AVX2 : NEWSLINE_SSE2;
}

void newsline_multiply(enum newsline_form form, const int16_t *rows, size_t count, size_t inputs,
                       const int16_t *panels, size_t outputs, int32_t *sums) {
  for (size_t output = 0; output < outputs; output += PANEL) {
    const int16_t *panel = panels + output * inputs;
    size_t row = 0;
    for (; form == NEWSLINE_VNNI && row + 8 <= count; row += 8) {
      panel8_vnni(rows + row * inputs, inputs, panel, outputs, sums + row * outputs + output);
    }
    for (; form != NEWSLINE_SSE2 && row + 4 <= count; row += 4) {
      panel4_avx2(rows + row * inputs, inputs, panel, outputs, sums + row * outputs + output);
    }
    for (; row < count; row++) {
      int32_t *to = sums + row * outputs + output;
      switch (form) {
      case NEWSLINE_VNNI: panel1_vnni(rows + row * inputs, inputs, panel, to); break;
      case NEWSLINE_AVX2: panel1_avx2(rows + row * inputs, inputs, panel, to); break;
      case NEWSLINE_SSE2: panel1_sse2(rows + row * inputs, inputs, panel, to); break;
      }
    }
  }
}
