import Basics
import Testing
import _TestSupport

struct UTF8ValidatorTests {
  private static let sequencesCases: [([UInt8], Int?, Int)] = [
    ([], nil, 0), ([0x61, 0x7F, 0x00], nil, 0), ([0xC3, 0xA9], nil, 1), ([0xDF, 0xBF], nil, 1),
    ([0xE0, 0xA0, 0x80], nil, 1), ([0xED, 0x9F, 0xBF], nil, 1), ([0xEF, 0xBF, 0xBF], nil, 1),
    ([0xF0, 0x90, 0x80, 0x80, 0xC3, 0xA9], nil, 2), ([0xF4, 0x8F, 0xBF, 0xBF], nil, 1),
    ([0x61, 0xE9, 0x62], 1, 1), ([0x61, 0x80], 1, 0), ([0xC0, 0xAF], 0, 0), ([0xC1, 0xBF], 0, 0),
    ([0xE0, 0x9F, 0xBF], 0, 1), ([0xED, 0xA0, 0x80], 0, 1), ([0xF0, 0x8F, 0xBF, 0xBF], 0, 1),
    ([0xF4, 0x90, 0x80, 0x80], 0, 1), ([0xF5, 0x80, 0x80, 0x80], 0, 0), ([0xFF], 0, 0),
    ([0xC3, 0xA9, 0xC3], 2, 2), ([0x61, 0xF0, 0x9F, 0x98], 1, 1),
  ]

  @Test func zeroBytes() {
    for parts in [[[0x61, 0x62, 0, 0xFF, 0]], [[0x61], [0x62], [0, 0xFF], [], [0]]] as [[[UInt8]]] {
      var validator = UTF8Validator()
      for part in parts { validator.update(part) }
      #expect(validator.zeroBytes == 2)
      #expect(validator.firstZero == 2)
    }
  }

  /// Unicode, table 3-7: well-formed byte sequences.
  @Test(arguments: sequencesCases)
  func sequences(bytes: [UInt8], firstInvalid: Int?, multibyteCount: Int) {
    // In one block, and cut at every byte.
    for parts in [[bytes], bytes.map { [$0] }] {
      var validator = UTF8Validator()
      for part in parts { validator.update(part) }
      validator.finish()
      #expect(validator.firstInvalid == firstInvalid)
      if firstInvalid == nil { #expect(validator.multibyteCount == multibyteCount) }
    }
    let isAccepted = unsafe bytes.withUnsafeBytes { unsafe UTF8Validator.accepts($0) }
    #expect(isAccepted == (firstInvalid == nil))
  }

  private static let letters = [
    "a", "\u{7F}", "\u{80}", "é", "\u{7FF}", "\u{800}", "是", "\u{D7FF}", "\u{E000}", "\u{FFFF}",
    "\u{10000}", "\u{1F600}", "\u{10FFFF}",
  ].map { Array($0.utf8) }

  /// Sixteen bytes a step as byte by byte, wherever a letter stands, and as Swift itself.
  @Test func chunksAsByteByByte() {
    var random = SplitMix64(seed: 7)
    var invalid = 0
    for round in 0..<20_000 {
      // Of one kind of letter mostly, as texts are.
      let usual = Self.letters[random.below(Self.letters.count)]
      var bytes: [UInt8] = []
      for _ in 0..<random.below(60) {
        bytes += random.below(6) == 0 ? Self.letters[random.below(Self.letters.count)] : usual
      }
      if round % 2 == 0, !bytes.isEmpty {
        bytes[random.below(bytes.count)] = UInt8(random.below(256))
        if random.below(3) == 0 { bytes.removeLast() }
      }
      var whole = UTF8Validator()
      whole.update(bytes)
      whole.finish()
      var single = UTF8Validator()
      for byte in bytes { single.update([byte]) }
      single.finish()
      #expect(whole.firstInvalid == single.firstInvalid, "\(bytes)")
      #expect(
        whole.firstInvalid != nil || whole.multibyteCount == single.multibyteCount, "\(bytes)")
      #expect((whole.firstInvalid == nil) == (String(validating: bytes, as: UTF8.self) != nil))
      if whole.firstInvalid != nil { invalid += 1 }
    }
    #expect(invalid > 3_000)
  }
}
