package import Basics
package import Definition
package import Interchange
import Questionnaire
import Tabular

/// Stage 2: text to codes.
///
/// Judges every distinct text once, and rewrites the records as one submission file a State (or
/// a block of respondents). What cannot be decided is quarantined with the reason; nothing is
/// guessed, judged or dropped.
package enum Normalization {
  /// - Throws: `badDefinition` where the sources do not have what the pipeline names, and what
  ///   `StageFolder` throws.
  package static func run(_ collection: CollectionFolders, jobs: Int) throws(RunError)
    -> StageReport
  {
    let written = try CollectionDefinition(collection)
    let folder = try StageFolder(.normalize, of: written, jobs: jobs)
    let ingested = collection.folder(of: .ingest)
    Phases.begin("texts to codes")
    let versions = try SourceVersions(
      SourceEntry.read(from: ingested), ingested: ingested, written.pipeline)
    let pipeline = try written.withVersions(of: versions.entries).pipeline
    var sources: [PreparedSource] = []
    for entry in versions.entries {
      guard let definition = pipeline.source(of: entry.file, notOffered: entry.notOffered) else {
        continue
      }
      sources.append(
        try PreparedSource(
          entry, definition: definition, folder: ingested, form: pipeline.form,
          keys: pipeline.repetitions(of: definition).map(\.parentColumn)))
    }
    for index in sources.indices where sources[index].definition.columnsOfItems != nil {
      let files = sources.filter { $0.definition.pattern == sources[index].definition.pattern }
      sources[index].askedElsewhere = Set(
        pipeline.form.questions.indices.filter { question in
          files.contains { $0.mapping.questions[question] != .none }
        })
    }
    try SourceEntry.write(sources.map(\.entry), to: folder.path)
    sources = try sources.map { source throws(RunError) in
      try source.rosterViews(form: pipeline.form)
    }.flatMap(\.self)
    try RecodeList.write(sources, form: pipeline.form, to: folder.path)
    let repeats = try RepeatJoins(
      sources, pipeline, of: collection, counting: written.instances.map(\.unit.name))
    let submissions = sources.filter { $0.definition.repetition == nil }
    let writer = Locked(
      try SubmissionWriter(
        collection, pipeline, sources: submissions, repeats: repeats, to: folder.path))
    for source in submissions { try write(source, with: writer, jobs: jobs) }
    let counts = try writer.withLock { writer throws(RunError) in try writer.finish() }
    try folder.finish(
      counts: [
        "records": counts.records, "submissions": counts.submissions,
        "quarantined": counts.quarantined, "test": counts.test,
        "incomplete": counts.incomplete,
      ].merging(counts.repeats.rows.map { ($0.fate, $0.records) }) { first, _ in first })
    return StageReport(
      summary: "\(counts.records) records = \(counts.submissions) submissions + "
        + "\(counts.quarantined) quarantined + \(counts.test) test"
        + (counts.incomplete == 0 ? "" : " + \(counts.incomplete) incomplete")
        + counts.repeats.summary)
  }

  /// Records are read in their order, judged by all cores, and written in their order.
  private static func write(
    _ source: PreparedSource, with writer: borrowing Locked<SubmissionWriter>, jobs: Int
  ) throws(RunError) {
    Phases.begin(
      "records of \(source.entry.file)", of: source.entry.records, unit: "records")
    let judge = try writer.withLock { writer throws(RunError) in try writer.begin(source) }
    let reader = Locked(try RecordReader(folder: source.folder))
    try WorkInTurn.run(
      jobs: jobs,
      next: { () throws(RunError) in
        try reader.withLock { reader throws(RunError) in try reader.next() }
      },
      work: { piece throws(RunError) in try judge.judge(piece) },
      settle: { records throws(RunError) in
        try writer.withLock { writer throws(RunError) in try writer.write(records, of: source) }
        Phases.advance(by: records.records.count)
      })
  }
}

/// `recodes.csv`: `file,column,heading,question,text,code,how,count`, what each distinct text of
/// a closed question, number or date became.
enum RecodeList {
  private static let header = [
    "file", "column", "heading", "question", "text", "code", "how", "count",
  ]

  static func write(
    _ sources: [PreparedSource], form: Questionnaire, to folder: String
  ) throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/recodes.csv", header: header)
    for source in sources {
      for question in form.questions where question.asked != .text {
        let column: Int
        switch source.mapping.questions[question.index] {
        case .whole(let whole), .wholeOrOther(let whole, _), .wholeAndTicks(let whole, _):
          column = whole
        case .none, .ticks, .ranks, .rankedBy, .otherText, .writeIn, .textAndOther, .fixed: continue
        }
        for (seen, outcome) in zip(source.texts[column], source.outcomes[question.index])
        where seen.count > 0 {
          let (code, how) = describe(outcome, question)
          try writer.write([
            source.entry.file, String(column + 1), source.columns[column].heading, question.name,
            seen.text, code, how, String(seen.count),
          ])
        }
      }
    }
    try writer.commit()
  }

  private static func describe(
    _ outcome: AnswerReader.Outcome, _ question: Question
  ) -> (code: String, how: String) {
    switch outcome {
    case .noAnswer: ("", "no answer")
    case .unclear: ("", "unclear")
    case .text: ("", "text")
    case .field(let bytes, let how):
      (AnswerValue(field: bytes[...], of: question.asked).names(of: question.asked), how)
    }
  }
}
