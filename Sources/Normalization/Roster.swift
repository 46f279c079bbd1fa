import Basics
import Definition
import Findings
import Interchange
import Questionnaire
import Tabular

/// The submissions that the records of a roster make: of sources with a record for each unit and item, whose
/// records are the instances of one repeat.
///
/// Records of one unit and one moment of receipt are of one submission, in whichever file they stand, and
/// agree in all that the key `by` names.
struct Roster {
  /// What a blank is called.
  private static let blank: Int32 = 0

  /// What records of one submission have in common.
  private enum Key: Hashable {
    case submission(unit: Int, received: String)
    /// One that does not count, whatever its unit: the texts of all columns under `by`.
    case aside([Int32])
  }

  private(set) var files: [RosterFile] = []
  /// The numbers of the files by those of their sources.
  private var fileOfSource: [Int: Int] = [:]
  /// What the texts of a roster are called, alike whatever their capitals and blanks.
  private var texts: [TextKey: Int32] = [TextKey(""): Roster.blank]
  private var numbers: [Key: Int32] = [:]
  /// What the records of each submission have in common.
  private var commons: [[Int32]?] = []
  /// Where the first record of each submission stands that counts.
  private var first: [Standing?] = []
  /// What is unclear in their further records, by submission and question.
  private var doubts: [Int: [Int: [UnclearField]]] = [:]
  private var refusals: [Standing: Objection] = [:]
  private var again: Set<Standing> = []
  private var items: [Item: Standing] = [:]
  /// Which unit a text means; it is not asked how often.
  private(set) var units: UnitIndex

  /// - Parameter sources: Those of received files, as that of their submissions and that of the instances.
  /// - Throws: `badDefinition` where columns that the key `items` names are not there, or where it leaves
  ///   out what is asked of a submission.
  init(
    _ sources: [(submissions: PreparedSource, instances: PreparedSource)], form: Questionnaire,
    units: UnitIndex
  ) throws(RunError) {
    self.units = units
    var twice: Set<Item> = []
    var differing: [Int: Objection] = [:]
    for (submissions, instances) in sources {
      let file = try add(submissions, instances, form: form)
      try read(file, twice: &twice, differing: &differing)
    }
    refuse(differing)
    if !twice.isEmpty { try settle(twice) }
  }

  /// Reads a mended file.
  ///
  /// - Parameter replaced: The records that mended ones stand for.
  mutating func add(
    mended submissions: PreparedSource, _ instances: PreparedSource, form: Questionnaire,
    replacing replaced: Set<Standing>
  ) throws(RunError) {
    // What is left of the files as they came.
    var live: Set<Int32> = []
    for (index, file) in files.enumerated() {
      for (record, number) in file.numbers.enumerated() where number >= 0 {
        let standing = Standing(file: Int32(index), record: Int32(record + 1))
        if refusals[standing] == nil, !replaced.contains(standing) { live.insert(number) }
      }
    }
    for number in commons.indices where !live.contains(Int32(number)) { commons[number] = nil }
    items = items.filter { refusals[$0.value] == nil && !replaced.contains($0.value) }
    var twice: Set<Item> = []
    var differing: [Int: Objection] = [:]
    let file = try add(submissions, instances, form: form)
    try read(file, twice: &twice, differing: &differing)
    refuse(differing, in: file)
    if !twice.isEmpty { try settle(twice, in: file) }
  }

  var count: Int { commons.count }

  func membership(of cursor: RecordCursor, in source: PreparedSource) -> Membership {
    guard let file = fileOfSource[source.entry.number] else {
      return .refused(.mendedCount)
    }
    let standing = Standing(file: Int32(file), record: Int32(cursor.record))
    if let objection = refusals[standing] { return .refused(objection) }
    let number = Int(files[file].numbers[cursor.record - 1])
    return again.contains(standing) ? .again(number) : .member(number)
  }

  func standing(of record: Int, in source: PreparedSource) -> Standing? {
    fileOfSource[source.entry.number].map { Standing(file: Int32($0), record: Int32(record)) }
  }

  /// Notes a record that counts: the first one of a submission stands for it.
  mutating func count(_ record: Int, of source: PreparedSource, in number: Int) {
    if first[number] == nil { first[number] = standing(of: record, in: source) }
  }

  /// Notes what is unclear in a record of a submission.
  mutating func doubt(
    _ fields: [UnclearField], of question: Question, at record: Int, of source: PreparedSource,
    in number: Int
  ) {
    if first[number] == standing(of: record, in: source) { return }
    doubts[number, default: [:]][question.index, default: []] += fields
  }

  /// What is unclear in the other records of a submission of an answer that all of them have.
  func doubts(of question: Question, at record: Int, of source: PreparedSource) -> [UnclearField] {
    submission(at: record, of: source).flatMap { doubts[$0]?[question.index] } ?? []
  }

  /// The source of submissions that a source of instances is at the same time.
  func submissions(beside source: PreparedSource) -> PreparedSource? {
    fileOfSource[source.entry.number].map { files[$0].submissions }
  }

  /// The submission that a record stands for.
  func submission(at record: Int, of source: PreparedSource) -> Int? {
    guard let standing = standing(of: record, in: source) else { return nil }
    let number = Int(files[Int(standing.file)].numbers[record - 1])
    return number >= 0 && first[number] == standing ? number : nil
  }

  /// How many submissions a file has.
  func submissions(in source: PreparedSource) -> Int {
    guard let file = fileOfSource[source.entry.number] else { return 0 }
    return first.count { $0?.file == Int32(file) }
  }
}

// MARK: - Reading

extension Roster {
  private mutating func add(
    _ submissions: PreparedSource, _ instances: PreparedSource, form: Questionnaire
  ) throws(RunError) -> Int {
    var file = try RosterFile(submissions, instances, form: form)
    file.number { text in number(of: TextKey(text)) }
    fileOfSource[submissions.entry.number] = files.count
    files.append(file)
    return files.count - 1
  }

  private mutating func number(of key: TextKey) -> Int32 {
    if let number = texts[key] { return number }
    let number = Int32(texts.count)
    texts[key] = number
    return number
  }

  private mutating func number(
    _ cursor: RecordCursor, _ column: Int, in file: Int
  ) -> Int32 {
    switch cursor.field(column) {
    case .blank: Self.blank
    case .seen(let number): files[file].texts[column][number]
    case .text(let text): number(of: TextKey(text))
    }
  }

  /// - Parameters:
  ///   - twice: The items of which there are several records.
  ///   - differing: The submissions whose records do not agree.
  private mutating func read(
    _ index: Int, twice: inout Set<Item>, differing: inout [Int: Objection]
  ) throws(RunError) {
    let source = files[index].submissions
    let fates = FateJudge(source)
    var outcomes: [Int: UnitIndex.Outcome] = [:]
    let cursor = try RecordCursor(folder: source.folder)
    while try cursor.next() {
      let standing = Standing(file: Int32(index), record: Int32(cursor.record))
      switch try fates.fate(of: cursor) {
      case .test, .incomplete:
        _ = enter(cursor, by: .aside(files[index].by.map { number(cursor, $0, in: index) }), index)
      case .setAside(let objection): refusals[standing] = objection
      case .usable(let received, let text):
        let item = number(cursor, files[index].item, in: index)
        switch resolve(text, of: source, &outcomes) {
        case .refused(let objection): refusals[standing] = objection
        case .unit where item == Self.blank:
          refusals[standing] = .blankItem(in: source.columns[files[index].item].heading)
        case .unit(let unit, _):
          let number = enter(cursor, by: .submission(unit: unit, received: received), index)
          if let objection = try difference(of: cursor, in: index, to: Int(number)) {
            differing[Int(number)] = differing[Int(number)] ?? objection
          }
          let one = Item(submission: number, item: item)
          if items[one] == nil { items[one] = standing } else { twice.insert(one) }
        }
      }
    }
  }

  /// Finds the submission of a record, or begins one.
  private mutating func enter(_ cursor: RecordCursor, by key: Key, _ index: Int) -> Int32 {
    let number = numbers[key] ?? Int32(commons.count)
    if Int(number) == commons.count {
      numbers[key] = number
      commons.append(nil)
      first.append(nil)
    }
    files[index].numbers[cursor.record - 1] = number
    return number
  }

  /// Where a record does not agree with those of its submission before it.
  private mutating func difference(
    of cursor: RecordCursor, in index: Int, to number: Int
  ) throws(RunError) -> Objection? {
    let shared = files[index].shared
    let common = shared.map { self.number(cursor, $0, in: index) }
    guard let earlier = commons[number] else {
      commons[number] = common
      return nil
    }
    guard let differing = shared.indices.first(where: { earlier[$0] != common[$0] }) else {
      return nil
    }
    let source = files[index].submissions
    return .commonDiffers(
      in: source.columns[shared[differing]].heading,
      text: try source.text(cursor, shared[differing]), line: cursor.position.line)
  }

  private mutating func resolve(
    _ text: JudgedRecords.UnitText, of source: PreparedSource,
    _ outcomes: inout [Int: UnitIndex.Outcome]
  ) -> UnitIndex.Outcome {
    let identifier = source.definition.identifier
    switch text {
    case .none(let name): return units.anonymous(name)
    case .text(let text): return units.resolve(text, by: identifier)
    case .seen(let number, let text):
      if let outcome = outcomes[number] { return outcome }
      let outcome = units.resolve(text, by: identifier)
      outcomes[number] = outcome
      return outcome
    }
  }

  /// Refuses all records of submissions whose records do not agree: nobody can tell which one is right.
  ///
  /// - Parameter file: The file in which they are; nil for all files.
  private mutating func refuse(_ differing: [Int: Objection], in file: Int? = nil) {
    guard !differing.isEmpty else { return }
    for index in file.map({ $0..<($0 + 1) }) ?? files.indices {
      for (record, number) in files[index].numbers.enumerated() where number >= 0 {
        guard let objection = differing[Int(number)] else { continue }
        refusals[Standing(file: Int32(index), record: Int32(record + 1))] = objection
      }
    }
  }

  /// Refuses the records of items that say different things, and lets one of those count that say the same.
  ///
  /// - Parameter file: The file in which they are refused: a record that came has been counted when one is
  ///   mended. Nil for all files.
  private mutating func settle(_ twice: Set<Item>, in file: Int? = nil) throws(RunError) {
    var records: [Item: [(standing: Standing, line: Int, answers: [String])]] = [:]
    for index in files.indices {
      let cursor = try RecordCursor(folder: files[index].submissions.folder)
      while try cursor.next() {
        let standing = Standing(file: Int32(index), record: Int32(cursor.record))
        let number = files[index].numbers[cursor.record - 1]
        guard number >= 0, refusals[standing] == nil else { continue }
        let item = Item(submission: number, item: self.number(cursor, files[index].item, in: index))
        guard twice.contains(item) else { continue }
        if let file, index != file, items[item] != standing { continue }
        records[item, default: []].append(
          (standing, cursor.position.line, try files[index].answers(cursor)))
      }
    }
    for found in records.values {
      guard let one = found.first else { continue }
      let isSame = found.allSatisfy { $0.answers == one.answers }
      for (standing, _, _) in found where file == nil || Int(standing.file) == file {
        if !isSame {
          let other = standing.file == one.standing.file ? nil : one.standing.file
          refusals[standing] = .itemRivals(
            line: one.line, of: other.map { files[Int($0)].submissions.entry.file })
        } else if standing != one.standing {
          again.insert(standing)
        }
      }
    }
  }
}
