import Basics
import Tabular

/// What one spot of a file would read in each encoding that exports come in: a person sees at once
/// which is right, while bytes alone cannot tell.
struct EncodingReadings {
  private static let names = [
    "Windows-1252", "ISO-8859-15", "Windows-1250", "ISO-8859-2", "Windows-1251", "ISO-8859-5",
    "KOI8-R", "Windows-1253", "ISO-8859-7", "Windows-1254", "Windows-1255", "Windows-1256",
    "Windows-1257", "Windows-1258", "MACINTOSH", "GB18030", "CP932",
  ]

  private let file: InputFile
  private let decoders: [TextDecoder]

  init(of text: SteadyFile) throws(RunError) {
    file = InputFile(text)
    decoders = try Self.decoders(Self.names)
  }

  /// The offset of the first byte of a record that does not decode.
  func offset(of position: RecordPosition, _ decoder: TextDecoder) throws(RunError) -> Int {
    let bytes = try file.bytes(at: position.offset, count: position.length)
    let valid = decoder.validPrefix(of: bytes)
    // Only where a separator is part of a character, too, does the record decode as a whole.
    return position.offset + (valid < bytes.count ? valid : 0)
  }

  /// The readings of the bytes around an offset, up to the ends of the line: `'Été' in
  /// Windows-1252, ISO-8859-15; 'Йtй' in Windows-1251`.
  func text(at offset: Int) throws(RunError) -> String {
    let start = max(0, offset - 12)
    let around = try file.bytes(at: start, count: offset - start + 16)
    let index = offset - start
    let first = around[..<index].lastIndex { $0 < 0x20 }.map { $0 + 1 } ?? 0
    let last = around[index...].firstIndex { $0 < 0x20 } ?? around.count
    return Self.joined(
      decoders.map { decoder in
        // The excerpt may begin or end within a character of several bytes.
        for (left, right) in [(0, 0), (0, 1), (1, 0), (1, 1)]
        where first + left <= index && index < last - right {
          if let text = decoder.decode(Array(around[(first + left)..<(last - right)])) {
            return (decoder.encoding, text)
          }
        }
        return (decoder.encoding, nil)
      })
  }

  /// The same in both orders of UTF-16, for a file with zero bytes.
  static func utf16(of text: SteadyFile, at offset: Int) throws(RunError) -> String {
    let start = max(0, offset - 24) & ~1
    let around = try InputFile(text).bytes(at: start, count: offset - start + 24)
    let index = (offset - start) / 2
    return joined(
      try decoders(["UTF-16LE", "UTF-16BE"]).map { decoder in
        guard let text = decoder.decode(Array(around.prefix(around.count & ~1))) else {
          return (decoder.encoding, nil)
        }
        let scalars = Array(text.unicodeScalars)
        guard scalars.indices.contains(index) else { return (decoder.encoding, nil) }
        let first = scalars[..<index].lastIndex(where: isControl).map { $0 + 1 } ?? 0
        let last = scalars[(index + 1)...].firstIndex(where: isControl) ?? scalars.count
        var reading = String.UnicodeScalarView()
        reading.append(contentsOf: scalars[first..<last])
        return (decoder.encoding, String(reading))
      })
  }

  private static func decoders(_ names: [String]) throws(RunError) -> [TextDecoder] {
    try names.map { name throws(RunError) in try TextDecoder(encoding: name) }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\t"
  }

  /// Encodings that read the same stand together; one in which controls stand reads nothing.
  private static func joined(_ readings: [(encoding: String, text: String?)]) -> String {
    var order: [String] = []
    var encodings: [String: [String]] = [:]
    for (encoding, text) in readings {
      guard let text, !text.isEmpty, !text.unicodeScalars.contains(where: isControl) else {
        continue
      }
      if encodings[text] == nil { order.append(text) }
      encodings[text, default: []].append(encoding)
    }
    let named = order.map { "'\($0)' in \((encodings[$0] ?? []).joined(separator: ", "))" }
    return named.isEmpty ? "as no text in the usual encodings" : named.joined(separator: "; ")
  }
}
