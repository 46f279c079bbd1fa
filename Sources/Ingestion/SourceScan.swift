import Basics

/// What going over a source's bytes tells: size, and the evidence for its encoding.
struct SourceScan: Sendable {
  let bytes: Int
  /// The first bytes, for byte order marks and the look of UTF-16.
  let beginning: [UInt8]
  let zeroBytes: Int
  /// The offset of the first zero byte.
  let firstZero: Int?
  let firstInvalidUTF8: Int?
  let multibyteCount: Int

  init(_ text: SteadyFile) throws(RunError) {
    let file = InputFile(text)
    var size = 0
    var beginning: [UInt8] = []
    var validator = UTF8Validator()
    var block: [UInt8] = []
    while try file.read(into: &block, upTo: 1 << 18) > 0 {
      validator.update(block)
      if beginning.count < 1 << 16 { beginning += block.prefix(1 << 16) }
      size += block.count
      block.removeAll(keepingCapacity: true)
    }
    validator.finish()
    bytes = size
    self.beginning = beginning
    zeroBytes = validator.zeroBytes
    firstZero = validator.firstZero
    firstInvalidUTF8 = validator.firstInvalid
    multibyteCount = validator.multibyteCount
  }
}
