import Basics
import Foundation
import Tabular
import Testing
import _TestSupport

struct CSVPiecesTests {
  /// The pieces of a text as texts.
  private func pieces(
    _ text: String, size: Int, from offset: Int = 0, dialect: CSVDialect = .canonical
  ) throws -> [String] {
    let workdir = try Workdir()
    var pieces = try CSVPieces(
      SteadyFile(path: workdir.write(text, to: "file.csv")), dialect: dialect, from: offset,
      size: size)
    let bytes = Array(text.utf8)
    var found: [String] = []
    while let range = try pieces.next() {
      found.append(String(decoding: bytes[range], as: UTF8.self))
    }
    return found
  }

  @Test(arguments: [
    ("a\nb\nc\n", 1, ["a\n", "b\n", "c\n"]),
    ("a\nb\nc\n", 3, ["a\nb\n", "c\n"]),
    ("a\nb\nc\n", 100, ["a\nb\nc\n"]),
    ("a\r\nb\r\nc", 2, ["a\r\nb\r\n", "c"]),
    ("a\rb\rc\r", 1, ["a\r", "b\r", "c\r"]),
    ("", 1, []),
    // Line ends inside quotes cut nothing, whether the quote opens before the size or behind it.
    ("\"a\nb\"\nc\n", 1, ["\"a\nb\"\n", "c\n"]),
    ("\"a\nb\"\nc\n", 3, ["\"a\nb\"\n", "c\n"]),
    ("a,\"\"\"\n\"\nc\n", 1, ["a,\"\"\"\n\"\n", "c\n"]),
    // Empty lines stay with the record behind them.
    ("a\n\n\nb\nc\n", 1, ["a\n", "\n\nb\n", "c\n"]),
    // A quote that is never closed: all is one piece, as long as there is patience.
    ("a\n\"b\nc\nd\n", 1, ["a\n", "\"b\nc\nd\n"]),
  ])
  func cutsAtLineEndsOutsideQuotes(text: String, size: Int, expected: [String]) throws {
    #expect(try pieces(text, size: size) == expected)
  }

  @Test func beginsAtAnOffset() throws {
    #expect(try pieces("header\na\nb\n", size: 1, from: 7) == ["a\n", "b\n"])
  }

  @Test func countsNoQuotesWhereThereAreNone() throws {
    let dialect = CSVDialect(delimiter: 0x09, quote: nil)
    #expect(try pieces("\"a\nb\n", size: 1, dialect: dialect) == ["\"a\n", "b\n"])
  }

  @Test func countsNoEscapedQuotes() throws {
    let dialect = CSVDialect(hasBackslashEscapes: true)
    #expect(try pieces("a,\"\\\"b\"\nc\n", size: 7, dialect: dialect) == ["a,\"\\\"b\"\n", "c\n"])
  }

  /// A comment belongs to the record after it, as an empty line does, and its quotes open nothing.
  @Test(arguments: [
    ("# say \"x\na\nb\n", 1, ["# say \"x\na\n", "b\n"]),
    ("a\n#\"\n\n# \" \"\"\nb\nc\n", 1, ["a\n", "#\"\n\n# \" \"\"\nb\n", "c\n"]),
    ("a\n#\"\nb\nc\n", 6, ["a\n#\"\nb\n", "c\n"]),
    // Within quotes, or within a line, it is none.
    ("\"a\n#\"\nb\n", 1, ["\"a\n#\"\n", "b\n"]),
    ("a,#\"\nb\"\nc\n", 1, ["a,#\"\nb\"\n", "c\n"]),
    ("#a\r\nb\r\n#\"", 1, ["#a\r\nb\r\n", "#\""]),
  ])
  func keepsCommentsWithTheRecordAfterThem(
    text: String, size: Int, expected: [String]
  ) throws {
    let dialect = CSVDialect(comment: [UInt8(ascii: "#")])
    #expect(try pieces(text, size: size, dialect: dialect) == expected)
    let long = expected.map { $0.replacingOccurrences(of: "#", with: "//") }
    #expect(
      try pieces(
        text.replacingOccurrences(of: "#", with: "//"), size: size,
        dialect: CSVDialect(comment: Array("//".utf8))) == long)
  }

  /// A quote that is never closed must not make one piece of a large file.
  @Test func losesPatienceWithAnOpenQuote() throws {
    let text = "a,\"b\n" + String(repeating: "c,d\n", count: 200_000)
    let found = try pieces(text, size: 1_000)
    #expect(found.joined() == text)
    #expect(found.count > 3)
    #expect(found.allSatisfy { $0.utf8.count < 300_000 })
  }
}
