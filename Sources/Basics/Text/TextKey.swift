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
    self.init(folding: String(original))
  }

  /// Of one type of text, so that its letters are looked at without asking the type for each.
  private init(folding original: String) {
    var folded = Folded()
    folded.bytes.reserveCapacity(original.utf8.count)
    for scalar in original.unicodeScalars {
      guard !scalar.isASCII else {
        folded.append(UInt8(truncatingIfNeeded: scalar.value))
        continue
      }
      for capital in scalar.properties.uppercaseMapping.unicodeScalars {
        for small in capital.properties.lowercaseMapping.unicodeScalars { folded.append(small) }
      }
    }
    if folded.isAfterBlank { folded.bytes.removeLast() }
    text = String(decoding: folded.bytes, as: UTF8.self)
  }

  /// A text as far as it is folded, in UTF-8. Properties of characters are looked up for those alone that are
  /// not of ASCII: that takes longer than all else.
  private struct Folded {
    var bytes: [UInt8] = []

    private static let blank = UInt8(ascii: " ")

    var isAfterBlank: Bool { bytes.last == Self.blank }

    mutating func append(_ byte: UInt8) {
      switch byte {
      case 0x09...0x0D, Self.blank: appendBlank()
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      default: bytes.append(byte)
      }
    }

    mutating func append(_ scalar: Unicode.Scalar) {
      guard !scalar.isASCII else {
        append(UInt8(truncatingIfNeeded: scalar.value))
        return
      }
      guard !scalar.properties.isWhitespace && scalar != "\u{FEFF}" else {
        appendBlank()
        return
      }
      guard scalar.properties.generalCategory != .format else { return }
      bytes.append(contentsOf: String(TextKey.plain[scalar] ?? scalar.halfWidth ?? scalar).utf8)
    }

    private mutating func appendBlank() {
      if !bytes.isEmpty && !isAfterBlank { bytes.append(Self.blank) }
    }
  }

  package var isEmpty: Bool { text.isEmpty }
  package var description: String { text }

  private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{02BC}": "'", "\u{00B4}": "'",
    "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2212}": "-",
  ]
}
