import Basics
import Definition
import Foundation
@testable import Ingestion
import Interchange
import Tabular
import Testing
import _TestSupport

/// A source that changes while it is read is refused, after whichever step and in whichever way.
struct SourceChangeTests {
  enum Way: String, CaseIterable {
    case cut, overwritten, disguised, appended, replaced, relinked, removed

    /// What the error says of it.
    var words: [String] {
      switch self {
      case .cut: ["bytes and has", "bytes and ends after"]
      case .overwritten, .disguised: ["was written", "its bytes are others"]
      case .appended: ["bytes and has"]
      case .replaced, .relinked: ["another file stands there now"]
      case .removed: ["went away while it was read (No such file or directory)"]
      }
    }

    func change(_ path: String) throws {
      let (files, url) = (FileManager.default, URL(fileURLWithPath: path))
      let bytes = try Data(contentsOf: url)
      func open() throws -> FileHandle { try FileHandle(forUpdating: url) }
      switch self {
      case .cut: try open().truncate(atOffset: UInt64(bytes.count * 2 / 3))
      case .overwritten, .disguised:
        let times = try files.attributesOfItem(atPath: path)
        let handle = try open()
        try handle.seek(toOffset: UInt64(bytes.count - 3))
        try handle.write(contentsOf: Data(bytes.suffix(3).reversed()))
        guard self == .disguised, let modified = times[.modificationDate] else { break }
        try files.setAttributes([.modificationDate: modified], ofItemAtPath: path)
      case .appended:
        let handle = try open()
        try handle.seekToEnd()
        try handle.write(contentsOf: bytes.suffix(20))
      case .replaced:
        // The same bytes: another file all the same, of which nothing is known.
        try bytes.write(to: URL(fileURLWithPath: path + ".new"))
        #expect(unsafe rename(path + ".new", path) == 0)
      case .relinked:
        try files.moveItem(atPath: path, toPath: path + ".old")
        try bytes.write(to: URL(fileURLWithPath: path + ".other"))
        try files.createSymbolicLink(atPath: path, withDestinationPath: path + ".other")
      case .removed: try files.removeItem(atPath: path)
      }
    }
  }

  private static let text =
    "Who,Received,Did you attend?\n"
    + (1...300).map { "p\($0),2024-05-0\($0 % 9 + 1),\($0 % 3 == 0 ? "No" : "Yes")\n" }.joined()

  private static let packers = [
    "csv": "cp text.csv $1",
    "csv.gz": "gzip < text.csv > $1",
    "zip": "python3 -m zipfile -c $1 text.csv",
    "xlsx": "python3 workbook.py text.csv $1",
    "utf-16.csv": "(printf '\\377\\376'; iconv -f UTF-8 -t UTF-16LE text.csv) > $1",
  ]

  /// The least that is a workbook, with Python's own zip alone.
  private static let workbook = """
    import csv, sys, zipfile
    head = '<?xml version="1.0"?>'
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    def links(kind, target):
        return (head + '<Relationships><Relationship Id="r1" Type="%s/%s" Target="%s"/>'
                '</Relationships>' % (types, kind, target))
    rows = "".join(
        "<row>" + "".join('<c t="inlineStr"><is><t>%s</t></is></c>' % field for field in row)
        + "</row>" for row in csv.reader(open(sys.argv[1])))
    with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", head + "<Types/>")
        archive.writestr("_rels/.rels", links("officeDocument", "xl/workbook.xml"))
        archive.writestr("xl/_rels/workbook.xml.rels", links("worksheet", "sheet.xml"))
        archive.writestr("xl/workbook.xml", head + '<workbook xmlns:r="%s"><sheets>'
                         '<sheet name="a" r:id="r1"/></sheets></workbook>' % types)
        archive.writestr("xl/sheet.xml",
                         head + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>")
    """

  /// A collection with one source, packed, and what it packs that with.
  private func collection(_ ending: String, mended: Bool) throws -> (SmallCollection, String) {
    let small = try SmallCollection()
    try small.replace("replies-*.csv", with: "replies.*", in: "pipeline.yaml")
    try small.workdir.write(Self.text, to: "text.csv")
    try small.workdir.write(Self.workbook, to: "workbook.py")
    let name = "Input/small/\(mended ? "mended/" : "")replies.\(ending)"
    try FileSystem.createFolder(FileSystem.parent(of: "\(small.workdir.path)/\(name)"))
    let packer = try #require(Self.packers[ending])
    let packed = try CommandRun("bash", ["-c", packer, "pack", name], in: small.workdir.path)
    #expect(packed.status == 0, "\(packed.error)")
    return (small, name)
  }

  private func folders(_ small: SmallCollection) -> CollectionFolders {
    CollectionFolders(pipeline: small.pipeline, input: small.input, output: small.output)
  }

  /// The error that ends a run in which a source is changed after a step.
  private func error(
    _ small: SmallCollection, after step: ReadingStep, of name: String, _ way: Way
  ) -> RunError? {
    do throws(RunError) {
      _ = try Ingestion.run(folders(small), jobs: 2) { met, file in
        guard met == step, name.hasSuffix("/\(file)") else { return }
        do { try way.change("\(small.workdir.path)/\(name)") } catch { Issue.record(error) }
      }
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: packers.keys.sorted() + ["mended"], Way.allCases)
  func isRefusedAfterEveryStep(ending: String, way: Way) throws {
    let mended = ending == "mended"
    for step in ReadingStep.allCases {
      let (small, name) = try collection(mended ? "csv" : ending, mended: mended)
      let error = error(small, after: step, of: name, way)
      let problem = try #require(error?.problems.first, "\(step)")
      #expect(error?.kind == (way == .removed ? .inputMissing : .dataRejected), "\(step)")
      #expect(problem.path == "\(small.workdir.path)/\(name)", "\(step)")
      #expect(
        problem.id == .file(way == .removed ? .goneWhileRead : .changedWhileRead),
        "\(step) \(problem)")
      #expect(way.words.contains { problem.message.contains($0) }, "\(step) \(problem)")
      #expect(try FileSystem.entries(of: small.output) == [".lock"], "\(step)")
    }
  }

  /// Each step is met once a source, and a source that stays as it is passes.
  @Test(arguments: packers.keys.sorted())
  func stepsOfAFileThatStays(ending: String) throws {
    let (small, name) = try collection(ending, mended: false)
    let met = Locked<[ReadingStep]>([])
    _ = try Ingestion.run(folders(small), jobs: 2) { step, _ in met.withLock { $0.append(step) } }
    #expect(met.withLock { $0 } == ReadingStep.allCases)
    let source = try #require(try SourceEntry.read(from: "\(small.output)/ingested").first)
    let digest = try CommandRun("sha256sum", [name], in: small.workdir.path)
    #expect(digest.output.hasPrefix(source.sha256 + " "))
    #expect(source.records == 300)
  }

  /// The other sources of a run do not matter to one that changes, and none of them is kept.
  @Test func oneOfSeveralThatChangesStopsTheRun() throws {
    let small = try SmallCollection()
    for number in 1...5 {
      try small.workdir.write(Self.text, to: "Input/small/replies-\(number).csv")
    }
    let error = error(small, after: .header, of: "Input/small/replies-4.csv", .cut)
    #expect(error?.problems.map(\.path) == ["\(small.input)/replies-4.csv"])
    #expect(!small.workdir.exists("Output/small/ingested"))
  }
}
