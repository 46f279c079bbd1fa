import CUtf8proc
import Glibc

/// Other forms of a text's letters, by the Unicode tables of utf8proc: of one library, so that they
/// are the same whatever the language's own runtime knows.
package enum LetterForms {
  /// The text with its letters composed (NFC), without work where none can be.
  package static func composed(_ text: String) -> String {
    // All characters below U+0300 are composed, and so are the Chinese ones from U+4000 to U+9FFF.
    let isComposed = text.utf8.allSatisfy { $0 < 0xCC || (0xE4...0xE9).contains($0) }
    return isComposed ? text : mapped(text, composition)
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
      // Only where memory is wanting: the bytes of a String are valid, the options are ours, and a
      // length that overflows would need a text of gigabytes. Swift itself ends there, too.
      unsafe fatalError(String(cString: utf8proc_errmsg(count)))
    }
    defer { unsafe free(result) }
    return unsafe String(
      decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
  }
}
