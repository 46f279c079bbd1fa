/// Everything the program knows of one survey tool: a value that the tool's own file declares.
///
/// Ingestion takes from it what tells the tool and how its header rows are read, normalization the
/// headings, ticks and "other", drafting all of these, besides the columns that are no questions.
/// They ask the value, and not which tool it is.
///
/// To add a tool:
/// 1. Add a case to `HeaderConvention`, named as `convention:` in `pipeline.yaml` shall name it,
///    after the tools whose proofs and hints are stronger.
/// 2. The compiler asks for its value: add `Tools/<Tool>.swift`. No aspect has a default, so that
///    the file says something of each; the types of the aspects, beside this one, say what they
///    mean. A header or heading of a new kind is a new case of `HeaderRows`, `HeadingCut` or
///    `OptionHeading`, and the compiler leads on from there.
/// 3. A test asks for an export as the tool writes it: add a folder to `Tests/Conventions` whose
///    name begins with that of the convention.
/// 4. Name the tool in `Pipelines/README.md`.
package struct SurveyTool: Sendable {
  /// What proves that the tool wrote an export.
  package let signatures: [ToolSignature]
  /// What suggests it where nothing is proved; enough for a draft, which says so.
  package let hints: ToolHints
  package let header: HeaderRows
  package let headings: Headings
  package let ticks: Ticks
  package let other: OtherOption
  /// Texts that may mean "no answer" in its exports. A pipeline declares those that do; a draft
  /// proposes them for review.
  package let missing: [String]
  package let metadata: MetadataColumns
  /// The columns that say how far a submission got, or that it was refused.
  package let completion: [CompletionMark]
  /// Whether a date such as 05/04/2024 is rather a day of May than of April; a draft looks at it
  /// where the dates themselves do not tell.
  package let writesMonthFirst: Bool
}

extension SurveyTool {
  /// All tools, in the order of the conventions: files are edited, merged and converted, so that
  /// what one tool writes is understood wherever only it can be meant.
  static let all = HeaderConvention.allCases.map(\.tool)
}
