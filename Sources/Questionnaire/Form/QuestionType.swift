import Tabular

/// The `type` cell of a survey sheet (https://xlsform.org, "Question types").
enum QuestionType: Equatable {
  case beginGroup
  case endGroup
  case selectOne(list: String, orOther: Bool)
  case selectMultiple(list: String, orOther: Bool)
  case plain(AnswerType)
  /// A row that asks nothing: notes, calculations, and what the collecting device records.
  case noAnswer

  /// - Returns: nil for a type that XLSForm does not know or that has no tables here.
  init?(_ cell: String) {
    let words = cell.split(separator: " ").map(String.init)
    switch words.first {
    case "begin_group", "end_group":
      self = words[0] == "begin_group" ? .beginGroup : .endGroup
    case "begin", "end":
      guard words.count == 2, words[1] == "group" else {
        guard words.count == 1 else { return nil }
        self = .noAnswer
        return
      }
      self = words[0] == "begin" ? .beginGroup : .endGroup
    case "select_one" where words.count >= 2:
      self = .selectOne(list: words[1], orOther: words.last == "or_other")
    case "select_multiple" where words.count >= 2:
      self = .selectMultiple(list: words[1], orOther: words.last == "or_other")
    case "integer": self = .plain(.integer)
    case "decimal", "range": self = .plain(.decimal)
    case "date": self = .plain(.date)
    case let word? where Self.textTypes.contains(word): self = .plain(.text)
    case let word? where Self.silentTypes.contains(word): self = .noAnswer
    default: return nil
    }
  }

  static let known =
    [
      "select_one", "select_multiple", "text", "integer", "decimal", "date", "begin_group",
      "end_group", "note",
    ]

  private static let textTypes: Set = [
    "text", "barcode", "time", "dateTime", "datetime", "geopoint", "geotrace", "geoshape", "image",
    "audio", "video", "file", "acknowledge",
  ]

  private static let silentTypes: Set = [
    "note", "calculate", "hidden", "start", "today", "deviceid", "phonenumber", "username",
    "email", "audit", "background-audio", "csv-external", "xml-external",
  ]
}
