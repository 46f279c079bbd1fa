import Basics
import Definition
import Interchange
import Statistics
import Tabular
import Testing
import _TestSupport

/// What the lists of stages hold and no longer means anything stops the run, with its position: no
/// damaged number becomes 0, and no unknown word the usual one.
struct DamagedListTests {
  /// A list as its stage writes it, one row under the header, and how it is read.
  struct Layout: Sendable {
    let file: String
    let header: String
    let row: String
    let read: @Sendable (String) throws -> Void
  }

  private static let layouts = [
    "sources": Layout(
      file: "sources.csv",
      header: "source,file,bytes,sha256,container,text_bytes,encoding,encoding_why,delimiter,"
        + "delimiter_why,convention,convention_why,header_rows,header_rows_why,header_bytes,columns,widths,records,"
        + "blank,comments,quarantined,together,not_offered",
      row:
        "1,a.csv,90,00ff,,90,UTF-8,valid,comma,most,plain,none,1,declared,12,3,3:5,5,0,0,1,0,q/a q/b",
      read: { _ = try SourceEntry.read(from: $0) }),
    "units": Layout(
      file: "units.csv", header: "unit,key,partition,fate", row: "1,NAM,NAM,late",
      read: { _ = try UnitEntry.read(from: $0) }),
    "mended": Layout(
      file: "mended.csv", header: "source,line,by_source,by_line", row: "a.csv,7,mended/a.csv,2",
      read: { _ = try MendedRecord.read(from: $0) }),
    "rules": Layout(
      file: "rules.csv", header: "rule,base,affected,decides", row: "no-day,,3,no",
      read: { _ = try RuleOutcome.read(from: $0) }),
    "days": Layout(
      file: "days.csv", header: "day,submissions", row: "2005-07-29,12",
      read: { _ = try ReceiptDays.read(from: $0) }),
    "quarantine": Layout(
      file: "quarantine.csv",
      header: "stage,rule,source,record,line,offset,length,message,suggestion",
      row: "ingest,open-quote,a.csv,2,3,40,12,a quote,mend it",
      read: { _ = try QuarantinedRecord.read(from: "\($0)/quarantine.csv") }),
    "findings": Layout(
      file: "findings.csv",
      header: "rule,severity,unit,submission,question,value,source,line,offset,length,message,"
        + "suggestion",
      row: "routing-broken,fatal,NAM,4,q2,yes,a.csv,3,40,12,answered,ask",
      read: { folder in
        try FindingRow.forEach(in: "\(folder)/findings.csv") { row throws(RunError) in
          _ = try row.severity
          _ = try row.integerIfAny(.submission)
        }
      }),
    "strata": Layout(
      file: "strata.csv", header: "stratum,name,population,factor,units,weight,squares",
      row: "0,north,,,3,3,4.25", read: { _ = try Stratum.read(from: $0) }),
    "parts": Layout(
      file: "parts.csv", header: "part,stratum,drawn,cluster,units,weight,squares",
      row: "0,0,1,17,3,3,3", read: { _ = try SamplePart.read(from: $0) }),
    "drawn": Layout(
      file: "drawn.csv", header: "drawn,name,units", row: "0,north,120",
      read: { _ = try DrawnStratumEntry.read(from: $0) }),
  ]

  /// All lists as they should be.
  private static func write(in workdir: Workdir) throws {
    for layout in layouts.values {
      try workdir.write("\(layout.header)\n\(layout.row)\n", to: layout.file)
    }
  }

  @Test(arguments: layouts.keys.sorted())
  func wholeListsAreRead(name: String) throws {
    let workdir = try Workdir()
    try Self.write(in: workdir)
    try #require(Self.layouts[name]).read(workdir.path)
  }

  @Test(arguments: [
    ("sources", "90,00ff", "9O,00ff", "column 'bytes' has '9O'; expected a whole number"),
    ("sources", "plain", "plane", "column 'convention' has 'plane'; expected one of "),
    ("sources", "5,0,0,1", "5,0,,1", "column 'comments' has ''; expected a whole number"),
    ("units", "1,NAM", "one,NAM", "column 'unit' has 'one'; expected a whole number"),
    ("units", "late", "gone", "column 'fate' has 'gone'; expected 'replied', 'late', 'silent'"),
    ("mended", "7,mended", "-7,mended", "column 'line' has '-7'; expected a whole number"),
    ("rules", ",,3", ",5 %,3", "column 'base' has '5 %'; expected a whole number"),
    ("rules", ",3,", ",,", "column 'affected' has ''; expected a whole number"),
    ("rules", ",no", ",No", "column 'decides' has 'No'; expected yes or no"),
    (
      "quarantine", "open-quote", "open-quotes", "column 'rule' has 'open-quotes'; expected one of "
    ),
    ("quarantine", "ingest", "export", "column 'stage' has 'export'; expected 'ingest' for this"),
    ("quarantine", ",40,", ",4e1,", "column 'offset' has '4e1'; expected a whole number"),
    ("findings", "fatal", "", "column 'severity' has ''; expected 'fatal', 'query', 'settled'"),
    ("findings", ",4,q2", ",4.0,q2", "column 'submission' has '4.0'; expected a whole number"),
    ("strata", "north,", "north,all", "column 'population' has 'all'; expected a whole number"),
    ("parts", "17", "x", "column 'cluster' has 'x'; expected a whole number"),
    ("days", "07-29", "07-32", "column 'day' has '2005-07-32'; expected a day, such as 2005-07-29"),
    ("days", ",12", ",", "column 'submissions' has ''; expected a whole number"),
    ("drawn", "120", "many", "column 'units' has 'many'; expected a whole number"),
    (
      "strata", "4.25", "3e12",
      "column 'squares' has '3e12'; expected a sum of squares of weights"
    ),
  ])
  func damage(name: String, good: String, bad: String, message: String) throws {
    let layout = try #require(Self.layouts[name])
    let workdir = try Workdir()
    try Self.write(in: workdir)
    try workdir.replace(good, with: bad, in: layout.file)
    let error = #expect(throws: RunError.self) { try layout.read(workdir.path) }
    #expect(error?.kind == .dataRejected)
    let text = "\(workdir.path)/\(layout.file):2: error: [damaged-field] \(message)"
    #expect(error?.description.hasPrefix(text) == true, "\(error?.description ?? "")")
    #expect(
      error?.description.hasSuffix(". Delete the folder and run 'make report' again") == true)
  }

  @Test func widthThatIsNone() throws {
    let collection = try SmallCollection()
    let form = try PipelineDefinition(folders(collection)).form
    let path = try collection.workdir.write("column,width\nsubmission,\n", to: "columns.csv")
    let error = #expect(throws: RunError.self) {
      _ = try SubmissionLayout.read(from: collection.workdir.path, form: form)
    }
    #expect(
      error?.description
        == "\(path):2: error: [damaged-field] column 'width' has ''; expected a whole number. "
        + "Delete the folder and run 'make report' again")
  }

  @Test func countThatIsMissing() throws {
    let workdir = try Workdir()
    func balance(_ counts: String) throws -> Balance {
      try workdir.write(
        """
        {"counts": {"records": 5, "accepted": 4, "quarantined": 1, "superseded": 0, "incomplete": 0, \(counts)},
         "inputs": [], "outputs": [], "stage": "validate", "version": "0.1.0"}
        """, to: "manifest.json")
      return try Balance(Manifest.read(in: workdir.path), in: workdir.path)
    }
    #expect(try balance(#""late": 0, "test": 0"#).accepted == 4)
    let error = #expect(throws: RunError.self) { _ = try balance(#""test": 0"#) }
    #expect(
      error?.description
        == "\(workdir.path)/manifest.json: error: [manifest] the manifest has no count of 'late'. "
        + "Delete the folder and run 'make report' again")
    // Without repeats there is none of their counts; one of them alone is damage.
    #expect(throws: RunError.self) {
      _ = try balance(#""late": 0, "test": 0, "repeat_records": 2"#)
    }
  }
}
