/// The fields of one column of a stage table by the numbers of texts, ready to be copied.
package struct StageFields: Sendable {
  private var bytes: [UInt8] = []
  /// Where the field of each number ends; one that is empty is none.
  private var ends: [Int] = []

  /// - Parameter fields: The field of each number from 0 on; nil for a number that has none.
  package init(_ fields: some Sequence<[UInt8]?>) {
    for field in fields {
      bytes += field ?? []
      ends.append(bytes.count)
    }
  }

  package var count: Int { ends.count }

  /// The field of a number; nil where it has none.
  package subscript(number: Int) -> [UInt8]? { range(of: number).map { Array(bytes[$0]) } }

  private func range(of number: Int) -> Range<Int>? {
    let start = number == 0 ? 0 : ends[number - 1]
    return start == ends[number] ? nil : start..<ends[number]
  }
}
