package import Questionnaire
package import Tabular

/// How an answer stands in the field of a submission file.
///
/// | field | means |
/// |---|---|
/// | `.` | no answer |
/// | `/` | not applicable |
/// | `~` | not asked |
/// | `?` | unclear |
/// | `a`, `b` … | the first, second … choice of a `select_one`; two letters (`aa` … `zz`) where the list has more than 26, three where it has more than 676 |
/// | `a_c_` | a `select_multiple`: one letter a choice, its letter where ticked, `_` where not; letters begin again after `z` |
/// | `b_a` | a `rank`: one letter a choice, `a` for the one ranked first, `b` second …, `_` where not ranked |
/// | `12`, `-0.5` | an integer or decimal |
/// | `2005-07-29` | a date |
/// | `t` | a text, which stands in `texts.csv` |
///
/// Fields are right-aligned, so that the marks and one-letter codes are a field's last byte.
/// Letters rather than numbers, because spreadsheets turn `01` into `1` on saving.
package enum AnswerField {
  package static let noAnswer = UInt8(ascii: ".")
  package static let notApplicable = UInt8(ascii: "/")
  package static let notAsked = UInt8(ascii: "~")
  package static let unclear = UInt8(ascii: "?")
  package static let text = UInt8(ascii: "t")
  package static let unticked = UInt8(ascii: "_")

  /// The state that a field's last byte shows, for a submission that counts.
  package static func state(_ lastByte: UInt8) -> AnswerState {
    switch lastByte {
    case noAnswer: .noAnswer
    case notApplicable: .notApplicable
    case notAsked: .notAsked
    case unclear: .unclear
    default: .answered
    }
  }

  /// The letters of one choice of a list of so many.
  package static func letters(_ code: Int, of count: Int) -> [UInt8] {
    var field = [UInt8](repeating: UInt8(ascii: "a"), count: width(ofOne: count))
    var rest = code
    for index in field.indices.reversed() {
      field[index] += UInt8(rest % 26)
      rest /= 26
    }
    return field
  }

  /// How many letters tell so many choices apart.
  package static func width(ofOne count: Int) -> Int {
    count <= 26 ? 1 : count <= 26 * 26 ? 2 : 3
  }

  package static func code(_ field: ArraySlice<UInt8>) -> Int? {
    var code = 0
    for byte in field {
      guard (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= byte else { return nil }
      code = code * 26 + Int(byte - UInt8(ascii: "a"))
    }
    return field.isEmpty ? nil : code
  }

  /// The same of a field of a row.
  package static func code(of field: Int, in row: StageRow) -> Int? {
    let range = row.range(of: field)
    var code = 0
    for index in range {
      let byte = row.byte(at: index)
      guard (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= byte else { return nil }
      code = code * 26 + Int(byte - UInt8(ascii: "a"))
    }
    return range.isEmpty ? nil : code
  }

  /// A tick set: the codes that are ticked, of so many.
  package static func ticks(_ codes: some Sequence<Int>, of count: Int) -> [UInt8] {
    var field = [UInt8](repeating: unticked, count: count)
    for code in codes { tick(code, in: &field) }
    return field
  }

  package static func tick(_ code: Int, in field: inout [UInt8]) {
    field[code] = UInt8(ascii: "a") + UInt8(code % 26)
  }

  /// A ranking: the codes in order of their rank, of so many.
  package static func ranking(_ order: some Sequence<Int>, of count: Int) -> [UInt8] {
    var field = [UInt8](repeating: unticked, count: count)
    for (rank, code) in order.enumerated() { field[code] = UInt8(ascii: "a") + UInt8(rank) }
    return field
  }

  /// The code that a ranking has at a rank, from 0.
  package static func code(rankedAt rank: Int, in field: ArraySlice<UInt8>) -> Int? {
    guard (0..<26).contains(rank) else { return nil }
    return field.firstIndex(of: UInt8(ascii: "a") + UInt8(rank)).map { $0 - field.startIndex }
  }

  /// The longest list that three letters can tell apart.
  package static let mostChoices = ChoiceList.mostChoices

  /// The width of a column whose fields all follow from the form; nil where the data decide.
  package static func width(of type: AnswerType) -> Int? {
    switch type {
    case .selectOne(let list): width(ofOne: list.choices.count)
    case .selectMultiple(let list), .rank(let list): list.choices.count
    case .date: 10
    case .text: 1
    case .integer, .decimal: nil
    }
  }
}
