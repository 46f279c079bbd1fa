import Basics
import Interchange
import Testing
import _TestSupport

struct BalanceTests {
  private static func balance(_ records: Int) -> Balance {
    var balance = Balance()
    balance.records = records
    (balance.accepted, balance.quarantined, balance.superseded) = (10, 4, 3)
    (balance.late, balance.test) = (2, 1)
    return balance
  }

  @Test func fatesThatSumToTheRecords() throws {
    let balance = Self.balance(20)
    try balance.assertHolds(in: "Output/x")
    #expect(
      balance.summary
        == "20 records = 10 accepted + 4 quarantined + 3 superseded + 2 late + 1 test")
  }

  @Test(arguments: [19, 21])
  func recordThatWasLost(records: Int) {
    let error = #expect(throws: RunError.self) {
      try Self.balance(records).assertHolds(in: "Output/x")
    }
    #expect(error?.kind == .internalFault)
    #expect(
      error?.description
        == "Output/x: error: [balance] the balance does not hold: \(records) records = "
        + "10 accepted + 4 quarantined + 3 superseded + 2 late + 1 test. "
        + "This is a fault of the program; please report it")
  }

  @Test func file() throws {
    let workdir = try Workdir()
    try Self.balance(20).write(to: "\(workdir.path)/balance.csv")
    #expect(
      try workdir.read("balance.csv")
        == "fate,records\nrecords,20\naccepted,10\nquarantined,4\nsuperseded,3\nlate,2\ntest,1\nincomplete,0\n"
    )
  }
}
