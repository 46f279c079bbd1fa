import Basics
import Definition
import Interchange
@testable import Normalization
import Questionnaire
import SurveyTools
import _TestSupport

/// The readers of the second stage over any text: a field of one question, a date, a heading.
struct AnswersTarget {
  private let small: SmallCollection
  private let form: Questionnaire
  private let readers: [AnswerReader]
  private let dates: [DateText]
  private let headings: [HeadingReader]

  init() throws {
    small = try SmallCollection()
    try small.replace(
      "date,day", with: "rank channel,order,In which order?,,,\ndate,day", in: "survey.csv")
    let pipeline = try PipelineDefinition(
      CollectionFolders(pipeline: small.pipeline, input: small.input, output: small.output))
    form = pipeline.form
    readers = pipeline.form.questions.flatMap { question in
      pipeline.sources.flatMap { source in
        [HeaderConvention.plain, .googleForms, .kobo].map {
          AnswerReader(question, source: source, convention: $0)
        }
      }
    }
    dates = [nil, .dmy, .mdy, .ymd].map { DateText(order: $0) }
    headings = HeaderConvention.allCases.map {
      HeadingReader(pipeline.form, convention: $0)
    }
  }

  func run(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let subject = input.choice(of: 3)
    let index = input.choice(of: 256)
    guard let text = input.text else { return }
    let key = TextKey(text)
    check(TextKey(key.text) == key, "the key of '\(text)' is '\(key)', whose key is another")
    switch subject {
    case 0: checkAnswer(readers[index % readers.count], text)
    case 1: checkDate(dates[index % dates.count], text)
    default: checkHeading(headings[index % headings.count], text)
    }
  }

  /// The field can be read back; blanks around a text change nothing.
  private func checkAnswer(_ reader: AnswerReader, _ text: String) {
    let outcome = reader.read(text)
    _ = reader.readOther(text)
    if case .text(let composed) = outcome {
      check(composed == text, "the text is changed to '\(composed)'")
      return
    }
    check(reader.read(" \u{A0}\(text) ") == outcome, "blanks around '\(text)' change \(outcome)")
    guard case .field(let bytes, _) = outcome else { return }
    let field = String(decoding: bytes, as: UTF8.self)
    switch reader.question.type {
    case .selectOne(let list):
      check(
        AnswerField.code(bytes[...]).map(list.choices.indices.contains) ?? false,
        "no choice: \(field)")
    case .selectMultiple(let list), .rank(let list):
      check(bytes.count == list.choices.count, "\(field) has not \(list.choices.count) positions")
    case .integer, .decimal:
      let number = ExactDecimal(field)
      check(number?.description == field, "\(field) is not a number in its shortest form")
      check(number.map { reader.read($0.description) } == outcome, "\(field) is another number")
      check(bytes.count <= ExactDecimal.longest, "\(field) is wider than its column may be")
    case .date: check(CalendarDate(iso: field) != nil, "\(field) is no day")
    case .text: break
    }
  }

  private func checkDate(_ dates: DateText, _ text: String) {
    guard let date = dates.date(text) else {
      check(dates.timestamp(text) == nil, "'\(text)' has a time and no day")
      return
    }
    check(CalendarDate(iso: date.description) == date, "\(date) is no day")
    let timestamp = dates.timestamp(text) ?? ""
    check(timestamp.hasPrefix(date.description), "'\(text)' is \(date) and \(timestamp)")
    check(dates.timestamp(timestamp) == timestamp, "\(timestamp) cannot be read back")
  }

  private func checkHeading(_ headings: HeadingReader, _ text: String) {
    let parts = text.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
    let column = SourceColumn(
      heading: String(parts[0]), label: parts.count > 1 ? String(parts[1]) : "",
      option: parts.count > 2 ? String(parts[2]) : "")
    for meaning in headings.meanings(of: column) + headings.declared(text) {
      check(form.questions.indices.contains(meaning.question), "no such question: \(meaning)")
    }
  }
}
