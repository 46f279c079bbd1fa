import Findings

extension Objection {
  /// - Parameter cell: The position of the cell, from 0.
  static func undecodable(_ byte: UInt8, cell: Int, _ encoding: String) -> Objection {
    Objection(.undecodable, "\(hexadecimal(byte)) in cell \(cell + 1) is not \(encoding)")
  }

  /// The same where the place in the file is known, and so what it would be in other encodings.
  static func undecodable(
    _ byte: UInt8, cell: Int, _ encoding: String, at offset: Int, reading: String
  ) -> Objection {
    Objection(
      .undecodable,
      "the byte at offset \(offset), \(hexadecimal(byte)) in cell \(cell + 1), is not \(encoding). "
        + "The place reads \(reading)")
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    "0x" + String(byte, radix: 16, uppercase: true)
  }
}
