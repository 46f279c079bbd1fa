import Basics
import Interchange
import SurveyTools

/// Why a draft does not take some files for exports of one questionnaire.
enum FileDoubt {
  /// - Throws: `dataRejected` where two files are of two tools, or have less than half of their
  ///   columns in common.
  static func refuseDifferences(of export: Export) throws(RunError) {
    let first = export.files[0]
    for file in export.files.dropFirst() {
      let shared = Set(first.keys).intersection(file.keys)
      let fewer = min(first.keys.count, file.keys.count)
      let isOther = file.entry.convention != first.entry.convention
      guard isOther || shared.count * 2 < fewer else { continue }
      let own = file.keys.first { !shared.contains($0) }?.heading ?? ""
      let what =
        isOther
        ? "'\(first.entry.file)' is of \(first.entry.convention.rawValue) and '\(file.entry.file)' of "
          + file.entry.convention.rawValue
        : "'\(first.entry.file)' and '\(file.entry.file)' have \(shared.count) of \(fewer) columns in "
          + "common; '\(own.onOneLine)' is one that only the second has"
      throw differing(what)
    }
  }

  /// - Throws: `dataRejected` where a file lacks a column that every record needs.
  static func require(_ column: ExportColumn?, in export: Export) throws(RunError) {
    guard let column, let file = export.files.first(where: { $0.indices[column.position] == nil })
    else { return }
    throw differing(
      "'\(file.entry.file)' has no column '\(column.written.onOneLine)', which in the other files tells "
        + "the respondent or the day of receipt")
  }

  /// - Throws: `dataRejected` where files with other headings have identifiers in common, and nobody
  ///   said whether they mean the same respondents.
  static func refuseSharedIdentifiers(of drafts: [Draft]) throws(RunError) {
    var earlier: Set<TextKey> = []
    var (records, units) = (0, 0)
    var first: (file: String, heading: String)?
    for draft in drafts {
      guard case .respondent(let column, _) = draft.unit else { return }
      let keys = try Identity.keys(of: draft.export, by: column)
      records += draft.export.records
      units += keys.subtracting(earlier).count
      let file = draft.export.entry.file
      if let first, !keys.isDisjoint(with: earlier) {
        throw RunError(
          path: "", id: .source(.undecidedUnit),
          "'\(column.written.onOneLine)' of '\(file)' has \(keys.intersection(earlier).count) of the "
            + "identifiers that '\(first.file)' has. With UNIT=record each record is a respondent: "
            + "\(records). With UNIT=\"\(first.heading.onOneLine)\" the latest record of each counts: \(units)",
          answers: UnitDoubt.answers(first.heading.onOneLine, records: records, units: units))
      }
      first = first ?? (file, column.written)
      earlier.formUnion(keys)
    }
  }

  private static func differing(_ what: String) -> RunError {
    RunError(
      path: "", id: .source(.differingFiles),
      "\(what): these are no exports of one questionnaire with the same headings. Where they are "
        + "translations of one form, give it as FORM=…, which knows its languages; else draft from "
        + "those that are alike, and give the others a source of their own in pipeline.yaml")
  }
}
