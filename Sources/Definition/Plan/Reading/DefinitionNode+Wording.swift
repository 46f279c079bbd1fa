import Basics
import Questionnaire

extension DefinitionNode {
  /// A text that is printed as it stands: something, and without placeholders, which nothing would
  /// fill in.
  func wording() throws(RunError) -> String {
    let text = try text()
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw error(id: .yaml(.emptyText), "found nothing; expected some words, or no key")
    }
    guard !text.contains("{{") else {
      throw error(
        id: .table(.placeholder),
        "found '{{', but only 'note', 'footnotes' and report.md have placeholders; expected "
          + "plain words")
    }
    return text
  }
}
