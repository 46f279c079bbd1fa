import Basics
import Definition
@testable import Publication
import _TestSupport

/// The draft report: any text is filled in or refused.
struct ReportTarget {
  private static let cells = """
    table,row,column,count,base
    attendance,yes,.total,2,3
    attendance,no,.total,1,3
    attendance,.base,.total,3,3
    attendance,yes,1,0,0

    """
  private static let behind = "table,row,column,unit\nattendance,yes,.total,ada\n"

  /// Lists of which no sentence needs a row.
  private static let headers = [
    "values.csv": "table,row,column,value,stratum,units,weight,squares\n",
    "weights.csv": "table,row,column,stratum,units,weight,squares\n",
    "strata.csv": "stratum,name,population,units,weight,squares\n",
  ]
  private static let manifest = """
    {"stage": "aggregate", "version": "0", "inputs": [], "outputs": [], "counts": {"units": 4, \
    "replied": 3}}
    """

  private let small: SmallCollection
  private let figures: ReportFigures
  private let file: ScratchFile

  init() throws {
    small = try SmallCollection()
    let folders = CollectionFolders(
      pipeline: small.pipeline, input: small.input, output: small.output)
    try small.workdir.write(Self.cells, to: "cells.csv")
    try small.workdir.write(Self.behind, to: "behind.csv")
    for (name, header) in Self.headers { try small.workdir.write(header, to: name) }
    try small.workdir.write(Self.manifest, to: "manifest.json")
    let pipeline = try PipelineDefinition(folders)
    let plan = try TablePlan(folders, pipeline)
    figures = ReportFigures(
      pipeline: pipeline, plan: plan,
      cells: try PublishedCells(folder: small.workdir.path, pipeline: pipeline, plan: plan),
      disclosure: .none)
    file = try ScratchFile(small.path("report.md"))
  }

  func run(_ bytes: [UInt8]) {
    file.write(bytes)
    do throws(RunError) {
      let prose = try ReportTemplate(path: file.path).filled(figures).text
      let hasPlaceholder = bytes.indices.dropLast().contains {
        bytes[$0] == UInt8(ascii: "{") && bytes[$0 + 1] == UInt8(ascii: "{")
      }
      let read = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      check(hasPlaceholder || prose.utf8.elementsEqual(read), "mere prose is changed to '\(prose)'")
    } catch {
      checkRefusal(error)
      let lines = bytes.count { $0 == 0x0A } + bytes.count { $0 == 0x0D } + 1
      // Other line ends than these are counted too, so the lines of ASCII are held only.
      check(
        bytes.contains { $0 >= 0x80 || $0 == 0x0B || $0 == 0x0C }
          || error.problems.allSatisfy { ($0.line ?? 1) <= lines }, "no such line: \(error)")
    }
  }
}
