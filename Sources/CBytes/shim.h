#pragma once
#include <stdint.h>

/* Comparisons of many bytes at once. Swift's own vectors compare for equality as fast, but go byte by byte over
   what is greater or less, and cannot gather one bit of each byte. Of Clang's vectors, for any processor. */

typedef uint8_t cbytes_16 __attribute__((ext_vector_type(16)));
typedef uint8_t cbytes_64 __attribute__((ext_vector_type(64)));
typedef _Bool cbytes_bits_16 __attribute__((ext_vector_type(16)));
typedef _Bool cbytes_bits_64 __attribute__((ext_vector_type(64)));

/* Which of the next 64 bytes are one of four: a bit for each, the lowest for the first. */
static inline uint64_t cbytes_marks(
    const void *bytes, uint8_t first, uint8_t second, uint8_t third, uint8_t fourth) {
  cbytes_64 chunk;
  __builtin_memcpy(&chunk, bytes, sizeof chunk);
  cbytes_bits_64 found = __builtin_convertvector(
      (chunk == first) | (chunk == second) | (chunk == third) | (chunk == fourth), cbytes_bits_64);
  uint64_t bits;
  __builtin_memcpy(&bits, &found, sizeof bits);
  return bits;
}

/* How many of the next 16 bytes begin a letter of more than one byte in UTF-8; -1 where one of them may not
   follow the one, the two and the three before it (Unicode 15, table 3-7). Three bytes before are read, too. */
static inline int cbytes_utf8_letters(const void *bytes) {
  const uint8_t *start = bytes;
  cbytes_16 chunk, first, second, third;
  __builtin_memcpy(&chunk, start, sizeof chunk);
  __builtin_memcpy(&third, start - 3, sizeof third);
  cbytes_16 either = chunk | third;
  uint64_t words[2];
  __builtin_memcpy(words, &either, sizeof words);
  if (((words[0] | words[1]) & 0x8080808080808080) == 0) return 0;

  __builtin_memcpy(&first, start - 1, sizeof first);
  __builtin_memcpy(&second, start - 2, sizeof second);
  __typeof__(chunk == chunk) continues = (chunk & 0xC0) == 0x80,
    must_continue = (first >= 0xC0) | (second >= 0xE0) | (third >= 0xF0),
    no_lead = (chunk == 0xC0) | (chunk == 0xC1) | (chunk >= 0xF5),
    overlong = ((first == 0xE0) & (chunk < 0xA0)) | ((first == 0xF0) & (chunk < 0x90)),
    surrogate = (first == 0xED) & (chunk > 0x9F),
    beyond = (first == 0xF4) & (chunk > 0x8F),
    wrong = (continues ^ must_continue) | no_lead | overlong | surrogate | beyond;
  __builtin_memcpy(words, &wrong, sizeof words);
  if ((words[0] | words[1]) != 0) return -1;

  cbytes_bits_16 leads = __builtin_convertvector(chunk >= 0xC0, cbytes_bits_16);
  uint16_t bits;
  __builtin_memcpy(&bits, &leads, sizeof bits);
  return __builtin_popcount(bits);
}
