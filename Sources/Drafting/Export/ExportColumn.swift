import Basics
import SurveyTools

/// One column of an export, with the distinct texts that stand in it.
struct ExportColumn {
  struct Text {
    let text: String
    let count: Int
  }

  /// From 0.
  let position: Int
  /// What identifies the column: the heading, or the code in it.
  let heading: String
  /// The heading as it stands in the file.
  let written: String
  let label: String
  let option: String
  /// The numbered texts, in the order of their first record; fields of blanks alone are none.
  let texts: [Text]
  /// How many fields hold texts too long or too many to be numbered.
  let elsewhere: Int

  init(
    position: Int, heading: String, label: String, option: String, texts: [Text], elsewhere: Int,
    written: String? = nil
  ) {
    self.position = position
    self.heading = heading
    self.written = written ?? heading
    self.label = label
    self.option = option
    self.texts = texts.filter { !TextKey($0.text).isEmpty }
    self.elsewhere = elsewhere
  }

  /// One column of all files, which have it under the same heading.
  init(position: Int, joining parts: [ExportColumn]) {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for text in parts.flatMap(\.texts) {
      if counts.updateValue((counts[text.text] ?? 0) + text.count, forKey: text.text) == nil {
        order.append(text.text)
      }
    }
    self.init(
      position: position, heading: parts[0].heading, label: parts[0].label,
      option: parts[0].option, texts: order.map { Text(text: $0, count: counts[$0] ?? 0) },
      elsewhere: parts.reduce(0) { $0 + $1.elsewhere }, written: parts[0].written)
  }

  /// The column without the texts that mean no answer.
  func without(_ missing: MissingWords) -> ExportColumn {
    ExportColumn(
      position: position, heading: heading, label: label, option: option,
      texts: texts.filter { !missing.contain($0.text) }, elsewhere: elsewhere, written: written)
  }

  var answered: Int { texts.reduce(elsewhere) { $0 + $1.count } }

  /// What a person would read above the column.
  var title: String { (label.isEmpty ? heading : label).withoutMarkup }

  /// What the column tells of who somebody is.
  var personalDetail: PersonalDetail? {
    texts.isEmpty ? nil : PersonalDetail(title: title, texts: texts.map(\.text))
  }

  /// What it tells of who somebody is, where its heading is a name of a form: by the labels there.
  func personalDetail(
    asked questions: [OpenQuestion], _ headings: Headings
  ) -> PersonalDetail? {
    let question = questions.first { question in
      heading == question.name
        || headings.pathSeparators.contains { heading.hasSuffix($0 + question.name) }
    }
    guard let question, !texts.isEmpty else { return nil }
    return question.labels.lazy.compactMap {
      PersonalDetail(title: $0, texts: texts.map(\.text))
    }.first
  }

  func isCalled(_ key: TextKey) -> Bool {
    TextKey(heading) == key || (!label.isEmpty && TextKey(label) == key)
  }
}
