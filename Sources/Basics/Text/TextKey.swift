/// The form in which two texts are held to be the same: for labels, names and headings.
///
/// Surrounding blanks go, inner runs of white space (line ends and U+00A0 too) become one blank,
/// letters become small (by way of capitals, so that "ß" and "ss" agree), full-width forms become
/// those of ASCII, typographic apostrophes and hyphens become plain, and characters that nobody
/// sees go (U+200B, marks of direction, soft hyphens). Composed and decomposed letters are equal
/// already, since Swift compares text by canonical equivalence. Accents stay: "cote" and "côté" are
/// two words.
package struct TextKey: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ original: some StringProtocol) {
    if let plain = Self.ofASCII(original) {
      text = plain
      return
    }
    var result = ""
    var isAfterBlank = true
    for scalar in original.uppercased().lowercased().unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
        if !isAfterBlank { result.unicodeScalars.append(" ") }
        isAfterBlank = true
        continue
      }
      if scalar.properties.generalCategory == .format { continue }
      isAfterBlank = false
      result.unicodeScalars.append(Self.plain[scalar] ?? scalar.halfWidth ?? scalar)
    }
    if isAfterBlank && !result.isEmpty { result.unicodeScalars.removeLast() }
    text = result
  }

  /// The same for a text that is all ASCII, as most are; nil for any other.
  private static func ofASCII(_ original: some StringProtocol) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(original.utf8.count)
    let blank = UInt8(ascii: " ")
    for byte in original.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x09...0x0D, blank: if let last = result.last, last != blank { result.append(blank) }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(byte | 0x20)
      default: result.append(byte)
      }
    }
    if result.last == blank { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  package var isEmpty: Bool { text.isEmpty }
  package var description: String { text }

  private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{02BC}": "'", "\u{00B4}": "'",
    "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2212}": "-",
  ]
}
