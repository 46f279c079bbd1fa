package import Basics
package import Phrases
package import Questionnaire
package import Register

/// What a collection is: `pipeline.yaml`, with the form and the registers it names.
///
/// `PipelineKey` declares its keys; `Pipelines/PIPELINE.md` is the reference made from them.
package struct PipelineDefinition: Sendable {
  /// What the tables count.
  package enum Unit: String, Sendable, CaseIterable {
    case state
    case respondent
    /// A unit of the collection's own list.
    case listed
  }

  /// The severity of findings from which on a run ends with status 1.
  package enum FailOn: String, Sendable, CaseIterable {
    case fatal
    case query
    case never
  }

  /// What a later submission of a unit does to the earlier ones.
  package enum Resubmissions: String, Sendable, CaseIterable {
    /// It counts alone.
    case replace
    /// It counts with their answers where it has none.
    case merge
  }

  /// What becomes of an answer to which the routing does not lead.
  package enum BehindSkip: String, Sendable, CaseIterable {
    /// It counts, and is reported.
    case report
    /// It counts, and nobody is told.
    case keep
    /// It is left out, as if it had not been given, and listed as settled.
    case blank
  }

  package let path: String
  package let title: String
  /// Who publishes the figures, and whom readers may ask.
  package let publisher: String?
  package let contact: String?
  package let licence: Licence?
  /// What registries of SDMX know the publisher by.
  package let agency: String
  /// What is published besides what always is.
  package let forms: Set<ExtraForm>
  package let cutOff: CalendarDate
  package let unit: Unit
  package let language: String
  /// What other programs know that language by.
  package var languageTag: String { LanguageTag.tag(of: language) }
  /// The language of what the program says itself: that of the collection where it speaks it.
  package var spoken: Language { Language(code: language) }
  /// How numbers are written in what the language is of.
  package var numbers: NumberStyle {
    NumberStyle(spoken, decimalMark: spreadsheet.decimalMark.character)
  }
  package let sources: [SourceDefinition]
  package let resubmissions: Resubmissions
  package let behindSkip: BehindSkip
  package let failOn: FailOn
  /// Whether findings are listed by unit; nil where nothing is said of it.
  let listsFindingsByUnit: Bool?
  package let percentDecimals: Int
  /// The fewest units that a percentage is printed of; nil where any will do.
  package let percentBase: Int?
  package let spreadsheet: SpreadsheetLocale
  package let quantifiers: QuantifierScale
  /// What of the counts is hidden; nil where the replies are public.
  package let disclosure: DisclosureRules?
  /// The questionnaire; where versions of it offered other choices, with the question which of them was
  /// filled in.
  package internal(set) var form: Questionnaire
  /// The versions of the form that the sources are of.
  package let versions: [FormVersion]
  /// The registers as at the cut-off, with the units of the collection's own list; nil where the unit is
  /// the respondent.
  package let register: RegisterAsAt?
  /// What the list says of its units.
  package let attributes: [OwnAttribute]
  /// The treaty whose status the States have.
  package let treaty: String?
  /// The day after which changes among the States may be missing, though the cut-off is later; nil where
  /// the registers know all of them.
  package let statesEnd: CalendarDate?
  /// The day after which actions of the treaty may be missing, though the cut-off is later; nil where
  /// the register knows all of them.
  package let registerEnd: CalendarDate?
  /// The file as it was read.
  let node: DefinitionNode

  /// Reads the definition and everything it rests on.
  ///
  /// - Parameter versions: The versions of the form that files of replies are of; nil for those that
  ///   the sources declare.
  /// - Throws: `badDefinition` naming file, line and the nearest right name.
  package init(
    _ collection: CollectionFolders, versions: [FormVersion]? = nil
  ) throws(RunError) {
    guard FileSystem.isFolder(collection.pipeline) else {
      throw RunError(
        path: collection.pipeline, id: .pipeline(.noCollection),
        "there is no such folder; expected the definition of a collection."
          + Self.nearest(to: collection))
    }
    path = "\(collection.pipeline)/pipeline.yaml"
    let node = try DefinitionNode(path: path)
    self.node = node
    let form = try Questionnaire(
      folder: collection.pipeline, labelsAreRead: !SourceDefinition.haveNamesAlone(node))
    try node.allowOnly(PipelineKey.self)
    title = try Self.title(node.required(PipelineKey.title))
    publisher = try node[PipelineKey.publisher]?.text()
    contact = try node[PipelineKey.contact]?.text()
    licence = try Self.licence(node[PipelineKey.licence])
    agency = try Self.agency(node[PipelineKey.agency])
    forms = try Self.forms(node[PipelineKey.forms])
    let cutOffNode = try node.required(PipelineKey.cutOff)
    guard let cutOff = try SourceDefinition.date(cutOffNode) else {
      throw cutOffNode.error(id: .yaml(.notADate), "expected a date such as 2005-07-29")
    }
    self.cutOff = cutOff
    unit = try node.required(PipelineKey.unit).word(as: Unit.self)
    language = try Self.language(node, form)
    resubmissions = try node.value(PipelineKey.resubmissions).word(as: Resubmissions.self)
    behindSkip = try node.value(PipelineKey.behindSkip).word(as: BehindSkip.self)
    failOn = try node.value(PipelineKey.failOn).word(as: FailOn.self)
    listsFindingsByUnit = try node[PipelineKey.findingsByUnit]?.flag()
    let rounding = try node.group(PipelineKey.rounding, of: RoundingKey.self)
    percentDecimals = try rounding.integer(RoundingKey.percent)
    let percentBase = try rounding.integer(RoundingKey.percentBase)
    spreadsheet = try SpreadsheetLocale(
      node[PipelineKey.spreadsheet], of: Language(code: language))
    quantifiers = try QuantifierScale(node[PipelineKey.quantifiers])
    if let rules = node[PipelineKey.disclosure] {
      disclosure = try DisclosureRules(rules, percentBase: percentBase)
    } else {
      disclosure = nil
    }
    let least = disclosure?.percentBase ?? percentBase
    self.percentBase = least > 1 ? least : nil

    sources = try Self.sources(node.required(PipelineKey.sources), form: form, unit: unit)
    for source in sources {
      try source.items?.require(
        resubmissions, isDeclared: node[PipelineKey.resubmissions] != nil, of: source,
        among: sources)
    }
    self.versions =
      versions
      ?? sources.filter { $0.repetition == nil }.map { FormVersion(day: $0.version) }
    self.form = try Self.asking(form, forVersions: self.versions)

    guard unit != .respondent else {
      if let extra = node[PipelineKey.register] {
        throw extra.error(
          id: .pipeline(.noRegister),
          "the unit is the respondent, who stands in no register; delete it")
      }
      try Self.refuseUnits(of: collection, node)
      register = nil
      attributes = []
      treaty = nil
      statesEnd = nil
      registerEnd = nil
      return
    }
    if unit == .listed, let extra = node[PipelineKey.register] {
      throw extra.error(
        id: .pipeline(.noRegister),
        "the units are those of units.csv alone, which have no status towards a treaty; delete it, or "
          + "write 'unit: state' for these beside the States")
    }
    let registers = unit == .state ? try Register(folder: collection.registers) : .none
    let coverage = CutOffCoverage(cutOff, by: registers, node)
    statesEnd = try coverage.statesEnd()
    var attributes = try Self.attributes(node[PipelineKey.attributes])
    register = try Self.units(
      collection, beside: registers, on: cutOff, with: &attributes)
    self.attributes = attributes
    treaty = try Self.treaty(node, registers)
    registerEnd = try coverage.actionsEnd(of: treaty)
  }

  /// The label in the collection's language, or the name where the form has none.
  package func label(of question: Question) -> String {
    question.label.text(in: language) ?? question.name
  }

  package func label(of choice: Choice) -> String {
    choice.label.text(in: language) ?? choice.name
  }

  private static func title(_ node: DefinitionNode) throws(RunError) -> String {
    let title = try node.text()
    guard !title.allSatisfy(\.isWhitespace) else {
      throw node.error(
        id: .pipeline(.noTitle), "the title is empty; expected what the report is called")
    }
    return title
  }

  private static func language(
    _ node: DefinitionNode, _ form: Questionnaire
  ) throws(RunError) -> String {
    let language = try node.value(PipelineKey.language).text()
    let known = form.languages.filter { !$0.isEmpty }
    guard !known.isEmpty, !known.contains(language) else { return language }
    let found =
      node[PipelineKey.language] == nil
      ? "there is no key 'language', which means '\(language)', but" : "found '\(language)';"
    throw (node[PipelineKey.language] ?? node).error(
      id: .pipeline(.unknownLanguage),
      "\(found) the labels of \(form.path) are in \(Suggestion.allowed(known)); expected one of "
        + "these. The code stands in the heading, as in 'label::English (en)'."
        + Suggestion.question(for: language, among: known))
  }

  private static func sources(
    _ node: DefinitionNode, form: Questionnaire, unit: Unit
  ) throws(RunError) -> [SourceDefinition] {
    var sources: [SourceDefinition] = []
    for item in try node.list() {
      let source = try SourceDefinition(item, form: form, counting: unit)
      if let earlier = sources.first(where: { $0.pattern == source.pattern }) {
        throw item.error(
          id: .pipeline(.sourceTwice),
          "'\(source.pattern)' is the file of the source on line \(earlier.node.line) already; "
            + "expected each file in one source")
      }
      sources.append(source)
    }
    guard sources.contains(where: { $0.repetition == nil }) else {
      throw node.error(
        id: .pipeline(.noSources),
        "there is no source\(sources.isEmpty ? "" : " of submissions"); expected at least one, as in "
          + "'- file: export.csv'")
    }
    return try resolvingRepeats(sources)
  }

  private static func resolvingRepeats(
    _ sources: [SourceDefinition]
  ) throws(RunError) -> [SourceDefinition] {
    var resolved: [SourceDefinition] = []
    for var source in sources {
      try source.repetition?.resolve(among: sources)
      if let repetition = source.instances,
        let earlier = resolved.first(where: {
          $0.instances?.name == repetition.name
            && $0.instances?.parentSource == repetition.parentSource
        })
      {
        throw repetition.node.error(
          id: .pipeline(.repeatTwice),
          "the source on line \(earlier.node.line) has the repeat '\(repetition.name)' of the same "
            + "submissions already; expected one source, with '*' in its file for several files")
      }
      resolved.append(source)
    }
    return resolved
  }

  /// The repeats whose instances belong to the submissions of a source.
  package func repetitions(of source: SourceDefinition) -> [Repetition] {
    sources.compactMap(\.repetition).filter { $0.parentSource == source.pattern }
  }

  private static func treaty(
    _ node: DefinitionNode, _ registers: Register
  ) throws(RunError) -> String? {
    let group = try node.group(PipelineKey.register, of: RegisterKey.self)
    guard let treatyNode = group[RegisterKey.treaty] else { return nil }
    let treaty = try treatyNode.text()
    guard registers.treaties.contains(treaty) else {
      throw treatyNode.error(
        id: .pipeline(.unknownTreaty),
        "treaty-actions.csv has no treaty '\(treaty)'; expected "
          + "\(Suggestion.allowed(registers.treaties))."
          + Suggestion.question(for: treaty, among: registers.treaties))
    }
    return treaty
  }

  private static func nearest(to collection: CollectionFolders) -> String {
    let parent = FileSystem.parent(of: collection.pipeline)
    let names = (try? FileSystem.entries(of: parent.isEmpty ? "." : parent)) ?? []
    return Suggestion.question(for: collection.name, among: names.filter { $0 != "registers" })
  }
}
