import Basics

/// The texts that the cells of a workbook share (ECMA-376 part 1, 18.4), by number.
///
/// The first ones are kept in memory, all others in a file: a workbook may hold more than that.
final class SharedStrings: XMLHandler {
  private static let kept = 16 << 20
  /// Sixteen texts a row of the largest sheet; each costs eight bytes of memory.
  private static let most = 1 << 24

  private let path: String
  private let spill: String
  private let limit: UnpackLimit
  private var memory: [UInt8] = []
  private var ends: [Int] = []
  private var output: UnpackedFile?
  private var input: InputFile?
  private var current: [UInt8] = []
  private var isPhonetic = false

  init(path: String, spill: String, limit: UnpackLimit) {
    self.limit = limit
    self.path = path
    self.spill = spill
  }

  func begin(_ element: String, _ attributes: XMLAttributes) {
    if element == "rPh" { isPhonetic = true }
  }

  /// A text is one `t`, or those of its runs; `rPh` only says how it is pronounced.
  func end(_ element: String, text: [UInt8]) throws(RunError) {
    switch element {
    case "t": if !isPhonetic { current += text }
    case "rPh": isPhonetic = false
    case "si":
      try add(EscapedText.decoded(current))
      current.removeAll(keepingCapacity: true)
    default: break
    }
  }

  private func add(_ text: [UInt8]) throws(RunError) {
    guard ends.count < Self.most else {
      throw Container.damaged(
        path, id: .container(.tooManyTexts),
        message:
          "the workbook has more than \(Self.most) different texts. Save the sheet as CSV UTF-8")
    }
    if output == nil && memory.count + text.count <= Self.kept {
      memory += text
    } else {
      if output == nil { output = try UnpackedFile(spill, limit) }
      try output?.write(text[...])
    }
    ends.append((ends.last ?? 0) + text.count)
  }

  /// Makes the texts ready to be looked up.
  func finish() throws(RunError) {
    guard let output else { return }
    try output.commit()
    input = try InputFile(path: spill)
  }

  func remove() throws(RunError) {
    if input != nil { try FileSystem.remove(spill) }
  }

  /// Appends a text; false where there is none of that number.
  func append(_ number: Int, to bytes: inout [UInt8]) throws(RunError) -> Bool {
    guard ends.indices.contains(number) else { return false }
    let start = number == 0 ? 0 : ends[number - 1]
    if ends[number] <= memory.count {
      bytes += memory[start..<ends[number]]
    } else if let input {
      bytes += try input.bytes(at: start - memory.count, count: ends[number] - start)
    }
    return true
  }
}

/// Characters that XML cannot hold, or would change, stand in a workbook's texts as `_x000D_`
/// (ECMA-376 part 1, 22.9.2.19).
enum EscapedText {
  static func decoded(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "_")) else { return text }
    var result: [UInt8] = []
    var position = 0
    while position < text.count {
      if let scalar = escaped(text[position...]) {
        result += Array(String(Character(scalar)).utf8)
        position += 7
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }

  /// The character that `_xHHHH_` stands for; half of a pair stands for none.
  private static func escaped(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let piece = Array(text.prefix(7))
    guard piece.count == 7, piece[0] == UInt8(ascii: "_"), piece[1] == UInt8(ascii: "x"),
      piece[6] == UInt8(ascii: "_")
    else { return nil }
    var code: UInt32 = 0
    for byte in piece[2..<6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      code = code * 16 + UInt32(digit)
    }
    return Unicode.Scalar(code)
  }
}
