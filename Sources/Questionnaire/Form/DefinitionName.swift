/// The name of a question or of a choice.
///
/// Names stand in tables, in file names and in addresses such as `table/row/column`, so that a
/// comma, a slash, a quote, a blank or an invisible character in one would break what is made of
/// them.
package enum DefinitionName {
  /// What a name may be made of, for error messages.
  package static let expected =
    "letters, digits, '_', '-' and points between them, beginning with a letter, a digit, '_' or '-'"

  /// Whether a text can be a name: letters of any script, digits, `_`, `-` and inner points.
  package static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy(belongs) && !text.hasPrefix(".")
      && !text.hasSuffix(".")
  }

  /// Returns ` Write 'a_b'` for `a/b`, or nothing where no letter is left.
  static func hint(for text: String) -> String {
    let scalars = text.unicodeScalars.map { belongs($0) && $0 != "." ? $0 : "_" }
    let name = String(String.UnicodeScalarView(scalars))
    return name.allSatisfy { $0 == "_" } ? "" : " Write '\(name)'"
  }

  private static func belongs(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" || scalar == "-" || scalar == "." { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default:
      return false
    }
  }
}
