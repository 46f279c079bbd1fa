import Basics
import Definition
import Findings
import Interchange
import Questionnaire
import Tabular

/// Which submission each record of a roster is of.
extension Roster {
  mutating func add(
    _ submissions: PreparedSource, _ instances: PreparedSource, form: Questionnaire
  ) throws(RunError) -> Int {
    var file = try RosterFile(submissions, instances, form: form)
    file.number { number(of: $0) }
    fileOfSource[submissions.entry.number] = files.count
    files.append(file)
    return files.count - 1
  }

  private mutating func number(of text: String) -> Int32 {
    Int32(texts.number(adding: Array(LetterForms.composed(TextKey(text).text).utf8)))
  }

  private mutating func number(
    _ cursor: RecordCursor, _ column: Int, in file: Int
  ) -> Int32 {
    switch cursor.field(column) {
    case .blank: Self.blank
    case .seen(let number): files[file].texts[column][number]
    case .text(let text): number(of: text)
    }
  }

  /// - Parameter differing: The submissions whose records do not agree.
  mutating func read(_ index: Int, _ differing: inout [Int: Objection]) throws(RunError) {
    let source = files[index].ofSubmissions
    let fates = FateJudge(source)
    var outcomes: [UnitIndex.Outcome?] = Array(
      repeating: nil, count: source.mapping.unit.map { source.texts[$0].count } ?? 0)
    // The records of a submission mostly stand one below the other.
    var latest: (text: String, outcome: UnitIndex.Outcome)?
    var days: [String: Int32] = [:]
    let cursor = try RecordCursor(folder: source.folder)
    while try cursor.next() {
      let standing = Standing(file: Int32(index), record: Int32(cursor.record))
      switch try fates.fate(of: cursor) {
      case .test, .incomplete:
        let key = [0] + files[index].by.map { number(cursor, $0, in: index) }
        asides.insert(enter(cursor, by: key, index))
      case .setAside(let objection): refusals[standing] = objection
      case .usable(let received, let text):
        let item = number(cursor, files[index].item, in: index)
        switch resolve(text, of: source, known: &outcomes, latest: &latest) {
        case .refused(let objection): refusals[standing] = objection
        case .unit where item == Self.blank:
          refusals[standing] = .blankItem(in: source.columns[files[index].item].heading)
        case .unit(let unit, _):
          let day = days[received] ?? number(of: Timestamp(received)?.day.description ?? received)
          days[received] = day
          let submission = enter(cursor, by: [1, Int32(unit), day], index)
          files[index].items[cursor.record - 1] = item
          if let objection = try difference(of: cursor, in: index, to: submission) {
            differing[submission] = differing[submission] ?? objection
          }
        }
      }
    }
  }

  /// Finds the submission of a record, or begins one.
  ///
  /// - Parameter key: What its records have in common: first whether it counts, then whose and when it is.
  private mutating func enter(_ cursor: RecordCursor, by key: [Int32], _ index: Int) -> Int {
    let bytes = key.flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
    let submission = keys.number(adding: bytes)
    if submission == first.count {
      first.append(nil)
      commons += repeatElement(-1, count: files[index].shared.count)
    }
    files[index].submissions[cursor.record - 1] = Int32(submission)
    return submission
  }

  /// Where a record does not agree with those of its submission before it.
  private mutating func difference(
    of cursor: RecordCursor, in index: Int, to submission: Int
  ) throws(RunError) -> Objection? {
    let shared = files[index].shared
    for (position, column) in shared.enumerated() {
      let own = number(cursor, column, in: index)
      let common = submission * shared.count + position
      if commons[common] < 0 { commons[common] = own }
      guard commons[common] != own else { continue }
      let source = files[index].ofSubmissions
      return .commonDiffers(
        in: source.columns[column].heading, text: try source.text(cursor, column),
        line: cursor.position.line, of: source.entry.file)
    }
    return nil
  }

  private mutating func resolve(
    _ text: JudgedRecords.UnitText, of source: PreparedSource,
    known outcomes: inout [UnitIndex.Outcome?],
    latest: inout (text: String, outcome: UnitIndex.Outcome)?
  ) -> UnitIndex.Outcome {
    let identifier = source.definition.identifier
    switch text {
    case .none(let name): return units.appendAnonymous(name)
    case .text(let text):
      if let latest, latest.text == text { return latest.outcome }
      let outcome = units.resolve(UnitName(text), by: identifier)
      latest = (text, outcome)
      return outcome
    case .seen(let number, let text):
      if let outcome = outcomes[number] { return outcome }
      let outcome = units.resolve(UnitName(text), by: identifier)
      outcomes[number] = outcome
      return outcome
    }
  }

  /// Refuses all records of submissions whose records do not agree: nobody can tell which one is right.
  ///
  /// - Parameter file: The first file of which records are refused: what came has been counted when the mended
  ///   ones are read.
  mutating func refuse(_ differing: [Int: Objection], from file: Int = 0) {
    guard !differing.isEmpty else { return }
    for index in files.indices[file...] {
      for (record, number) in files[index].submissions.enumerated() where number >= 0 {
        guard let objection = differing[Int(number)] else { continue }
        refusals[Standing(file: Int32(index), record: Int32(record + 1))] = objection
      }
    }
  }

  /// Goes through the records that are of a submission, but for some; of those that say the same through one.
  func forEachLive(besides replaced: Set<Standing>, _ body: (Standing) -> Void) {
    for (index, file) in files.enumerated() {
      for (record, number) in file.submissions.enumerated() where number >= 0 {
        let standing = Standing(file: Int32(index), record: Int32(record + 1))
        if refusals.isEmpty || refusals[standing] == nil,
          again.isEmpty || !again.contains(standing), !replaced.contains(standing)
        {
          body(standing)
        }
      }
    }
  }

  private func item(at standing: Standing) -> Item {
    let (file, record) = (files[Int(standing.file)], Int(standing.record) - 1)
    return Item(submission: file.submissions[record], item: file.items[record])
  }

  /// The items of which a submission has several records.
  func twice(besides replaced: Set<Standing>) -> Set<Item> {
    var all: [UInt64] = []
    forEachLive(besides: replaced) { standing in
      let (file, record) = (Int(standing.file), Int(standing.record) - 1)
      // Those of tests have none.
      if files[file].items[record] != Self.blank {
        all.append(
          UInt64(files[file].submissions[record]) << 32 | UInt64(files[file].items[record]))
      }
    }
    all.sort()
    return Set(
      zip(all, all.dropFirst()).filter { $0 == $1 }.map {
        Item(submission: Int32($0.0 >> 32), item: Int32(truncatingIfNeeded: $0.0))
      })
  }

  /// Refuses the records of items that say different things, and lets one of those count that say the same.
  ///
  /// - Parameter file: The first file of which records are refused: what came has been counted when the mended
  ///   ones are read.
  mutating func settle(
    _ twice: Set<Item>, besides replaced: Set<Standing> = [], from file: Int = 0
  ) throws(RunError) {
    if twice.isEmpty { return }
    var records: [Item: [(standing: Standing, line: Int, answers: [String])]] = [:]
    for index in files.indices {
      let cursor = try RecordCursor(folder: files[index].ofSubmissions.folder)
      while try cursor.next() {
        let standing = Standing(file: Int32(index), record: Int32(cursor.record))
        guard files[index].submissions[cursor.record - 1] >= 0, refusals[standing] == nil,
          !again.contains(standing), !replaced.contains(standing),
          twice.contains(item(at: standing))
        else { continue }
        records[item(at: standing), default: []].append(
          (standing, cursor.position.line, try files[index].answers(cursor)))
      }
    }
    for found in records.values {
      guard let one = found.first else { continue }
      let isSame = found.allSatisfy { $0.answers == one.answers }
      for (standing, _, _) in found where Int(standing.file) >= file {
        if !isSame {
          let other = standing.file == one.standing.file ? nil : one.standing.file
          refusals[standing] = .itemRivals(
            line: one.line, of: other.map { files[Int($0)].ofSubmissions.entry.file })
        } else if standing != one.standing {
          again.insert(standing)
        }
      }
    }
  }
}
