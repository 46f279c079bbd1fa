package import Basics
package import Definition
package import Interchange
import DisclosureControl
import Printing
import Questionnaire

/// Two rounds of one questionnaire checked against each other: what was asked, who replied, what
/// changed for all and for the units in both, and which units moved.
///
/// Made from what stages 3 and 4 left of both rounds; written to `compared/<from>` of the newer
/// one, all or nothing; each file for people, and below `machine/` for programs.
package enum Comparison {
  /// - Throws: `badDefinition` for `rounds.yaml`, for names that were used again, for rounds that
  ///   count different units and for replies given in confidence; `dataRejected` and `inputMissing` where a round is not up to date.
  package static func run(
    from: CollectionFolders, to: CollectionFolders, jobs: Int
  ) throws(RunError) -> StageReport {
    let (older, newer) = (try CollectionDefinition(from), try CollectionDefinition(to))
    let (before, after) = (older.pipeline, newer.pipeline)
    guard before.unit == after.unit else {
      throw RunError(
        path: after.path, id: .round(.otherUnit),
        "the unit is the \(after.unit.rawValue), but the \(before.unit.rawValue) in "
          + "\(before.path); expected two rounds that count the same")
    }
    let (released, newlyReleased) = (try submissions(of: older), try submissions(of: newer))
    let map = try RoundMap(from: from, to: to, forms: (old: before.form, new: after.form))
    let forms = try FormComparison(before, after, map: map)
    let folder = try StageFolder(comparing: older, with: newer, jobs: jobs)
    try addMap(of: to, to: folder)
    let old = try Round(older, released)
    let new = try Round(newer, newlyReleased)
    let units = UnitPair.all(old, new)
    let breakdown = Breakdown(
      old, new, catalogs: (old: try VariableCatalog(before), new: try VariableCatalog(after)))

    let rules = FigureRules(older, newer)
    let counting = ChangeCounting(old, new, breakdown: breakdown, units: units, rules: rules)
    var summary = Summary(
      old, new, forms: forms, units: units, notes: breakdown.notes + [rules.note].compactMap(\.self)
    )
    let locale = after.spreadsheet
    try MachineFolder.create(below: folder.path)
    let changesFile = try ChangesFile(forms, in: folder.path, locale)
    let moversFile = try MoversFile(in: folder.path, locale)
    for pair in forms.pairs {
      let changes = counting.changes(of: pair)
      let movers = Mover.all(of: pair, among: units, old, new)
      try changesFile.write(pair, changes)
      try moversFile.write(movers)
      try summary.add(pair, changes: changes, movers: movers)
    }
    try changesFile.commit()
    try moversFile.commit()
    try QuestionnaireFile.write(forms, to: folder.path, locale)
    try ResponseFile.write(units, old: old, new: new, to: folder.path, locale)
    try AtomicFile.write(try summary.text(), to: "\(folder.path)/summary.md")
    let counts = summary.counts
    try folder.finish(try folder.manifest(counts: counts), isHandedOn: true)
    return StageReport(
      summary:
        "\(counts["compared"] ?? 0) questions compared; \(counts["both"] ?? 0) units replied "
        + "in both rounds, \(counts["moves"] ?? 0) answers moved")
  }

  private static func submissions(
    of round: CollectionDefinition
  ) throws(RunError) -> ReleasedSubmissions {
    guard let submissions = ReleasedSubmissions(round) else {
      throw RunError(
        path: round.pipeline.path, id: .confidence(.confidentialRound),
        "its replies were given in confidence, as 'disclosure' says; a comparison would name the "
          + "units whose answers moved. Compare rounds whose replies are public")
    }
    return submissions
  }

  private static func addMap(
    of collection: CollectionFolders, to folder: StageFolder
  ) throws(RunError) {
    let path = "\(collection.pipeline)/\(RoundMap.fileName)"
    guard FileSystem.exists(path) else { return }
    let found = try SHA256.digest(ofFile: path)
    folder.addInput(
      Manifest.Entry(
        path: "\(collection.name)/\(RoundMap.fileName)", bytes: found.bytes, sha256: found.digest))
  }
}
