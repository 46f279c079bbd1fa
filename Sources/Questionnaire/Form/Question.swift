package import Basics

/// What an answer may be.
package enum AnswerType: Sendable, Equatable {
  case selectOne(ChoiceList)
  case selectMultiple(ChoiceList)
  /// The choices, or some of them, put in order.
  case rank(ChoiceList)
  case integer
  case decimal
  case date
  case text

  /// The choices of a closed question.
  package var choices: [Choice]? { list?.choices }

  /// The list that a closed question has its choices from.
  var list: ChoiceList? {
    switch self {
    case .selectOne(let list), .selectMultiple(let list), .rank(let list): list
    case .integer, .decimal, .date, .text: nil
    }
  }
}

extension AnswerType {
  /// The word for it in XLSForm.
  package var word: String {
    switch self {
    case .selectOne: "select_one"
    case .selectMultiple: "select_multiple"
    case .rank: "rank"
    case .integer: "integer"
    case .decimal: "decimal"
    case .date: "date"
    case .text: "text"
    }
  }

  /// What a unit answers to a question that every instance of a repeat was asked: all choices that
  /// any instance ticked, the sum of its numbers, its texts and dates below one another.
  ///
  /// It is nil for a ranking: several have no order in common.
  var overInstances: AnswerType? {
    switch self {
    case .selectOne(let list), .selectMultiple(let list): .selectMultiple(list)
    case .integer, .decimal: self
    case .date, .text: .text
    case .rank: nil
    }
  }
}

/// One answer a closed question offers.
package struct Choice: Sendable, Equatable {
  /// The code: XLSForm's `name`.
  package let name: String
  package let label: LocalizedText
  /// Other texts that mean this choice, from the column `synonyms`, separated by `|`.
  package let synonyms: [String]
  /// Whether it answers what was asked; "don't know" and "refused" say that there is no opinion
  /// (our column `substantive`).
  package var isSubstantive = true
  /// Whether the form says so, and does not leave it open.
  package var saysWhetherSubstantive = false
  /// The first and the last version of the form that offered it, if not all did.
  package var since: CalendarDate?
  package var until: CalendarDate?

  /// Whether a version of the form, told by its date, offered the choice; nil is a version that nobody
  /// declared, which offered all.
  package func isOffered(in version: CalendarDate?) -> Bool {
    guard let version else { return true }
    return since.map { $0 <= version } ?? true && until.map { version <= $0 } ?? true
  }
}

/// A named list of choices, in the order of the form.
package struct ChoiceList: Sendable, Equatable {
  package let name: String
  package let choices: [Choice]

  /// The longest list: three letters `a` to `z`, as answers stand in the files between the stages,
  /// tell no more choices apart.
  package static let mostChoices = 26 * 26 * 26

  /// The longest list to rank: a rank is one letter.
  package static let mostRanks = 26
}

/// A group of questions, as its `begin_group` has it: a page, or the rows of a matrix.
package struct QuestionGroup: Sendable, Equatable {
  package let name: String
  package let label: LocalizedText
}

/// One question of the questionnaire.
package struct Question: Sendable {
  /// Position among the questions of the form, from 0.
  package let index: Int
  package let name: String
  /// What the answer of a unit may be.
  package let type: AnswerType
  /// What one reply to it may be: another type than the unit's answer for a question in a repeat,
  /// see `AnswerType.overInstances`.
  package let asked: AnswerType
  /// The name of the repeat it stands in.
  package let repeatName: String?
  package let label: LocalizedText
  /// The groups it stands in, from the outermost.
  package let groups: [QuestionGroup]
  /// The `relevant` of its groups and its own as they are written, for people.
  package let routing: [String]
  /// What must hold for the question to apply: its own `relevant` and those of its groups.
  package internal(set) var relevant: Expression?
  package internal(set) var constraint: Expression?
  /// Which of its choices are not offered to everybody who is asked.
  package internal(set) var offers: ChoiceOffers?
  package let isRequired: Bool
  /// What is demanded of one instance of its repeat; nil outside repeats.
  var instance: InstanceDemands?
  /// The units that may stand beside the numbers that answer it.
  package let units: [NumberUnit]
  /// The provision the question is about (our column `article`).
  package let article: String
  /// The first and the last day a version of the form had the question, if not always.
  package let since: String
  package let until: String
  /// The line in `survey.csv`.
  package let line: Int

  /// Whether a version of the form, told by its date, had the question; nil is a version that
  /// nobody declared, which has all.
  package func isAsked(in version: CalendarDate?) -> Bool {
    guard let version else { return true }
    if let since = CalendarDate(iso: since), version < since { return false }
    if let until = CalendarDate(iso: until), version > until { return false }
    return true
  }
}
