import Foundation
import Testing
import _TestSupport

/// What the first stage says where bytes do not tell their encoding, or contradict what is declared.
struct EncodingTests {
  private func ingest(
    _ bytes: Data, keys: String = ""
  ) throws -> (workdir: Workdir, run: CommandRun) {
    let collection = try SmallCollection()
    try collection.replace(
      "    received:", with: "\(keys)    received:", in: "pipeline.yaml")
    try collection.workdir.write(bytes, to: "Input/small/replies-1.csv")
    let run = try StageRunner(collection.workdir, collection: "small").run("ingest")
    return (collection.workdir, run)
  }

  private static let text = "Who,remarks\nAnna,Été\nBob,naïve\n"

  private static func bytes(_ text: String, _ encoding: String.Encoding) throws -> Data {
    try #require(text.data(using: encoding))
  }

  /// The offset of the byte, and readings that belong together said once.
  @Test func legacyEncodingThatIsNotDeclared() throws {
    let (_, run) = try ingest(try Self.bytes(Self.text, .windowsCP1252))
    #expect(run.status == 65)
    #expect(
      run.error.hasPrefix(
        "Input/small/replies-1.csv:2: error: [undecided-encoding] the byte at offset 17, 0xC9, is "
          + "not UTF-8, and no encoding is declared. The text there reads 'Anna,Été' in Windows-1252, "
          + "ISO-8859-15, Windows-1250, ISO-8859-2, Windows-1254, Windows-1257, Windows-1258; "
          + "'Anna,Йtй' in Windows-1251; "), "\(run.error)")
    #expect(run.error.contains("'Anna,…tÈ' in MACINTOSH"))
    #expect(run.error.contains("Set 'encoding' of the source to the one that reads right"))
  }

  /// A byte that the declared encoding has not damages its record alone, which says where it stands
  /// and what it may be.
  @Test func byteThatDoesNotDecode() throws {
    let bytes =
      Data("Who,remarks\nAnna,\"say \"\"x\"\", ".utf8) + [0x81] + Data("y\"\nBob,z\n".utf8)
    let (workdir, run) = try ingest(bytes, keys: "    encoding: Windows-1252\n")
    #expect(run.status == 0, "\(run.error)")
    let found = CSVText.rows(try workdir.read("Output/small/ingested/findings.csv"))
    #expect(found.map { $0["rule"] } == ["undecodable"])
    let message = try #require(found.first?["message"])
    #expect(
      message.hasPrefix(
        "the byte at offset 29, 0x81 in field 2, is not Windows-1252. The text there reads "),
      "\(message)")
    #expect(message.contains("Ѓy\"' in Windows-1251"), "\(message)")
    let suggestion = try #require(found.first?["suggestion"])
    #expect(suggestion.contains("or set 'encoding' of the source"))
  }

  @Test func headingThatDoesNotDecode() throws {
    let (_, run) = try ingest(
      try Self.bytes("Who,Été\nAnna,x\n", .isoLatin1), keys: "    encoding: UTF-8\n")
    #expect(run.status == 65)
    #expect(
      run.error.contains(
        "replies-1.csv:1: error: [undecodable] the heading of column 2 is not UTF-8 from the byte at "
          + "offset 4 on; the encoding is declared. The text there reads 'Who,Été' in Windows-1252"),
      "\(run.error)")
  }

  /// UTF-16 without a mark is told by its line ends, be they CR alone.
  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian], ["\n", "\r\n", "\r"])
  func utf16WithoutMark(encoding: String.Encoding, lineEnd: String) throws {
    let text = Self.text.replacingOccurrences(of: "\n", with: lineEnd)
    let (workdir, run) = try ingest(try Self.bytes(text, encoding))
    #expect(run.status == 0, "\(run.error)")
    let source = try #require(CSVText.rows(workdir.read("Output/small/ingested/sources.csv")).first)
    #expect(source["encoding"] == (encoding == .utf16LittleEndian ? "UTF-16LE" : "UTF-16BE"))
    let seen = CSVText.rows(
      try workdir.read("Output/small/ingested/sources/replies-1.csv/seen.csv"))
    #expect(seen.map { $0["text"] } == ["Anna", "Bob", "Été", "naïve"])
  }

  /// Without a line end nothing tells: the file is refused with what either order would read.
  @Test func utf16WithoutLineEnd() throws {
    let (_, run) = try ingest(try Self.bytes("Who,remarks", .utf16LittleEndian))
    #expect(run.status == 65)
    #expect(
      run.error.contains(
        "error: [undecided-encoding] 11 of 22 bytes are zero, the first at offset 1, but the line ends "
          + "are not those of UTF-16. The text there reads 'Who,remarks' in UTF-16LE; "),
      "\(run.error)")
  }

  /// Damage stays in its record, as in UTF-8, and the positions of the others are right.
  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func utf16WithHalfOfAPair(encoding: String.Encoding) throws {
    let isLittle = encoding == .utf16LittleEndian
    // A pair that is whole, then its halves alone: U+1F600 is D83D DE00.
    let text = "Who,remarks\nAnna,\u{1F600}\nBo,<\nCy,>\nDi,x\n"
    var bytes = Data(isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]) + (try Self.bytes(text, encoding))
    for (mark, half) in [("<", [0xD8, 0x3D] as [UInt8]), (">", [0xDE, 0x00])] {
      let range = try #require(bytes.firstRange(of: try Self.bytes(mark, encoding)))
      bytes.replaceSubrange(range, with: isLittle ? half.reversed() : half)
    }
    let (workdir, run) = try ingest(bytes)
    #expect(run.status == 0, "\(run.error)")
    let found = CSVText.rows(try workdir.read("Output/small/ingested/findings.csv"))
      .filter { $0["rule"] == "undecodable" }
    #expect(found.map { $0["line"] } == ["3", "4"])
    // Two bytes each of the mark, 12 letters, and 8 units of Anna; then 5 units a record.
    #expect(found.map { $0["offset"] } == ["42", "52"])
    #expect(found.map { $0["length"] } == ["10", "10"])
    #expect(
      found.map { $0["message"] }
        == ["D83D", "DE00"].map {
          "field 2 is not UTF-16: 0x\($0), half of a pair that makes one character, stands alone"
        })
  }

  @Test func utf16ThatIsCutOff() throws {
    let bytes =
      Data([0xFF, 0xFE]) + (try Self.bytes("Who,remarks\nAnna,x\nBo,y", .utf16LittleEndian))
    let (workdir, run) = try ingest(bytes.dropLast())
    #expect(run.status == 0, "\(run.error)")
    let found = CSVText.rows(try workdir.read("Output/small/ingested/findings.csv"))
      .filter { $0["rule"] == "undecodable" }
    #expect(
      found.map { $0["message"] } == ["field 2 is not UTF-16: the file ends within a character"])
  }

  @Test func utf16WithHalfOfAPairInTheHeading() throws {
    let bytes =
      Data([0xFF, 0xFE, 0x3D, 0xD8]) + (try Self.bytes("Who,remarks\nAnna,x\n", .utf16LittleEndian))
    let (_, run) = try ingest(bytes)
    #expect(run.status == 65)
    #expect(
      run.error.contains(
        "error: [undecodable] the heading of column 1 is not UTF-16LE: 0xD83D, half of a pair"),
      "\(run.error)")
  }

  /// What the bytes contradict, or what is not read at all.
  @Test(arguments: [
    (String.Encoding.utf16LittleEndian, "UTF-8", "every line end of the file is that of UTF-16LE"),
    (.utf16LittleEndian, "UTF-16BE", "every line end of the file is that of UTF-16LE"),
    (.utf16BigEndian, "Windows-1252", "every line end of the file is that of UTF-16BE"),
    (.utf8, "UTF-16LE", "the file has no zero byte, which every line end"),
  ])
  func contradictedDeclarations(
    encoding: String.Encoding, declared: String, evidence: String
  ) throws {
    let (_, run) = try ingest(
      try Self.bytes(Self.text, encoding), keys: "    encoding: \(declared)\n")
    #expect(run.status == 65)
    #expect(
      run.error.contains("error: [contradicted-encoding] \(declared) is declared, but \(evidence)"),
      "\(run.error)")
  }

  /// The mark of UTF-32LE begins with that of UTF-16LE, in which all its texts would be torn apart.
  @Test(arguments: [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]] as [[UInt8]])
  func utf32(mark: [UInt8]) throws {
    let encoding: String.Encoding = mark[0] == 0 ? .utf32BigEndian : .utf32LittleEndian
    let (_, run) = try ingest(Data(mark) + (try Self.bytes(Self.text, encoding)))
    #expect(run.status == 65)
    #expect(
      run.error.contains("[undecided-encoding] the file begins with the byte order mark of UTF-32"))
  }

  /// A few zero bytes in a file of text damage the records they stand in, however it is quoted.
  @Test(arguments: ["", "    encoding: UTF-8\n", "    quoting: none\n"])
  func zeroBytes(keys: String) throws {
    let (workdir, run) = try ingest(
      Data("Who,remarks\nAnna,a\0b\nBob,naïve\nCyd,\0\nDee,x\n".utf8), keys: keys)
    #expect(run.status == 0, "\(run.error)")
    let found = CSVText.rows(try workdir.read("Output/small/ingested/findings.csv"))
    #expect(
      found.map { "\($0["rule"] ?? "") \($0["line"] ?? "")" } == ["zero-byte 2", "zero-byte 4"])
    let source = try #require(CSVText.rows(workdir.read("Output/small/ingested/sources.csv")).first)
    #expect(source["records"] == "4")
    if !keys.contains("encoding") {
      #expect(source["encoding_why"] == "all 1 sequences beyond ASCII are UTF-8; 2 zero bytes")
    }
  }

  @Test func zeroByteInAHeading() throws {
    let (_, run) = try ingest(Data("Who,rem\0arks\nAnna,x\nBob,y\n".utf8))
    #expect(run.status == 65)
    #expect(
      run.error.contains("replies-1.csv:1: error: [zero-byte] the heading of column 2 holds"),
      "\(run.error)")
  }
}
