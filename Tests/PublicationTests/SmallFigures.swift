import Basics
import Definition
@testable import Publication
import _TestSupport

/// The small collection with counted cells: 4 units, 3 answers to `attended`, 2 numbers.
struct SmallFigures {
  static let cells = """
    table,row,column,count,base
    attendance,yes,.total,2,3
    attendance,no,.total,1,3
    attendance,.base,.total,3,3
    attendance,.no_answer,.total,0,3
    attendance,.not_applicable,.total,0,3
    attendance,.not_asked,.total,0,3
    attendance,.unclear,.total,0,3
    attendance,.did_not_reply,.total,1,3
    attendance,.population,.total,4,3

    """
    + (1...3).flatMap { rating in
      ["yes", "no", ".base", ".no_answer", ".not_applicable", ".not_asked", ".unclear"].map {
        "attendance,\($0),\(rating),0,0\n"
      } + ["attendance,.did_not_reply,\(rating),0,0\nattendance,.population,\(rating),0,0\n"]
    }.joined() + """
      sessions,.value,.total,2,2
      sessions,.base,.total,2,2
      sessions,.no_answer,.total,0,2
      sessions,.not_applicable,.total,0,2
      sessions,.not_asked,.total,0,2
      sessions,.unclear,.total,0,2
      sessions,.did_not_reply,.total,2,2
      sessions,.population,.total,4,2

      """

  /// -0.5 and 3.
  static let values = """
    table,row,column,value,stratum,units,weight,squares
    sessions,.value,.total,-500000,0,1,1000000,1000000000000
    sessions,.value,.total,3000000,0,1,1000000,1000000000000

    """

  static let manifest = """
    {"stage": "aggregate", "version": "0", "inputs": [], "outputs": [], "counts": {"units": 4, \
    "replied": 3}}
    """

  static let behind = """
    table,row,column,unit
    attendance,yes,.total,Zoë
    attendance,yes,.total,ada

    """

  let collection: SmallCollection
  let pipeline: PipelineDefinition
  let plan: TablePlan
  let cells: PublishedCells

  init(tables old: String = "", with new: String = "") throws {
    collection = try SmallCollection()
    if !old.isEmpty { try collection.replace(old, with: new, in: "tables.yaml") }
    let folders = CollectionFolders(
      pipeline: collection.pipeline, input: collection.input, output: collection.output)
    try collection.workdir.write(Self.cells, to: "cells.csv")
    try collection.workdir.write(Self.behind, to: "behind.csv")
    try collection.workdir.write(Self.values, to: "values.csv")
    try collection.workdir.write(
      "table,row,column,stratum,units,weight,squares\n", to: "weights.csv")
    try collection.workdir.write(
      "stratum,name,population,units,weight,squares\n", to: "strata.csv")
    try collection.workdir.write(Self.manifest, to: "manifest.json")
    pipeline = try PipelineDefinition(folders)
    plan = try TablePlan(folders, pipeline)
    cells = try PublishedCells(
      folder: collection.workdir.path, pipeline: pipeline, plan: plan)
  }

  /// What the tables of the plan look like to a reader, by id.
  func readerTable(_ id: String) throws -> String {
    guard let table = plan[id] else { throw NoTable() }
    try ReaderTable(table: table, cells: cells, disclosure: .none, percentDecimals: 0)
      .write(to: collection.workdir.path)
    // Read as bytes, so that the byte order mark is kept.
    return String(
      decoding: try FileSystem.bytes(of: "\(collection.workdir.path)/\(id).csv"), as: UTF8.self)
  }

  private struct NoTable: Error {}
}
