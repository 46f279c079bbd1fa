import Foundation
@testable import Interchange
import Testing
import _TestSupport

/// Units are read by their bytes where each has a plain line, and as any list is where not: with the same result.
struct PlainUnitLinesTests {
  private func plain(_ text: String) throws -> ReportingUnits? {
    let workdir = try Workdir()
    try workdir.write(text, to: "units.csv")
    return try ReportingUnits(ofPlainLinesIn: "\(workdir.path)/units.csv")
  }

  private static let header = "unit,key,partition,fate\n"

  @Test(arguments: [
    "unit,key,partition\n1,ada,respondents-0001\n2,Bó,respondents-0001\n3,,respondents-0002\n",
    header + "1,ada,b,replied\n2,bo,a,silent\n3,cy,a,late\n4,di,b,replied\n",
    "unit,key,partition\n",
    header + (1...20_000).map { "\($0),unit \($0),respondents-\($0 / 10_000),replied\n" }.joined(),
  ])
  func plainLinesAreReadAlike(text: String) throws {
    let workdir = try Workdir()
    try workdir.write(text, to: "units.csv")
    let units = try #require(try plain(text))
    var others: [UnitEntry] = []
    try UnitEntry.forEach(in: workdir.path) { others.append($0) }
    #expect(units.count == others.count)
    for (unit, other) in zip(units, others) {
      #expect(unit.number == other.number && unit.key == other.key)
      #expect(unit.partition == other.partition && unit.fate == other.fate)
    }
  }

  @Test(arguments: [
    "", "unit,key\n1,ada\n", header + "1,\"a,b\",p,replied\n", header + "2,ada,p,replied\n",
    header + "1,ada,p,lost\n", header + "1,ada,p,\n", header + "1,ada,p\n",
    header + "1,ada,p,late,\n",
    header + "01,ada,p,late\n", header + "1,ada,p,late\r\n", header + "1,ada,p,late", header + "\n",
    "unit,key,partition\n1,ada,p,late\n", header + "1,ada,p,late\n\n", header + ",ada,p,late\n",
  ])
  func anythingElseIsLeftToTheList(text: String) throws {
    #expect(try plain(text) == nil)
  }

  @Test func bytesThatAreNoTextAreLeftToTheList() throws {
    let workdir = try Workdir()
    try workdir.write(
      Data("\(Self.header)1,a".utf8) + [0xFF] + Data(",p,late\n".utf8), to: "units.csv")
    #expect(try ReportingUnits(ofPlainLinesIn: "\(workdir.path)/units.csv") == nil)
  }
}
