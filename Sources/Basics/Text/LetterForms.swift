import CUtf8proc
import Glibc

/// Other forms of a text's letters, by the Unicode tables of utf8proc: of one library, so that they
/// are the same whatever the language's own runtime knows.
package enum LetterForms {
  /// The text with its letters composed (NFC), without work where none can be.
  package static func composed(_ text: String) -> String {
    areComposed(text.utf8) ? text : mapped(text, composition)
  }

  /// Whether all letters are certainly composed: those below U+0300 are, and those from U+4000 to
  /// U+9FFF (Chinese); of Cyrillic up to U+047F and Arabic up to U+067F, all that are no marks.
  private static func areComposed(_ bytes: some Sequence<UInt8>) -> Bool {
    // Most texts lie together in memory, where a byte costs less to come by.
    let found = bytes.withContiguousStorageIfAvailable { unsafe areComposed(bytes: $0) }
    return found ?? areComposed(bytes: bytes)
  }

  private static func areComposed(bytes: some Sequence<UInt8>) -> Bool {
    var lead: UInt8 = 0
    for byte in bytes {
      switch lead {
      case ..<0xD8: break
      // U+0610 to U+061A, U+064B to U+065F and U+0670 stand on the letter before.
      case 0xD8 where (0x90...0x9A).contains(byte): return false
      case 0xD9 where (0x8B...0x9F).contains(byte) || byte == 0xB0: return false
      default: break
      }
      switch byte {
      case ..<0xCC, 0xD0, 0xD1, 0xD8, 0xD9, 0xE4...0xE9: lead = byte
      default: return false
      }
    }
    return true
  }

  /// Small letters without accents: "Côte" and "cote" are one. "ß" is "ss".
  package static func folded(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text.lowercased() }
    return mapped(withoutAccents(text), composition | UTF8PROC_CASEFOLD.rawValue)
  }

  /// The letters without accents, where they are Latin, Greek or Cyrillic: a mark of another script
  /// is a vowel or a letter of its own.
  package static func withoutAccents(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var kept = ""
    var isEuropean = false
    for scalar in mapped(text, decomposition).unicodeScalars {
      switch utf8proc_category(Int32(bitPattern: scalar.value)) {
      case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME:
        if isEuropean || scalar < firstBeyondCyrillic { continue }
      default: isEuropean = scalar < firstBeyondCyrillic
      }
      kept.unicodeScalars.append(scalar)
    }
    return mapped(kept, composition)
  }

  /// Armenian and all that follows; the marks that these three scripts share stand before it, too.
  private static let firstBeyondCyrillic: Unicode.Scalar = "\u{530}"

  private static let composition = UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue
  private static let decomposition = UTF8PROC_STABLE.rawValue | UTF8PROC_DECOMPOSE.rawValue

  private static func mapped(_ text: String, _ form: UInt32) -> String {
    let bytes = Array(text.utf8)
    var result: UnsafeMutablePointer<UInt8>?
    let count = unsafe bytes.withUnsafeBufferPointer {
      unsafe utf8proc_map($0.baseAddress, $0.count, &result, utf8proc_option_t(rawValue: form))
    }
    guard count >= 0, let result = unsafe result else {
      // Never reached while there is memory, for utf8proc_map fails for four reasons: the bytes of a
      // String are valid, the options are ours, and a length that overflows would need a text of
      // gigabytes. Without memory Swift itself ends, too, and no caller could go on.
      unsafe fatalError(String(cString: utf8proc_errmsg(count)))
    }
    defer { unsafe free(result) }
    return unsafe String(
      decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
  }
}
