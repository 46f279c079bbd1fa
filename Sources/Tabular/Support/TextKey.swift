/// The form in which two texts are held to be the same: for labels, names and headings.
///
/// Surrounding blanks go, inner runs of white space (line ends and U+00A0 too) become one blank,
/// letters become small (by way of capitals, so that "ß" and "ss" agree), and typographic apostrophes and hyphens become plain. Composed and
/// decomposed letters are equal already, since Swift compares text by canonical equivalence.
/// Accents stay: "cote" and "côté" are two words.
package struct TextKey: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ original: some StringProtocol) {
    var result = ""
    var isAfterBlank = true
    for scalar in original.uppercased().lowercased().unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
        if !isAfterBlank { result.unicodeScalars.append(" ") }
        isAfterBlank = true
        continue
      }
      isAfterBlank = false
      result.unicodeScalars.append(Self.plain[scalar] ?? scalar)
    }
    if isAfterBlank && !result.isEmpty { result.unicodeScalars.removeLast() }
    text = result
  }

  package var isEmpty: Bool { text.isEmpty }
  package var description: String { text }

  private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{02BC}": "'", "\u{00B4}": "'",
    "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2212}": "-",
  ]
}
