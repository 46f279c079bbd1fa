import Basics
import Definition
import Interchange
import Questionnaire

/// Which choices each source did not offer, as its columns show, before any of its records is read.
struct SourceVersions {
  private let sources: [ChoicesWithoutColumn]
  private let notOffered: [[(question: Question, choice: Choice)]]

  /// - Throws: `badDefinition` where a source lacks what the pipeline names, or nobody says what it means
  ///   that a choice has no column.
  init(
    _ entries: [SourceEntry], ingested: String, _ pipeline: PipelineDefinition
  ) throws(RunError) {
    var sources: [ChoicesWithoutColumn] = []
    var notOffered: [[(question: Question, choice: Choice)]] = []
    for entry in entries {
      guard let source = pipeline.source(of: entry.file, notOffered: []) else {
        throw RunError(
          path: pipeline.path, id: .stage(.unreadFile),
          "no source reads \(entry.file) any more. Run 'make report' again")
      }
      let mapping = try ColumnMapping(
        columns: SourceColumn.read(from: SourceEntry.folder(of: entry.file, below: ingested)),
        source: source, convention: entry.convention, file: entry.file, form: pipeline.form,
        keys: pipeline.repetitions(of: source).map(\.parentColumn))
      sources.append(ChoicesWithoutColumn(source: source, entry: entry, mapping: mapping))
      notOffered.append(try sources[sources.count - 1].notOffered(pipeline.form))
    }
    self.sources = sources
    self.notOffered = notOffered
    for source in sources { try source.requireMeaning(pipeline.form, beside: sources) }
    try requireOfferedOnce()
  }

  /// The sources with what they did not offer.
  var entries: [SourceEntry] {
    zip(sources, notOffered).map { source, choices in
      var entry = source.entry
      entry.notOffered = choices.map { FormVersion.name(of: $0.choice, of: $0.question) }
      return entry
    }
  }

  /// A choice that no source has a column for was not added or withdrawn: its name in the form is
  /// wrong, or its column was lost.
  private func requireOfferedOnce() throws(RunError) {
    for (source, choices) in zip(sources, notOffered) {
      for (question, choice) in choices where !source.isDeclared(for: question) {
        let isOfferedOnce = zip(sources, notOffered).contains { other, choices in
          other.mapping.questions[question.index] != .none
            && !choices.contains { $0.question.index == question.index && $0.choice == choice }
        }
        guard isOfferedOnce else { throw source.unknown([choice], of: question) }
      }
    }
  }
}
