/// The placeholders of `report.md` as a table of a reference page.
enum PlaceholderTable {
  static var text: String {
    "| placeholder | gives | example | which is |\n|---|---|---|---|\n"
      + ReportKeyword.allCases.map { keyword in
        let entry = keyword.entry
        let cells = [
          KeyTable.code(keyword.rawValue), entry.meaning, KeyTable.code(entry.example), entry.gives,
        ]
        return "| " + cells.map(KeyTable.escaped).joined(separator: " | ") + " |\n"
      }.joined()
  }
}
