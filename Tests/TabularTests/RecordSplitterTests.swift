import Foundation
import Tabular
import Testing
import _TestSupport

/// What a reader says of one file: every record with its position, and how far it came.
private struct Reading: Equatable {
  var records: [String] = []
  var progress = CSVReader.Progress()

  init(_ path: String, _ dialect: CSVDialect, isSplitting: Bool, offsets: CSVReader.Offsets) throws
  {
    let reader = try CSVReader(
      path: path, dialect: dialect, offsets: offsets, isSplitting: isSplitting)
    while try reader.next() {
      let fields =
        reader.damage == nil
        ? (0..<reader.record.fieldCount).map { reader.record.field($0) } : []
      let position = reader.position
      records.append(
        "\(fields) \(reader.damage?.rawValue ?? "") \(position.line) \(position.offset) \(position.length)"
      )
    }
    progress = reader.progress
  }
}

/// The splitter against libcsv alone, which is the definition of right.
struct RecordSplitterTests {
  private static let dialects = [
    CSVDialect.canonical,
    CSVDialect(delimiter: UInt8(ascii: ";"), quote: UInt8(ascii: "'")),
    CSVDialect(delimiter: 0x09, quote: nil),
    CSVDialect(delimiter: UInt8(ascii: "|"), hasBackslashEscapes: true),
    CSVDialect(delimiter: UInt8(ascii: "\""), quote: UInt8(ascii: "\"")),
  ]

  /// Bytes as a mistaken export has them: mostly fields that are quoted rightly, and all the marks
  /// in wrong positions too.
  private static func bytes(
    _ random: inout SplitMix64, _ dialect: CSVDialect, strayness: Int
  ) -> [UInt8] {
    let quote = dialect.quote ?? UInt8(ascii: "\"")
    let marks: [UInt8] = [
      dialect.delimiter, quote, 0x0A, 0x0D, 0x20, 0x00, UInt8(ascii: "\\"), 0x61,
    ]
    let lineEnds: [[UInt8]] = [[0x0A], [0x0D, 0x0A], [0x0D]]
    let lineEnd = lineEnds[random.below(3)]
    var bytes: [UInt8] = random.below(9) == 0 ? [0xEF, 0xBB, 0xBF] : []
    for _ in 0..<random.below(12) {
      for column in 0...random.below(6) {
        if column > 0 { bytes.append(dialect.delimiter) }
        if random.below(strayness) == 0 {
          for _ in 0..<random.below(4) { bytes.append(marks[random.below(marks.count)]) }
        }
        let isQuoted = random.below(3) == 0
        if isQuoted { bytes.append(quote) }
        for _ in 0..<random.below(random.below(4) == 0 ? 40 : 6) {
          let kind = random.below(30)
          if isQuoted && kind == 0 { bytes += [quote, quote] }
          if isQuoted && kind == 1 { bytes += lineEnds[random.below(3)] }
          if isQuoted && kind == 2 { bytes.append(dialect.delimiter) }
          bytes += kind == 3 ? Array("\u{1F600}é".utf8) : [UInt8(97 + kind % 26)]
        }
        if isQuoted { bytes.append(quote) }
      }
      bytes += random.below(20) == 0 ? [] : lineEnd
      if random.below(15) == 0 { bytes += lineEnd }
    }
    return bytes
  }

  @Test(arguments: dialects.indices)
  func readsAsLibcsvAlone(dialect number: Int) throws {
    let dialect = Self.dialects[number]
    var random = SplitMix64(seed: UInt64(20_240 + number))
    let workdir = try Workdir()
    var records = 0
    for round in 0..<5_000 {
      let bytes = Self.bytes(&random, dialect, strayness: [4, 40, 100_000][round % 3])
      let path = try workdir.write(Data(bytes), to: "file.csv")
      let offsets: CSVReader.Offsets = round % 5 == 0 ? .utf16(mark: 2) : .bytes
      let right = try Reading(path, dialect, isSplitting: false, offsets: offsets)
      let found = try Reading(path, dialect, isSplitting: true, offsets: offsets)
      try #require(found == right, "case \(round): \(bytes)")
      records += right.records.count
    }
    #expect(records > 20_000)
  }

  /// Records on both sides of the reader's blocks of 256 KB, and one that is longer than a block.
  @Test func readsOverTheEndsOfBlocks() throws {
    var random = SplitMix64(seed: 7)
    var bytes: [UInt8] = []
    while bytes.count < 1_200_000 {
      bytes += Self.bytes(&random, .canonical, strayness: 200)
      bytes.append(0x0A)
      if bytes.count > 600_000 && bytes.count < 601_000 {
        bytes += [0x61, 0x2C] + [UInt8](repeating: 0x62, count: 300_000) + [0x0A]
      }
    }
    let workdir = try Workdir()
    let path = try workdir.write(Data(bytes), to: "file.csv")
    let right = try Reading(path, .canonical, isSplitting: false, offsets: .bytes)
    let found = try Reading(path, .canonical, isSplitting: true, offsets: .bytes)
    #expect(right.records.count > 10_000)
    #expect(found == right)
  }
}
