import Foundation
import Testing
import _TestSupport

/// What is said of the files of `machine/` to other programs, held against these files. `make check-office`
/// holds it against the validators of others.
struct DescribedFilesTests {
  private struct Package: Decodable {
    struct Resource: Decodable {
      let name: String
      let path: String
      let bytes: Int
      let hash: String
      let schema: Schema
    }
    struct Schema: Decodable {
      let fields: [Field]
      let missingValues: [String]
      let primaryKey: [String]?
      let foreignKeys: [ForeignKey]?
    }
    struct Field: Decodable {
      struct Constraints: Decodable { let `enum`: [String]? }
      let name: String
      let type: String
      let description: String
      let constraints: Constraints?
    }
    struct ForeignKey: Decodable {
      let fields: [String]
      let reference: Reference
    }
    struct Reference: Decodable {
      let resource: String
      let fields: [String]
    }
    let name: String
    let title: String
    let cutOff: String
    let licenses: [[String: String]]
    let resources: [Resource]
  }

  private static let pipeline = """
    fail-on: never
    resubmissions: replace
    publisher: Office
    licence: CC-BY-4.0
    forms: [csvw, datapackage]

    """

  /// A number, a date, ticks that overlap, a late reply, one that was superseded, a correction and a text.
  private static func collection(_ pipeline: String = pipeline) throws -> Respondents {
    let replies = try Respondents(
      form:
        "select_one yn,q1,First?,,,\ninteger,n,How many?,,,\ndate,day,When?,,,\ntext,why,Why?,,,\n",
      pipeline: pipeline,
      replies: "Who,Received,q1,n,day,why\nA,2005-06-01,Yes,3,2001-02-03,\n"
        + "B,2005-06-01,No,4,2001-02-04,\nA,2005-06-02,Yes,5,2001-02-03,\"=1, \"\"so\"\"\"\nC,2005-09-01,No,1,,\n"
        + "D,soon,No,1,,\n",
      corrections: "B,q1,no,yes,phoned\n")
    try replies.workdir.write(
      "tables:\n  - {rows: q1, lists: all}\n  - {rows: n, statistics: [count, mean]}\n",
      to: "Pipelines/replies/tables.yaml")
    return replies
  }

  private static func read(_ name: String, of replies: Respondents) throws -> String {
    try replies.workdir.read("Output/replies/published/machine/\(name)")
  }

  private static func machine(_ replies: Respondents) -> String {
    "\(replies.workdir.path)/Output/replies/published/machine"
  }

  @Test func packageHoldsOfEachFile() throws {
    let replies = try Self.collection()
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    let folder = Self.machine(replies)
    let package = try JSONDecoder().decode(
      Package.self, from: try Data(contentsOf: URL(filePath: "\(folder)/datapackage.json")))
    #expect(package.name == "replies" && package.cutOff == "2005-07-29")
    #expect(
      package.licenses == [
        ["name": "CC-BY-4.0", "path": "https://spdx.org/licenses/CC-BY-4.0"]
      ])
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(
      package.resources.map(\.path).sorted() == files.filter { $0.hasSuffix(".csv") }.sorted())
    let rows = try Dictionary(
      uniqueKeysWithValues: package.resources.map {
        ($0.name, CSVText.rows(try Self.read("\($0.path)", of: replies)))
      })
    for resource in package.resources {
      let text = try Self.read("\(resource.path)", of: replies)
      #expect(resource.bytes == text.utf8.count)
      #expect(
        text.prefix { !$0.isNewline }
          == resource.schema.fields.map(\.name).joined(separator: ","), "\(resource.path)")
      for row in rows[resource.name] ?? [] { expect(row, hasTypesOf: resource) }
      if let key = resource.schema.primaryKey {
        let keys = (rows[resource.name] ?? []).map { row in key.map { row[$0] ?? "" } }
        #expect(Set(keys).count == keys.count && !keys.joined().contains(""))
      }
      for key in resource.schema.foreignKeys ?? [] {
        let known = Set(
          (rows[key.reference.resource] ?? []).map { row in
            key.reference.fields.map { row[$0] ?? "" }
          })
        for row in rows[resource.name] ?? [] {
          #expect(known.contains(key.fields.map { row[$0] ?? "" }))
        }
      }
    }
    for name in ["texts", "late", "superseded", "corrections", "findings", "lists"] {
      #expect(rows[name]?.isEmpty == false, "\(name)")
    }
  }

  private func expect(_ row: [String: String], hasTypesOf resource: Package.Resource) {
    for field in resource.schema.fields {
      let text = row[field.name] ?? "no such column"
      if resource.schema.missingValues.contains(text) { continue }
      switch field.type {
      case "integer": #expect(Int(text) != nil, "\(resource.path) \(field.name) \(text)")
      case "number": #expect(Double(text) != nil, "\(resource.path) \(field.name) \(text)")
      default:
        #expect(field.type == "string" && !field.description.isEmpty)
        if let words = field.constraints?.enum {
          #expect(words.contains(text), "\(resource.path) \(field.name) \(text)")
        }
      }
    }
  }

  /// The columns of CSVW are those of the package, and its tables those of it.
  @Test func bothSayTheSame() throws {
    let replies = try Self.collection()
    try replies.run()
    let folder = Self.machine(replies)
    let package = try JSONDecoder().decode(
      Package.self, from: try Data(contentsOf: URL(filePath: "\(folder)/datapackage.json")))
    let text = try Self.read("csv-metadata.json", of: replies)
    let metadata = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(metadata["dc:temporal"] as? String == "2005-07-29")
    let tables = try #require(metadata["tables"] as? [[String: Any]])
    #expect(tables.compactMap { $0["url"] as? String } == package.resources.map(\.path))
    for (table, resource) in zip(tables, package.resources) {
      let schema = try #require(table["tableSchema"] as? [String: Any])
      let columns = try #require(schema["columns"] as? [[String: Any]])
      #expect(columns.compactMap { $0["titles"] as? String } == resource.schema.fields.map(\.name))
      #expect(schema["primaryKey"] as? [String] == resource.schema.primaryKey)
    }
  }

  /// A table of dates has figures that are no numbers; without one all are.
  @Test(arguments: [("n", "number"), ("day", "string")])
  func typeOfFigures(rows: String, type: String) throws {
    let replies = try Self.collection()
    try replies.workdir.write(
      "tables:\n  - {rows: \(rows)}\n", to: "Pipelines/replies/tables.yaml")
    #expect(try replies.run().status == 0)
    let package = try JSONDecoder().decode(
      Package.self,
      from: try Data(contentsOf: URL(filePath: "\(Self.machine(replies))/datapackage.json")))
    let cells = package.resources.first { $0.name == "cells" }
    #expect(cells?.schema.fields.first { $0.name == "value" }?.type == type)
  }

  /// By default none is made; what the command line asks for is made once.
  @Test func onRequest() throws {
    let replies = try Self.collection("fail-on: never\n")
    try replies.run()
    let names = ["datapackage.json", "csv-metadata.json"]
    let made = {
      names.filter { FileManager.default.fileExists(atPath: "\(Self.machine(replies))/\($0)") }
    }
    #expect(made() == [])
    let runner = StageRunner(replies.workdir, collection: "replies")
    let run = try runner.run("export", arguments: ["--form", "csvw"])
    #expect(run.status == 0, "\(run.error)")
    #expect(made() == ["csv-metadata.json"])
    #expect(try runner.run("export").status == 0)
    #expect(made() == [])
    let wrong = try runner.run("export", arguments: ["--form", "exel"])
    #expect(wrong.status == 64 && wrong.error.contains("csvw"), "\(wrong.error)")
  }

  /// Under `disclosure` nothing that is confidential is named.
  @Test func inConfidence() throws {
    let replies = try Self.collection(Self.pipeline + "disclosure: {threshold: 3}\n")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    for name in ["datapackage.json", "csv-metadata.json"] {
      let text = try Self.read("\(name)", of: replies)
      #expect(text.contains("answer-states.csv") && text.contains("suppressed"))
      for file in ["findings", "texts", "late", "superseded", "corrections"] {
        #expect(!text.contains("\(file).csv"))
      }
    }
  }
}
