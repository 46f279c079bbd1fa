import Interchange
import Tabular

/// Holds the prose of a collection against its figures: the report and the notes of tables.
///
/// Besides what `ClaimCheck` reports: a State that is named but did not reply, a reference to a note
/// that does not exist, and one to a note that speaks of other questions. All are queries, for
/// prose is the author's.
struct ProseCheck {
  private let claims: ClaimCheck
  private let states: StateNames
  private let silent: Set<String>

  init(_ pipeline: PipelineDefinition, units: [UnitEntry]) {
    states = StateNames(pipeline)
    claims = ClaimCheck(pipeline: pipeline, states: states)
    silent = Set(units.filter { $0.fate != .replied }.map(\.key))
  }

  /// The findings in the order of the texts and their lines.
  func findings(in texts: [FilledProse], source: (FilledProse) -> [String]) -> [Finding] {
    var findings: [Finding] = []
    let contradictions = claims.contradictions(
      among: texts.flatMap { text in text.claims.map { (text.path, $0) } })
    for text in texts {
      var found: [(line: Int, objection: ClaimCheck.Objection)] = []
      for claim in text.claims {
        found += claims.objections(to: claim).map { (claim.line, $0) }
      }
      found += contradictions.filter { $0.path == text.path && text.claims.contains(line: $0.line) }
        .map { ($0.line, $0.objection) }
      found += mentions(in: text)
      found += references(in: text, lines: source(text))
      let ordered = found.enumerated().sorted {
        ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
      }
      for (_, (line, objection)) in ordered {
        findings.append(
          Finding(
            objection.rule, at: Position(source: text.path, place: RecordPlace(line: line)),
            message: objection.message, suggestion: objection.advice))
      }
    }
    return findings
  }

  private func mentions(in text: FilledProse) -> [(line: Int, objection: ClaimCheck.Objection)] {
    text.passages.flatMap { passage in
      states.mentions(in: passage.text).filter { silent.contains($0.iso3) }.map { mention in
        (
          passage.line + mention.line,
          (
            .namedWithoutReply, "\(mention.name) is named, but has not replied in time",
            "take the name out; or write {{mention \(mention.name)}} where it is named on purpose"
          )
        )
      }
    }
  }

  private func references(
    in text: FilledProse, lines: [String]
  ) -> [(line: Int, objection: ClaimCheck.Objection)] {
    let notes = NoteReferences(lines)
    func subjects(_ range: Range<Int>) -> Set<String> {
      range.reduce(into: []) { $0.formUnion(text.subjects[$1] ?? []) }
    }
    return notes.references.compactMap { reference in
      guard let note = notes.notes[reference.number] else {
        return (
          reference.line,
          (
            .missingNote, "note \(reference.number) is referred to, but there is none",
            "add the note, or refer to the right one"
          )
        )
      }
      let own = subjects(notes.block(of: reference.line))
      let other = subjects(note)
      guard !note.contains(reference.line), !own.isEmpty, !other.isEmpty,
        own.isDisjoint(with: other)
      else { return nil }
      return (
        reference.line,
        (
          .noteOnAnotherSubject,
          "note \(reference.number) speaks of \(other.sorted().joined(separator: ", ")), and this "
            + "place of \(own.sorted().joined(separator: ", "))", "refer to the note that is meant"
        )
      )
    }
  }
}

extension [Claim] {
  fileprivate func contains(line: Int) -> Bool {
    contains { $0.line == line }
  }
}
