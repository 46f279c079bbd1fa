import Basics

/// What going over a source's bytes tells: size, digest, and the evidence for its encoding.
struct SourceScan: Sendable {
  let bytes: Int
  let sha256: String
  /// The first bytes, for byte order marks and the look of UTF-16.
  let beginning: [UInt8]
  let zeroBytes: Int
  /// The offset of the first zero byte.
  let firstZero: Int?
  let firstInvalidUTF8: Int?
  let multibyteCount: Int

  /// From this size on the digest is made beside the look at the bytes, and the file is read by both.
  private static let worthSharing = 1 << 24

  init(_ text: SteadyFile, jobs: Int) throws(RunError) {
    let look: Look
    if jobs > 1, text.size >= Self.worthSharing {
      let (digest, found) = try sideBySide(jobs: jobs) { () throws(RunError) in
        try SHA256.digest(of: text).digest
      } _: { () throws(RunError) in
        try Look(text) { _ in }
      }
      (look, sha256) = (found, digest)
    } else {
      let hash = SHA256()
      look = try Look(text) { hash.update($0) }
      sha256 = hash.finish()
    }
    bytes = look.size
    beginning = look.beginning
    zeroBytes = look.validator.zeroBytes
    firstZero = look.validator.firstZero
    firstInvalidUTF8 = look.validator.firstInvalid
    multibyteCount = look.validator.multibyteCount
  }

  /// The same without the digest.
  private struct Look: Sendable {
    private(set) var size = 0
    private(set) var beginning: [UInt8] = []
    private(set) var validator = UTF8Validator()

    /// - Parameter body: What else is to be done with each block.
    init(_ text: SteadyFile, _ body: ([UInt8]) -> Void) throws(RunError) {
      let file = InputFile(text)
      var block: [UInt8] = []
      while try file.read(into: &block, upTo: 1 << 18) > 0 {
        body(block)
        validator.update(block)
        if beginning.count < 1 << 16 { beginning += block.prefix(1 << 16) }
        size += block.count
        block.removeAll(keepingCapacity: true)
      }
      validator.finish()
    }
  }
}
