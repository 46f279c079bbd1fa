import Basics
import Tabular

/// Units in the order of their numbers, each in a few bytes, since there may be millions.
package struct ReportingUnits: Sendable, RandomAccessCollection {
  /// The keys behind one another, and where each ends.
  private var keys: [UInt8] = []
  private var ends = TextEnds()
  /// The names of the partitions, and of each unit the index of its own with its fate.
  private var partitions: [String] = []
  private var facts: [UInt32] = []
  private var positions: [String: Int] = [:]
  /// Units of one partition follow one another, more often than not.
  private var last = (name: "", index: 0)

  /// Of no fate and of each.
  private static let fateBits = UInt32(2)

  package init() {}

  /// - Parameter units: They are numbered as they come.
  package init(_ units: some Sequence<UnitEntry>) {
    for unit in units { append(key: unit.key, partition: unit.partition, fate: unit.fate) }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { ends.count }

  package subscript(index: Int) -> UnitEntry {
    UnitEntry(
      number: index + 1, key: key(at: index), partition: partition(at: index), fate: fate(at: index)
    )
  }

  package func key(at index: Int) -> String {
    String(decoding: keyBytes(at: index), as: UTF8.self)
  }

  /// The key in UTF-8, to be written.
  package func keyBytes(at index: Int) -> ArraySlice<UInt8> { keys[ends.range(of: index)] }

  package func partition(at index: Int) -> String {
    partitions[Int(facts[index] >> Self.fateBits)]
  }

  package func fate(at index: Int) -> UnitEntry.Fate? {
    let number = Int(facts[index] & (1 << Self.fateBits - 1))
    return number == 0 ? nil : UnitEntry.Fate.allCases[number - 1]
  }

  /// The names of the partitions that any unit has for which something holds.
  package func partitions(
    of isMeant: (UnitEntry.Fate?) -> Bool = { _ in true }
  ) -> Set<String> {
    var found = [Bool](repeating: false, count: partitions.count)
    for index in 0..<count where isMeant(fate(at: index)) {
      found[Int(facts[index] >> Self.fateBits)] = true
    }
    return Set(partitions.indices.filter { found[$0] }.map { partitions[$0] })
  }

  package mutating func append(key: String, partition: String, fate: UnitEntry.Fate? = nil) {
    keys.append(contentsOf: key.utf8)
    endUnit(partition: partition, fate: fate)
  }

  /// - Parameter key: Its bytes are UTF-8.
  package mutating func append(
    key: ArraySlice<UInt8>, partition: String, fate: UnitEntry.Fate? = nil
  ) {
    keys.append(contentsOf: key)
    endUnit(partition: partition, fate: fate)
  }

  private mutating func endUnit(partition: String, fate: UnitEntry.Fate?) {
    if partition != last.name || partitions.isEmpty { begin(partition) }
    ends.append(keys.count)
    let number = fate.flatMap { UnitEntry.Fate.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    facts.append(UInt32(last.index) << Self.fateBits | UInt32(number))
  }

  private mutating func begin(_ partition: String) {
    let index = positions[partition] ?? partitions.count
    if index == partitions.count {
      partitions.append(partition)
      positions[partition] = index
    }
    last = (partition, index)
  }
}

// MARK: - Millions of lines

extension ReportingUnits {
  /// Reads `units.csv` where each unit has a plain line; nil where anything is not as it is to be.
  init?(ofPlainLinesIn path: String) throws(RunError) {
    self.init()
    var lines = try PlainLines(path: path)
    let header = UnitEntry.Column.header
    let headers = [header.dropLast(), header[...]].map { Array($0.joined(separator: ",").utf8) }
    let fates = [[]] + UnitEntry.Fate.allCases.map { Array($0.rawValue.utf8) }
    var (columns, partition) = (0, [UInt8]())
    let isPlain = try lines.forEach { line in
      guard columns > 0 else {
        columns = headers.firstIndex { line.holds($0) }.map { $0 + header.count - 1 } ?? 0
        return columns > 0
      }
      var (rest, number) = (0, 0)
      guard let unit = line.field(&rest), let key = line.field(&rest),
        let name = line.field(&rest), line.extracting(unit).isNumber(ends.count + 1)
      else { return false }
      if columns == header.count {
        guard let fate = line.field(&rest),
          let index = fates.firstIndex(where: { line.extracting(fate).holds($0) }), index > 0
        else { return false }
        number = index
      }
      guard rest > line.count else { return false }
      if !line.extracting(name).holds(partition) || partitions.isEmpty {
        partition = line.extracting(name).bytes
        begin(String(decoding: partition, as: UTF8.self))
      }
      line.extracting(key).append(to: &keys)
      ends.append(keys.count)
      facts.append(UInt32(last.index) << Self.fateBits | UInt32(number))
      return true
    }
    guard isPlain, columns > 0 else { return nil }
  }
}
