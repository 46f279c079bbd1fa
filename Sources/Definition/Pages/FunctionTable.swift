import Questionnaire

/// The functions of conditions as a table of a reference page.
enum FunctionTable {
  static var text: String {
    let entries =
      Expression.ChoiceFunction.allCases.map(\.entry) + Expression.Function.allCases.map(\.entry)
    return "| function | gives | example | which is |\n|---|---|---|---|\n"
      + entries.sorted { $0.form < $1.form }.map { entry in
        let cells = [
          KeyTable.code(entry.form), entry.meaning, KeyTable.code(entry.example),
          entry.value.map(KeyTable.code) ?? "of all units",
        ]
        return "| " + cells.map(KeyTable.escaped).joined(separator: " | ") + " |\n"
      }.joined()
  }
}
