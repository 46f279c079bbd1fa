import Basics
import Findings
import Questionnaire

extension Objection {
  static func codesWithDecimals(_ codes: CodesWithDecimals, in heading: String) -> Objection {
    Objection(
      .codesWithDecimals,
      "column '\(heading)' has its codes as numbers with a decimal, all of them, such as "
        + "'\(codes.example.text)'; they are read as '\(codes.example.code)' and so on")
  }
}

/// A column of codes that pandas or a spreadsheet has made numbers with a decimal: `1.0` for `1`, as it
/// does where some fields are blank. Told only where every code of the column is so.
struct CodesWithDecimals {
  /// One of the texts, and the code that it was.
  let example: (text: String, code: String)
  private let mark: Character

  init?(_ texts: [PreparedSource.SeenText], _ reader: AnswerReader, mark: Character) {
    guard case .selectOne = reader.question.asked else { return nil }
    var example: (String, String)?
    for seen in texts where seen.count > 0 && !reader.isNoAnswer(seen.text) {
      guard let code = Self.code(seen.text, mark), reader.isChoice(code),
        !reader.isChoice(seen.text)
      else { return nil }
      example = example ?? (seen.text, code)
    }
    guard let example else { return nil }
    self.example = example
    self.mark = mark
  }

  /// What a text of the column is.
  func read(_ text: String, by reader: AnswerReader) -> AnswerReader.Outcome {
    guard let code = Self.code(text, mark) else { return reader.read(text) }
    switch reader.read(code) {
    case .field(let bytes, _): return .field(bytes, how: "code with a decimal")
    case .noAnswer, .text, .unclear: return reader.read(text)
    }
  }

  /// The digits before a mark and noughts; nil for any other text.
  private static func code(_ text: String, _ mark: Character) -> String? {
    let parts = TextKey(text).text.split(separator: mark, omittingEmptySubsequences: false)
    let digits = parts.first?.drop { $0 == "-" } ?? ""
    guard parts.count == 2, CalendarDate.number(digits) != nil, !parts[1].isEmpty,
      parts[1].allSatisfy({ $0 == "0" })
    else { return nil }
    return String(parts[0])
  }
}
