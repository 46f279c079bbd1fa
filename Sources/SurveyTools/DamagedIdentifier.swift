package import Basics

/// The texts that spreadsheets show where they have no value.
package enum SpreadsheetErrors {
  /// Whether a field is one of them, or the marks of a column too narrow.
  package static func contain(_ key: TextKey) -> Bool {
    guard key.text.hasPrefix("#") else { return false }
    return errors.contains(key.text) || (key.text.count > 1 && key.text.allSatisfy { $0 == "#" })
  }

  private static let errors: Set = [
    "#n/a", "#name?", "#ref!", "#value!", "#div/0!", "#num!", "#null!", "#spill!", "#calc!",
  ]
}

/// Texts that stand where an identifier was, and identify nobody any more.
package enum DamagedIdentifier {
  /// What happened to the identifier; nil where nothing speaks for damage.
  package static func cause(of key: TextKey) -> String? {
    if SpreadsheetErrors.contain(key) { return "a spreadsheet wrote it for what it could not show" }
    if isRounded(key.text) { return "a spreadsheet cut a long number down to its first digits" }
    if missing.contains(key.text) { return "it says that there is none" }
    return nil
  }

  /// `4.90001E+12`: a number with an exponent, in small letters.
  private static func isRounded(_ text: String) -> Bool {
    // Of nearly all identifiers the first letter and the lack of an "e" say no.
    guard let byte = text.utf8.first, byte >= 0x80 || (0x30...0x39).contains(byte),
      text.utf8.contains(UInt8(ascii: "e"))
    else { return false }
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let sign = parts[1].first, "+-".contains(sign),
      !parts[1].dropFirst().isEmpty, parts[1].dropFirst().allSatisfy(\.isNumber),
      let first = parts[0].first, first.isNumber
    else { return false }
    return parts[0].allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
  }

  private static let missing: Set = [
    "n/a", "na", "nan", "null", "none", "-", "--", "?", "undefined",
  ]
}
