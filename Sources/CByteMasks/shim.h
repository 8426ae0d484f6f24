// Which of 64 bytes have some value, as the bits of one word: the byte at the lowest address is the lowest bit.
//
// Swift's vectors cannot be turned into bits without a detour of ten instructions for 16 bytes. Clang's
// vectors of `bool` can, on every processor: on x86-64 it is one instruction. No intrinsics are used.

#ifndef C_BYTE_MASKS_H
#define C_BYTE_MASKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t byte_lanes __attribute__((ext_vector_type(16)));
typedef int8_t signed_byte_lanes __attribute__((ext_vector_type(16)));
typedef bool byte_flags __attribute__((ext_vector_type(16)));

static inline __attribute__((always_inline)) byte_lanes byte_load(const uint8_t *bytes) {
  byte_lanes text;
  memcpy(&text, bytes, sizeof text);
  return text;
}

typedef struct {
  uint64_t low, high;
} byte_pair;

/// The first `count` of 16 bytes, and zeros for the others; the first eight are the lower number, as they lie in memory.
static inline __attribute__((always_inline)) byte_pair byte_beginning_of_16(
  const uint8_t *bytes, size_t count
) {
  static const uint64_t masks[4] = {UINT64_MAX, UINT64_MAX, 0, 0};
  const uint8_t *mask = (const uint8_t *)masks + 16 - count;
  byte_pair pair, kept;
  memcpy(&pair, bytes, sizeof pair);
  memcpy(&kept, mask, sizeof kept);
  return (byte_pair){pair.low & kept.low, pair.high & kept.high};
}

/// The highest bit of each byte.
static inline __attribute__((always_inline)) uint64_t byte_bits(byte_lanes lanes) {
  byte_flags flags = __builtin_convertvector((signed_byte_lanes)lanes < 0, byte_flags);
  uint16_t bits;
  memcpy(&bits, &flags, sizeof bits);
  return bits;
}

/// The bytes that are `value`.
static inline __attribute__((always_inline)) uint64_t byte_mask(
  const uint8_t *block, uint8_t value
) {
  uint64_t bits = 0;
  for (int part = 0; part < 4; part++)
    bits |= byte_bits((byte_lanes)(byte_load(block + 16 * part) == value)) << (16 * part);
  return bits;
}

/// Of 16 bytes, those that are `value`.
static inline __attribute__((always_inline)) uint32_t byte_mask_of_16(
  const uint8_t *block, uint8_t value
) {
  return (uint32_t)byte_bits((byte_lanes)(byte_load(block) == value));
}

/// Whether 16 bytes are the same at two places.
static inline __attribute__((always_inline)) bool byte_same_16(
  const uint8_t *a, const uint8_t *b
) {
  return byte_bits((byte_lanes)(byte_load(a) == byte_load(b))) == 0xFFFF;
}

/// The same for `count` bytes, 16 to 32.
static inline __attribute__((always_inline)) bool byte_same_ends(
  const uint8_t *a, const uint8_t *b, size_t count
) {
  byte_lanes first = (byte_lanes)(byte_load(a) == byte_load(b));
  byte_lanes last = (byte_lanes)(byte_load(a + count - 16) == byte_load(b + count - 16));
  return byte_bits(first & last) == 0xFFFF;
}

/// The bytes that are `first` or `second`.
static inline __attribute__((always_inline)) uint64_t byte_mask_either(
  const uint8_t *block, uint8_t first, uint8_t second
) {
  uint64_t bits = 0;
  for (int part = 0; part < 4; part++) {
    byte_lanes text = byte_load(block + 16 * part);
    bits |= byte_bits((byte_lanes)((text == first) | (text == second))) << (16 * part);
  }
  return bits;
}

/// What 64 bytes of text are to one who reads words: a bit for each byte in each word.
typedef struct {
  /// Letters and digits of ASCII.
  uint64_t alphanumeric;
  /// Blanks and control characters of ASCII.
  uint64_t blanks;
  /// `first`, `second` or `third`, and what is outside ASCII.
  uint64_t signs;
} byte_word_classes;

/// Tells them, and makes capitals of ASCII small letters where they stand.
static inline __attribute__((always_inline)) byte_word_classes byte_fold_words(
  uint8_t *block, uint8_t first, uint8_t second, uint8_t third
) {
  byte_word_classes classes = {0, 0, 0};
  for (int part = 0; part < 4; part++) {
    byte_lanes text = byte_load(block + 16 * part);
    byte_lanes letters = (byte_lanes)((byte_lanes)((text | 0x20) - 'a') < 26);
    byte_lanes digits = (byte_lanes)((byte_lanes)(text - '0') < 10);
    text |= letters & 0x20;
    memcpy(block + 16 * part, &text, sizeof text);
    classes.alphanumeric |= byte_bits(letters | digits) << (16 * part);
    // Below zero are bytes outside ASCII, which are taken out again.
    classes.blanks |= byte_bits((byte_lanes)((signed_byte_lanes)text < '!')) << (16 * part);
    classes.signs |=
      byte_bits(text | (byte_lanes)((text == first) | (text == second) | (text == third)))
      << (16 * part);
  }
  classes.blanks &= ~classes.signs;
  return classes;
}

/// Whether any byte is `value`.
static inline __attribute__((always_inline)) bool byte_block_holds(
  const uint8_t *block, uint8_t value
) {
  byte_lanes found = {0};
  for (int part = 0; part < 4; part++)
    found |= (byte_lanes)(byte_load(block + 16 * part) == value);
  return byte_bits(found) != 0;
}

/// Whether no byte is NUL or outside ASCII.
static inline __attribute__((always_inline)) bool byte_block_is_plain(const uint8_t *block) {
  byte_lanes least = byte_load(block), all = least;
  for (int part = 1; part < 4; part++) {
    byte_lanes text = byte_load(block + 16 * part);
    least = __builtin_elementwise_min(least, text);
    all |= text;
  }
  return byte_bits(all | (byte_lanes)(least == 0)) == 0;
}

/// The bytes that are NUL or outside ASCII.
static inline __attribute__((always_inline)) uint64_t byte_mask_special(const uint8_t *block) {
  uint64_t bits = 0;
  for (int part = 0; part < 4; part++) {
    signed_byte_lanes text = (signed_byte_lanes)byte_load(block + 16 * part);
    bits |= byte_bits((byte_lanes)(text < 1)) << (16 * part);
  }
  return bits;
}

/// How many bytes are `value`.
static inline size_t byte_count(const uint8_t *bytes, size_t count, uint8_t value) {
  size_t total = 0, index = 0;
  while (count - index >= 16) {
    // Each lane counts one byte of a block, and holds 255 at most.
    size_t blocks = (count - index) / 16 < 255 ? (count - index) / 16 : 255;
    byte_lanes counts = {0};
    for (; blocks > 0; blocks--, index += 16)
      counts -= (byte_lanes)(byte_load(bytes + index) == value);
    for (int lane = 0; lane < 16; lane++) total += counts[lane];
  }
  for (; index < count; index++) total += bytes[index] == value;
  return total;
}

/// What bytes of text are: a bit for each byte in each word.
typedef struct {
  /// Of ASCII.
  uint64_t letters;
  uint64_t digits;
  /// `@`, backquote, brackets, braces and what stands between them in ASCII.
  uint64_t signs;
  uint64_t beyond_ascii;
} byte_classes;

static inline __attribute__((always_inline)) byte_classes byte_classes_of_16(const uint8_t *block) {
  byte_lanes text = byte_load(block);
  byte_lanes small = text | 0x20;
  byte_classes classes;
  classes.letters = byte_bits((byte_lanes)(small - 'a' < 26));
  classes.digits = byte_bits((byte_lanes)(text - '0' < 10));
  classes.beyond_ascii = byte_bits(text);
  classes.signs = byte_bits((byte_lanes)(small >= 0x60)) & ~(classes.letters | classes.beyond_ascii);
  return classes;
}

/// Those of `parts` times 16 bytes, of which there are four at most.
static inline __attribute__((always_inline)) byte_classes byte_classes_of_parts(
  const uint8_t *block, int parts
) {
  byte_classes all = byte_classes_of_16(block);
  for (int part = 1; part < parts; part++) {
    byte_classes more = byte_classes_of_16(block + 16 * part);
    all.letters |= more.letters << (16 * part);
    all.digits |= more.digits << (16 * part);
    all.signs |= more.signs << (16 * part);
    all.beyond_ascii |= more.beyond_ascii << (16 * part);
  }
  return all;
}

#endif
