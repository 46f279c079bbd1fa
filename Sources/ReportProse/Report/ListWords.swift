/// The words that make names a list, in the six languages of the registers.
struct ListWords {
  private let language: String

  init(_ language: String) {
    self.language = language
  }

  /// Names separated by commas; in a sentence with "and" before the last.
  ///
  /// - Parameter most: Of more names than these only so many are given, as examples.
  func list(_ names: [String], most: Int?, inSentence: Bool) -> String {
    if names.isEmpty { return none }
    if let most, names.count > most {
      return "\(example)\(joined(Array(names.prefix(most)), inSentence))"
    }
    return joined(names, inSentence)
  }

  private func joined(_ names: [String], _ inSentence: Bool) -> String {
    guard inSentence, names.count > 1, let last = names.last else {
      return names.joined(separator: comma)
    }
    return names.dropLast().joined(separator: comma) + and(before: last) + last
  }

  private var none: String {
    switch language {
    case "fr": "aucun"
    case "es": "ninguno"
    case "ru": "нет"
    case "zh": "无"
    case "ar": "لا أحد"
    default: "none"
    }
  }

  private var example: String {
    switch language {
    case "fr": "par exemple "
    case "es": "por ejemplo "
    case "ru": "например "
    case "zh": "例如"
    case "ar": "مثل "
    default: "for example "
    }
  }

  private var comma: String {
    switch language {
    case "zh": "、"
    case "ar": "، "
    default: ", "
    }
  }

  private func and(before name: String) -> String {
    switch language {
    case "fr": return " et "
    case "es": return Self.soundsLikeI(name) ? " e " : " y "
    case "ru": return " и "
    case "zh": return "和"
    case "ar": return " و"
    default: return " and "
    }
  }

  /// Spanish says "e" before the sound of i, which the diphthongs ia, ie and io do not begin with.
  private static func soundsLikeI(_ name: String) -> Bool {
    let start = name.lowercased().replacing("í", with: "i")
    let sound = start.hasPrefix("h") ? start.dropFirst() : start[...]
    return sound.hasPrefix("i") && !["ia", "ie", "io"].contains { sound.hasPrefix($0) }
  }
}
