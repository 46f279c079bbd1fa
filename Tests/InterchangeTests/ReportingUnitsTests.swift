import Interchange
import Testing

struct ReportingUnitsTests {
  private static let entries = [
    UnitEntry(number: 1, key: "NAM", partition: "NAM", fate: .replied),
    UnitEntry(number: 2, key: "", partition: "units-0001", fate: .silent),
    UnitEntry(number: 3, key: "Zoë, b", partition: "units-0001", fate: .late),
    UnitEntry(number: 4, key: "AUT", partition: "NAM"),
    UnitEntry(number: 5, key: "x", partition: "", fate: .replied),
  ]

  @Test func entriesAreAsTheyCame() {
    let units = ReportingUnits(Self.entries)
    #expect(units.count == 5)
    for (unit, entry) in zip(units, Self.entries) {
      #expect(unit.number == entry.number)
      #expect(unit.key == entry.key)
      #expect(unit.partition == entry.partition)
      #expect(unit.fate == entry.fate)
    }
    #expect(units.key(at: 2) == "Zoë, b")
    #expect(units.fate(at: 3) == nil)
    #expect(ReportingUnits().isEmpty)
    #expect(ReportingUnits().partitions() == [])
  }

  @Test func partitions() {
    let units = ReportingUnits(Self.entries)
    #expect(units.partitions() == ["NAM", "units-0001", ""])
    #expect(units.partitions { $0 == .replied } == ["NAM", ""])
    #expect(units.partitions { $0 == .late } == ["units-0001"])
  }
}
