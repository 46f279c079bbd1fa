package import Basics
import Glibc

/// The rows of a stage list that are one line each and have no quotes: as nearly all lists of millions are that
/// the program wrote, and as fast as their bytes can be looked at.
///
/// It judges nothing: where anything is not so plain it says so, and whoever asked reads the list by `StageList`,
/// which knows what is wrong.
package struct PlainLines: ~Copyable {
  private let file: InputFile
  private var block: [UInt8] = []
  private static let blockSize = 1 << 18

  package init(path: String) throws(RunError) {
    file = try InputFile(path: path)
  }

  /// Gives the bytes of line after line, without its end.
  ///
  /// - Parameter body: Says whether the line is as it is to be.
  /// - Returns: Whether all lines are, and none has a quote or anything else than UTF-8.
  package mutating func forEach(_ body: (Span<UInt8>) -> Bool) throws(RunError) -> Bool {
    while try file.read(into: &block, upTo: Self.blockSize) > 0 {
      guard let end = block.lastIndex(of: UInt8(ascii: "\n")) else { continue }
      guard Self.isPlain(block[...end]) else { return false }
      guard Self.holds(block.span.extracting(...end), each: body) else { return false }
      block.removeFirst(end + 1)
    }
    return block.isEmpty
  }

  /// Whether each of some whole lines is as it is to be.
  private static func holds(_ lines: Span<UInt8>, each body: (Span<UInt8>) -> Bool) -> Bool {
    var start = 0
    while start < lines.count {
      let length = length(of: lines, from: start)
      guard body(lines.extracting(start..<(start + length))) else { return false }
      start += length + 1
    }
    return true
  }

  /// Where the line that begins at an offset ends; there is an end.
  private static func length(of bytes: Span<UInt8>, from start: Int) -> Int {
    unsafe bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let end = unsafe memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
      else { return bytes.count - start }
      return unsafe base.distance(to: UnsafeRawPointer(end)) - start
    }
  }

  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return true }
      let isPlain = [UInt8(ascii: "\""), UInt8(ascii: "\r")].allSatisfy { byte in
        unsafe memchr(base, Int32(byte), bytes.count) == nil
      }
      return unsafe isPlain && UTF8Validator.accepts(bytes)
    }
  }
}

// MARK: - Fields

extension Span<UInt8> {
  /// The next field of a line, behind which `rest` is then; nil behind the last.
  package func field(_ rest: inout Int) -> Range<Int>? {
    guard rest <= count else { return nil }
    let start = rest
    while rest < count, self[rest] != UInt8(ascii: ",") { rest += 1 }
    defer { rest += 1 }
    return start..<rest
  }

  /// Whether the bytes are those.
  package func holds(_ others: [UInt8]) -> Bool {
    count == others.count && indices.allSatisfy { self[$0] == others[$0] }
  }

  /// Whether it is a number as it is written.
  package func isNumber(_ number: Int) -> Bool {
    var rest = number
    for index in indices.reversed() {
      guard rest > 0, self[index] == UInt8(ascii: "0") + UInt8(rest % 10) else { return false }
      rest /= 10
    }
    return rest == 0
  }

  package var bytes: [UInt8] { indices.map { self[$0] } }

  package func append(to bytes: inout [UInt8]) {
    unsafe withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }
}
