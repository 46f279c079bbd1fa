import Basics

/// Reads many short runs of bytes of a file, in their order: one read serves those near each other.
struct ExtentReader {
  private let file: InputFile
  /// What was read last, and where it begins.
  private var window: [UInt8] = []
  private var start = 0
  private static let windowSize = 1 << 16

  init(_ file: InputFile) {
    self.file = file
  }

  /// The bytes from an offset on; fewer where the file ends before.
  mutating func bytes(at offset: Int, count: Int) throws(RunError) -> ArraySlice<UInt8> {
    if offset < start || offset + count > start + window.count {
      window = try file.bytes(at: offset, count: max(count, Self.windowSize))
      start = offset
    }
    return window[(offset - start)...].prefix(count)
  }
}
