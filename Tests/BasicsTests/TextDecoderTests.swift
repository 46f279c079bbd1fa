import Basics
import Testing

struct TextDecoderTests {
  private static let textCases: [(String, [UInt8], String)] = [
    ("UTF-8", [0xC3, 0xA9], "é"),
    ("utf8", [0xF0, 0x9F, 0x98, 0x80], "😀"),
    ("UTF-8", [], ""),
    ("Windows-1252", [0x4E, 0xE9, 0x92, 0x80], "Né’€"),
    ("Windows-1252", [0x61], "a"),
    ("ISO-8859-15", [0xA4], "€"),
    ("KOI8-R", [0xF2, 0xCF, 0xD3, 0xD3, 0xC9, 0xD1], "Россия"),
    ("Windows-1251", [0xC4, 0xE0], "Да"),
    ("SHIFT_JIS", [0x93, 0xFA, 0x96, 0x7B], "日本"),
  ]

  /// Code tables: windows-1252 and windows-1251 of the WHATWG Encoding Standard and Microsoft,
  /// KOI8-R of RFC 1489, Shift_JIS of JIS X 0208.
  @Test(arguments: textCases)
  func text(encoding: String, bytes: [UInt8], expected: String) throws {
    let decoder = try TextDecoder(encoding: encoding)
    #expect(decoder.decode(bytes) == expected)
    #expect(decoder.validPrefix(of: bytes) == bytes.count)
  }

  private static let bytesThatDoNotDecodeCases: [(String, [UInt8], Int)] = [
    // 0x81 stands for nothing in Windows-1252.
    ("Windows-1252", [0x4E, 0xE9, 0x81, 0x61], 2),
    ("Windows-1252", [0x81], 0),
    ("UTF-8", [0x61, 0xE9, 0x62], 1),
    // An overlong form, a surrogate, and a sequence that ends too early (Unicode, table 3-7).
    ("UTF-8", [0x61, 0xC0, 0xAF], 1),
    ("UTF-8", [0xED, 0xA0, 0x80], 0),
    ("UTF-8", [0x61, 0x62, 0xE2, 0x82], 2),
    // The second byte of a pair is missing.
    ("SHIFT_JIS", [0x93, 0xFA, 0x96], 2),
  ]

  @Test(arguments: bytesThatDoNotDecodeCases)
  func bytesThatDoNotDecode(encoding: String, bytes: [UInt8], valid: Int) throws {
    let decoder = try TextDecoder(encoding: encoding)
    #expect(decoder.decode(bytes) == nil)
    #expect(decoder.validPrefix(of: bytes) == valid)
    #expect(decoder.decode([0x61]) == "a", "an error leaves no state behind")
  }

  /// One bad byte in a very long cell is found at once.
  @Test(.timeLimit(.minutes(15)))
  func validPrefixOfAMegabyte() throws {
    let decoder = try TextDecoder(encoding: "Windows-1252")
    let bytes = [UInt8](repeating: 0xE9, count: 1 << 20)
    #expect(decoder.validPrefix(of: [0x81] + bytes) == 0)
    #expect(decoder.validPrefix(of: bytes + [0x81] + bytes) == 1 << 20)
  }

  @Test func unknownEncoding() {
    let error = #expect(throws: RunError.self) { _ = try TextDecoder(encoding: "Latin-99") }
    #expect(error?.kind == .badDefinition)
    #expect(
      error?.description
        == "Latin-99: error: [unknown-encoding] the C library knows no encoding 'Latin-99'; "
        + "'iconv --list' prints those it knows")
  }
}
