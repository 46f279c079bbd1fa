import Tabular
import Testing
import _TestSupport

struct TextTableTests {
  /// Held against a dictionary: texts of all lengths about a word of eight bytes, alike but for a byte.
  @Test func numbers() {
    var random = SplitMix64(seed: 8)
    var table = TextTable()
    var known: [[UInt8]: Int] = [:]
    for _ in 0..<60_000 {
      let alphabet: [UInt8] = random.below(2) == 0 ? [0, 1] : [0x61, 0x62, 0x80, 0xFF]
      let text = (0..<random.below(18)).map { _ in alphabet[random.below(alphabet.count)] }
      let number = known[text, default: known.count]
      known[text] = number
      #expect(table.number(adding: text[...], limit: .max) == number)
    }
    #expect(known.count > 20_000)
    #expect(table.count == known.count)
    for (text, number) in known { #expect(table.text(number) == text) }
  }

  /// Each field of a record has a number of its column's own.
  @Test func columnsAreApart() throws {
    let workdir = try Workdir()
    let path = try workdir.write("a,a,\nab,a,a\na,ab,b\n", to: "file.csv")
    let reader = try CSVReader(path: path)
    var table = TextTable(columns: 3)
    var numbers: [Int32] = []
    var refused: [Int?] = []
    while try reader.next() {
      refused.append(
        table.number(reader.record, as: 1, into: &numbers) { $0 != Array("b".utf8) })
    }
    #expect(refused == [nil, nil, 2])
    #expect(numbers == [1, 2, 0, 3, 2, 4])
    #expect(table.byColumn == [[0, 2], [1, 4], [3]])
    #expect(table.fields(of: 0) == 1)
    #expect(table.fields(of: 1) == 2)
  }
}
