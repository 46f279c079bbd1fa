import Basics

/// Texts that look like "no answer", whatever the tool.
package enum MissingWords {
  private static let all = Set(SurveyTool.all.flatMap(\.missing).map { TextKey($0) })

  package static func contain(_ text: String) -> Bool {
    all.contains(TextKey(text))
  }
}
