import Basics

/// What tells a header row below the headings, whatever tool the rest of the file is of: no
/// respondent can have sent it.
package enum HeaderMark: Sendable, Equatable {
  /// Qualtrics' identifiers, `{"ImportId":"QID1"}`, in any quotes: R and pandas write their own.
  case importIds
  /// The tags of the Humanitarian Exchange Language, `#adm1+name`.
  case tags

  package init?(_ row: [String]) {
    let fields = row.filter { !TextKey($0).isEmpty }
    if fields.isEmpty { return nil }
    if fields.count(where: Self.isImportId) * 2 >= fields.count {
      self = .importIds
    } else if fields.count > 1, fields.allSatisfy(Self.isTag) {
      self = .tags
    } else {
      return nil
    }
  }

  package var name: String {
    switch self {
    case .importIds: "ImportId"
    case .tags: "HXL tags"
    }
  }

  private static func isImportId(_ field: String) -> Bool {
    field.contains("{") && field.drop { !$0.isLetter }.hasPrefix("ImportId")
  }

  private static func isTag(_ field: String) -> Bool {
    field.hasPrefix("#") && field.dropFirst().first.map { $0.isASCII && $0.isLetter } ?? false
  }
}

/// A second header row that tells the columns of a question apart, below a row that has the
/// question over the first of them only.
package enum OptionRow {
  /// Whether a heading is none: left blank, or blank before pandas wrote the file.
  package static func isBlank(_ heading: String) -> Bool {
    let key = TextKey(heading).text
    return key.isEmpty
      || key.hasPrefix("unnamed:") && key.dropFirst(8).allSatisfy { $0 == " " || $0.isNumber }
  }

  /// The word for a column with the whole answer that the row has.
  package static func whole(in row: [String]) -> String? {
    row.first { wholes.contains(TextKey($0)) }
  }

  /// The first text under a blank heading.
  package static func option(in row: [String], under headings: [String]) -> String? {
    zip(headings, row).first { isBlank($0) && !TextKey($1).isEmpty }?.1
  }

  package static func isWhole(_ field: String) -> Bool { wholes.contains(TextKey(field)) }

  private static let wholes: Set<TextKey> = Set(
    SurveyTool.all.flatMap { tool -> [TextKey] in
      guard case .questionsAndOptions(let wholes) = tool.header else { return [] }
      return wholes.map { TextKey($0) }
    })
}
