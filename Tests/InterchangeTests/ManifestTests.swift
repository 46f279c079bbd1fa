import Basics
import Foundation
import Interchange
import Testing
import _TestSupport

@testable import Interchange

struct ManifestTests {
  private static func error(_ workdir: Workdir) -> RunError? {
    #expect(throws: RunError.self) {
      _ = try Manifest.verified(in: "\(workdir.path)/Output/small/ingested", jobs: 2)
    }
  }

  @Test func fileThatSomebodyChanged() throws {
    let collection = try SmallCollection()
    let workdir = collection.workdir
    try collection.ingest(["a.csv": "abc", "b.csv": "def"])
    let path = try workdir.write("", to: "Output/small/ingested/a.csv")
    let error = Self.error(workdir)
    #expect(error?.kind == .dataRejected)
    #expect(
      error?.description
        == "\(path): error: [changed-file] the file has 0 bytes with XXH3-128 99aa06d30147…; the "
        + "manifest has 3 bytes with 06b05ab6733a…. Somebody changed it: delete the folder and run "
        + "'make report' again; to change an answer use corrections.csv")
  }

  /// The folders of versions that knew SHA-256 alone, and what is handed on.
  @Test(arguments: Digest.Method.allCases)
  func fileIsKnownByTheMethodOfItsManifest(method: Digest.Method) throws {
    let workdir = try Workdir()
    let file = try workdir.write("abc", to: "Output/small/ingested/a.csv")
    let digest = try method.digest(ofFile: file).digest
    let manifest = Manifest(
      stage: "ingest", version: "1", inputs: [],
      outputs: [.init(path: "a.csv", bytes: 3, digest: digest)], counts: [:])
    let folder = FileSystem.parent(of: file)
    try manifest.write(to: folder)
    #expect(try Manifest.verified(in: folder, jobs: 1) == manifest)
    try workdir.write("abd", to: "Output/small/ingested/a.csv")
    #expect(Self.error(workdir)?.problems.first?.id == .file(.changedFile))
  }

  @Test func fileThatIsGone() throws {
    let collection = try SmallCollection()
    try collection.ingest(["a.csv": "abc"])
    try FileSystem.remove("\(collection.output)/ingested/a.csv")
    #expect(Self.error(collection.workdir)?.kind == .inputMissing)
  }

  @Test func noManifest() throws {
    let workdir = try Workdir()
    let error = Self.error(workdir)
    #expect(error?.kind == .inputMissing)
    #expect(
      error?.description
        == "\(workdir.path)/Output/small/ingested/manifest.json: error: [no-manifest] the stage "
        + "before has not run; expected its manifest. Run 'make report'")
  }

  @Test(arguments: [
    "", "{}", "{\"stage\": \"ingest\"}", "not JSON", "{\"stage\": \"in", "{\"stage\": \"\\u00",
  ])
  func textThatIsNoManifest(text: String) throws {
    let workdir = try Workdir()
    let path = try workdir.write(text, to: "Output/small/ingested/manifest.json")
    let error = Self.error(workdir)
    #expect(error?.kind == .dataRejected)
    #expect(
      error?.description
        == "\(path): error: [manifest] this is not a manifest of this program. "
        + "Delete the folder and run 'make report' again")
  }

  @Test(arguments: ["plain.csv", "été \"a\"\\b.csv", "line\nend\t\u{1}.csv"])
  func nameComesBackAsItIs(name: String) throws {
    let workdir = try Workdir()
    let entry = Manifest.Entry(path: name, bytes: 12, sha256: "ab")
    let other = Manifest.Entry(path: name, bytes: 0, digest: .init(method: .xxh3, text: "cd"))
    let manifest = Manifest(
      stage: "ingest", version: "1", inputs: [entry, entry], outputs: [other],
      counts: ["a": -1, "b": 2])
    try manifest.write(to: workdir.path)
    #expect(try Manifest.read(in: workdir.path) == manifest)
    let json = try String(contentsOfFile: "\(workdir.path)/manifest.json", encoding: .utf8)
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect((object?["inputs"] as? [[String: Any]])?.first?["path"] as? String == name)
  }
}
