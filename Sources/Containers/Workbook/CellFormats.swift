/// What the number formats of a workbook's cells say of the numbers (ECMA-376 part 1, 18.8).
final class CellFormats: XMLHandler {
  /// What a number stands for.
  enum Kind: Equatable {
    case number
    /// A day, with the time where there is one.
    case date
    case dateAndTime
    case time
    /// Hours that may be more than a day's, as in `[h]:mm`.
    case elapsed
  }

  private var codes: [Int: Kind] = [:]
  private var kinds: [Kind] = []
  private var isInCellFormats = false

  func begin(_ element: String, _ attributes: XMLAttributes) {
    switch element {
    case "numFmt":
      if let id = Int(attributes["numFmtId"] ?? "") {
        codes[id] = Self.kind(ofCode: attributes["formatCode"] ?? "")
      }
    case "cellXfs": isInCellFormats = true
    case "xf":
      guard isInCellFormats else { return }
      let id = Int(attributes["numFmtId"] ?? "") ?? 0
      kinds.append(codes[id] ?? Self.builtIn(id))
    default: break
    }
  }

  func end(_ element: String, text: [UInt8]) {
    if element == "cellXfs" { isInCellFormats = false }
  }

  /// What the cells of a style hold; a style that is not there says nothing.
  func kind(ofStyle style: Int) -> Kind {
    kinds.indices.contains(style) ? kinds[style] : .number
  }

  /// The formats that no workbook writes out (18.8.30), those of East Asian editions too.
  private static func builtIn(_ id: Int) -> Kind {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: .date
    case 18...21, 32...35, 45, 47, 55, 56: .time
    case 22: .dateAndTime
    case 46: .elapsed
    default: .number
    }
  }

  /// What the first section of a format code shows (18.8.31); texts in quotes, after a backslash
  /// and in brackets show no part of a date.
  static func kind(ofCode code: String) -> Kind {
    var letters: Set<Character> = []
    var rest = code.lowercased()[...]
    if rest.hasPrefix("general") { return .number }
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": _ = rest.popFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if !inside.isEmpty, inside.allSatisfy({ $0 == inside.first }),
          ["h", "m", "s"].contains(inside.first)
        {
          return .elapsed
        }
      default: letters.insert(character)
      }
    }
    let hasTime = !letters.isDisjoint(with: ["h", "s"])
    let hasDay = !letters.isDisjoint(with: ["y", "d"]) || (letters.contains("m") && !hasTime)
    if hasDay { return hasTime ? .dateAndTime : .date }
    return hasTime ? .time : .number
  }
}
