import Findings

extension Objection {
  /// A field, by its position from 0, with the position in the file and what it would be in other encodings.
  static func undecodable(
    _ byte: UInt8, field: Int, _ encoding: String, at offset: Int, reading: String
  ) -> Objection {
    Objection(
      .undecodable,
      "the byte at offset \(offset), \(hexadecimal(byte)) in field \(field + 1), is not \(encoding). "
        + "The text there reads \(reading)")
  }

  /// The same of a file in UTF-16.
  static func undecodable(utf16 damage: String, field: Int) -> Objection {
    Objection(.undecodable, "field \(field + 1) is not UTF-16: \(damage)")
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    "0x" + String(byte, radix: 16, uppercase: true)
  }
}
