import Basics
import Questionnaire
import SurveyTools

/// Every text that stands for a question in the headings of exports.
struct QuestionNames {
  /// Names, and labels in each language.
  private var questions: [TextKey: [Int]] = [:]
  /// Names and labels with those of the groups before them, joined as tools join them.
  private let paths: Deferred<[String: [Int]]>
  /// The questions of each group, by its name and its labels.
  private var members: [TextKey: [Int]] = [:]

  init(_ questions: [Question]) {
    for question in questions {
      for key in Self.keys(question.name, question.label) {
        self.questions[key, default: []].append(question.index)
      }
      if let group = question.groups.last {
        for key in Self.keys(group.name, group.label) {
          members[key, default: []].append(question.index)
        }
      }
    }
    paths = Deferred {
      var found: [String: [Int]] = [:]
      for question in questions {
        for path in Self.paths(of: question) { found[path, default: []].append(question.index) }
      }
      return found
    }
  }

  func questions(called text: some StringProtocol) -> [Int] {
    questions[TextKey(String(text).withoutMarkup)] ?? []
  }

  func questions(atPath text: String) -> [Int] {
    let path = TextKey(text.withoutMarkup).text
    return Headings.allPathSeparators.contains { path.contains($0) } ? paths()[path] ?? [] : []
  }

  /// The questions that are a row of a matrix.
  func rows(_ row: String, of matrix: String) -> [Int] {
    for text in [
      "\(matrix)_\(row)", "\(matrix) [\(row)]", "\(matrix) - \(row)", "\(matrix): \(row)",
    ] {
      let exact = questions(called: text)
      if !exact.isEmpty { return exact }
    }
    let called = Set(questions(called: row))
    let group = (members[TextKey(matrix.withoutMarkup)] ?? []).filter(called.contains)
    return group.isEmpty ? questions(called: "\(matrix) \(row)") : group
  }

  private static func keys(_ name: String, _ label: LocalizedText) -> Set<TextKey> {
    Set(([name] + label.texts.map(\.text)).map { TextKey($0) }).filter { !$0.isEmpty }
  }

  /// A path may leave out outer groups: ODK's files of repeats do.
  private static func paths(of question: Question) -> Set<String> {
    guard !question.groups.isEmpty else { return [] }
    var paths: Set<String> = []
    for language in [nil] + question.label.texts.map({ Optional($0.language) }) {
      let own = Self.text(question.name, label: question.label, language: language)
      let groups = question.groups.reversed().map {
        Self.text($0.name, label: $0.label, language: language)
      }
      for separator in Headings.allPathSeparators {
        var path = own
        for group in groups {
          path = "\(group)\(separator)\(path)"
          paths.insert(path)
        }
      }
    }
    // In its own group a name may leave the group's out: forms have one name in two groups.
    if let group = question.groups.last, question.name.hasPrefix("\(group.name)_") {
      let short = question.name.dropFirst(group.name.count + 1)
      for separator in Headings.allPathSeparators {
        var path = String(short)
        for group in question.groups.reversed() {
          path = "\(group.name)\(separator)\(path)"
          paths.insert(TextKey(path).text)
        }
      }
    }
    return paths
  }

  /// The label in a language, or the name.
  private static func text(_ name: String, label: LocalizedText, language: String?) -> String {
    let own = label.texts.first { $0.language == language }?.text
    return TextKey(own ?? name).text
  }
}
