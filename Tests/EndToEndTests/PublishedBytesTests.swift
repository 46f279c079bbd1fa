import Foundation
import Testing
import _TestSupport

/// Every byte that is published of replies given in confidence, in every form: workbooks unpacked.
struct PublishedBytesTests {
  /// What only the replies have: who sent them, what they wrote, what was no answer, no record, late,
  /// corrected, and why.
  private static let secrets = [
    "Zephyrine-4711", "bittersweet clarinet", "Perhapsish", "Quetzal", "Umberto-99",
    "phoned on Tuesday",
  ]

  private func collection(_ disclosure: String) throws -> Respondents {
    let replied = (1...12).map { "R\($0),2005-06-01,\($0 % 2 == 0 ? "Yes" : "No"),\($0),\n" }
    let replies = try Respondents(
      form: "select_one yn,q1,First?,,,\ninteger,n,How many?,,,\ntext,why,Why?,,,\n",
      pipeline: "\(disclosure)\nfail-on: never\npublisher: Office\ncontact: office@example.org",
      replies: "Who,Received,q1,n,why\n" + replied.joined()
        + "Zephyrine-4711,2005-06-02,Perhapsish,40,bittersweet clarinet\n"
        + "Quetzal,soon,Yes,1,\nUmberto-99,2005-08-01,Yes,2,\n",
      corrections: "R1,q1,no,yes,phoned on Tuesday\n")
    try replies.workdir.write(
      "tables:\n  - {each: closed, lists: all}\n  - {rows: n}\n  - {rows: response}\n",
      to: "Pipelines/replies/tables.yaml")
    try replies.workdir.write(
      "# Report\n\nOf {{number q1/yes}}.\n", to: "Pipelines/replies/report.md")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    return replies
  }

  /// All files below a folder, with what its workbooks hold.
  private func bytes(below folder: String, in workdir: Workdir) throws -> [String: Data] {
    let path = "\(workdir.path)/Output/replies/\(folder)"
    _ = try CommandRun(
      "sh",
      [
        "-c",
        "for book in $(find . -name '*.xlsx'); do python3 -m zipfile -e $book $book.unpacked; done",
      ], in: path)
    var found: [String: Data] = [:]
    for case let file as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      // Folders have no contents.
      found["/\(file)"] = FileManager.default.contents(atPath: "\(path)/\(file)")
    }
    return found
  }

  @Test func nothingOfARespondentIsPublished() throws {
    let workdir = try collection("disclosure: {threshold: 3}").workdir
    let published = try bytes(below: "published", in: workdir)
    for form in ["sheet1.xml", "index.html", "report.html", "report.md", "cells.csv"] {
      #expect(published.keys.contains { $0.hasSuffix("/\(form)") }, "\(form)")
    }
    for (file, data) in published {
      for secret in Self.secrets {
        #expect(data.range(of: Data(secret.utf8)) == nil, "\(file): \(secret)")
      }
    }
    let confidential = try bytes(below: "confidential", in: workdir).values
    for secret in Self.secrets {
      #expect(confidential.contains { $0.range(of: Data(secret.utf8)) != nil }, "\(secret)")
    }
  }

  /// The same search finds all of it where nothing was given in confidence.
  @Test func allOfItIsPublishedElsewhere() throws {
    let published = try bytes(below: "published", in: try collection("").workdir).values
    for secret in Self.secrets {
      #expect(published.contains { $0.range(of: Data(secret.utf8)) != nil }, "\(secret)")
    }
  }

  /// A viewer that draws what the chart itself has of its numbers would show what is hidden as 0.
  @Test func chartsHaveNoNoughtForWhatIsHidden() throws {
    let answers = [("Yes", 9), ("No", 2), ("Perhaps", 1), ("Later", 7)]
    let replied = answers.flatMap { Array(repeating: $0.0, count: $0.1) }
    let replies = try Respondents(
      form: "select_one way,q1,First?,,,\n",
      choices: answers.map { "way,\($0.0.lowercased()),\($0.0)\n" }.joined(),
      pipeline: "disclosure: {threshold: 3}\nfail-on: never",
      replies: "Who,Received,q1\n"
        + replied.enumerated().map { "P\($0),2005-06-01,\($1)\n" }.joined())
    try replies.workdir.write("tables:\n  - {rows: q1}\n", to: "Pipelines/replies/tables.yaml")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    #expect(try replies.rows("machine/cells.csv", "status").contains("suppressed"))
    let files = try bytes(below: "published", in: replies.workdir)
    let charts = files.filter { $0.key.contains("/charts/") }.values
      .map { String(decoding: $0, as: UTF8.self) }
    #expect(charts.count == 1)
    #expect(charts.allSatisfy { $0.contains("<c:f>") && !$0.contains("<c:v>0</c:v>") })
  }
}
