/// What tells the bytes of a file from those of another.
package struct Digest: Sendable, Equatable {
  package enum Method: String, Sendable, CaseIterable {
    /// Of what comes from outside and of what is handed on: nobody can make another file that has it.
    case sha256
    /// XXH3 of 128 bits, for the files between the stages: taken as fast as they are read. No two
    /// files have one digest by chance, but who wants to can make two.
    case xxh3

    /// As people write it.
    package var name: String {
      switch self {
      case .sha256: "SHA-256"
      case .xxh3: "XXH3-128"
      }
    }

    /// The digest and size of a file, read in blocks.
    package func digest(ofFile path: String) throws(RunError) -> (digest: Digest, bytes: Int) {
      let file = InputFile(try SteadyFile(path: path))
      let (text, bytes) =
        switch self {
        case .sha256: try SHA256.digest(of: file)
        case .xxh3: try XXH3.digest(of: file)
        }
      return (Digest(method: self, text: text), bytes)
    }
  }

  package let method: Method
  /// In small hexadecimal letters.
  package let text: String

  package init(method: Method, text: String) {
    self.method = method
    self.text = text
  }

  /// Bytes in small hexadecimal letters.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined()
  }
}

/// A digest that is being taken.
protocol RunningDigest {
  init()
  func update(_ bytes: [UInt8])
  func finish() -> String
}

extension RunningDigest {
  /// The digest of what is left of a file, and its size.
  static func digest(of file: InputFile) throws(RunError) -> (digest: String, bytes: Int) {
    let hash = Self()
    var block: [UInt8] = []
    var size = 0
    while try file.read(into: &block, upTo: 1 << 18) > 0 {
      hash.update(block)
      size += block.count
      block.removeAll(keepingCapacity: true)
    }
    return (hash.finish(), size)
  }
}
