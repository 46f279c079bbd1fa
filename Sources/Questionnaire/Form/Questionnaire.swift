/// The instrument: its questions in order, as `survey.csv` and `choices.csv` define them.
package struct Questionnaire: Sendable {
  package let path: String
  package let questions: [Question]
  /// The language codes of the labels, in the order of the columns.
  package let languages: [String]
  /// The names of rows that ask nothing: notes, calculations, what the device records.
  package let silentNames: Set<String>
  /// What the form calculates, by the names that conditions may have for it.
  package let calculations: Calculations
  /// What the sheets say, before calculations stand in the place of their names.
  let written: WrittenForm
  private let positions: [String: Int]

  init(
    path: String, questions: [Question], languages: [String], silentNames: Set<String> = [],
    calculations: Calculations = Calculations(), written: WrittenForm = WrittenForm()
  ) {
    self.calculations = calculations
    self.written = written
    self.silentNames = silentNames
    self.path = path
    self.questions = questions
    self.languages = languages
    positions = Dictionary(
      questions.map { ($0.name, $0.index) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(_ name: String) -> Question? {
    positions[name].map { questions[$0] }
  }

  /// The names of the repeats, in the order of the form.
  package var repeatNames: [String] {
    questions.compactMap(\.repeatName).reduce(into: []) { names, name in
      if names.last != name { names.append(name) }
    }
  }

  /// What the form calculates under a name, as it is written; nil for a name that it does not calculate.
  package func calculation(of name: String) -> String? {
    written.calculations.first { $0.name == name }?.calculation
  }

  /// What a condition of the form may name.
  var names: [String] { questions.map(\.name) + calculations.names }

  package func position(of name: String) -> Int? {
    positions[name]
  }
}

/// The rows of a form as they are written.
struct WrittenForm: Sendable {
  var questions: [Question] = []
  var calculations: [FormCalculations.Row] = []

  /// The questions within a repeat; none for nil.
  func names(within repeatName: String?) -> Set<String> {
    guard let repeatName else { return [] }
    return Set(questions.filter { $0.repeatName == repeatName }.map(\.name))
  }
}
