import Basics
import Definition
import Questionnaire
import SurveyTools

/// Gathers the columns of each question.
struct MappingBuilder {
  let form: Questionnaire
  let source: SourceDefinition
  let file: String
  let columns: [SourceColumn]
  private(set) var questions: [QuestionColumns]
  private(set) var used: Set<Int> = []
  /// The column of what was written under "other" of a select_one.
  private var others: [Int: Int] = [:]

  init(form: Questionnaire, source: SourceDefinition, file: String, columns: [SourceColumn]) {
    self.form = form
    self.source = source
    self.file = file
    self.columns = columns
    questions = Array(repeating: .none, count: form.questions.count)
  }

  mutating func add(_ meanings: [HeadingReader.Meaning], _ column: Int) throws(RunError) {
    guard let meaning = meanings.first else { return }
    guard meanings.count == 1 else {
      let names = meanings.map { form.questions[$0.question].name }
      throw source.node.error(
        id: .pipeline(.ambiguousColumn),
        "\(file): column '\(columns[column].heading)' is the label of "
          + "\(names.joined(separator: " and ")); expected one question. "
          + "Say which under 'columns' of the source")
    }
    used.insert(column)
    let question = meaning.question
    if case .option = meaning, case .selectOne = form.questions[question].asked {
      if let earlier = others.updateValue(column, forKey: question) {
        throw twice(question, earlier: earlier, column: column)
      }
      return
    }
    switch (meaning, questions[question]) {
    case (.whole, .whole(let earlier)), (.whole, .otherText(let earlier)),
      (.whole, .writeIn(let earlier, _)),
      (.whole, .wholeOrOther(let earlier, _)), (.whole, .wholeAndTicks(let earlier, _)),
      (.whole, .textAndOther(let earlier, _)):
      throw twice(question, earlier: earlier, column: column)
    case (.whole, .ticks(let columns)):
      questions[question] = .wholeAndTicks(column, columns)
    case (.whole, _):
      questions[question] = .whole(column)
    case (.option(_, let code), .whole(let whole)) where isMultiple(question):
      questions[question] = .wholeAndTicks(whole, [TickColumn(column: column, code: code)])
    case (.option(_, let code), .wholeAndTicks(let whole, let columns)):
      questions[question] = .wholeAndTicks(
        whole, try adding(column, code: code, to: columns, question: question))
    case (_, .whole), (_, .otherText), (_, .writeIn), (_, .wholeOrOther), (_, .wholeAndTicks),
      (_, .textAndOther), (_, .fixed):
      break
    case (.option(_, let code), .none):
      questions[question] = options(question, [TickColumn(column: column, code: code)])
    case (.option(_, let code), .ticks(let columns)), (.option(_, let code), .ranks(let columns)):
      questions[question] = options(
        question, try adding(column, code: code, to: columns, question: question))
    case (.ranked(_, let rank), .none):
      questions[question] = .rankedBy([TickColumn(column: column, code: rank)])
    case (.ranked(_, let rank), .rankedBy(let columns)):
      questions[question] = .rankedBy(
        try adding(column, code: rank, to: columns, question: question))
    case (.ranked, .ticks(let columns)), (.ranked, .ranks(let columns)),
      (.option, .rankedBy(let columns)):
      throw twice(question, earlier: columns[0].column, column: column)
    }
  }

  /// - Throws: Where a column answers the question: which of the two should count?
  mutating func add(_ answer: FixedAnswer) throws(RunError) {
    let question = form.questions[answer.question]
    guard questions[answer.question] == .none else {
      throw source.node.error(
        id: .pipeline(.fixedAnswer),
        "\(file): a column is question '\(question.name)', which 'fixed' answers for all records; "
          + "expected one of the two. Put the column under 'ignore' of the source, or take the question "
          + "out of 'fixed'")
    }
    questions[answer.question] = .fixed(answer.value)
  }

  private func isMultiple(_ question: Int) -> Bool {
    if case .selectMultiple = form.questions[question].asked { true } else { false }
  }

  private func options(_ question: Int, _ columns: [TickColumn]) -> QuestionColumns {
    if case .rank = form.questions[question].asked { .ranks(columns) } else { .ticks(columns) }
  }

  private func adding(
    _ column: Int, code: Int, to columns: [TickColumn], question: Int
  ) throws(RunError) -> [TickColumn] {
    if let earlier = columns.first(where: { $0.code == code }) {
      throw twice(question, earlier: earlier.column, column: column)
    }
    return columns + [TickColumn(column: column, code: code)]
  }

  /// What people wrote under "other" is the answer to the text question `<name>_other`, where the form has one,
  /// with what stands in a column of its own.
  mutating func addOtherTexts(_ convention: HeaderConvention) {
    for question in form.questions {
      let text = otherText(of: question)
      if let column = otherColumn(of: question) {
        if convention.tool.other.leavesQuestionBlank,
          case .whole(let whole) = questions[question.index]
        {
          questions[question.index] = .wholeOrOther(whole, other: column)
        }
        if let text { questions[text] = questions[text].joined(with: .otherText(column)) }
      } else if let text, case .whole(let whole) = questions[question.index],
        source.conventions(of: question).takesWriteIns(by: convention)
      {
        questions[text] = questions[text].joined(with: .writeIn(whole, of: question.index))
      }
    }
  }

  /// The question for what people write under "other", unless all records have one answer to it.
  private func otherText(of question: Question) -> Int? {
    guard let text = form["\(question.name)_other"], text.type == .text,
      question.type.choices?.contains(where: { $0.name == "other" }) == true
    else { return nil }
    return text.index
  }

  private func otherColumn(of question: Question) -> Int? {
    let ticks = questions[question.index].ticks
    guard !ticks.isEmpty else { return others[question.index] }
    let other = question.type.choices?.firstIndex { $0.name == "other" }
    return ticks.first { $0.code == other }?.column
  }

  private func twice(_ question: Int, earlier: Int, column: Int) -> RunError {
    let (first, second) = (columns[earlier].heading, columns[column].heading)
    let name = form.questions[question].name
    guard source.items == nil else {
      // The columns of items have no position in the file.
      return source.node.error(
        id: .csv(.columnTwice),
        "\(file): what 'items' makes of its columns, '\(first)' and '\(second)', are both question "
          + "'\(name)'; expected one. Put the other under 'ignore' of the source")
    }
    return source.node.error(
      id: .csv(.columnTwice),
      "\(file): columns \(earlier + 1) ('\(first)') and \(column + 1) ('\(second)') are both question "
        + "'\(name)'; expected one. Put the other under 'ignore' of the source, as '#\(column + 1)'"
    )
  }
}
