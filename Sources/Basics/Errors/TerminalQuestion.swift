import Glibc

/// Asks the person before the terminal to choose.
package enum TerminalQuestion {
  /// The setting that a person chooses to end a doubt.
  ///
  /// - Returns: Nil where the error is no doubt, where nobody sits before a terminal, and where the
  ///   person chooses none.
  package static func answer(to error: RunError) -> RunError.Setting? {
    guard error.problems.count == 1, let problem = error.problems.first, !problem.answers.isEmpty,
      isatty(0) == 1, isatty(2) == 1
    else { return nil }
    StandardError.write("\(problem)\n")
    for (number, answer) in problem.answers.enumerated() {
      StandardError.write("  \(number + 1)  \(answer.setting): \(answer.meaning)")
    }
    let last = problem.answers.count
    StandardError.write("\nWhich is right? \(last == 1 ? "1" : "1 to \(last)"), or Enter to stop:")
    guard let line = readLine(), let number = CalendarDate.number(line.trimmed),
      problem.answers.indices.contains(number - 1)
    else { return nil }
    return problem.answers[number - 1].setting
  }
}
