import Foundation
import Testing
import _TestSupport

/// The data file and the syntax of SPSS; `make check-office` reads them with pyreadstat and PSPP.
struct SPSSFileTests {
  private static func collection(_ pipeline: String = "", tables: String = "") throws -> Respondents
  {
    let replies = try Respondents(
      form: "select_one yn,q1,First?,,,\nselect_multiple ch,which,Which of 'these'?,,,\n"
        + "decimal,w,Weight,,,\nselect_multiple yn,then,Which then?,,,\n"
        + "select_multiple one,only,This one?,,,\n",
      choices: "one,one,One\n",
      pipeline: "forms: [sav]\nfail-on: never\n\(pipeline)",
      replies: "Who,Received,q1,which,w\nA,2005-06-01,Yes,X;Z,1.5\nB,2005-06-02,,,-7\n")
    try replies.workdir.write(
      "\(tables)tables:\n  - {rows: q1}\n", to: "Pipelines/replies/tables.yaml")
    return replies
  }

  private static func bytes(_ replies: Respondents) throws -> [UInt8] {
    Array(
      try Data(
        contentsOf: URL(
          filePath: "\(replies.workdir.path)/Output/replies/published/replies.sav")))
  }

  @Test func syntax() throws {
    let replies = try Self.collection(tables: "weights: {question: w}\n")
    try replies.workdir.replace(
      "B,2005-06-02,,,-7", with: "B,2005-06-02,,,7", in: "Input/replies/replies.csv")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try replies.workdir.read("Output/replies/published/replies.sps") == """
        * Replies.
        GET FILE='replies.sav'.
        MRSETS
          /MDGROUP NAME=$which LABEL='Which of ''these''?'
           CATEGORYLABELS=VARLABELS VARIABLES=
           which_x
           which_y
           which_z
           which_w
           VALUE=1.
        MRSETS
          /MDGROUP NAME=$then LABEL='Which then?'
           CATEGORYLABELS=VARLABELS VARIABLES=
           then_yes
           then_no
           VALUE=1.
        WEIGHT BY w.

        """)
  }

  /// The header has the number of rows and the cut-off, and no clock: the same bytes in any time zone.
  @Test func headerHasNoClock() throws {
    let replies = try Self.collection()
    #expect(try replies.run().status == 0)
    let bytes = try Self.bytes(replies)
    let text = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    #expect(text(0..<4) == "$FL2")
    #expect(bytes[80..<84].elementsEqual([2, 0, 0, 0]))
    #expect(text(92..<109) == "29 Jul 0500:00:00")
    #expect(text(109..<173).hasPrefix("Replies "))
    for zone in ["Pacific/Kiritimati", "America/Adak"] {
      var runner = StageRunner(replies.workdir, collection: "replies")
      runner.environment = ["TZ": zone]
      #expect(try runner.run("export").status == 0)
      #expect(try Self.bytes(replies) == bytes, "\(zone)")
    }
  }

  /// A row for each reply is for nobody where the replies were given in confidence, however it is asked for.
  @Test func inConfidence() throws {
    let replies = try Self.collection("disclosure: {threshold: 3}\n")
    let run = try replies.run()
    #expect(run.status == 78 && run.error.contains("[confidential-form]"), "\(run.error)")
    try replies.workdir.replace("forms: [sav]\n", with: "", in: "Pipelines/replies/pipeline.yaml")
    #expect(try replies.run().status == 0)
    let asked = try StageRunner(replies.workdir, collection: "replies")
      .run("export", arguments: ["--form", "sav"])
    #expect(asked.status == 78 && asked.error.contains("[confidential-form]"), "\(asked.error)")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: "\(replies.workdir.path)/Output/replies/published")
    #expect(!files.contains { $0.hasSuffix(".sav") || $0.hasSuffix(".sps") })
  }
}
