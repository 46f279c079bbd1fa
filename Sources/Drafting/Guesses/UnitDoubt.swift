import Basics
import SurveyTools

/// Why a draft asks who the respondents are: what each answer would make of the export.
enum UnitDoubt {
  static func refuseLongLayout(of export: Export) throws(RunError) {
    guard let (layout, headings) = LongLayout.found(in: export.columns.map(\.written)) else {
      return
    }
    let quoted = headings.map { "'\($0)'" }.joined(separator: ", ")
    switch layout {
    case .instances:
      throw rejected(
        .source(.repeatFile),
        message:
          "the columns \(quoted) say that each record is an instance of a repeat, of which one respondent "
          + "has several: \(export.records) records are not so many respondents. Draft from the export "
          + "of the submissions, and add this one as a source with 'repeat'; or, to count instances, "
          + "make new … UNIT=record", answers: [records(of: export, "instances")])
    case .answers:
      throw rejected(
        .source(.longFile),
        message:
          "the columns \(quoted) say that each record is one answer, of which one respondent has "
          + "several: \(export.records) records are not so many respondents. Export the replies with "
          + "one record a respondent; or, to count answers, make new … UNIT=record",
        answers: [records(of: export, "answers")])
    }
  }

  static func longFile(
    _ export: Export, identity: Identity, difference: ExportColumn
  ) -> RunError {
    let items = difference.texts.prefix(3).map { "'\($0.text.onOneLine)'" }.joined(separator: ", ")
    return rejected(
      .source(.longFile),
      message:
        "\(described(identity)), and those of each differ in '\(difference.heading.onOneLine)' (\(items)): a "
        + "long file, with a record for each item of a respondent, and no resubmissions. Export it "
        + "with one record a respondent; or, to put the records of each together, make new … "
        + "ITEMS='\(difference.heading.onOneLine)' BY='\(identity.column.heading.onOneLine), …' with whatever else "
        + "they have in common, as the day, and with ROSTER=… where the records themselves are to be counted; or, to count its \(export.records) records, make new … "
        + "UNIT=record", answers: [records(of: export, "records")])
  }

  static func parts(_ export: Export, identity: Identity, column: ExportColumn) -> RunError {
    let names = column.texts.prefix(3).map { "'\($0.text.onOneLine)'" }.joined(separator: ", ")
    return rejected(
      .source(.severalParts),
      message:
        "\(described(identity)), of which '\(column.heading.onOneLine)' says what part of a respondent they "
        + "have (\(names)): an event or instrument does not replace another. Export each event and each "
        + "instrument on its own, and draft a collection of each")
  }

  static func undecided(_ export: Export, _ identity: Identity) -> RunError {
    let written = export.written(of: identity.column).onOneLine
    let files =
      identity.isNumberedByFile ? " of \(export.files.count) files, each of which numbers them" : ""
    return rejected(
      .source(.undecidedUnit),
      message:
        "\(described(identity))\(files); \(identity.differing) have other answers than the first of the same. With "
        + "UNIT=record each record is a respondent: \(export.records). With UNIT=\"\(written)\" the "
        + "latest record of each counts: \(identity.units)",
      answers: answers(written, records: export.records, units: identity.units))
  }

  static func missing(_ unit: String, in export: Export) -> RunError {
    RunError(
      .dataRejected, path: "", id: .csv(.missingColumn),
      "there is no column '\(unit)'; expected 'record', or one of the headings, "
        + Suggestion.allowed(export.columns.map(\.written)) + "."
        + Suggestion.question(for: unit, among: export.columns.map(\.written)))
  }

  private static func described(_ identity: Identity) -> String {
    "'\(identity.column.heading.onOneLine)' has \(identity.units) different texts in \(identity.filled) records"
  }

  /// The column is named by who asked for the draft.
  private static func rejected(
    _ id: ErrorID, message: String, answers: [RunError.Answer] = []
  ) -> RunError {
    RunError(path: "", id: id, message, answers: answers)
  }

  private static func records(of export: Export, _ what: String) -> RunError.Answer {
    RunError.Answer(.unit("record"), meaning: "counts \(export.records) \(what)")
  }

  /// The two answers where records may be several of one respondent.
  static func answers(_ column: String, records: Int, units: Int) -> [RunError.Answer] {
    [
      RunError.Answer(.unit("record"), meaning: "each record is a respondent: \(records)"),
      RunError.Answer(.unit(column), meaning: "the latest record of each counts: \(units)"),
    ]
  }
}
