/// A name by which a State is found, and the days on which it is that State's name.
struct StateName: Sendable {
  let text: String
  let language: String
  let iso3: String
  var validity = ValidityPeriod(from: nil, to: nil)
  /// Found only where it is written in just these capitals: "UK" is, "Uk" is not.
  var isAbbreviation = false
  /// The long name, such as "the Republic of Moldova".
  var isFormal = false
  /// Found only where it is the same text but for case and blanks: of units that a collection lists
  /// itself, of which "Group A" and "Group E" are two.
  var isExact = false
  /// Today's name, which may be used of earlier days too.
  var isTodays = false
}
