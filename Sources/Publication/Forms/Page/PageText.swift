import Mustache

/// Texts as they may stand in a page, between tags and in quoted attributes.
///
/// It goes by bytes. The escaping of Mustache's own goes by what a reader takes for one letter, and
/// lets a quotation mark through that an accent follows: a browser ends the attribute there.
struct PageText: MustacheContentType {
  /// What templates call it in their first line.
  static let name = "PAGE"

  private static let entities: [UInt8: [UInt8]] = [
    UInt8(ascii: "<"): Array("&lt;".utf8), UInt8(ascii: ">"): Array("&gt;".utf8),
    UInt8(ascii: "&"): Array("&amp;".utf8), UInt8(ascii: "\""): Array("&quot;".utf8),
    UInt8(ascii: "'"): Array("&#39;".utf8),
  ]
  /// What no page may have, however it is written.
  private static let replacement = Array("\u{FFFD}".utf8)

  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: Self.needsEscape) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if let entity = Self.entities[byte] {
        bytes += entity
      } else if Self.isControl(byte) {
        bytes += Self.replacement
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x40 && (entities[byte] != nil || isControl(byte))
  }

  /// Controls but for tabulator and line ends.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }
}
