import Basics

/// What tells who somebody is or where to find them: it has no place in what is published, until
/// somebody says otherwise.
package enum PersonalDetail: String, Sendable, CaseIterable {
  case name
  case email = "e-mail"
  case phone
  case address
  case ip = "IP address"
  case coordinates

  /// The kind of detail that a column has; nil where neither its heading nor its texts say so.
  ///
  /// - Parameters:
  ///   - title: What a person reads above it.
  ///   - texts: Its distinct texts.
  package init?(title: String, texts: [String]) {
    let heading = Self.heading(title)
    let found = Self.allCases.first { detail in
      detail.headings.contains(heading)
        && texts.allSatisfy { detail.mayBe($0) } || detail.isShown(by: texts)
    }
    guard let found else { return nil }
    self = found
  }

  /// A heading without what asks for it.
  private static func heading(_ title: String) -> String {
    let words = TextKey(String(title.map { $0.isLetter || $0.isNumber ? $0 : " " })).text
    var rest = words.split(separator: " ")
    while let first = rest.first, rest.count > 1, askingWords.contains(String(first)) {
      rest.removeFirst()
    }
    // A second question of that name has a number to it.
    if let last = rest.last, let number = last.last, number.isNumber {
      rest[rest.count - 1] = last.dropLast(last.reversed().prefix(while: \.isNumber).count)
      if rest[rest.count - 1].isEmpty { rest.removeLast() }
    }
    while let last = rest.last, rest.count > 1, endingWords.contains(String(last)) {
      rest.removeLast()
    }
    return rest.joined(separator: " ")
  }

  private static let askingWords: Set<String> = [
    "what", "is", "your", "please", "enter", "give", "write", "the", "a", "respondent", "s",
    "contact", "personal", "other", "votre", "vos", "su", "tu", "ihr", "ihre", "ваш", "ваше",
  ]
  private static let endingWords: Set<String> = ["optional", "required", "here"]

  /// Whether a text may be such a detail where the heading says so: "Yes" is no phone number.
  private func mayBe(_ text: String) -> Bool {
    switch self {
    // Nombre is a name in Spanish, and a number in French.
    case .name:
      text.contains(where: \.isLetter) && !Ticks.marks.contains(TextKey(text))
        && !Ticks.noughts.contains(TextKey(text))
    case .address, .email:
      !Ticks.marks.contains(TextKey(text)) && !Ticks.noughts.contains(TextKey(text))
    case .phone: text.count { $0.isNumber } > 2
    case .ip: text.contains { $0 == "." || $0 == ":" }
    case .coordinates: text.contains(where: \.isNumber)
    }
  }

  /// Whether the texts say so whatever the heading: most of them.
  private func isShown(by texts: [String]) -> Bool {
    let found =
      switch self {
      case .email: texts.count(where: Self.isEmail)
      case .ip: texts.count(where: Self.isIP)
      case .coordinates: texts.count(where: Self.isPoint)
      case .phone: texts.count(where: Self.isPhone)
      case .name, .address: 0
      }
    return found * 2 > texts.count
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.trimmed.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !text.trimmed.contains(" ")
      && parts[1].dropFirst().dropLast().contains(".")
  }

  private static func isIP(_ text: String) -> Bool {
    let parts = text.trimmed.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { CalendarDate.number($0).map { $0 < 256 } ?? false }
  }

  /// `+41 22 917 00 00`: nothing else begins so.
  private static func isPhone(_ text: String) -> Bool {
    let text = text.trimmed
    return text.first == "+" && text.count { $0.isNumber } > 7
      && text.dropFirst().allSatisfy { $0.isNumber || " -()/.".contains($0) }
  }

  /// `46.2044 6.1432 380 5`: a geopoint of XLSForm.
  private static func isPoint(_ text: String) -> Bool {
    let parts = text.trimmed.split(separator: " ")
    return (3...4).contains(parts.count) && parts.prefix(2).allSatisfy { $0.contains(".") }
      && parts.allSatisfy { ExactDecimal(String($0)) != nil }
  }
}
