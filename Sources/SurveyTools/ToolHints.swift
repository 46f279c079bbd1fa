/// What suggests a tool to a draft, where no signature proves it.
package struct ToolHints: Sendable {
  /// Columns that it writes together; each by its heading or label, whatever the case.
  package var columns: [[String]] = []
  /// What stands between the heading of a question's own column and those of its options, where
  /// the tool writes both.
  package var wholeAndOptions: HeadingCut?
  /// What headings of options have, and those of other tools hardly.
  package var cuts: [HeadingCut] = []
  /// Whether it writes the codes of options before their texts, see `CodeAndText`.
  package var writesCodeAndText = false
}
