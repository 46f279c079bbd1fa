package import Basics
package import Definition
import Interchange
import Questionnaire
import Register
import SurveyTools

/// Writes the first definition of a collection: from an export, from an XLSForm, or from both.
///
/// What an export cannot tell is guessed from its values, and every guess is marked for review; a
/// form is taken over as it is.
package struct Drafting {
  package let collection: CollectionFolders
  /// The form that is taken over; nil where questions are guessed from the export.
  package let form: FormSource?
  /// Lines of the source that say how the export is to be read.
  package let declared: [String]
  /// How the records of a long file are put together.
  package let items: DraftItems?
  /// What tells the respondents, where a person says so: the heading of a column, or `record`.
  package let unit: String?
  package let today: CalendarDate
  /// Where the draft goes where there is such a collection already, which it leaves alone; nil where
  /// that is refused.
  package let beside: String?

  package init(
    _ collection: CollectionFolders, form: FormSource?, declared: [String],
    items: DraftItems? = nil, unit: String?, today: CalendarDate, beside: String? = nil
  ) {
    self.collection = collection
    self.form = form
    self.declared = declared
    self.items = items
    self.unit = unit
    self.today = today
    self.beside = beside
  }

  /// A text as it stands in `pipeline.yaml`.
  package static func quoted(_ text: String) -> String {
    YAMLText.quoted(text)
  }

  /// Writes the collection as the export below `ingested` suggests.
  ///
  /// - Returns: What a person is told of the draft.
  package func write(ingested: String) throws(RunError) -> String {
    let register =
      FileSystem.isFolder(collection.registers)
      ? try Register(folder: collection.registers) : nil
    let export = try Export(ingested: ingested)
    try items?.require(in: export)
    if form == nil { try FileDoubt.refuseDifferences(of: export) }
    // Of what a form asks, each file may have the headings of another language.
    let layouts = form == nil ? [export] : export.layouts
    var drafts = try self.drafts(of: layouts, register)
    // Of States of a time that the register does not know, names are names.
    let known = register?.coverage.values
    if let latest = drafts.map(\.cutOff).max(), let first = known?.map(\.first).max(),
      latest < first
    {
      drafts = try self.drafts(of: layouts, nil)
    }
    if unit == nil { try FileDoubt.refuseSharedIdentifiers(of: drafts) }
    let names = export.files.map(\.entry.file)
    let choiceKeys = Self.choiceKeys(drafts, form)
    let sources = drafts.flatMap { draft in
      draft.export.layouts.flatMap { layout in
        FilePattern.all(of: layout.files.map(\.entry.file), among: names).map { pattern in
          SourceText(
            draft: draft, layout: layout, pattern: pattern,
            declared: declared + [draft.items?.line].compactMap(\.self),
            mapsColumns: form == nil, isShared: unit != nil && names.count > 1,
            choiceKeys: choiceKeys
          ).lines
        }
      }
    }
    let draft = drafts[0]
    let (isOfStates, reason) = Self.unit(of: draft)
    let pipeline = PipelineText(
      title: title, cutOff: drafts.map(\.cutOff).max() ?? draft.cutOff,
      cutOffReason: draft.received != nil
        ? "the day of the latest reply"
        : draft.cutOff == today ? "the day of this draft" : "the latest day in the file",
      isOfStates: isOfStates, unitReason: reason, statesEnd: known?.map(\.last).min(),
      resubmissions: items?.resubmissions ?? "",
      sources: sources)
    return try write(pipeline, FormSheets(draft.questions, items: draft.items))
  }

  private static func choiceKeys(_ drafts: [Draft], _ form: FormSource?) -> Set<TextKey> {
    let drafted = drafts.flatMap(\.questions).flatMap { $0.kind.choices ?? [] }
      .flatMap { [$0.name, $0.label, $0.synonym] }
    let declared = (form?.closedQuestions ?? []).flatMap(\.choices).flatMap {
      [$0.name] + $0.labels
    }
    return Set((drafted + declared).map { TextKey($0) })
  }

  private func drafts(of layouts: [Export], _ register: Register?) throws(RunError) -> [Draft] {
    try layouts.map { export throws(RunError) in
      try Draft(
        export, register: register, declaredUnit: unit, today: today, form: form,
        hasChoiceTexts: declared.contains { $0.hasPrefix("choices:") }, items: items)
    }
  }

  /// Writes the collection with no export yet, for the exports of KoboToolbox and ODK.
  package func write() throws(RunError) -> String {
    let convention = HeaderConvention.kobo
    let other = HeaderConvention.odk
    let (columns, others) = (convention.tool.metadata, other.tool.metadata)
    let personal = form?.personalHeadings ?? []
    let ignored =
      personal.isEmpty
      ? []
      : [
        "ignore: \(YAMLText.list(personal))  # review: personal, and so neither read nor published "
          + "until it is deleted here"
      ]
    let pipeline = PipelineText(
      title: title, cutOff: today, cutOffReason: "the day of this draft",
      isOfStates: false, unitReason: "a form does not tell who replies", statesEnd: nil,
      resubmissions: "",
      sources: [
        [
          "file: \"*.csv\"",
          "convention: \(convention.rawValue)  # review: \(other.rawValue) for the exports of ODK",
          "unit: {column: \(columns.unit[0])}  # review: \(others.unit[0]) in the exports of ODK",
          "received: {column: \(columns.received[0])}  "
            + "# review: \(others.received[0]) in the exports of ODK",
        ] + ignored
      ])
    return try write(pipeline, FormSheets([]))
      + "; then put the exports of the form into \(collection.input)"
  }

  private var title: String {
    form.map(\.title).flatMap { $0.isEmpty ? nil : $0 } ?? collection.name
  }

  private func write(
    _ pipeline: PipelineText, _ sheets: FormSheets
  ) throws(RunError) -> String {
    let folders = try newCollection()
    let folder = folders.pipeline
    try FileSystem.createFolder(folder)
    do throws(RunError) {
      if let form { try form.write(to: folder) } else { try sheets.write(to: folder) }
      let questionnaire = try Questionnaire(folder: folder)
      try AtomicFile.write(
        pipeline.text(ofFormIn: questionnaire.languages), to: "\(folder)/pipeline.yaml")
      let questions = questionnaire.questions.filter { $0.type != .text }
      let plan = PlanText(
        questions: questions.filter { $0.repeatName != items?.roster || items?.roster == nil }
          .map(\.name),
        roster: items?.roster.map { name in
          (name: name, questions: questions.filter { $0.repeatName == name }.map(\.name))
        }, isOfStates: pipeline.isOfStates)
      try AtomicFile.write(plan.tables, to: "\(folder)/tables.yaml")
      try AtomicFile.write(plan.report, to: "\(folder)/report.md")
      // Read back as the stages will read it: a draft that does not run is no draft.
      return Self.summary(of: try CollectionDefinition(folders).pipeline, in: folder)
    } catch {
      try FileSystem.remove(folder)
      throw error
    }
  }

  /// The folder for the draft, with nothing in it: that of the collection, or the one beside it.
  private func newCollection() throws(RunError) -> CollectionFolders {
    let folder = collection.pipeline
    if let beside, FileSystem.exists(beside) { try FileSystem.remove(beside) }
    // What is hidden is no file of a collection.
    let files =
      FileSystem.isFolder(folder) ? try FileSystem.tree(below: folder).files : [folder]
    if !FileSystem.exists(folder) || files.isEmpty { return collection }
    guard let beside else {
      throw RunError(
        path: folder, id: .round(.collectionExists),
        "there is such a collection already, and a draft replaces nothing. Take a new name; or see what "
          + "would be drafted now, beside it and with the differences: make new … AGAIN=yes")
    }
    return CollectionFolders(
      pipeline: beside, input: collection.input, output: collection.output,
      registers: collection.registers)
  }

  private static func unit(of draft: Draft) -> (isOfStates: Bool, reason: String) {
    switch draft.unit {
    case .state(let column, _): (true, "'\(column.heading.onOneLine)' has names of States")
    case .respondent(let column, let note):
      (false, "'\(column.heading.onOneLine)' tells them apart" + (note.isEmpty ? "" : "; \(note)"))
    case .record(let why): (false, why)
    }
  }

  private static func summary(of pipeline: PipelineDefinition, in folder: String) -> String {
    let closed = pipeline.form.questions.count { $0.type.choices != nil }
    let count = pipeline.form.questions.count
    let drafted =
      count == 1
      ? "1 question with\(closed == 0 ? "out" : "") choices"
      : "\(count) questions, \(closed) of them with choices"
    return "\(folder): drafted \(drafted); "
      + "look at what is marked 'review' in pipeline.yaml and survey.csv"
  }
}
