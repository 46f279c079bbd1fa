import Basics
import Interchange
import Tabular

/// Goes through the free texts of a stage.
enum TextFilter {
  /// Copies the texts of the accepted submissions, corrected ones as corrected; what a submission
  /// took over from an earlier one comes under its number.
  ///
  /// - Parameter compared: The submissions whose texts, as they came, are to be compared.
  /// - Returns: A digest of each text of these, whatever the order they stand in.
  static func copy(
    from normalized: String, to folder: String, accepted: NumberSet, given: [AnswerID: Int],
    replaced: [AnswerID: (unit: String, text: String)], comparing compared: Set<Int>
  ) throws(RunError) -> [Int: Set<String>] {
    var added = replaced
    var digests: [Int: Set<String>] = [:]
    let writer = try CSVWriter(path: "\(folder)/\(TextList.fileName)", header: TextList.header)
    let list = try StageList<TextList.Column>(path: "\(normalized)/\(TextList.fileName)")
    while let row = try list.next() {
      let read = try row.integer(.submission)
      var number = read
      if compared.contains(read) {
        digests[read, default: []].insert(digest(of: row[.text], to: row[.question]))
      }
      if !accepted.contains(number) {
        guard let taker = given[.init(submission: number, question: row[.question])] else {
          continue
        }
        number = taker
      }
      if number == read, added.isEmpty, let whole = row.whole {
        if !row.isEmpty(.text) { try writer.copy(whole) }
        continue
      }
      var text = row.bytes(.text)
      if !added.isEmpty {
        let key = AnswerID(submission: number, question: row[.question])
        if let correction = added.removeValue(forKey: key) {
          text = Array(correction.text.utf8)[...]
        }
      }
      if text.isEmpty { continue }
      writer.append(number)
      writer.append(row.bytes(.unit))
      writer.append(row.bytes(.question))
      writer.append(text)
      try writer.endRecord()
    }
    // What is left was blank before.
    for (key, correction) in added.sorted(by: { $0.key.submission < $1.key.submission })
    where !correction.text.isEmpty {
      try writer.write([
        String(key.submission), correction.unit, key.question, correction.text,
      ])
    }
    try writer.commit()
    return digests
  }

  /// A digest of each text of some submissions, whatever the order they stand in.
  static func digests(in folder: String, of submissions: Set<Int>) throws(RunError) -> [Int: Set<
    String
  >] {
    var digests: [Int: Set<String>] = [:]
    if submissions.isEmpty { return digests }
    try forEach(in: folder) { key, _, text throws(RunError) in
      guard submissions.contains(key.submission) else { return }
      digests[key.submission, default: []].insert(digest(of: text, to: key.question))
    }
    return digests
  }

  private static func digest(of text: String, to question: String) -> String {
    let hash = SHA256()
    hash.update(Array("\(question)\u{0}\(text)".utf8))
    return hash.finish()
  }

  static func forEach(
    in folder: String, _ body: (AnswerID, String, String) throws(RunError) -> Void
  ) throws(RunError) {
    let list = try StageList<TextList.Column>(path: "\(folder)/\(TextList.fileName)")
    while let row = try list.next() {
      try body(
        .init(submission: try row.integer(.submission), question: row[.question]), row[.unit],
        row[.text])
    }
  }
}
