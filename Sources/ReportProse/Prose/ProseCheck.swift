import Definition
import Findings
import Interchange
import Tabular

/// Holds the prose of a collection against its figures: the report, and the titles and notes of tables.
///
/// Besides what `ClaimCheck` reports: a State that is named but did not reply, a reference to a note
/// that does not exist, and one to a note that speaks of other questions. All are queries, for
/// prose is the author's.
struct ProseCheck {
  private let claims: ClaimCheck
  private let states: StateNames
  private let replied: Set<String>

  /// - Parameter replied: The codes of the States that replied; of others nobody is named.
  init(_ pipeline: PipelineDefinition, replied: Set<String>) {
    states = StateNames(pipeline)
    claims = ClaimCheck(pipeline: pipeline, states: states)
    self.replied = replied
  }

  /// The findings in the order of the texts and their lines.
  func findings(in tables: [FilledProse], _ report: FilledProse?) -> [Finding] {
    let texts = tables + (report.map { [$0] } ?? [])
    let notes = report.map { ($0, NoteReferences($0.source)) }
    var findings: [Finding] = []
    let contradictions = claims.contradictions(
      among: texts.flatMap { text in text.claims.map { (text.path, $0) } })
    for text in texts {
      var found: [(line: Int, objection: Objection)] = []
      for claim in text.claims {
        found += claims.objections(to: claim).map { (claim.line, $0) }
      }
      found += contradictions.filter { $0.path == text.path && text.claims.contains(line: $0.line) }
        .map { ($0.line, $0.objection) }
      found += mentions(in: text)
      found += references(in: text, to: notes)
      let ordered = found.enumerated().sorted {
        ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
      }
      for (_, (line, objection)) in ordered {
        findings.append(
          Finding(
            objection, at: Position(source: text.path, record: RecordPosition(line: line))))
      }
    }
    return findings
  }

  private func mentions(in text: FilledProse) -> [(line: Int, objection: Objection)] {
    text.passages.flatMap { passage in
      states.mentions(in: passage.text).filter { !replied.contains($0.iso3) }.map { mention in
        (
          passage.line + mention.line,
          .namedWithoutReply(mention.name, isTemplate: text.isTemplate)
        )
      }
    }
  }

  /// - Parameter report: The notes of the report, to which those of tables may refer.
  private func references(
    in text: FilledProse, to report: (text: FilledProse, notes: NoteReferences)?
  ) -> [(line: Int, objection: Objection)] {
    let own = NoteReferences(text.source)
    let before = text.first - 1
    return own.references.compactMap { reference in
      let line = before + reference.line
      let (target, note) =
        own.notes[reference.number].map { (text, $0) }
        ?? report.map { ($0.text, $0.notes.notes[reference.number]) } ?? (text, nil)
      guard let note else { return (line, .missingNote(reference.number)) }
      let here = text.subjects(own.block(of: reference.line), after: before)
      let there = target.subjects(note, after: target.first - 1)
      let isItself = target.path == text.path && note.contains(reference.line)
      guard !isItself, !here.isEmpty, !there.isEmpty, here.isDisjoint(with: there) else {
        return nil
      }
      return (line, .noteOnAnotherSubject(reference.number, there: there, here: here))
    }
  }
}

extension FilledProse {
  /// What some lines of the author's text speak of.
  fileprivate func subjects(_ lines: Range<Int>, after before: Int) -> Set<String> {
    lines.reduce(into: []) { $0.formUnion(subjects[before + $1] ?? []) }
  }
}

extension [Claim] {
  fileprivate func contains(line: Int) -> Bool {
    contains { $0.line == line }
  }
}
