import Basics
package import Phrases

/// How the tables are written for spreadsheets: as those of the readers' locale open them.
package struct SpreadsheetLocale: Sendable, Equatable {
  package enum Separator: String, Sendable, CaseIterable {
    case comma
    case semicolon

    package var byte: UInt8 {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      }
    }
  }

  package enum DecimalMark: String, Sendable, CaseIterable {
    case point
    case comma

    package var character: Character {
      switch self {
      case .point: "."
      case .comma: ","
      }
    }

    package var text: String { String(character) }
  }

  package let separator: Separator
  package let decimalMark: DecimalMark

  /// What spreadsheets of a language expect (CLDR, `numbers/decimal` of the locale; Windows separates
  /// lists by a semicolon where the decimal mark is a comma).
  package init(of language: Language) {
    switch language {
    case .english, .chinese, .arabic: (separator, decimalMark) = (.comma, .point)
    case .french, .spanish, .russian: (separator, decimalMark) = (.semicolon, .comma)
    }
  }

  /// - Throws: `badDefinition` where the words are no such marks, or are one mark for both.
  init(_ node: DefinitionNode?, of language: Language) throws(RunError) {
    let usual = SpreadsheetLocale(of: language)
    guard let node else {
      self = usual
      return
    }
    try node.allowOnly(SpreadsheetKey.self)
    separator = try node[SpreadsheetKey.separator]?.word(as: Separator.self) ?? usual.separator
    decimalMark = try node[SpreadsheetKey.decimal]?.word(as: DecimalMark.self) ?? usual.decimalMark
    guard separator != .comma || decimalMark != .comma else {
      throw node.error(
        id: .pipeline(.spreadsheetMarks),
        "a comma would separate fields and decimals alike; expected 'separator: semicolon' or "
          + "'decimal: point'")
    }
  }
}
