import Basics
import Definition
import DisclosureControl
import Printing
import Statistics
import Tabular

/// `machine/tests.csv`: `table,row_variable,column_variable,units,statistic,df1,df2,p`, whether the rows of
/// tables hang together with their columns, in full precision; no file where no table asks.
///
/// `statistic` is Pearson's chi-square with the correction of Rao and Scott, told as an F of `df1` and `df2`
/// degrees of freedom, and `p` the probability of one so large where there is no connection. All are blank
/// where there is too little to tell.
struct TestsForm: OutputForm {
  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    let tests = try content.tables.map { table throws(RunError) in
      (table: table.table, tests: try table.independenceTests())
    }.filter { !$0.tests.isEmpty }
    if tests.isEmpty { return }
    let writer = try CSVWriter(
      path: MachineFolder.path(of: MachineFile.tests.fileName, below: folder),
      header: MachineFile.tests.header)
    for (table, tests) in tests {
      for test in tests {
        let figures = test.result.map {
          [$0.statistic, $0.numerator, $0.denominator, $0.probability]
        }
        try writer.write(
          [
            table.id, test.block.variableName, test.columns.map(\.name).joined(separator: ":"),
            test.result.map { String($0.units) } ?? "",
          ] + (figures?.map { Quantity.real($0).text } ?? ["", "", "", ""]))
      }
    }
    try writer.commit()
  }
}
