import Interchange
import Questionnaire
import Tabular

/// Goes through the free texts of stage 2.
enum TextFilter {
  /// The texts that a correction may be about.
  static func corrected(
    _ normalized: String, _ corrections: Corrections
  ) throws(RunError) -> [PartitionValidation.TextPlace: String] {
    let questions = Set(
      corrections.all.filter { $0.question.type == .text }.map(\.question.name))
    guard !questions.isEmpty else { return [:] }
    var texts: [PartitionValidation.TextPlace: String] = [:]
    try forEach(in: normalized) { submission, _, question, text throws(RunError) in
      if questions.contains(question) {
        texts[.init(submission: submission, question: question)] = text
      }
    }
    return texts
  }

  /// Copies the texts of the accepted submissions, corrected ones as corrected.
  static func copy(
    from normalized: String, to folder: String, accepted: NumberSet,
    replaced: [PartitionValidation.TextPlace: (unit: String, text: String)]
  ) throws(RunError) {
    var added = replaced
    let writer = try CSVWriter(path: "\(folder)/\(TextList.fileName)", header: TextList.header)
    try forEach(in: normalized) { submission, unit, question, text throws(RunError) in
      guard accepted.contains(submission) else { return }
      let correction = added.removeValue(forKey: .init(submission: submission, question: question))
      let text = correction?.text ?? text
      if !text.isEmpty { try writer.write([String(submission), unit, question, text]) }
    }
    // What is left was blank before.
    for (place, correction) in added.sorted(by: { $0.key.submission < $1.key.submission })
    where !correction.text.isEmpty {
      try writer.write([
        String(place.submission), correction.unit, place.question, correction.text,
      ])
    }
    try writer.commit()
  }

  private static func forEach(
    in folder: String, _ body: (Int, String, String, String) throws(RunError) -> Void
  ) throws(RunError) {
    let reader = try CSVReader(path: "\(folder)/\(TextList.fileName)")
    _ = try reader.next()
    while try reader.next() {
      let record = reader.record
      try body(
        record.text(0).flatMap { Int($0) } ?? 0, record.text(1) ?? "", record.text(2) ?? "",
        record.text(3) ?? "")
    }
  }
}
