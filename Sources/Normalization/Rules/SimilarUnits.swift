import Basics
import Findings

extension Objection {
  static func similarUnits(_ text: String, _ twin: String) -> Objection {
    Objection(
      .similarUnits,
      "'\(text)' and '\(twin)' count as two respondents, and differ only in zeros, blanks or hyphens"
    )
  }
}

/// Identifiers that a spreadsheet or a person may have made of another one: `7` of `007`, `12.0` of
/// `12`, `AB 12` of `AB-12`.
struct SimilarUnits {
  /// The identifiers that are numbers written otherwise than shortest, by the shortest.
  private var numbers: [String: String] = [:]

  /// The other identifier that a new one may stand for.
  ///
  /// - Parameters:
  ///   - key: That of the text.
  ///   - isUnit: Whether a text is the identifier of a unit already.
  mutating func twin(
    of text: String, key: TextKey, isUnit: (TextKey) -> Bool
  ) -> String? {
    let key = key.text
    if let shortest = Self.shortest(key) {
      if let twin = numbers[shortest], twin != text { return twin }
      if shortest != key {
        numbers[shortest] = text
        return isUnit(TextKey(shortest)) ? shortest : nil
      }
      return nil
    }
    // Without blanks and hyphens there is no other one.
    guard key.utf8.count <= 20,
      key.utf8.contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }),
      key.contains(where: \.isNumber)
    else { return nil }
    let bare = key.filter { $0 != " " && $0 != "-" }
    let others = [bare, key.replacingBlanks(with: "-"), key.replacingHyphens(with: " ")]
    return others.first { $0 != key && isUnit(TextKey($0)) }
  }

  /// The whole number without noughts before it, or a point and noughts behind.
  private static func shortest(_ key: String) -> String? {
    guard let first = key.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      return nil
    }
    let whole = key.prefix { $0 != "." }
    guard !whole.isEmpty, whole.allSatisfy({ $0.isASCII && $0.isNumber }),
      key.dropFirst(whole.count + 1).allSatisfy({ $0 == "0" })
    else { return nil }
    let digits = whole.drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }
}

extension String {
  fileprivate func replacingBlanks(with other: Character) -> String {
    String(map { $0 == " " ? other : $0 })
  }

  fileprivate func replacingHyphens(with other: Character) -> String {
    String(map { $0 == "-" ? other : $0 })
  }
}
