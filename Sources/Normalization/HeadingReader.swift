import Interchange
import Questionnaire
import Tabular

/// Reads headings as survey tools write them: which question, and which option of it.
///
/// | heading | tool |
/// |---|---|
/// | the question's name or label | all |
/// | `group/question`, `group/question/option` | KoboToolbox, ODK |
/// | `question[option]`, `label [option]` | LimeSurvey |
/// | `question___option`, `label (choice=option)` | REDCap |
/// | `question_option`, `question_option_TEXT` | Qualtrics |
/// | a label with the option in a second row | SurveyMonkey |
struct HeadingReader {
  enum Meaning: Equatable {
    case whole(question: Int)
    case option(question: Int, code: Int)

    var question: Int {
      switch self {
      case .whole(let question), .option(let question, _): question
      }
    }
  }

  private let form: Questionnaire
  /// Every text that stands for a question: its name, and its label in each language.
  private let headings: [TextKey: [Int]]
  /// The choices of the select_multiple questions.
  private let choices: [Int: ChoiceReader]

  init(_ form: Questionnaire) {
    self.form = form
    var headings: [TextKey: [Int]] = [:]
    var choices: [Int: ChoiceReader] = [:]
    for question in form.questions {
      let texts = [question.name] + question.label.texts.map(\.text)
      for key in Set(texts.map { TextKey($0) }) where !key.isEmpty {
        headings[key, default: []].append(question.index)
      }
      if case .selectMultiple(let list) = question.type {
        choices[question.index] = ChoiceReader(list.choices)
      }
    }
    self.headings = headings
    self.choices = choices
  }

  /// What a column may be; more than one meaning makes it ambiguous.
  func meanings(of column: SourceColumn) -> [Meaning] {
    if !column.option.isEmpty {
      return options(column.heading, column.option) ?? whole("\(column.heading) \(column.option)")
    }
    let exact = whole(column.heading)
    if !exact.isEmpty { return exact }
    // A path first: its last part may itself look like a question and an option.
    return split(column.heading, at: "/") ?? pathEnd(column.heading)
      ?? split(column.heading, at: "___") ?? split(column.heading, at: " (choice=", before: ")")
      ?? split(column.heading, at: "[", before: "]") ?? split(column.heading, at: "_")
      ?? whole(column.label)
  }

  /// What the pipeline says a column is: a question, or `question/option`.
  func declared(_ place: String) -> [Meaning] {
    let parts = place.split(separator: "/").map(String.init)
    guard parts.count == 2 else { return whole(place) }
    return options(parts[0], parts[1]) ?? []
  }

  /// The questions whose name or label a text is.
  func whole(_ text: String) -> [Meaning] {
    (headings[TextKey(text)] ?? []).map { .whole(question: $0) }
  }

  /// The question a path of groups ends in.
  private func pathEnd(_ heading: String) -> [Meaning]? {
    guard let last = heading.split(separator: "/").last, heading.contains("/") else { return nil }
    let found = whole(String(last))
    return found.isEmpty ? nil : found
  }

  private func options(_ base: String, _ option: String) -> [Meaning]? {
    var questions = headings[TextKey(base)] ?? []
    if questions.isEmpty, let last = base.split(separator: "/").last {
      questions = headings[TextKey(last)] ?? []
    }
    let meanings = questions.compactMap { question -> Meaning? in
      guard let reader = choices[question] else {
        // A part of an array: LimeSurvey's own name for it joins both by an underscore.
        let name = "\(form.questions[question].name)_\(option)"
        return form.position(of: name).map { .whole(question: $0) }
      }
      if let code = reader.choice(TextKey(option))?.code {
        return .option(question: question, code: code)
      }
      let isOther = TextKey(option).text.hasPrefix("other")
      guard isOther, let code = reader.choices.firstIndex(where: { $0.name == "other" }) else {
        return nil
      }
      return .option(question: question, code: code)
    }
    return meanings.isEmpty ? nil : meanings
  }

  /// The option that a heading names after the last separator.
  private func split(
    _ heading: String, at separator: String, before suffix: String = ""
  ) -> [Meaning]? {
    guard heading.hasSuffix(suffix), let place = heading.lastRange(of: separator) else {
      return nil
    }
    let option = heading[place.upperBound...].dropLast(suffix.count)
    return options(String(heading[..<place.lowerBound]), String(option))
  }
}

extension String {
  /// The last place where a text stands.
  fileprivate func lastRange(of text: String) -> Range<String.Index>? {
    var found: Range<String.Index>?
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      found = range
      rest = self[range.upperBound...]
    }
    return found
  }
}
