import Basics
import Foundation
import Tabular
import Testing
import _TestSupport

/// One record as a test states it: its fields, or why it could not be read, and its position.
private struct Record: Equatable, CustomStringConvertible {
  var fields: [String]
  var position: RecordPosition
  var damage: CSVReader.Damage?

  var description: String {
    "\(damage?.rawValue ?? "\(fields)") at line \(position.line), byte \(position.offset), "
      + "\(position.length) bytes"
  }
}

private func records(_ bytes: Data, dialect: CSVDialect = .canonical) throws -> [Record] {
  let workdir = try Workdir()
  let reader = try CSVReader(path: try workdir.write(bytes, to: "file.csv"), dialect: dialect)
  var records: [Record] = []
  while try reader.next() {
    let fields =
      reader.damage == nil
      ? (0..<reader.record.fieldCount).map { reader.record.text($0) ?? "(not UTF-8)" } : []
    records.append(Record(fields: fields, position: reader.position, damage: reader.damage))
  }
  return records
}

private func fields(_ text: String, dialect: CSVDialect = .canonical) throws -> [[String]] {
  try records(Data(text.utf8), dialect: dialect).map(\.fields)
}

struct CSVReaderTests {
  private static let cellsOfWellFormedTextCases: [(String, [[String]])] = [
    ("", []),
    ("\u{FEFF}", []),
    ("\n", []),
    ("\r\n\r\n", []),
    ("a", [["a"]]),
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    ("\u{FEFF}a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("\u{FEFF}\"a\",b\n", [["a", "b"]]),
    ("a\n\n\nb\n", [["a"], ["b"]]),
    ("\r\n\na\r\r\nb", [["a"], ["b"]]),
    (",\n", [["", ""]]),
    ("\"\"\n", [[""]]),
    ("\"\",\"\"\n", [["", ""]]),
    ("\"a,b\",c\n", [["a,b", "c"]]),
    ("\"say \"\"yes\"\"\",b\n", [["say \"yes\"", "b"]]),
    ("\"\"\"\"\n", [["\""]]),
    ("\"a\nb\",c\n", [["a\nb", "c"]]),
    ("\"a\r\nb\",c\r\n", [["a\r\nb", "c"]]),
    ("\"a\rb\",c\r", [["a\rb", "c"]]),
    ("\"a\n\n\nb\"\n", [["a\n\n\nb"]]),
    ("\"a\"", [["a"]]),
    (" a , b \n", [[" a ", " b "]]),
    (" \n", [[" "]]),
    ("a\0b,c\n", [["a\0b", "c"]]),
    ("État,Oui\n", [["État", "Oui"]]),
    ("a;b\n", [["a;b"]]),
  ]

  @Test(arguments: cellsOfWellFormedTextCases)
  func cellsOfWellFormedText(text: String, expected: [[String]]) throws {
    #expect(try fields(text) == expected)
  }

  private static let otherDialectsCases: [(CSVDialect, String, [[String]])] = [
    (CSVDialect(delimiter: UInt8(ascii: ";")), "a;b,c\n", [["a", "b,c"]]),
    (CSVDialect(delimiter: 0x09), "a\t\"b\tc\"\n", [["a", "b\tc"]]),
    (CSVDialect(quote: UInt8(ascii: "'")), "'it''s, so',\"b\n", [["it's, so", "\"b"]]),
    (CSVDialect(delimiter: 0x09, quote: nil), "\"a\tb\"c\n", [["\"a", "b\"c"]]),
    (CSVDialect(hasBackslashEscapes: true), #""a \"b\", \\ c",\d"#, [[#"a "b", \ c"#, #"\d"#]]),
    (CSVDialect(hasBackslashEscapes: true), #"a\"#, [[#"a\"#]]),
  ]

  @Test(arguments: otherDialectsCases)
  func otherDialects(dialect: CSVDialect, text: String, expected: [[String]]) throws {
    #expect(try fields(text, dialect: dialect) == expected)
  }

  @Test func placesAreExactToTheByte() throws {
    // Bytes:     0-2 mark, 3-6 header, 7-8 blank line, 9-17 quoted, 18-22 last without line end
    let text = "\u{FEFF}a,b\n\r\n\"x\r\ny\",1\nÉ,zz"
    #expect(
      try records(Data(text.utf8)) == [
        Record(fields: ["a", "b"], position: RecordPosition(line: 1, offset: 3, length: 4)),
        Record(fields: ["x\r\ny", "1"], position: RecordPosition(line: 3, offset: 9, length: 9)),
        Record(fields: ["É", "zz"], position: RecordPosition(line: 5, offset: 18, length: 5)),
      ])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lengthIncludesTheLineEnd(lineEnd: String) throws {
    let length = 1 + lineEnd.utf8.count
    #expect(
      try records(Data("a\(lineEnd)b\(lineEnd)".utf8)) == [
        Record(fields: ["a"], position: RecordPosition(line: 1, offset: 0, length: length)),
        Record(fields: ["b"], position: RecordPosition(line: 2, offset: length, length: length)),
      ])
  }

  @Test func placesPointAtTheBytesOfTheRecord() throws {
    let workdir = try Workdir()
    let text = "id,text\r\n1,\"a\r\n\"\"b\"\"\"\r\n\r\n2,c"
    let path = try workdir.write(text, to: "file.csv")
    let reader = try CSVReader(path: path)
    let file = try InputFile(path: path)
    var found: [String] = []
    while try reader.next() {
      let bytes = try file.bytes(at: reader.position.offset, count: reader.position.length)
      found.append(String(decoding: bytes, as: UTF8.self))
    }
    #expect(found == ["id,text\r\n", "1,\"a\r\n\"\"b\"\"\"\r\n", "2,c"])
  }

  @Test(arguments: ["a\"b,c", "\"a\"b,c", "\"a\" ,c", "a, \"b\""])
  func strayQuoteDamagesItsLineOnly(line: String) throws {
    let length = line.utf8.count + 1
    #expect(
      try records(Data("h,i\n\(line)\nd,e\n".utf8)) == [
        Record(fields: ["h", "i"], position: RecordPosition(line: 1, offset: 0, length: 4)),
        Record(
          fields: [], position: RecordPosition(line: 2, offset: 4, length: length),
          damage: .strayQuote),
        Record(
          fields: ["d", "e"], position: RecordPosition(line: 3, offset: 4 + length, length: 4)),
      ])
  }

  @Test func openQuoteDamagesItsLineOnly() throws {
    #expect(
      try records(Data("h,i\n\"a,b\nc,d\ne,f".utf8)) == [
        Record(fields: ["h", "i"], position: RecordPosition(line: 1, offset: 0, length: 4)),
        Record(
          fields: [], position: RecordPosition(line: 2, offset: 4, length: 5), damage: .openQuote),
        Record(fields: ["c", "d"], position: RecordPosition(line: 3, offset: 9, length: 4)),
        Record(fields: ["e", "f"], position: RecordPosition(line: 4, offset: 13, length: 3)),
      ])
  }

  @Test func openQuoteOnTheLastLineWithoutLineEnd() throws {
    #expect(
      try records(Data("a\n\"b".utf8)) == [
        Record(fields: ["a"], position: RecordPosition(line: 1, offset: 0, length: 2)),
        Record(
          fields: [], position: RecordPosition(line: 2, offset: 2, length: 2), damage: .openQuote),
      ])
  }

  @Test func openQuoteFollowedByMoreThanTheLongestRecord() throws {
    let line = String(repeating: "x", count: 1023) + "\n"
    let count = CSVReader.longestRecord / 1024 + 2
    let all = try records(Data(("\"open\n" + String(repeating: line, count: count)).utf8))
    #expect(all.count == count + 1)
    #expect(
      all.first
        == Record(
          fields: [], position: RecordPosition(line: 1, offset: 0, length: 6), damage: .openQuote))
    #expect(all.dropFirst().allSatisfy { $0.damage == nil && $0.position.length == 1024 })
    #expect(
      all.last?.position
        == RecordPosition(line: count + 1, offset: 6 + (count - 1) * 1024, length: 1024))
  }

  /// Damage in every other line of several blocks: each record stands where it stands, and lines of
  /// two are found across the ends of blocks.
  @Test(arguments: [("a,\"b\"c\n", [7]), ("a,\"b\r\nb\"c\r\n", [6, 5])])
  func damageInManyBlocks(damaged: String, lines: [Int]) throws {
    let whole = "1,\"two\nlines\",é\n"
    let count = 30_000
    let workdir = try Workdir()
    let path = try workdir.write(
      String(repeating: damaged + whole, count: count), to: "file.csv")
    let reader = try CSVReader(path: path)
    // Of a damaged record the first line is set aside; the second begins another.
    var (offset, line) = (0, 1)
    for _ in 0..<count {
      for length in lines {
        try #require(try reader.next())
        try #require(reader.damage == .strayQuote)
        try #require(reader.position == RecordPosition(line: line, offset: offset, length: length))
        offset += length
        line += 1
      }
      try #require(try reader.next())
      try #require(reader.damage == nil && reader.record.text(1) == "two\nlines")
      try #require(reader.position == RecordPosition(line: line, offset: offset, length: 17))
      offset += 17
      line += 2
    }
    #expect(try !reader.next())
  }

  @Test func damageMessagesSayWhatWasExpected() {
    #expect(
      CSVReader.Damage.strayQuote.message
        == "a quote stands inside a field or is followed by text; expected fields with quotes to be "
        + "quoted as a whole, with each inner quote doubled")
    #expect(
      CSVReader.Damage.openQuote.message
        == "a quote is opened and never closed; expected a closing quote before a separator or the "
        + "end of the line")
  }

  /// Files are read in blocks of 2^18 bytes; the text is shifted so that each of its bytes is once
  /// the first of a block.
  @Test func recordsAcrossABlockBoundary() throws {
    let tail = "\"a\r\nb\"\"c\",é\r\n\r\nd,\"e\"\r\n"
    let block = 1 << 18
    for shift in 0...tail.utf8.count {
      let filler = String(repeating: "x", count: block - shift - 2) + "\r\n"
      let found = try records(Data((filler + tail).utf8))
      let start = filler.utf8.count
      try #require(found.count == 3, "shift \(shift)")
      #expect(found[0].position == RecordPosition(line: 1, offset: 0, length: start))
      #expect(
        found[1]
          == Record(
            fields: ["a\r\nb\"c", "é"], position: RecordPosition(line: 2, offset: start, length: 14)
          ),
        "shift \(shift)")
      #expect(
        found[2]
          == Record(
            fields: ["d", "e"], position: RecordPosition(line: 5, offset: start + 16, length: 7)),
        "shift \(shift)")
    }
  }

  /// Whether a CR at the end of a block stands alone is known only from the next block.
  @Test(arguments: [("\r", 1), ("\r\n", 2)])
  func carriageReturnAtTheEndOfABlock(lineEnd: String, length: Int) throws {
    let line = String(repeating: "x", count: (1 << 18) - 1)
    let found = try records(Data((line + lineEnd + "a" + lineEnd).utf8))
    #expect(
      found.map(\.position) == [
        RecordPosition(line: 1, offset: 0, length: line.utf8.count + length),
        RecordPosition(line: 2, offset: line.utf8.count + length, length: 1 + length),
      ])
  }

  @Test func carriageReturnAtTheEndOfABlockAndOfTheFile() throws {
    let line = String(repeating: "x", count: (1 << 18) - 1)
    #expect(
      try records(Data((line + "\r").utf8)).map(\.position) == [
        RecordPosition(line: 1, offset: 0, length: 1 << 18)
      ])
  }

  @Test func cellOfOneMegabyte() throws {
    let long = String(repeating: "réponse ", count: 120_000)
    #expect(try fields("a,\"\(long)\",b\nc\n") == [["a", long, "b"], ["c"]])
  }

  @Test func cellThatIsNotUTF8HasBytesButNoText() throws {
    let workdir = try Workdir()
    let reader = try CSVReader(
      path: try workdir.write(Data([0x61, 0x2C, 0xE9, 0x0A]), to: "a.csv"))
    #expect(try reader.next())
    #expect(reader.record.text(0) == "a")
    #expect(reader.record.text(1) == nil)
    #expect(reader.record.field(1) == [0xE9])
  }

  @Test func readingFromAnOffset() throws {
    let workdir = try Workdir()
    let path = try workdir.write("a,b\nc,d\ne,f\n", to: "file.csv")
    let reader = try CSVReader(path: path, from: 4)
    #expect(try reader.next())
    #expect(reader.record.text(0) == "c")
    #expect(reader.position == RecordPosition(line: 1, offset: 4, length: 4))
  }

  @Test func titleLinesAreSkipped() throws {
    let workdir = try Workdir()
    let path = try workdir.write("A \"title\r\n\r\na,b\r\n", to: "file.csv")
    let reader = try CSVReader(path: path)
    try reader.skipLines(2)
    #expect(try reader.next())
    #expect(reader.position == RecordPosition(line: 3, offset: 12, length: 5))
  }

  /// A file made from UTF-16 tells its positions in the file it was made from: two bytes a unit,
  /// four for a character beyond the basic plane.
  @Test func offsetsInTheUTF16Original() throws {
    let workdir = try Workdir()
    let path = try workdir.write("é,😀\nb\"c\nd\n", to: "file.csv")
    let reader = try CSVReader(path: path, offsets: .utf16(mark: 2))
    var positions: [RecordPosition] = []
    while try reader.next() { positions.append(reader.position) }
    #expect(
      positions == [
        RecordPosition(line: 1, offset: 2, length: 10),
        RecordPosition(line: 2, offset: 12, length: 8),
        RecordPosition(line: 3, offset: 20, length: 4),
      ])
  }

  /// Of a file that ends within a code unit the last byte is one, and no record ends behind it.
  @Test func originalThatEndsWithinAUnit() throws {
    let workdir = try Workdir()
    let path = try workdir.write("", to: "file.csv")
    try Data([0x61, 0x0A, 0x62, Transcoder.cutOff]).write(to: URL(fileURLWithPath: path))
    let reader = try CSVReader(path: path, offsets: .utf16(mark: 2))
    #expect(try reader.next() && reader.next())
    #expect(reader.position == RecordPosition(line: 2, offset: 6, length: 3))
  }

  @Test func missingFile() throws {
    let workdir = try Workdir()
    let path = "\(workdir.path)/none.csv"
    let error = #expect(throws: RunError.self) { _ = try CSVReader(path: path) }
    #expect(error?.kind == .inputMissing)
    #expect(
      error?.description
        == "\(path): error: [no-file] cannot open the file: No such file or directory")
  }

  @Test(arguments: [
    ("a,b\n,\n", false), (",\n", true), (" ,\t \n", true), ("\"\"\n", true), (" x,\n", false),
  ])
  func recordIsBlank(text: String, expected: Bool) throws {
    let workdir = try Workdir()
    let reader = try CSVReader(path: try workdir.write(text, to: "file.csv"))
    #expect(try reader.next())
    #expect(reader.record.isBlank == expected)
  }

  @Test func copyRecordsLeavesOutTheHeader() throws {
    let workdir = try Workdir()
    let path = try workdir.write("a,b\n1,\"x,y\"\n2,\"line\nend\"\n", to: "from.csv")
    let writer = try CSVWriter(path: "\(workdir.path)/to.csv", header: ["c", "d"])
    try CSVReader.copyRecords(of: path, to: writer)
    try writer.commit()
    #expect(try workdir.read("to.csv") == "c,d\n1,\"x,y\"\n2,\"line\nend\"\n")
  }
}

/// The reader against the csv module of Python, which shares no code with libcsv.
struct CSVReaderDifferentialTests {
  /// Repeatable random numbers (SplitMix64), so that a failure can be seen again.
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private static let pieces = [
    "a", "yes", " ", ",", ";", "\"", "\n", "\r\n", "\r", "é", "中", "😀", "'", "\t", "0",
  ]

  /// A well-formed file: any fields, quoted where they must be and sometimes where they need not.
  private static func file(_ random: inout Random) -> String {
    let lineEnd = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
    let columns = Int.random(in: 1...5, using: &random)
    let records = Int.random(in: 0...12, using: &random)
    var text = Bool.random(using: &random) ? "\u{FEFF}" : ""
    for record in 0..<records {
      for column in 0..<columns {
        var field = ""
        for _ in 0..<Int.random(in: 0...6, using: &random) {
          field += pieces.randomElement(using: &random) ?? ""
        }
        let mustQuote =
          field.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
          || (columns == 1 && field.isEmpty)
        if column > 0 { text += "," }
        if mustQuote || Int.random(in: 0..<5, using: &random) == 0 {
          text += "\"\(field.replacingOccurrences(of: "\"", with: "\"\""))\""
        } else {
          text += field
        }
      }
      if record + 1 < records || Bool.random(using: &random) { text += lineEnd }
      if Int.random(in: 0..<10, using: &random) == 0 { text += lineEnd }
    }
    return text
  }

  private static let oracle = """
    import csv, json, sys
    for number in range(int(sys.argv[1])):
        with open(f"{number}.csv", encoding="utf-8-sig", newline="") as file:
            print(json.dumps([row for row in csv.reader(file, strict=True) if row]))
    """

  @Test func equalsPythonOnRandomWellFormedFiles() throws {
    let count = 300
    let workdir = try Workdir()
    var random = Random(state: 2005)
    for number in 0..<count {
      try workdir.write(Self.file(&random), to: "\(number).csv")
    }
    let run = try CommandRun("python3", ["-c", Self.oracle, String(count)], in: workdir.path)
    try #require(run.status == 0, "\(run.error)")
    let lines = run.output.split(separator: "\n")
    try #require(lines.count == count)
    for (number, line) in lines.enumerated() {
      let expected = try JSONDecoder().decode([[String]].self, from: Data(line.utf8))
      let text = try workdir.read("\(number).csv")
      let reader = try CSVReader(path: "\(workdir.path)/\(number).csv")
      var found: [[String]] = []
      while try reader.next() {
        #expect(reader.damage == nil)
        found.append((0..<reader.record.fieldCount).map { reader.record.text($0) ?? "" })
      }
      #expect(
        found.map { $0.map { Array($0.utf8) } } == expected.map { $0.map { Array($0.utf8) } },
        "file \(number): \(text.debugDescription)")
    }
  }
}
