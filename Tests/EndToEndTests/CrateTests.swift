import Foundation
import Testing
import _TestSupport

/// The published folder as a research object; `make check-office` holds it against the validator of the
/// profiles, and runs its commands.
struct CrateTests {
  private static func collection(_ pipeline: String = "") throws -> Respondents {
    let replies = try Respondents(
      form: "select_one yn,q1,First?,,,\n", pipeline: "forms: [ro-crate, datapackage]\n\(pipeline)",
      replies: "Who,Received,q1\nA,2005-06-01,Yes\nB,2005-06-01,No\n")
    try replies.workdir.write(
      "tables:\n  - {id: première, rows: q1}\n", to: "Pipelines/replies/tables.yaml")
    return replies
  }

  /// The entities by their `@id`.
  private static func graph(of replies: Respondents) throws -> [String: [String: Any]] {
    let run = try replies.run()
    try #require(run.status == 0, "\(run.error)")
    let text = try replies.workdir.read("Output/replies/published/ro-crate-metadata.json")
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let graph = try #require(document?["@graph"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: graph.map { ($0["@id"] as? String ?? "", $0) })
  }

  private static func ids(_ value: Any?) -> [String] {
    (value as? [[String: String]] ?? []).compactMap { $0["@id"] }
  }

  /// Each file with the digest that `SHA256SUMS` has; a letter of another script as its bytes in UTF-8.
  @Test func everyFile() throws {
    let replies = try Self.collection("licence: CC-BY-4.0\npublisher: Office\n")
    let graph = try Self.graph(of: replies)
    let sums = try replies.workdir.read("Output/replies/published/SHA256SUMS").split(
      separator: "\n"
    )
    .map { line in (digest: String(line.prefix(64)), path: String(line.dropFirst(66))) }
    .filter { !["manifest.json", "ro-crate-metadata.json"].contains($0.path) }
    #expect(sums.contains { $0.path == "machine/datapackage.json" })
    #expect(sums.contains { $0.path == "machine/run.sh" })
    for sum in sums {
      let id = sum.path.replacingOccurrences(of: "è", with: "%C3%A8")
      #expect(graph[id]?["sha256"] as? String == sum.digest, "\(sum.path)")
    }
    let root = try #require(graph["./"])
    #expect(
      Set(Self.ids(root["hasPart"])).isSuperset(
        of: sums.map {
          $0.path.replacingOccurrences(of: "è", with: "%C3%A8")
        }))
    #expect(root["datePublished"] as? String == "2005-07-29")
    #expect(root["license"] as? [String: String] == ["@id": "https://spdx.org/licenses/CC-BY-4.0"])
    #expect(graph["#publisher"]?["name"] as? String == "Office")
  }

  /// The commands ask for what somebody asked for; what always is made they need not.
  @Test func commands() throws {
    let replies = try Self.collection()
    try #require(try replies.run().status == 0)
    let run = try StageRunner(replies.workdir, collection: "replies")
      .run("export", arguments: ["--form", "ddi", "--form", "ro-crate"])
    try #require(run.status == 0, "\(run.error)")
    let commands = try replies.workdir.read("Output/replies/published/machine/run.sh")
      .split(separator: "\n")
    #expect(
      commands.last
        == "run rapporteur-export --pipeline 'Pipelines/replies' --input 'Input/replies' --output 'Output/replies' --form ddi"
    )
    #expect(commands.filter { $0.hasPrefix("run rapporteur-") }.count == 5)
  }

  /// What was read is named by its digest: `openssl dgst -sha256 -binary`, Base64 with `-` and `_`.
  @Test func whatWasRead() throws {
    let replies = try Self.collection()
    let graph = try Self.graph(of: replies)
    let run = try #require(graph["#run"])
    let objects = Self.ids(run["object"]).map { graph[$0] ?? [:] }
    // printf 'Who,Received,q1\nA,2005-06-01,Yes\nB,2005-06-01,No\n' | sha256sum
    #expect(
      objects.first?["@id"] as? String
        == "ni:///sha-256;z6gQwgGsMtHPiFn2sa8R69rPyRuN598mW3IFdXS_6PE")
    #expect(
      objects.first?["sha256"] as? String
        == "cfa810c201ac32d1cf8859f6b1af11ebdacfc91b8de7df265b72057574bfe8f1")
    #expect(
      objects.map { $0["name"] as? String ?? "" } == [
        "Input/replies/replies.csv", "Pipelines/replies/pipeline.yaml",
        "Pipelines/replies/tables.yaml", "Pipelines/replies/survey.csv",
        "Pipelines/replies/choices.csv",
      ])
    #expect(
      run["instrument"] as? [String: String] == ["@id": "machine/run.sh"])
    #expect(graph["./"]?["license"] as? String == "No licence is given")
  }

  /// Whatever signs their names have.
  @Test(arguments: ["replies #1.csv", "replies#ingest.csv", "replies 100% é.csv"])
  func namesOfExports(name: String) throws {
    let replies = try Self.collection()
    try replies.workdir.replace(
      "file: replies.csv", with: "file: \"replies*.csv\"", in: "Pipelines/replies/pipeline.yaml")
    try replies.workdir.write(
      "Who,Received,q1\nC,2005-06-01,Yes\n", to: "Input/replies/\(name)")
    let graph = try Self.graph(of: replies)
    let objects = Self.ids(graph["#run"]?["object"]).map { graph[$0]?["name"] as? String }
    #expect(objects.contains("Input/replies/\(name)"))
    #expect(objects.contains("Input/replies/replies.csv"))
    #expect(objects.count == 6)
  }

  /// Two files of the same bytes are one thing with two names.
  @Test func sameBytes() throws {
    let replies = try Self.collection()
    try replies.workdir.write("type,name\n", to: "Pipelines/replies/report.md")
    try replies.workdir.write("type,name\n", to: "Pipelines/registers/coverage.csv")
    let names = try Self.graph(of: replies).values.compactMap { $0["name"] as? [String] }
    #expect(
      names == [["Pipelines/replies/report.md", "Pipelines/registers/coverage.csv"]])
  }

  /// A digest of replies says whether a guess at all of them is right.
  @Test func confidence() throws {
    let replies = try Self.collection("disclosure: {threshold: 3}\n")
    let graph = try Self.graph(of: replies)
    #expect(graph["#run"]?["object"] == nil)
    #expect(graph["#run"]?["result"] != nil)
    let text = try replies.workdir.read("Output/replies/published/ro-crate-metadata.json")
    #expect(!text.contains("ni:"))
    #expect(!text.contains("replies.csv"))
  }
}
