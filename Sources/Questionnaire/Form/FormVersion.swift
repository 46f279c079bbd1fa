package import Basics

/// The version of the form that a source was filled in with.
package struct FormVersion: Sendable {
  /// The day that is declared of it; nil for a version that nobody declared.
  package let day: CalendarDate?
  /// What it did not offer besides what `since` and `until` say, as the columns of the source show:
  /// `question/choice`, in the order of the form.
  package let notOffered: [String]
  /// The source, for people who look for a version that only its columns tell.
  package let file: String

  package init(day: CalendarDate?, notOffered: [String] = [], file: String = "") {
    self.day = day
    self.notOffered = notOffered
    self.file = file
  }

  /// A choice as `notOffered` has it.
  package static func name(of choice: Choice, of question: Question) -> String {
    "\(question.name)/\(choice.name)"
  }

  func offers(_ choice: Choice, of question: Question) -> Bool {
    choice.isOffered(in: day)
      && !notOffered.contains(Self.name(of: choice, of: question))
  }

  func isSame(as other: FormVersion) -> Bool {
    day == other.day && notOffered == other.notOffered
  }
}
