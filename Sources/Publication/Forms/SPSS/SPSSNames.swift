import Basics
import StatisticalFiles

/// Names as SPSS takes them: letters, digits, `_` and points, from a letter on, not ending in a point; of at
/// most 64 bytes, no word of its language, and no two that differ in case alone.
struct SPSSNames {
  private var names = DistinctNames(taken: [
    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
  ])

  mutating func name(for wanted: String) -> String {
    var letters = String(
      String.UnicodeScalarView(wanted.unicodeScalars.map { Self.isAllowed($0) ? $0 : "_" }))
    while letters.hasSuffix(".") { letters.removeLast() }
    if letters.first?.isLetter != true { letters = "v_\(letters)" }
    return names.name(for: SPSSVariable.cut(letters, to: SPSSVariable.longestName)) { number in
      let suffix = "_\(number)"
      return SPSSVariable.cut(letters, to: SPSSVariable.longestName - suffix.utf8.count) + suffix
    }
  }

  /// Marks on letters are none to SPSS.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber: true
    case .nonspacingMark, .spacingMark, .enclosingMark, .modifierLetter, .letterNumber,
      .otherNumber,
      .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control,
      .format, .surrogate, .privateUse, .unassigned:
      scalar == "_" || scalar == "."
    @unknown default: false
    }
  }
}
