import SurveyTools

extension FormAdaptation {
  /// Marks the choices that answer nothing of what was asked, unless the form does.
  mutating func markNoOpinions() {
    guard !choices.header.contains("substantive") else { return }
    let lists = Dictionary(grouping: choices.rows.indices) { choices.cell($0, "list_name") }
    for (_, rows) in lists.sorted(by: { $0.key < $1.key }) {
      let codes = NoOpinion.codes(amongChoices: rows.map { choices.cell($0, "name") })
      let marked = rows.filter { isNoOpinion($0, codes) }
      // A list of nothing else is about something else.
      guard marked.count < rows.count else { continue }
      for row in marked {
        choices.set(row, "substantive", to: "no")
        choices.note(row, "taken for no opinion, in no base and no mean")
      }
    }
  }

  /// A code says so only where it has no text that says something else.
  private func isNoOpinion(_ row: Int, _ codes: Set<Int>) -> Bool {
    let name = choices.cell(row, "name")
    let labels = choices.header.filter { $0 == "label" || $0.hasPrefix("label::") }
      .map { choices.cell(row, $0) }.filter { !$0.isEmpty && $0 != name }
    return labels.isEmpty
      ? Int(name).map(codes.contains) ?? false : labels.contains(where: NoOpinion.isSaid)
  }
}
