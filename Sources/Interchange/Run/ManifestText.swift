import Basics
import Tabular

/// A manifest as JSON: keys in order.
extension Manifest {
  var json: JSONValue {
    .object([
      ("counts", .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })),
      ("inputs", .list(inputs.map(\.json))), ("outputs", .list(outputs.map(\.json))),
      ("stage", .text(stage)), ("version", .text(version)),
    ])
  }
}

extension Manifest.Entry {
  fileprivate var json: JSONValue {
    .object([
      ("bytes", .number(bytes)), ("path", .text(path)),
      (digest.method.rawValue, .text(digest.text)),
    ])
  }
}

/// Reads a manifest: of JSON what a manifest consists of, with any white space, and nothing else.
struct ManifestText {
  /// The text is no manifest.
  struct Damage: Error {}

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func manifest() throws(Damage) -> Manifest {
    var (stage, version): (String?, String?)
    var (inputs, outputs): ([Manifest.Entry]?, [Manifest.Entry]?)
    var counts: [String: Int]?
    try members { (key, text) throws(Damage) in
      switch key {
      case "stage": stage = try text.string()
      case "version": version = try text.string()
      case "inputs": inputs = try text.entries()
      case "outputs": outputs = try text.entries()
      case "counts":
        var read: [String: Int] = [:]
        try text.members { (name, text) throws(Damage) in read[name] = try text.number() }
        counts = read
      default: throw Damage()
      }
    }
    skipBlanks()
    guard position == bytes.count, let stage, let version, let inputs, let outputs, let counts
    else { throw Damage() }
    return Manifest(
      stage: stage, version: version, inputs: inputs, outputs: outputs, counts: counts)
  }

  private mutating func entries() throws(Damage) -> [Manifest.Entry] {
    var entries: [Manifest.Entry] = []
    try list("[", end: "]") { text throws(Damage) in
      var (path, bytes, digest): (String?, Int?, Digest?)
      try text.members { (key, text) throws(Damage) in
        switch key {
        case "path": path = try text.string()
        case "bytes": bytes = try text.number()
        default:
          guard let method = Digest.Method(rawValue: key) else { throw Damage() }
          digest = Digest(method: method, text: try text.string())
        }
      }
      guard let path, let bytes, let digest else { throw Damage() }
      entries.append(Manifest.Entry(path: path, bytes: bytes, digest: digest))
    }
    return entries
  }

  /// The members of an object, each with its key.
  private mutating func members(
    _ read: (String, inout ManifestText) throws(Damage) -> Void
  ) throws(Damage) {
    try list("{", end: "}") { text throws(Damage) in
      let key = try text.string()
      try text.expect(":")
      try read(key, &text)
    }
  }

  private mutating func list(
    _ start: Unicode.Scalar, end: Unicode.Scalar,
    read: (inout ManifestText) throws(Damage) -> Void
  ) throws(Damage) {
    try expect(start)
    if take(end) { return }
    repeat { try read(&self) } while take(",")
    try expect(end)
  }

  private mutating func string() throws(Damage) -> String {
    try expect("\"")
    var text: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      guard bytes[position] >= 0x20 else { throw Damage() }
      if bytes[position] == UInt8(ascii: "\\") {
        text += try escaped()
      } else {
        text.append(bytes[position])
        position += 1
      }
    }
    position += 1
    guard position <= bytes.count, let text = String(validating: text, as: UTF8.self) else {
      throw Damage()
    }
    return text
  }

  private mutating func escaped() throws(Damage) -> [UInt8] {
    position += 1
    guard position < bytes.count else { throw Damage() }
    let letter = bytes[position]
    position += 1
    switch Unicode.Scalar(letter) {
    case "\"", "\\", "/": return [letter]
    case "n": return [0x0A]
    case "r": return [0x0D]
    case "t": return [0x09]
    case "u":
      guard position + 4 <= bytes.count,
        let digits = String(validating: bytes[position..<position + 4], as: UTF8.self),
        digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(value)
      else { throw Damage() }
      position += 4
      return Array(String(scalar).utf8)
    default: throw Damage()
    }
  }

  private mutating func number() throws(Damage) -> Int {
    skipBlanks()
    let digits = bytes[position...].prefix { (0x30...0x39) ~= $0 || $0 == UInt8(ascii: "-") }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { throw Damage() }
    position += digits.count
    return number
  }

  private mutating func expect(_ mark: Unicode.Scalar) throws(Damage) {
    guard take(mark) else { throw Damage() }
  }

  /// Whether a mark comes next; it is read then.
  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard position < bytes.count, Unicode.Scalar(bytes[position]) == mark else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) {
      position += 1
    }
  }
}
