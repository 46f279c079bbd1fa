extension Digest {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The bytes of the digest in Base64 (RFC 4648, section 4).
  package var base64: String { Self.base64(bytes) }

  /// The same as names and addresses may have it (section 5), without padding.
  package var base64Address: String {
    let letters = base64.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
    return String(letters.filter { $0 != "=" })
  }

  private var bytes: [UInt8] {
    let digits = text.utf8.map { digit in
      digit < UInt8(ascii: "a") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10
    }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = bytes[start..<min(start + 3, bytes.count)]
      let bits = three.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - three.count))
      for index in 0..<4 {
        text.append(
          index > three.count
            ? UInt8(ascii: "=") : letters[Int(bits >> UInt32(18 - 6 * index) & 63)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
