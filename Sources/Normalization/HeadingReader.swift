import Basics
import Definition
import Questionnaire

/// Reads headings as survey tools write them: which question, and which option or row of it.
///
/// | heading | tool |
/// |---|---|
/// | the question's name or label | all |
/// | `group/question`, `group/question/option`, with names or labels and any separator | KoboToolbox, ODK |
/// | `question[option]`, `label [option]`, `code. label [option]` | LimeSurvey |
/// | `ranking[2]`, `ranking_2`, `label [Rank 2]` | LimeSurvey |
/// | `question___option`, `label (choice=option)` | REDCap |
/// | `question_option`, `question_option_TEXT`; a second row with `label - option` | Qualtrics |
/// | a label with the option or row in a second row | SurveyMonkey |
///
/// The rows of a matrix are questions of their own. `matrix[row]`, `label [row]` and the like are
/// the question whose name is `matrix_row`, whose label has both texts, or whose label is the row's
/// in a group that has the name or label of the matrix.
struct HeadingReader {
  enum Meaning: Equatable {
    case whole(question: Int)
    case option(question: Int, code: Int)
    /// The choice that a ranking has at a rank, from 0.
    case place(question: Int, rank: Int)

    var question: Int {
      switch self {
      case .whole(let question), .option(let question, _), .place(let question, _): question
      }
    }
  }

  private let form: Questionnaire
  private let convention: HeaderConvention
  /// The repeat that the source has the instances of; only its questions are looked for.
  private let repeatName: String?
  private let names: QuestionNames
  /// The choices of the questions that can have a column an option.
  private let choices: [Int: ChoiceReader]

  init(_ form: Questionnaire, convention: HeaderConvention, repeatName: String? = nil) {
    self.form = form
    self.convention = convention
    self.repeatName = repeatName
    let questions = form.questions.filter { $0.repeatName == repeatName }
    names = QuestionNames(questions)
    var choices: [Int: ChoiceReader] = [:]
    for question in questions {
      switch question.asked {
      case .selectMultiple(let list), .rank(let list):
        choices[question.index] = ChoiceReader(list.choices)
      case .selectOne, .integer, .decimal, .date, .text:
        break
      }
    }
    self.choices = choices
  }

  /// What a column may be; more than one meaning makes it ambiguous.
  func meanings(of column: SourceColumn) -> [Meaning] {
    if !column.option.isEmpty { return part(column.option, of: column.heading) ?? [] }
    return meanings(of: column.heading) ?? codeAndText(column.heading) ?? meanings(of: column.label)
      ?? []
  }

  /// What the pipeline says a column is: a question, `question/option`, or `question[2]`. The question
  /// is meant by its name alone, which may be the label of another.
  func declared(_ place: String) -> [Meaning] {
    let base = String(place.prefix { $0 != "/" && $0 != "[" })
    guard let question = position(of: base) else { return [] }
    let part = place.dropFirst(base.count)
    if part.isEmpty { return [.whole(question: question)] }
    if part.hasPrefix("/") {
      let option = String(part.dropFirst())
      return self.part(option, of: form.questions[question], inBrackets: false).map { [$0] } ?? []
    }
    return Int(part.dropFirst().dropLast()).map { [.place(question: question, rank: $0 - 1)] } ?? []
  }

  /// The questions whose name or label a text is.
  func whole(_ text: String) -> [Meaning] {
    names.questions(called: text).map { .whole(question: $0) }
  }

  private func meanings(of heading: String) -> [Meaning]? {
    let exact = whole(heading)
    if !exact.isEmpty { return exact }
    if let found = pathEnd(heading) ?? text(heading) ?? bracketed(heading) { return found }
    if let found = split(heading, at: " (choice=", before: ")") { return found }
    for separator in ["/", "___", " - ", "_", "-", ".", ":"] {
      if let found = split(heading, at: separator) { return found }
    }
    return nil
  }

  /// The question a path of groups ends in, be they groups of the form or unknown ones.
  private func pathEnd(_ heading: String) -> [Meaning]? {
    var found = names.questions(atPath: heading)
    if found.isEmpty, heading.contains("/"), let last = heading.split(separator: "/").last {
      found = names.questions(called: last)
    }
    return found.isEmpty ? nil : found.map { .whole(question: $0) }
  }

  /// Qualtrics: `Q2_3_TEXT`, `label - Other - Text` hold what was written under "other", and
  /// `label - Selected Choice` the question without it.
  private func text(_ heading: String) -> [Meaning]? {
    if heading.hasSuffix(Self.selected) {
      return meanings(of: String(heading.dropLast(Self.selected.count)))
    }
    for suffix in ["_TEXT", " - Text"] where heading.hasSuffix(suffix) {
      guard let option = meanings(of: String(heading.dropLast(suffix.count))) else { return nil }
      return option.compactMap { meaning -> Meaning? in
        if case .whole(let question) = meaning, form.questions[question].asked == .text {
          return meaning
        }
        return otherText(of: meaning.question)
      }
    }
    return nil
  }

  private static let selected = " - Selected Choice"

  private func otherText(of question: Int) -> Meaning? {
    position(of: "\(form.questions[question].name)_other").map { .whole(question: $0) }
  }

  /// LimeSurvey: `matrix[row][column]` is called `matrix_row_column` elsewhere.
  private func bracketed(_ heading: String) -> [Meaning]? {
    guard heading.hasSuffix("]") else { return nil }
    if let found = split(heading, at: "[", before: "]") { return found }
    let name = heading.dropLast().replacing("][", with: "_").replacing("[", with: "_")
    return position(of: String(name)).map { [.whole(question: $0)] }
  }

  /// LimeSurvey: a code and the text, with a separator between them that can be chosen; ". " is
  /// the tool's own. Any other must be borne out by the text.
  private func codeAndText(_ heading: String) -> [Meaning]? {
    guard convention == .limesurvey else { return nil }
    let code = heading.prefix { $0.isLetter || $0.isNumber || "_[]".contains($0) }
    let rest = heading.dropFirst(code.count)
    guard !code.isEmpty, !rest.isEmpty, let meanings = meanings(of: String(code)) else {
      return nil
    }
    let text = String(rest.drop { !$0.isLetter && !$0.isNumber })
    return rest.hasPrefix(". ") || self.meanings(of: text) == meanings ? meanings : nil
  }

  /// An option of a question, or a row of a matrix.
  private func part(
    _ option: String, of base: String, inBrackets: Bool = false
  ) -> [Meaning]? {
    let meanings = questions(called: base).compactMap { question in
      part(option, of: form.questions[question], inBrackets: inBrackets)
    }
    if !meanings.isEmpty { return meanings }
    let rows = names.rows(option, of: base)
    return rows.isEmpty ? nil : rows.map { .whole(question: $0) }
  }

  private func part(_ option: String, of question: Question, inBrackets: Bool) -> Meaning? {
    let other = question.type.choices?.firstIndex { $0.name == "other" }
    let isOther = TextKey(option).text.hasPrefix("other")
    guard let reader = choices[question.index] else {
      if isOther, let other { return .option(question: question.index, code: other) }
      // LimeSurvey's `question[comment]`, and the rows of its arrays.
      return position(of: "\(question.name)_\(option)").map { .whole(question: $0) }
    }
    let code = reader.choice(TextKey(option))?.code
    if case .rank = question.asked, inBrackets, code == nil || convention == .limesurvey,
      let rank = rank(option), reader.choices.indices.contains(rank)
    {
      return .place(question: question.index, rank: rank)
    }
    if let code { return .option(question: question.index, code: code) }
    return isOther ? other.map { .option(question: question.index, code: $0) } : nil
  }

  /// `2` or `Rank 2` as a rank from 0.
  private func rank(_ text: String) -> Int? {
    let key = TextKey(text).text
    return CalendarDate.number(key.hasPrefix("rank ") ? key.dropFirst(5) : key[...]).map { $0 - 1 }
  }

  private func position(of name: String) -> Int? {
    form[name].flatMap { $0.repeatName == repeatName ? $0.index : nil }
  }

  private func questions(called name: String) -> [Int] {
    let base =
      name.hasSuffix(Self.selected) ? String(name.dropLast(Self.selected.count)) : name
    let exact = names.questions(called: base)
    if !exact.isEmpty { return exact }
    let path = names.questions(atPath: base)
    if !path.isEmpty { return path }
    guard base.contains("/"), let last = base.split(separator: "/").last else { return [] }
    return names.questions(called: last)
  }

  /// The option or row that a heading names after a separator; the last place that makes sense.
  private func split(
    _ heading: String, at separator: String, before suffix: String = ""
  ) -> [Meaning]? {
    guard heading.hasSuffix(suffix) else { return nil }
    for place in heading.ranges(of: separator).reversed() {
      let option = heading[place.upperBound...].dropLast(suffix.count)
      let base = String(heading[..<place.lowerBound])
      // The codes of LimeSurvey's ExpressionScript have "_" for brackets.
      let isBracket = suffix == "]" || (separator == "_" && convention == .limesurvey)
      if let found = part(String(option), of: base, inBrackets: isBracket) { return found }
    }
    return nil
  }
}
