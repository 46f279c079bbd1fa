import Basics

/// The `type` field of a survey sheet (https://xlsform.org, "Question types").
enum QuestionType: Equatable {
  case beginGroup
  case endGroup
  case beginRepeat
  case endRepeat
  case selectOne(list: String, orOther: Bool)
  case selectMultiple(list: String, orOther: Bool)
  case rank(list: String)
  case plain(AnswerType)
  /// A row that asks nothing and is worked out of answers.
  case calculate
  /// A row that asks nothing: notes, and what the collecting device records.
  case noAnswer

  /// What is wrong with a `type` field.
  struct FieldError: Error, Equatable {
    let id: ErrorID
    let message: String
  }

  /// - Throws: A `FieldError` for a type that XLSForm does not know or that has no tables here, and
  ///   for words after a type that nobody would read.
  init(_ field: String) throws(FieldError) {
    let words = TypeSpelling.usual(field).split(separator: " ").map(String.init)
    let first = words.first ?? ""
    switch first {
    case "begin" where ["group", "repeat"].contains(words.dropFirst().first),
      "end" where ["group", "repeat"].contains(words.dropFirst().first):
      try Self.refuseMore(words, than: 2)
      self = try QuestionType("\(first)_\(words[1])")
    case "select_one":
      let list = try Self.list(words)
      self = .selectOne(list: list, orOther: words.count > 2)
    case "select_multiple":
      let list = try Self.list(words)
      self = .selectMultiple(list: list, orOther: words.count > 2)
    case "rank":
      self = .rank(list: try Self.list(words))
      try Self.refuseMore(words, than: 2)
    default:
      guard let type = Self.simple(first) else { throw Self.unknown(first, field) }
      try Self.refuseMore(words, than: 1)
      self = type
    }
  }

  /// The types that are one word.
  private static func simple(_ word: String) -> QuestionType? {
    switch word {
    case "begin_group": .beginGroup
    case "end_group": .endGroup
    case "begin_repeat": .beginRepeat
    case "end_repeat": .endRepeat
    case "integer": .plain(.integer)
    case "decimal", "range": .plain(.decimal)
    case "date": .plain(.date)
    case "calculate": .calculate
    default:
      if textTypes.contains(word) {
        .plain(.text)
      } else {
        silentTypes.contains(word) ? .noAnswer : nil
      }
    }
  }

  /// The choice list that a `select_…` names.
  private static func list(_ words: [String]) throws(FieldError) -> String {
    guard words.count > 1 else {
      throw FieldError(
        id: .form(.noList),
        message: "'\(words[0])' stands without a choice list; expected its name, as in "
          + "'\(words[0]) yes_no'")
    }
    guard words.count == 2 || (words.count == 3 && words[2] == "or_other") else {
      let extra = words.dropFirst(2).joined(separator: " ")
      throw FieldError(
        id: .form(.extraWords),
        message: "'\(extra)' stands after '\(words[0]) \(words[1])'; expected nothing or "
          + "'or_other'. Write the name of the choice list without blanks")
    }
    return words[1]
  }

  private static func refuseMore(_ words: [String], than count: Int) throws(FieldError) {
    guard words.count > count else { return }
    let type = words.prefix(count).joined(separator: " ")
    throw FieldError(
      id: .form(.extraWords),
      message: "'\(words.dropFirst(count).joined(separator: " "))' stands after '\(type)'; "
        + "expected nothing. Delete it")
  }

  /// Only the first word is compared: the name of a list would outweigh a slip in the type.
  private static func unknown(_ word: String, _ field: String) -> FieldError {
    let begun = known.first { $0.hasPrefix("\(word)_") }.map { " Did you mean '\($0)'?" }
    return FieldError(
      id: .form(.unknownType),
      message: "type '\(field)' has no tables here; expected \(Suggestion.allowed(known))."
        + (begun ?? Suggestion.question(for: word, among: known)))
  }

  private static let known =
    [
      "select_one", "select_multiple", "text", "integer", "decimal", "date", "rank", "begin_group",
      "end_group", "begin_repeat", "end_repeat", "note",
    ]

  private static let textTypes: Set = [
    "text", "barcode", "time", "dateTime", "datetime", "geopoint", "geotrace", "geoshape", "image",
    "audio", "video", "file", "acknowledge",
  ]

  private static let silentTypes: Set = [
    "note", "hidden", "start", "end", "today", "deviceid", "phonenumber", "username",
    "email", "audit", "background-audio", "csv-external", "xml-external",
  ]
}
