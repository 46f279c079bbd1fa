import Basics
import Definition
import SurveyTools

/// Whether an export of a form has the names of choices or their labels, where the name of one is the
/// label of another.
struct ChoiceTextGuess {
  let texts: AnswerConventions.ChoiceTexts
  /// What speaks for it.
  let why: String

  /// Nil where it does not matter, or where the export has something of both.
  ///
  /// - Throws: `dataRejected` where every text that matters is the name of a choice and the label of
  ///   another.
  init?(_ columns: [ExportColumn], of form: FormSource, _ missing: MissingWords) throws(RunError) {
    let questions = form.closedQuestions
    var evidence: [Self] = []
    var doubt: Doubt?
    for column in columns where column.elsewhere == 0 {
      guard let question = questions.first(where: { Self.asks($0, column) }) else { continue }
      let texts = column.texts.map(\.text).filter { !missing.contain($0) }
      let names = Set(question.choices.map { TextKey($0.name) })
      let labels = Set(question.choices.flatMap(\.labels).map { TextKey($0) })
      let noName = texts.first { !names.contains(TextKey($0)) }
      let noLabel = texts.first { !labels.contains(TextKey($0)) }
      switch (noName, noLabel) {
      case (nil, let text?):
        evidence.append(
          .init(.names, "'\(text.onOneLine)' of '\(column.heading.onOneLine)' is no label"))
      case (let text?, nil):
        evidence.append(
          .init(.labels, "'\(text.onOneLine)' of '\(column.heading.onOneLine)' is no name"))
      case (nil, nil): doubt = doubt ?? Doubt(column, of: question, texts: texts)
      case (.some, .some): break
      }
    }
    guard let doubt else {
      guard let first = evidence.first, questions.contains(where: \.isCrossed),
        evidence.allSatisfy({ $0.texts == first.texts })
      else { return nil }
      self = first
      return
    }
    guard let first = evidence.first else { throw doubt.error }
    guard evidence.allSatisfy({ $0.texts == first.texts }) else { return nil }
    self = first
  }

  private init(_ texts: AnswerConventions.ChoiceTexts, _ why: String) {
    (self.texts, self.why) = (texts, why)
  }

  private static func asks(_ question: ClosedQuestion, _ column: ExportColumn) -> Bool {
    let headings = Set([column.heading, column.label, column.written].map { TextKey($0) })
    return ([question.name] + question.labels).contains { headings.contains(TextKey($0)) }
  }

  /// A column that can be read in both ways, with a text that would mean two choices.
  private struct Doubt {
    private let heading: String
    private let text: String
    private let records: Int
    private let byName: String

    init?(_ column: ExportColumn, of question: ClosedQuestion, texts: [String]) {
      guard let text = texts.first(where: { question.isCrossed(TextKey($0)) }),
        let choice = question.choices.first(where: { TextKey($0.name) == TextKey(text) })
      else { return nil }
      heading = column.heading.onOneLine
      self.text = text.onOneLine
      records = column.texts.filter { TextKey($0.text) == TextKey(text) }.reduce(0) {
        $0 + $1.count
      }
      byName = choice.labels.first ?? choice.name
    }

    var error: RunError {
      RunError(
        path: "", id: .source(.undecidedChoices),
        "the texts of '\(heading)' are names of choices, and labels of others. With CHOICES=names "
          + "'\(text)' is the code of '\(byName)'; with CHOICES=labels it is '\(text)' itself "
          + "(\(records) records)",
        answers: [
          .init(.choices("names"), meaning: "codes: '\(text)' means '\(byName)'"),
          .init(.choices("labels"), meaning: "labels: '\(text)' means '\(text)'"),
        ])
    }
  }
}

extension ClosedQuestion {
  /// Whether a text is the name of one choice and a label of another.
  fileprivate func isCrossed(_ key: TextKey) -> Bool {
    choices.contains { choice in
      TextKey(choice.name) == key
        && choices.contains { other in
          TextKey(other.name) != key && other.labels.contains { TextKey($0) == key }
        }
    }
  }

  fileprivate var isCrossed: Bool { choices.contains { isCrossed(TextKey($0.name)) } }
}
