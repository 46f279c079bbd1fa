import Testing
import _TestSupport

/// What the cases of plain files rest on: that a difference is found.
struct ExpectedTextTests {
  @Test(arguments: [
    ("one\ntwo\n", "one\ntwo\n"), ("one\ntwo", "one\r\ntwo\r\n"), ("", ""), ("...", ""),
    ("...", "one\ntwo\n"), ("one ... three", "one two three"), ("... three", "one two three"),
    ("one...", "one"), ("a...b...c", "a-b-b-c"), ("End....", "End. More"),
    ("...\ntwo", "one\ntwo"), ("one\n...", "one\n"),
    ("one\n...\nfour\n...\nsix", "one\ntwo\nfour\nsix"), ("...\nx\n...", "x\nx"),
  ])
  func asExpected(expected: String, found: String) {
    #expect(ExpectedText(expected).difference(from: found) == nil)
  }

  @Test(arguments: [
    ("one\ntwo", "one", "  one\n- two"), ("one", "one\ntwo", "  one\n+ two"),
    ("one", "On", "- one\n+ On"), ("one...", "on", "- one...\n+ on"),
    ("End....", "End", "- End....\n+ End"),
    ("...two", "two three", "- ...two\n+ two three"), ("a...ab", "ab", "- a...ab\n+ ab"),
    ("one\n...\nthree", "one\ntwo", "  one\n  ...\n- three"), ("", "one", "+ one"),
    ("a...b...c", "a-c-b", "- a...b...c\n+ a-c-b"),
    ("one\ntwo\nthree", "one\n2\nthree", "  one\n- two\n+ 2\n  three"),
  ])
  func otherwise(expected: String, found: String, difference: String) {
    #expect(ExpectedText(expected).difference(from: found) == difference)
  }
}

struct PartialRowsTests {
  private static let cells = """
    table,row,column,statistic,value,base
    law,yes,.total,count,3,7
    law,no,.total,count,4,7

    """

  private func difference(_ expected: String, _ file: String = "machine/cells.csv") -> String? {
    PartialRows(expected, of: file).difference(from: Self.cells)
  }

  private static let key = "table,row,column,statistic"

  /// In any order, some columns, blank where nobody looks, with a reason beside it.
  @Test(arguments: [
    "\(key),value\nlaw,yes,.total,count,3\n", "\(key),base,value\nlaw,no,.total,count,7,\n",
    "\(key),value,why\nlaw,no,.total,count,4,the others\nlaw,yes,.total,count,3,\n",
    "\(key),value\nlaw,maybe,.total,count,absent\n", "\(key),value\nlaw,yes,.total,count,3...\n",
  ])
  func asExpected(expected: String) {
    #expect(difference(expected) == nil)
  }

  @Test(arguments: [
    "\(key),value\nlaw,yes,.total,count,4\n", "\(key),value\nlaw,maybe,.total,count,3\n",
    "\(key),value\nlaw,maybe,.total,count,0\n", "\(key),value\nlaw,yes,.total,count,absent\n",
    "\(key),values\nlaw,yes,.total,count,3\n",
  ])
  func otherwise(expected: String) {
    #expect(difference(expected) != nil)
  }

  /// Rows of one list are all compared, in their order; so are those of a list without a key.
  @Test func rowsOfAList() {
    let published =
      "table,row,column,name\nlaw,yes,.total,Ada\nlaw,yes,.total,Bo\nlaw,no,.total,Cy\n"
    func holds(_ names: [String], of file: String) -> Bool {
      let rows = names.map { "law,yes,.total,\($0)\n" }.joined()
      return PartialRows("table,row,column,name\n\(rows)", of: file)
        .difference(from: published) == nil
    }
    #expect(holds(["Ada", "Bo"], of: "machine/lists.csv"))
    #expect(!holds(["Bo", "Ada"], of: "machine/lists.csv"))
    #expect(!holds(["Ada"], of: "machine/lists.csv"))
    #expect(!holds(["Ada", "Bo"], of: "machine/findings.csv"))
  }
}
