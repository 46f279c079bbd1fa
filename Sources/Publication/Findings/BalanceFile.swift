import Basics
import Definition
import Interchange
import Printing

/// `balance.csv`: what became of every record. Safe to double-click, as the tables are;
/// `machine/balance.csv` has the same for programs.
enum BalanceFile {
  static func write(
    _ balance: Balance, to folder: String, _ locale: SpreadsheetLocale
  ) throws(RunError) {
    let file = try SpreadsheetFile(path: "\(folder)/balance.csv", locale)
    try file.write(texts: ["Fate", "Records"])
    for row in balance.rows { try file.write([.text(row.fate), .figure(String(row.records))]) }
    try file.commit()
  }
}
