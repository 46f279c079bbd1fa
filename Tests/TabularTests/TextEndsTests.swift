import Tabular
import Testing

struct TextEndsTests {
  /// Ends are kept beyond 32 bits, also where one text is longer than that.
  @Test func beyondFourGigabytes() {
    let expected = [0, 5, 5, 1 << 32 - 1, 1 << 32, 1 << 32 + 7, 4 << 32 + 1, 4 << 32 + 1, 9 << 32]
    var ends = TextEnds()
    for end in expected { ends.append(end) }
    #expect(ends.count == expected.count)
    #expect(expected.indices.map { ends[$0] } == expected)
    #expect(ends.range(of: 0) == 0..<0)
    #expect(ends.range(of: 5) == (1 << 32)..<(1 << 32 + 7))
    #expect(ends.range(of: 6) == (1 << 32 + 7)..<(4 << 32 + 1))
  }
}
