import Interchange
import Tabular
import _TestSupport

@testable import Publication

/// The small collection with counted cells: 4 units, 3 answers to `attended`, 2 numbers.
struct SmallFigures {
  static let cells = """
    table,row,column,count,base,values,sum,minimum,maximum
    attendance,yes,.total,2,3,0,,,
    attendance,no,.total,1,3,0,,,
    attendance,.base,.total,3,3,0,,,
    attendance,.no_answer,.total,0,3,0,,,
    attendance,.unclear,.total,0,3,0,,,
    attendance,.population,.total,4,3,0,,,
    attendance,yes,1,0,0,0,,,
    attendance,no,1,0,0,0,,,
    sessions,.value,.total,2,2,2,2500000,-500000,3000000
    sessions,.base,.total,2,2,0,,,

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
    pipeline = try PipelineDefinition(folders)
    plan = try TablePlan(folders, pipeline)
    cells = try PublishedCells(folder: collection.workdir.path, pipeline: pipeline)
  }

  /// What the tables of the plan look like to a reader, by id.
  func readerTable(_ id: String) throws -> String {
    guard let table = plan[id] else { throw NoTable() }
    try ReaderTable(table: table, cells: cells, percentDecimals: 0)
      .write(to: collection.workdir.path)
    // Read as bytes, so that the byte order mark is kept.
    return String(
      decoding: try FileSystem.bytes(of: "\(collection.workdir.path)/\(id).csv"), as: UTF8.self)
  }

  private struct NoTable: Error {}
}
