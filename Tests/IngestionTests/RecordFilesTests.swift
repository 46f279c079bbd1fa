import Basics
import Foundation
@testable import Ingestion
import Interchange
import Tabular
import Testing
import _TestSupport

/// A source read in pieces by several threads against the same source read by one.
struct RecordFilesTests {
  /// What reading a source left: its two files, and what is told of them.
  private struct Result: Equatable {
    var records = ""
    var texts = ""
    var totals: [String] = []
  }

  private func read(
    _ path: String, in workdir: Workdir, columns: Int, dialect: CSVDialect = .canonical,
    offsets: CSVReader.Offsets = .bytes, encoding: String = "UTF-8", isWorkbook: Bool = false,
    jobs: Int, pieceSize: Int, types: ColumnTypes = ColumnTypes()
  ) throws -> Result {
    let reader = PieceReader(
      text: try SteadyFile(path: path), dialect: dialect, offsets: offsets, encoding: encoding,
      columns: columns,
      isWorkbook: isWorkbook, types: types)
    let start = try CSVReader(path: path, dialect: dialect, offsets: offsets).progress
    let totals = try RecordFiles.write(
      to: workdir.path, source: "file.csv", bytes: 99_999_999, packedBytes: 99_999_999,
      reader: reader, from: start,
      jobs: jobs, pieceSize: pieceSize)
    var result = Result(
      records: try workdir.read("records.csv"), texts: try workdir.read("texts.csv"))
    result.totals = ["\(totals.count) \(totals.blank) \(totals.elsewhere)"]
    result.totals += ["\(totals.comments) comments"]
    if totals.quarantined > 0 {
      result.totals += try QuarantinedRecord.read(from: QuarantineFiles.list(workdir.path))
        .map { $0.fields.joined(separator: "|") }
    }
    result.totals += totals.findings.map { $0.fields.joined(separator: "|") }
    let texts = totals.texts
    for number in texts.byColumn.joined() {
      result.totals.append(
        "\(texts.text(number)) \(texts.fields(of: number)) \(texts.firstRecord(of: number))")
    }
    return result
  }

  private static let dialects = [
    CSVDialect.canonical,
    CSVDialect(delimiter: UInt8(ascii: ";"), quote: nil),
    CSVDialect(hasBackslashEscapes: true),
    CSVDialect(comment: Array("#".utf8)),
    CSVDialect(hasBackslashEscapes: true, comment: Array("//".utf8)),
  ]

  /// Lines with three fields, more or fewer, quotes in their positions and not, empty and blank lines,
  /// bytes that are not UTF-8.
  private static func bytes(_ random: inout SplitMix64, _ dialect: CSVDialect) -> [UInt8] {
    let lineEnd: [UInt8] = [[0x0A], [0x0D, 0x0A], [0x0D]][random.below(3)]
    let fields = [
      "\"1;2;3\n4;5;6\"", "\"1,2,3\n4,5,6\"", "yes", "no", "", "\"a\nb\"", "\"say \"\"x\"\"\"",
      "\"p\r\nq\"", "\"a\\\"b\"", "é", " ",
      String(repeating: "long ", count: 60), "\"\"",
    ].map { Array($0.utf8) }
    var bytes: [UInt8] = []
    for _ in 0..<random.below(120) {
      let count = random.below(12) == 0 ? random.below(6) : 3
      if !dialect.comment.isEmpty, random.below(5) == 0 {
        bytes += dialect.comment + Array("say \"x".prefix(random.below(8)).utf8) + lineEnd
      }
      for column in 0..<count {
        if column > 0 { bytes.append(dialect.delimiter) }
        bytes += fields[random.below(fields.count)]
        if random.below(4) == 0 { bytes += Array(String(random.below(50)).utf8) }
        if random.below(150) == 0 { bytes.append(UInt8(ascii: "\"")) }
        if random.below(200) == 0 { bytes.append(0xE9) }
      }
      for _ in 0..<(random.below(6) == 0 ? 3 : 1) { bytes += lineEnd }
    }
    return bytes
  }

  @Test(arguments: dialects.indices)
  func piecesReadAsTheWhole(dialect number: Int) throws {
    let dialect = Self.dialects[number]
    var random = SplitMix64(seed: UInt64(31 + number))
    let workdir = try Workdir()
    for round in 0..<40 {
      let bytes = Self.bytes(&random, dialect)
      let path = try workdir.write(Data(bytes), to: "file.csv")
      let offsets: CSVReader.Offsets = round % 4 == 0 ? .utf16(mark: 2) : .bytes
      let whole = try read(
        path, in: workdir, columns: 3, dialect: dialect, offsets: offsets, jobs: 1,
        pieceSize: 1 << 30)
      for (jobs, size) in [(1, 1), (3, 30 + random.below(400))] {
        let pieces = try read(
          path, in: workdir, columns: 3, dialect: dialect, offsets: offsets, jobs: jobs,
          pieceSize: size)
        try #require(
          pieces == whole,
          "case \(round), pieces of \(size): \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  /// A stray quote early on makes every later cut fall inside quotes, where there are line ends.
  @Test func wrongCutsAreReadAgain() throws {
    let workdir = try Workdir()
    let lines = (0..<2_000).map { "\($0),\"two\nlines\",end\n" }.joined()
    let path = try workdir.write("1,6\" tall,end\n\(lines)", to: "file.csv")
    let whole = try read(path, in: workdir, columns: 3, jobs: 1, pieceSize: 1 << 30)
    #expect(whole.totals.first == "2001 0 [0, 0, 0]")
    #expect(try read(path, in: workdir, columns: 3, jobs: 3, pieceSize: 500) == whole)
  }

  /// A column with more texts than are numbered: the same ones have a number in every piece.
  @Test func numbersRunOutAtTheSameText() throws {
    let workdir = try Workdir()
    let lines = (0..<12_000).map { "t\($0 * 7 % 11_000),x\n" }.joined()
    let path = try workdir.write(lines, to: "file.csv")
    let whole = try read(path, in: workdir, columns: 2, jobs: 1, pieceSize: 1 << 30)
    #expect(whole.totals.first == "12000 0 [1001, 0]")
    #expect(try read(path, in: workdir, columns: 2, jobs: 2, pieceSize: 5_000) == whole)
  }

  /// The record after four rows of which three have two lines stands in row 5, however the text is
  /// cut.
  @Test(arguments: [1, 8, 20, 1_000])
  func linesOfAWorkbookAreItsRows(pieceSize: Int) throws {
    let workdir = try Workdir()
    let path = try workdir.write(
      "a,\"b\nb\"\n\"c\rc\",d\ne,f\n\"g\r\ng\",h\ni,j\n", to: "text.csv")
    let found = try read(
      path, in: workdir, columns: 2, isWorkbook: true, jobs: 2, pieceSize: pieceSize)
    let rows = CSVText.records(found.records).dropFirst().map {
      $0[1].trimmingCharacters(in: .whitespaces)
    }
    #expect(rows == ["1", "2", "3", "4", "5"])
  }

  /// Records within a field are reported in their order, with the lines of the source.
  @Test(arguments: [1, 40, 1_000])
  func swallowedRecordsAreReportedInOrder(pieceSize: Int) throws {
    let workdir = try Workdir()
    let path = try workdir.write(
      "a,b\nc,\"d\ne,f\ng,h\"\ni,j\n\n\"k,l\nm,n\",o\np,q\n", to: "file.csv")
    let found = try read(path, in: workdir, columns: 2, jobs: 2, pieceSize: pieceSize)
    let findings = found.totals.filter { $0.contains("swallowed-records") }
    #expect(findings.count == 2)
    #expect(findings.first?.contains("|file.csv|2|") == true, "\(findings)")
    #expect(findings.last?.contains("|file.csv|7|") == true, "\(findings)")
  }

  /// Where another table begins does not rest on where the text is cut; what stands above is counted,
  /// and none of what follows.
  @Test(arguments: ["\n", ",,\n", "\n,,\n\n"])
  func anotherTableIsSetAsideInEveryPiece(blank: String) throws {
    let workdir = try Workdir()
    let records = (0..<60).map { "R\(100 + $0),\($0),\($0 % 2 == 0 ? "Yes" : "No")\n" }
    let shifted = "R900,,30\nR901,No,\n"
    let other = (0..<30).map { "S\(100 + $0),\($0),Yes\n" }.joined()
    let path = try workdir.write(
      records.joined() + shifted + blank + "Code,Meaning,\n" + other, to: "file.csv")
    let types = ColumnTypes(
      (0..<20).map { ["R\(100 + $0)", "\($0)", $0 % 2 == 0 ? "Yes" : "No"] }, columns: 3)
    for size in [1, 7, 40, 300, 1 << 20] {
      let found = try read(path, in: workdir, columns: 3, jobs: 2, pieceSize: size, types: types)
      let aside = found.totals.filter { $0.contains("second-table|") }
      #expect(aside.count == 31)
      #expect(aside.first?.contains("second-table|file.csv|63|") == true, "\(aside)")
      #expect(found.totals.count { $0.contains("shifted-record|query|") } == 2)
      #expect(found.records.split(separator: "\n").count == 1 + 62)
      #expect(!found.totals.contains { $0.hasPrefix("\(Array("S100".utf8)) ") })
    }
  }

  /// Each comment is counted by one piece alone.
  @Test func commentsAreCountedOnce() throws {
    let workdir = try Workdir()
    let lines = (0..<400).map { "# \"of\" it's \"\n\($0),\"x\ny\"\n" }.joined()
    let path = try workdir.write("\(lines)#\n", to: "file.csv")
    for (jobs, size) in [(1, 1), (2, 70), (3, 1_000), (1, 1 << 20)] {
      let found = try read(
        path, in: workdir, columns: 2, dialect: CSVDialect(comment: Array("#".utf8)), jobs: jobs,
        pieceSize: size)
      #expect(found.totals.prefix(2) == ["400 0 [0, 0]", "401 comments"])
    }
  }

  @Test func legacyEncodingsAreDecodedInEveryPiece() throws {
    let workdir = try Workdir()
    var bytes: [UInt8] = []
    for number in 0..<500 { bytes += Array("n\(number),".utf8) + [0xE9, 0x0A] }
    // 0x81 is no letter of Windows-1252.
    bytes += Array("n1,".utf8) + [0x81, 0x0A]
    let path = try workdir.write(Data(bytes), to: "file.csv")
    let found = try read(
      path, in: workdir, columns: 2, encoding: "Windows-1252", jobs: 2, pieceSize: 300)
    #expect(found.totals[0] == "501 0 [0, 0]")
    #expect(found.totals[2].contains("undecodable|file.csv|501|501|"))
    #expect(found.totals.last == "\([UInt8(0xE9)]) 500 1")
  }
}
