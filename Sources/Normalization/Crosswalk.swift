import Basics
import Definition
import Register
import Tabular

/// The crosswalk of a collection: what a text in the unit column means that the registers refuse.
///
/// `CrosswalkColumn` declares the columns of the file. What the registers know goes first: a line
/// about such a name could only contradict them.
struct Crosswalk {
  struct Line {
    let line: Int
    let name: String
    /// The code; nil for no State.
    let iso3: String?
    let reason: String
  }

  static let fileName = "crosswalk.csv"

  let lines: [Line]
  private let byName: [TextKey: Line]

  /// - Parameter resolvers: How the sources tell the State.
  /// - Throws: `badDefinition` where a name stands twice, a code is none of a Member State, or
  ///   a line says something else than the registers.
  init(
    _ collection: CollectionFolders, pipeline: PipelineDefinition, resolvers: [StateResolver]
  ) throws(RunError) {
    let path = "\(collection.pipeline)/\(Self.fileName)"
    guard FileSystem.exists(path) else {
      lines = []
      byName = [:]
      return
    }
    guard let register = pipeline.register else {
      throw RunError(
        path: path, id: .pipeline(.noRegister),
        "the unit is the respondent, who stands in no register; expected no crosswalk. Delete it")
    }
    var lines: [Line] = []
    var byName: [TextKey: Line] = [:]
    let column = pipeline.unit == .listed ? CrosswalkColumn.unit : .state
    let required = [CrosswalkColumn.name, column, .reason].map(\.rawValue)
    for row in try CSVFile(path: path, requiring: required).rows {
      let line = try Self.line(row, unit: column, path: path, register)
      try Self.check(line, path: path, against: resolvers)
      if let earlier = byName.updateValue(line, forKey: TextKey(line.name)) {
        throw RunError(
          path: path, line: row.line, id: .register(.nameTwice),
          "'\(line.name)' stands on line \(earlier.line) already; expected one line a name")
      }
      lines.append(line)
    }
    self.lines = lines
    self.byName = byName
  }

  subscript(text: String) -> Line? { byName[TextKey(text)] }

  private static func line(
    _ row: CSVFile.Row, unit column: CrosswalkColumn, path: String, _ register: RegisterAsAt
  ) throws(RunError) -> Line {
    for (column, id, wanted) in [
      (CrosswalkColumn.name, ErrorID.register(.blankName), "the text as the source has it"),
      (.reason, .register(.blankReason), "who decided it, and why"),
    ] where TextKey(row[column]).isEmpty {
      throw RunError(
        path: path, line: row.line, id: id,
        "column '\(column.rawValue)' is blank; expected \(wanted)")
    }
    let code = row[column]
    guard code == "none" || register.isUnit(code) else {
      throw RunError(
        path: path, line: row.line, id: .register(.unknownState),
        "column '\(column.rawValue)' has '\(code)'; expected "
          + (column == .unit
            ? "the code of a unit of units.csv on" : "the three-letter code of a Member State on")
          + " \(register.day), or 'none'."
          + Suggestion.question(for: code, among: register.units + ["none"]))
    }
    return Line(
      line: row.line, name: row[CrosswalkColumn.name], iso3: code == "none" ? nil : code,
      reason: row[CrosswalkColumn.reason])
  }

  /// A name that every source takes for a State already cannot mean another one.
  private static func check(
    _ line: Line, path: String, against resolvers: [StateResolver]
  ) throws(RunError) {
    var known: [String] = []
    for resolver in resolvers {
      guard case .found(let iso3) = resolver.resolve(line.name), iso3 != line.iso3 else { return }
      known.append(iso3)
    }
    guard let iso3 = known.first else { return }
    throw RunError(
      path: path, line: line.line, id: .register(.contradictsRegister),
      "'\(line.name)' is \(iso3) by the registers, but '\(line.iso3 ?? "none")' here; expected a "
        + "name that they do not know. Delete the line, or mend the records")
  }
}
