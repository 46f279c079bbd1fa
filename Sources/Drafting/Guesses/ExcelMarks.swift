import Basics
import SurveyTools

/// A column some of whose texts Excel made of labels that it took for days: they are no choices.
struct ExcelMarks {
  /// The column without them.
  let others: ExportColumn
  /// What a reviewer is told of them.
  let why: String

  /// - Returns: nil where there are none, and where all are days in full or numbers, as answers may be.
  init?(_ column: ExportColumn, missing words: MissingWords) {
    let marks = column.texts.filter { ExcelDay.isMark($0.text.trimmed) }
    let others = column.texts.filter { !ExcelDay.isMark($0.text.trimmed) }
    let hasNames = marks.contains { $0.text.contains(where: \.isLetter) }
    let areAmongWords = others.contains { text in
      !words.contain(text.text) && text.text.contains { !"0123456789., ".contains($0) }
    }
    guard let first = marks.first, hasNames || areAmongWords else { return nil }
    self.others = ExportColumn(
      position: column.position, heading: column.heading, label: column.label,
      option: column.option, texts: others, elsewhere: column.elsewhere, written: column.written)
    why =
      "; '\(first.text.onOneLine)'\(marks.count > 1 ? " and \(marks.count - 1) more are" : " is") no choice: "
      + "Excel makes it of labels such as '1-5'. Export again with the column as text; if it is a label, "
      + "add it to choices.csv"
  }
}
