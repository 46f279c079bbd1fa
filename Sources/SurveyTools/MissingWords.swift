import Basics

/// Texts that look like "no answer".
package struct MissingWords: Sendable {
  private let keys: Set<TextKey>
  private let own: Set<TextKey>

  /// Those of all tools that mean nothing else, and the tool's own.
  package init(of tool: SurveyTool) {
    own = Set(tool.missing.map { TextKey($0) })
    keys = Self.usual.keys.union(own)
  }

  private init(_ texts: [String]) {
    keys = Set(texts.map { TextKey($0) })
    own = []
  }

  /// Those that are understood whatever the tool.
  package static let usual = MissingWords(
    SurveyTool.all.filter { !$0.ticks.areOwn }.flatMap(\.missing))

  package func contain(_ text: String) -> Bool {
    keys.contains(TextKey(text))
  }

  /// Whether the tool itself writes the text for a blank.
  package func isOfTheTool(_ text: String) -> Bool {
    own.contains(TextKey(text))
  }
}
