import Basics

/// What the form calculates: its rows of the type `calculate`, read once all rows are known.
///
/// A calculation that cannot be read, such as one by a function that is not known here, may be of use
/// to the tool alone; it is an error only where something rests on it.
struct FormCalculations {
  /// A row of the type `calculate`.
  struct Row {
    let name: String
    let calculation: String
    /// What must hold for there to be a value: of the row itself, and of the groups around it.
    let relevant: String
    let groups: [Expression]
    /// The name of the repeat it stands in.
    let repeatName: String?
    let line: Int
  }

  private let rows: [String: [Row]]
  private let form: Questionnaire
  /// The repeat whose instances are units by themselves.
  private let repeatName: String?
  /// The questions within it.
  private let own: Set<String>
  private var finished = Calculations()

  /// The longest row of names that rest on one another: they are read by recursion.
  private static let mostNames = 500

  /// - Parameters:
  ///   - form: The questions, which go before calculations of the same name.
  ///   - repeatName: The repeat whose instances are units by themselves; nil where submissions are.
  init(_ rows: [Row], of form: Questionnaire, within repeatName: String? = nil) {
    self.repeatName = repeatName
    own = form.written.names(within: repeatName)
    self.rows = Dictionary(grouping: rows.filter { form[$0.name] == nil }, by: \.name)
    self.form = form
  }

  /// The names of the rows with their expressions.
  mutating func read() -> Calculations {
    for name in rows.keys.sorted() { read(name, within: []) }
    return finished
  }

  /// Reads a calculation after those that it rests on.
  ///
  /// - Parameter trail: The names that lead to it.
  private mutating func read(_ name: String, within trail: [String]) {
    guard let rows = rows[name], let row = rows.first, !finished.has(name) else { return }
    do throws(Expression.BindingError) {
      if let start = trail.firstIndex(of: name) {
        throw error("it rests on itself: \((trail[start...] + [name]).joined(separator: " → "))")
      }
      if trail.count > Self.mostNames {
        throw error("more than \(Self.mostNames) calculations rest on one another")
      }
      if rows.count > 1 { throw error("line \(rows[1].line) calculates the same name") }
      let expression = try expression(row)
      for reference in expression.references { read(reference, within: trail + [name]) }
      // It leads back to itself, which has been said.
      if finished.has(name) { return }
      if finished.add(name, restingOn: expression.references) { return }
      let resolved = try expression.resolving(finished)
      if row.repeatName == nil, let own = resolved.references.first(where: own.contains) {
        throw error(
          "it is worked out of '\(own)' of all instances of '\(repeatName ?? "")' together, which none of them "
            + "has")
      }
      _ = try resolved.bound(to: form, current: nil)
      try finished.add(name, resolved)
    } catch {
      finished.add(
        name, at: "\(FileSystem.name(of: form.path)), line \(row.line)",
        unreadFor: error.message)
    }
  }

  private func expression(_ row: Row) throws(Expression.BindingError) -> Expression {
    if let repeatName = row.repeatName, repeatName != self.repeatName {
      throw error("it has a value for each instance of the repeat '\(repeatName)'")
    }
    guard let value = try parsed(row.calculation) else { throw error("it is blank") }
    // Where it does not apply, it is a blank.
    let conditions = row.groups + [try parsed(row.relevant)].compactMap(\.self)
    return Expression.all(conditions).map { value.unlessBlank(by: $0) } ?? value
  }

  private func parsed(_ text: String) throws(Expression.BindingError) -> Expression? {
    if text.allSatisfy(\.isWhitespace) { return nil }
    do throws(Expression.SyntaxError) {
      return try Expression(parsing: text)
    } catch {
      throw self.error("\(error.message), at character \(error.column) of '\(text)'")
    }
  }

  private func error(_ message: String) -> Expression.BindingError {
    Expression.BindingError(id: .expression(.calculation), message: message)
  }
}

extension Expression {
  /// The value where a condition holds, and a blank elsewhere.
  fileprivate func unlessBlank(by condition: Expression) -> Expression {
    Expression(root: .call(.if, [condition.root, root, .text("")]))
  }
}

extension Questionnaire {
  /// The form with what it calculates in the place of the names for it.
  ///
  /// - Parameter repeatName: The repeat whose instances are units by themselves; nil where submissions
  ///   are.
  /// - Returns: Also what is wrong with conditions that rest on what cannot be read.
  func calculating(within repeatName: String? = nil) -> (Questionnaire, [RunError.Problem]) {
    var reader = FormCalculations(written.calculations, of: self, within: repeatName)
    let calculations = reader.read()
    var problems: [RunError.Problem] = []
    func resolved(
      _ expression: Expression?, _ column: SurveyColumn, of question: Question
    ) -> Expression? {
      do throws(Expression.BindingError) {
        return try expression?.resolving(calculations)
      } catch {
        problems.append(
          RunError.Problem(
            path: path, line: question.line, id: error.id,
            message: "column '\(column.rawValue)' of '\(question.name)': \(error.message)"))
        return nil
      }
    }
    let questions = questions.map { question in
      var copy = question
      copy.relevant = resolved(question.relevant, .relevant, of: question)
      copy.constraint = resolved(question.constraint, .constraint, of: question)
      copy.offers = question.offers.map { offers in
        ChoiceOffers(
          reason: offers.reason,
          expressions: offers.expressions.map { resolved($0, .choiceFilter, of: question) },
          fields: offers.fields)
      }
      return copy
    }
    return (
      Questionnaire(
        path: path, questions: questions, languages: languages, silentNames: silentNames,
        calculations: calculations, written: written),
      problems
    )
  }
}
