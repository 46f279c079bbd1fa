import Basics
import Questionnaire
import SurveyTools

extension Questionnaire {
  /// Whether a heading is that of a row of the form that asks nothing, alone or behind its groups.
  func isSilent(_ heading: String) -> Bool {
    silentNames.contains(heading)
      || heading.split(separator: "/").last.map { silentNames.contains(String($0)) } == true
  }
}

/// Reads headings as survey tools write them: which question, and which option or row of it.
///
/// What each tool writes stands in its file in SurveyTools. Since the form says which questions and
/// options there are, the headings of all tools are understood in every source; only what could be
/// taken in two ways rests on the source's own tool.
///
/// The rows of a matrix are questions of their own. `matrix[row]`, `label [row]` and the like are
/// the question whose name is `matrix_row`, whose label has both texts, or whose label is the row's
/// in a group that has the name or label of the matrix.
struct HeadingReader {
  enum Meaning: Equatable {
    case whole(question: Int)
    case option(question: Int, code: Int)
    /// The choice that a ranking has at a rank, from 0.
    case ranked(question: Int, rank: Int)

    var question: Int {
      switch self {
      case .whole(let question), .option(let question, _), .ranked(let question, _): question
      }
    }
  }

  private let form: Questionnaire
  /// How the tool of the source heads columns.
  private let headings: Headings
  /// The repeat that the source has the instances of; only its questions are looked for.
  private let repeatName: String?
  private let names: QuestionNames
  /// The choices of the questions that can have a column an option.
  private let choices: [Int: ChoiceReader]

  init(_ form: Questionnaire, convention: HeaderConvention, repeatName: String? = nil) {
    self.form = form
    headings = convention.tool.headings
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

  /// What the pipeline says a column is: a question, `question/option`, or `question[2]`. Question and
  /// option are meant by their names alone, which may be the labels of others.
  func declared(_ name: String) -> [Meaning] {
    let base = String(name.prefix { $0 != "/" && $0 != "[" })
    guard let question = position(of: base) else { return [] }
    let part = name.dropFirst(base.count)
    if part.isEmpty { return [.whole(question: question)] }
    if part.hasPrefix("/") {
      let option = part.dropFirst()
      let code = form.questions[question].asked.choices?.firstIndex { $0.name == option }
      return code.map { [.option(question: question, code: $0)] } ?? []
    }
    return Int(part.dropFirst().dropLast()).map { [.ranked(question: question, rank: $0 - 1)] }
      ?? []
  }

  /// The questions whose name or label a text is.
  func whole(_ text: String) -> [Meaning] {
    names.questions(called: text).map { .whole(question: $0) }
  }

  private func meanings(of heading: String) -> [Meaning]? {
    let exact = whole(heading)
    if !exact.isEmpty { return exact }
    if let found = pathEnd(heading) ?? text(heading) { return found }
    if let cut = headings.optionStandsFirst {
      for (option, question) in cut.parts(of: heading) {
        if let found = part(option, of: question) { return found }
      }
    }
    for cut in HeadingCut.allCases {
      if let found = split(heading, at: cut) { return found }
      if cut == .brackets, let found = nested(heading) { return found }
    }
    return ofItem(heading)
  }

  /// A column of a long file, where the item stands behind the whole heading: `group/law[air]` is `law_air`, and
  /// `ways/post[air]` the option `post` of `ways_air`.
  private func ofItem(_ heading: String) -> [Meaning]? {
    guard heading.hasSuffix("]"), let bracket = heading.lastIndex(of: "["),
      let slash = heading[..<bracket].lastIndex(of: "/")
    else { return nil }
    let (path, item) = (heading[..<slash], heading[bracket...])
    let last = String(heading[heading.index(after: slash)..<bracket])
    let options = (nested("\(path)\(item)") ?? []).compactMap { meaning in
      part(last, of: form.questions[meaning.question], inBrackets: false)
    }
    let found = (meanings(of: "\(last)\(item)") ?? []) + options
    return found.isEmpty ? nil : found
  }

  /// The question a path of groups ends in, be they groups of the form or unknown ones.
  private func pathEnd(_ heading: String) -> [Meaning]? {
    var found = names.questions(atPath: heading)
    if found.isEmpty, heading.contains("/"), let last = heading.split(separator: "/").last {
      found = names.questions(called: last)
    }
    return found.isEmpty ? nil : found.map { .whole(question: $0) }
  }

  /// The column of what was written under "other", or the question's own beside it.
  private func text(_ heading: String) -> [Meaning]? {
    if let whole = Self.whole(heading) { return meanings(of: whole) }
    for ending in Headings.allOtherTextEndings where heading.hasSuffix(ending) {
      guard let option = meanings(of: String(heading.dropLast(ending.count))) else { return nil }
      return option.compactMap { meaning -> Meaning? in
        if case .whole(let question) = meaning, form.questions[question].asked == .text {
          return meaning
        }
        return otherText(of: meaning.question)
      }
    }
    return nil
  }

  /// What stands before the ending of a question's own column; nil where there is none.
  private static func whole(_ heading: String) -> String? {
    Headings.allWholeEndings.first { heading.hasSuffix($0) }
      .map { String(heading.dropLast($0.count)) }
  }

  private func otherText(of question: Int) -> Meaning? {
    position(of: "\(form.questions[question].name)_other").map { .whole(question: $0) }
  }

  /// `matrix[row][column]` is called `matrix_row_column` elsewhere.
  private func nested(_ heading: String) -> [Meaning]? {
    guard heading.hasSuffix("]") else { return nil }
    let name = heading.dropLast().replacing("][", with: "_").replacing("[", with: "_")
    return position(of: String(name)).map { [.whole(question: $0)] }
  }

  private func codeAndText(_ heading: String) -> [Meaning]? {
    guard headings.haveCodeAndText, let parts = CodeAndText(heading),
      let meanings = meanings(of: parts.code)
    else { return nil }
    return parts.isCertain || self.meanings(of: parts.text) == meanings ? meanings : nil
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
    let isOther = OtherOption.isOther(option)
    guard let reader = choices[question.index] else {
      if isOther, let other { return .option(question: question.index, code: other) }
      // What people wrote beside a question, `question[comment]`, and the rows of a matrix.
      return position(of: "\(question.name)_\(option)").map { .whole(question: $0) }
    }
    let code = reader.choice(TextKey(option))?.code
    if case .rank = question.asked, inBrackets, code == nil || headings.bracketsHoldRanks,
      let rank = rank(option), reader.choices.indices.contains(rank)
    {
      return .ranked(question: question.index, rank: rank)
    }
    if let code { return .option(question: question.index, code: code) }
    return isOther ? other.map { .option(question: question.index, code: $0) } : nil
  }

  /// `2` or `Rank 2` as a rank from 0.
  private func rank(_ text: String) -> Int? {
    let key = TextKey(text).text
    let word = Headings.allRankWords.first { key.hasPrefix($0) } ?? ""
    return CalendarDate.number(key.dropFirst(word.count)).map { $0 - 1 }
  }

  private func position(of name: String) -> Int? {
    form[name].flatMap { $0.repeatName == repeatName ? $0.index : nil }
  }

  private func questions(called name: String) -> [Int] {
    let base = Self.whole(name) ?? name
    let exact = names.questions(called: base)
    if !exact.isEmpty { return exact }
    let path = names.questions(atPath: base)
    if !path.isEmpty { return path }
    guard base.contains("/"), let last = base.split(separator: "/").last else { return [] }
    return names.questions(called: last)
  }

  /// The option or row that a heading names; the last that makes sense.
  private func split(_ heading: String, at cut: HeadingCut) -> [Meaning]? {
    let isBracket = cut == .brackets || (cut == .underscore && headings.underscoreIsBracket)
    for (question, option) in cut.parts(of: heading) {
      if let found = part(option, of: question, inBrackets: isBracket) { return found }
    }
    return nil
  }
}
