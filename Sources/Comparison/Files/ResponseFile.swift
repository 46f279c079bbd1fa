import Basics
import Definition
import Interchange

/// Whether a unit replied in the rounds.
enum Response: String, CaseIterable {
  case both
  case fromOnly = "from_only"
  case toOnly = "to_only"
  case neither

  init(_ unit: UnitPair, old: Round, new: Round) {
    let before = unit.old.map(old.replied) ?? false
    let after = unit.new.map(new.replied) ?? false
    self = before ? (after ? .both : .fromOnly) : (after ? .toOnly : .neither)
  }
}

/// `response.csv`: `unit,name,response,from,to,note`, every unit of either round.
///
/// `response` is `both`, `from_only`, `to_only` or `neither`; `from` and `to` are `replied`, `late`
/// or `silent`, or empty where the unit is none of the round, which `note` explains.
enum ResponseFile {
  static func write(
    _ units: [UnitPair], old: Round, new: Round, to folder: String, _ locale: SpreadsheetLocale
  ) throws(RunError) {
    let file = try ComparedFile(
      "response.csv", header: ["unit", "name", "response", "from", "to", "note"], in: folder, locale
    )
    for unit in units {
      try file.write(texts: [
        unit.key, unit.name, Response(unit, old: old, new: new).rawValue,
        unit.old.flatMap { old.units[$0].fate?.rawValue } ?? "",
        unit.new.flatMap { new.units[$0].fate?.rawValue } ?? "", unit.note,
      ])
    }
    try file.commit()
  }
}
