import Basics
import Definition
import Printing
import Questionnaire

/// `changes.csv`: `question,choice,label,statistic,attribute,code,code_label,units,`
/// `from_numerator,from_base,from_value,to_numerator,to_base,to_value,change,status,note`.
///
/// `percent` is of the units that answered the question, a ranking counted by the choice ranked
/// first; `mean` is that of numbers. `attribute` and `code` are empty for all units, else the
/// regional group or status that a State had at the cut-off of each round. `units` is `all`, or
/// `both` for those that replied in both rounds. `change` is in percentage points, or in the unit
/// of the mean; it and the values are exact to twelve decimals. `status` has the words of
/// `Difference`, `break`, `no-base`, `small-base` (fewer than tables give percentages of) and `unweighted`
/// (tables are weighted); a change that cannot be given is empty, and `status` and
/// `note` say why. A question that is not in both rounds with one type has one row without figures.
struct ChangesFile {
  static let header = [
    "question", "choice", "label", "statistic", "attribute", "code", "code_label", "units",
    "from_numerator", "from_base", "from_value", "to_numerator", "to_base", "to_value", "change",
    "status", "note",
  ]

  private let forms: FormComparison
  private let file: ComparedFile

  init(
    _ forms: FormComparison, in folder: String, _ locale: SpreadsheetLocale
  ) throws(RunError) {
    self.forms = forms
    file = try ComparedFile("changes.csv", header: Self.header, in: folder, locale)
  }

  func write(_ pair: QuestionPair, _ changes: [Change]) throws(RunError) {
    for change in changes {
      let slice = [change.slice.attribute, change.slice.code, change.slice.label]
      let texts = names(change) + [change.statistic.rawValue] + slice + ["\(change.panel)"]
      let figures =
        figure(change.old, of: change, value: change.values.old)
        + figure(change.new, of: change, value: change.values.new)
        + [change.difference?.fullText ?? ""]
      try file.write(
        texts.map { .text($0) } + figures.map { .figure($0) } + [
          .text(change.marks.joined(separator: " ")), .text(note(change)),
        ])
    }
    guard changes.isEmpty else { return }
    let blank = [String](repeating: "", count: 12)
    try file.write(
      texts: [pair.name, "", label(pair)] + blank + [
        pair.marks.joined(separator: " "), reason(pair),
      ])
  }

  func commit() throws(RunError) {
    try file.commit()
  }

  private func names(_ change: Change) -> [String] {
    let after = change.choice?.new.flatMap { change.pair.new?.type.choices?[$0] }
    let before = change.choice?.old.flatMap { change.pair.old?.type.choices?[$0] }
    let label = after.map(forms.new.label) ?? before.map(forms.old.label)
    return [change.pair.name, (after ?? before)?.name ?? "", label ?? self.label(change.pair)]
  }

  private func label(_ pair: QuestionPair) -> String {
    pair.new.map(forms.new.label) ?? pair.old.map(forms.old.label) ?? ""
  }

  private func figure(
    _ figure: Change.Figure?, of change: Change, value: String
  ) -> [String] {
    [change.numerator(figure), figure.map { String($0.base) } ?? "", value]
  }

  private func note(_ change: Change) -> String {
    var notes = change.pair.notes
    if let note = change.pair.breakNote { notes.append("break: \(note)") }
    if change.old == nil { notes.append("no choice of the earlier round") }
    if change.new == nil { notes.append("no choice of the newer round") }
    if let note = change.rules.note { notes.append(note) }
    return notes.joined(separator: "; ")
  }

  private func reason(_ pair: QuestionPair) -> String {
    var notes = pair.notes
    if pair.old == nil { notes.append("not asked in the earlier round") }
    if pair.new == nil { notes.append("not asked in the newer round") }
    if pair.comparable?.new.type == .date { notes.append("dates have no share and no mean") }
    return notes.joined(separator: "; ")
  }
}
