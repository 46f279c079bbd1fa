import Testing

@testable import Tabular

struct ByteCountTests {
  private func count(_ bytes: [UInt8], of byte: UInt8) -> Int {
    unsafe bytes.withUnsafeBytes { unsafe $0.count(of: byte) }
  }

  /// More of one byte than a byte can count, and lengths around the ends of what is counted in one.
  @Test(arguments: [0, 1, 7, 254, 255, 256, 509, 510, 511, 1_000])
  func countsEachByte(length: Int) {
    let quotes = [UInt8](repeating: 0x22, count: length)
    #expect(count(quotes, of: 0x22) == length)
    #expect(count(quotes, of: 0x23) == 0)
    #expect(count([0x22] + [UInt8](repeating: 0xFF, count: length) + [0x22], of: 0x22) == 2)
    #expect(count([0x22] + [UInt8](repeating: 0xFF, count: length) + [0x22], of: 0xFF) == length)
  }
}
