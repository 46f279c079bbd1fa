import Basics
import Tabular

/// A text in the languages a form has it in.
package struct LocalizedText: Sendable, Equatable {
  /// Language code and text, in the order of the form's columns.
  package let texts: [(language: String, text: String)]

  package init(_ texts: [(language: String, text: String)]) {
    self.texts = texts.filter { !$0.text.isEmpty }
  }

  /// The text in a language; where the form has none, its first one, else nil.
  package func text(in language: String) -> String? {
    texts.first { $0.language == language }?.text ?? texts.first?.text
  }

  package static func == (left: LocalizedText, right: LocalizedText) -> Bool {
    left.texts.elementsEqual(right.texts) { $0 == $1 }
  }
}

extension LocalizedText {
  /// The texts of a row of a sheet, as people read them.
  init(_ columns: [(position: Int, language: String)], in row: CSVFile.Row) {
    self.init(columns.map { ($0.language, row[at: $0.position].withoutMarkup) })
  }

  /// The label columns of an XLSForm sheet: `label`, `label::English (en)`, `label::fr`.
  ///
  /// The language is the code in brackets where there is one, else the words after `::`
  /// in lower case, else empty.
  package static func columns(named name: String, in header: [String]) -> [(
    position: Int, language: String
  )] {
    header.enumerated().compactMap { index, column in
      if column == name { return (index, "") }
      guard column.hasPrefix("\(name)::") else { return nil }
      let words = column.dropFirst(name.count + 2)
      if let open = words.lastIndex(of: "("), words.last == ")" {
        return (index, String(words[words.index(after: open)...].dropLast()))
      }
      return (index, words.lowercased())
    }
  }
}
