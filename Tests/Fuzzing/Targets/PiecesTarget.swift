import Basics
@testable import Ingestion
import Interchange
import Tabular
import _TestSupport

/// A source that is read in pieces, wherever they end, gives the files of one that is read whole.
struct PiecesTarget {
  private let workdir: Workdir
  private let file: ScratchFile

  init() throws {
    workdir = try Workdir()
    file = try ScratchFile("\(workdir.path)/file.csv")
    for folder in ["whole", "pieces"] { try FileSystem.createFolder("\(workdir.path)/\(folder)") }
  }

  func run(_ bytes: [UInt8]) throws {
    var input = FuzzInput(bytes)
    let dialect = CSVDialect(
      delimiter: input.choice(of: Array(",;\t".utf8)),
      quote: input.choice(of: [UInt8(ascii: "\""), nil]),
      hasBackslashEscapes: input.choice(of: 3) == 1,
      comment: input.choice(of: [[], Array("#".utf8), Array("//".utf8)]))
    let encoding = input.choice(of: ["UTF-8", "Windows-1252", "CP932"])
    let columns = 1 + input.choice(of: 4)
    // Some pieces, not thousands: each has a reader of its own.
    let size = 1 + input.choice(of: 64) + input.rest.count / 16
    file.write(input.rest)
    let offsets: CSVReader.Offsets =
      encoding == "UTF-8" && input.text != nil && size % 2 == 0 ? .utf16(mark: 2) : .bytes
    let reader = PieceReader(
      text: try SteadyFile(path: file.path), dialect: dialect, offsets: offsets, encoding: encoding,
      columns: columns,
      mayHoldZeros: true, header: [[Array("a".utf8), Array("b".utf8)]])
    let whole = try read(reader, "whole", jobs: 1, pieceSize: CSVPieces.usualSize)
    let pieces = try read(reader, "pieces", jobs: 2, pieceSize: size)
    check(whole == pieces, "pieces of \(size) bytes give \(pieces), not \(whole)")
  }

  /// All that reading gave, as text.
  private func read(
    _ reader: PieceReader, _ folder: String, jobs: Int, pieceSize: Int
  ) throws -> [String] {
    let path = "\(workdir.path)/\(folder)"
    // Offsets in UTF-16 reach beyond the file, and so does their width.
    let totals = try RecordFiles.write(
      to: path, source: "file.csv", bytes: 1 << 20, packedBytes: 1 << 20, reader: reader,
      from: .init(), jobs: jobs,
      pieceSize: pieceSize)
    let texts = totals.texts
    let tables = texts.byColumn.map { numbers in
      numbers.map { number in
        "\(texts.text(number)) \(texts.fields(of: number)) \(texts.firstRecord(of: number))"
      }
    }
    return try ["records.csv", "texts.csv"].map {
      String(decoding: try FileSystem.bytes(of: "\(path)/\($0)"), as: UTF8.self)
    } + ["\(totals.count) \(totals.blank) \(totals.comments) \(totals.elsewhere) \(tables)"]
      + (totals.quarantined == 0
      ? [] : try QuarantinedRecord.read(from: QuarantineFiles.list(path)))
      .map { $0.fields.joined(separator: "|") }
      + totals.findings.map { $0.fields.joined(separator: "|") }
  }
}
