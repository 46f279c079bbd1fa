import Foundation
import Testing
import _TestSupport

/// The examples of the manual after its ten steps: each is put where it says that it belongs, and the
/// collection is published. An example that no case knows fails.
struct ManualExampleTests {
  /// Where an example belongs, known by its first line.
  private struct Context {
    let start: String
    var file = "pipeline.yaml"
    /// What stands before it in the file, and after it.
    var before = ""
    var after = ""
    /// Other files of the definition.
    var others: [String: String] = [:]
    var input = ManualExampleTests.replies
  }

  private static let replies = [
    "replies.csv": "Who,Received,law,priorities,sessions\nR5,2024-05-01,No,Law; Training,12\n"
  ]

  private static let states = [
    "replies-1.csv": "Country,Submitted,law\nNambia,01/05/2024,No\nA7K2,02/05/2024,Yes\n"
      + "TEST,02/05/2024,Yes\n"
  ]

  private static let head = "title: Laws\ncut-off: 2024-06-30\nunit: respondent\nfail-on: never\n"

  private static let source = """
    sources:
      - file: replies.csv
        unit: {column: Who}
        received: {column: Received}

    """

  private static let survey = """
    type,name,label
    select_one yes_no,law,Is there a law?
    text,law_text,The text
    rank topic,priorities,Priorities
    select_multiple channel,channels,Channels
    integer,sessions,How many sessions?
    decimal,weight,Weight
    text,email,Address
    begin_repeat,people,People
    text,person,Who?
    end_repeat,,

    """

  private static let choices = """
    list_name,name,label
    yes_no,yes,Yes
    yes_no,in_part,In part
    yes_no,no,No
    topic,law,Law
    topic,data,Data
    topic,training,Training
    channel,web,Web
    channel,radio,Radio

    """

  private static let stateFile =
    "title: Laws\ncut-off: 2024-06-30\nunit: state\nfail-on: never\nsources:\n"
    + "  - {file: replies-*.csv, unit: {column: Country}, received: {column: Submitted}, "
    + "date-order: dmy}\n"

  private static let contexts = [
    Context(start: "title: Implementation", input: states),
    Context(start: "type,name,label::English", file: "survey.csv"),
    Context(
      start: "type,name,label,relevant,calculation", file: "survey.csv",
      input: ["replies.csv": "Who,Received,law,officers,points\nR5,2024-05-01,No,12,1\n"]),
    Context(
      start: "list_name,name,label,substantive", file: "choices.csv",
      others: ["survey.csv": "type,name,label\nselect_one trust,trust,How much trust?\n"],
      input: ["replies.csv": "Who,Received,trust\nR5,2024-05-01,Much\n"]),
    Context(
      start: "type,name,label,choice_filter", file: "survey.csv",
      others: [
        "choices.csv": "list_name,name,label,province\nprovince,n,North,\ntown,a,Aber,n\n"
          + "brand,x,Extra,\nbrand,none,None of these,\n"
      ],
      input: [
        "replies.csv": "Who,Received,province,town,known,liked\n"
          + "R5,2024-05-01,North,Aber,Extra,None of these\n"
      ]),
    Context(
      start: "list_name,name,label,since", file: "choices.csv",
      others: [
        "survey.csv": "type,name,label\nselect_multiple topic,topics,Topics\n",
        "pipeline.yaml": head + source + "    version: 2024-05-06\n",
      ], input: ["replies.csv": "Who,Received,topics\nR5,2024-05-10,Tax\n"]),
    Context(start: "tables:\n  - each: closed", file: "tables.yaml"),
    Context(
      start: "rules:\n  - for:", file: "rules.yaml",
      others: [
        "survey.csv": "type,name,label\nselect_one yes_no,party_crc,CRC\ninteger,since_crc,Since\n"
          + "select_one yes_no,party_cedaw,CEDAW\ninteger,since_cedaw,Since\n"
      ],
      input: [
        "replies.csv": "Who,Received,party_crc,since_crc,party_cedaw,since_cedaw\n"
          + "R5,2024-05-01,Yes,1990,No,1981\n"
      ]),
    Context(start: "variables:\n  - name: stay", file: "tables.yaml"),
    Context(
      start: "variables:\n  - name: staff", file: "tables.yaml",
      others: [
        "survey.csv": "type,name,label\ninteger,officers,Officers\ninteger,clerks,Clerks\n"
      ], input: ["replies.csv": "Who,Received,officers,clerks\nR5,2024-05-01,3,4\n"]),
    Context(
      start: "tables:\n  - id: work", file: "tables.yaml",
      others: [
        "survey.csv":
          "type,name,label\nselect_one yes_no,village,Village\nbegin_repeat,people,People\n"
          + "select_one yes_no,works,Is at work?\nselect_one yes_no,sex,Sex\nend_repeat,,\n",
        "pipeline.yaml": head + source
          + "  - {file: people.csv, repeat: {name: people, key: of, parent: Who}}\n",
      ],
      input: [
        "replies.csv": "Who,Received,village\nR5,2024-05-01,Yes\n",
        "people.csv": "of,works,sex\nR5,Yes,No\n",
      ]),
    Context(
      start: "name,state,reason", file: "crosswalk.csv", others: ["pipeline.yaml": stateFile],
      input: states),
    Context(
      start: "code,name_en,name_fr,region", file: "units.csv",
      others: [
        "pipeline.yaml": head.replacing("respondent", with: "listed") + source
          + "attributes: [{name: region}, {name: size}]\n"
      ], input: ["replies.csv": "Who,Received,law\nGeneva,2024-05-01,No\n"]),
    Context(
      start: "attributes:", before: stateFile,
      others: ["units.csv": "code,ldc,size,posts\nNAM,no,small,20\nTCD,yes,large,21\n"],
      input: ["replies-1.csv": "Country,Submitted,law\nChad,01/05/2024,No\n"]),
    Context(
      start: "  - file: web.csv", before: head + "sources:\n",
      others: [
        "survey.csv": "type,name,label\nselect_one yes_no,law,Is there a law?\n"
          + "select_one way,way,How it came\nselect_one language,language,Language\n"
          + "date,day,When it came\n",
        "choices.csv": choices + "way,web,By web\nlanguage,en,English\n",
      ], input: ["web.csv": "who,submitted,law\nR5,2024-05-01,Yes\n"]),
    Context(
      start: "unit,question,from,to,reason", file: "corrections.csv",
      others: ["pipeline.yaml": stateFile], input: states),
    Context(start: "rules:\n", file: "rules.yaml"),
    Context(start: "fail-above:\n  unclear-answer", file: "rules.yaml"),
    Context(
      start: "    columns:\n", before: head + source,
      others: ["choices.csv": choices.replacing("channel,web,Web\n", with: "")],
      input: [
        "replies.csv": "Who,Received,Text,Is there a law?,Radio,First place,Response ID,Seed\n"
          + "R5,2024-05-01,a,Yes,x,Law,1,2\n"
      ]),
    Context(start: "    answers:\n", before: head + source),
    Context(
      start: "  - file: people.csv",
      before: head + source.replacing("replies.csv", with: "visits.csv"),
      input: [
        "visits.csv": "Who,Received,law,_index\nR5,2024-05-01,Yes,1\n",
        "people.csv": "person,_parent_index\nAnn,1\n",
      ]),
    Context(
      start: "resubmissions: merge", before: head.replacing("sources:\n", with: ""),
      others: [
        "survey.csv": "type,name,label\nselect_one yes_no,law_water,Water\n"
          + "select_one yes_no,law_air,Air\n"
      ],
      input: [
        "topics.csv": "Country,Received,Topic,Law?,Remark\nR5,2024-05-01,Clean water,Yes,\n"
          + "R5,2024-05-02,Air,No,late\n"
      ]),
    Context(
      start: "sources:\n  - file: \"votes", before: head.replacing("sources:\n", with: ""),
      others: [
        "survey.csv": "type,name,label\ntext,region,Region\nbegin_repeat,votes,Votes\n"
          + "text,resolution,Resolution\nselect_one yes_no,vote,Vote\nend_repeat,,\n"
      ],
      input: [
        "votes-1.csv": "Country,Region,Resolution,Vote\nR5,Asia,57/1,Yes\nR5,Asia,57/2,No\n"
      ]),
    Context(
      start: "weights:\n  rake", file: "tables.yaml", after: "tables: [{rows: law}]\n",
      others: [
        "survey.csv": "type,name,label\nselect_one yes_no,law,Law\nselect_one area,area,Area\n"
          + "select_one people,people,People\n",
        "choices.csv": "list_name,name,label\nyes_no,yes,Yes\nyes_no,no,No\narea,centre,Centre\n"
          + "area,suburbs,Suburbs\narea,villages,Villages\npeople,few,Few\npeople,many,Many\n",
      ],
      input: [
        "replies.csv": "Who,Received,law,area,people\nR1,2024-05-01,Yes,Centre,Few\n"
          + "R2,2024-05-01,No,Suburbs,Few\nR3,2024-05-01,No,Villages,Few\n"
          + "R4,2024-05-01,Yes,Centre,Many\nR5,2024-05-01,Yes,Suburbs,Many\n"
      ]),
    Context(start: "disclosure:", before: head + source),
    Context(start: "forms: [datapackage", before: head + source),
    Context(start: "forms: [sdmx", before: head + source),
    Context(
      start: "  - file: wave-1.csv", before: head + "sources:\n",
      input: ["wave-1.csv": "Who,Received,channels/web\nR5,2024-05-01,1\n"]),
  ]

  @Test func everyExampleIsRead() throws {
    var read = 0
    for block in try Self.blocks() where !Self.isReadElsewhere(block) {
      guard let context = Self.contexts.first(where: { block.hasPrefix($0.start) }) else {
        Issue.record("no test reads this example of the manual:\n\(block)")
        continue
      }
      let workdir = try Workdir()
      try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
      let files = [
        "pipeline.yaml": Self.head + Self.source, "survey.csv": Self.survey,
        "choices.csv": Self.choices, "tables.yaml": "tables: [{each: closed}]\n",
      ].merging(context.others) { $1 }
      for (name, text) in files.merging(
        [context.file: context.before + block + context.after], uniquingKeysWith: { $1 })
      {
        try workdir.write(text, to: "Pipelines/laws/\(name)")
      }
      for (name, text) in context.input { try workdir.write(text, to: "Input/laws/\(name)") }
      let run = try StageRunner(workdir, collection: "laws").runAll()
      #expect(run.status <= 1, "\(block)\n\(run.error)")
      #expect(!run.error.contains("warning"), "\(run.error)")
      read += 1
    }
    #expect(read == Self.contexts.count)
  }

  /// What the manual shows of weights is what the collection has that it names.
  @Test func weightsAreThoseOfTheCollection() throws {
    let block = try #require(try Self.blocks().first { $0.hasPrefix("weights:") })
    let plan = try Repository.text(of: "Pipelines/household-waste/tables.yaml")
    let lines = { (text: String) in
      text.split(separator: "\n").map { line in
        line.replacing(/[ ]*#.*$/, with: "")
      }.filter { !$0.allSatisfy(\.isWhitespace) }
    }
    let kept = Set(lines(plan))
    #expect(lines(block).filter { !kept.contains($0) } == [])
  }

  /// The rounds of the manual, with forms as its remarks describe them.
  @Test func roundsAreCompared() throws {
    let block = try #require(try Self.blocks().first { $0.hasPrefix("convention-2004:") })
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    let questions = [
      "convention-2004": "select_one a,q5,Law\nselect_one b,q8,Gone\nselect_one c,q3,Old words\n"
        + "select_one d,q9,All\n",
      "convention-2012": "select_one a,q7,Law\nselect_one b,q8,Other\nselect_one c,q3,New words\n"
        + "select_one d,q9,All\n",
    ]
    let label = ["convention-2004": "Yes", "convention-2012": "Yes, it is"]
    for (name, survey) in questions {
      let folder = "Pipelines/\(name)"
      try workdir.write("type,name,label\n\(survey)", to: "\(folder)/survey.csv")
      let part = name == "convention-2004" ? "in_part" : "partly"
      try workdir.write(
        "list_name,name,label\na,\(part),In part\na,no,No\nb,no,No\nc,yes,\"\(label[name] ?? "")\"\n"
          + "d,yes,Yes\n",
        to: "\(folder)/choices.csv")
      try workdir.write("tables: [{rows: q3}]\n", to: "\(folder)/tables.yaml")
      try workdir.write(Self.head + Self.source, to: "\(folder)/pipeline.yaml")
      try workdir.write("Who,Received,q3\nR5,2024-05-01,No\n", to: "Input/\(name)/replies.csv")
    }
    try workdir.write(block, to: "Pipelines/convention-2012/rounds.yaml")
    let rounds = TwoRounds(workdir, from: "convention-2004", to: "convention-2012")
    let before = try rounds.run()
    #expect(before.status == 0, "\(before.error)")
    let run = try rounds.compare()
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try rounds.compared("machine/questionnaire.csv").contains("asked of parties only since 2012"))
  }

  /// The check of a copy does what the manual says: it passes, and fails where a byte is another.
  @Test func aCopyIsChecked() throws {
    let block = try #require(try Self.blocks().first { $0.hasPrefix("cp -r") })
    let workdir = try Workdir()
    let published = try MigrantsProtocol.published.get().workdir.path
    try FileManager.default.createDirectory(
      atPath: "\(workdir.path)/Output/x", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(published)/Output/\(MigrantsProtocol.name)/published",
      toPath: "\(workdir.path)/Output/x/published")
    #expect(try CommandRun("bash", ["-c", block], in: workdir.path).status == 0)
    try FileManager.default.removeItem(atPath: "\(workdir.path)/copy")
    try workdir.write("changed", to: "Output/x/published/report.md")
    #expect(try CommandRun("bash", ["-c", block], in: workdir.path).status == 1)
  }

  /// `make cron` prints a line such as the manual shows: the same but for what is the machine's.
  @Test func theLineOfCron() throws {
    let block = try #require(try Self.blocks().first { $0.hasPrefix("30 2 * * *") })
    let run = try CommandRun(
      "make", ["cron"], in: Repository.root, environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    let plain = { (line: String) in
      line.replacing(/cd \S+/, with: "cd …").replacing(/PATH=\S+/, with: "PATH=…")
        .trimmingCharacters(in: .newlines)
    }
    #expect(plain(run.output) == plain(block))
  }

  /// What one of the other tests here knows by its first line, and commands of `make`, which
  /// `ManualCommandTests` checks.
  private static func isReadElsewhere(_ block: String) -> Bool {
    ["weights:\n  question", "convention-2004:", "cp -r", "30 2 * * *", "$ make "]
      .contains(where: block.hasPrefix)
  }

  /// The blocks of code after the ten steps, without the word that names their language.
  private static func blocks() throws -> [String] {
    let manual = try Repository.text(of: "Pipelines/README.md")
    let rest = try #require(manual.components(separatedBy: "\n## The files of a collection\n").last)
    let parts = rest.components(separatedBy: "\n```").enumerated()
    return parts.filter { !$0.offset.isMultiple(of: 2) }.map { _, part in
      part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).dropFirst()
        .joined() + "\n"
    }
  }
}
