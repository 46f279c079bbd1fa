/// Other ways in which people and tools write the types of XLSForm, as its converter (pyxform) takes
/// them.
enum TypeSpelling {
  /// A type field with the type as it is usually written.
  static func usual(_ field: String) -> String {
    let words = field.split(whereSeparator: \.isWhitespace).map(String.init)
    for (spelling, usual) in spellings {
      let parts = spelling.split(separator: " ").map(String.init)
      guard words.count >= parts.count,
        zip(words, parts).allSatisfy({ $0.lowercased() == $1 })
      else { continue }
      return ([usual] + words.dropFirst(parts.count)).joined(separator: " ")
    }
    return words.joined(separator: " ")
  }

  /// The longer ones first, since a shorter one may begin them.
  private static let spellings: [(String, String)] = [
    ("select all that apply from", "select_multiple"), ("select all that apply", "select_multiple"),
    ("select multiple from", "select_multiple"), ("select multiple", "select_multiple"),
    ("select many from", "select_multiple"), ("select many", "select_multiple"),
    ("select one from", "select_one"), ("select one", "select_one"), ("select1", "select_one"),
    ("select", "select_multiple"), ("add select one prompt using", "select_one"),
    ("add select multiple prompt using", "select_multiple"), ("int", "integer"),
    ("string", "text"), ("date time", "dateTime"), ("gps", "geopoint"), ("location", "geopoint"),
    ("photo", "image"), ("trigger", "acknowledge"), ("calculation", "calculate"),
    ("device id", "deviceid"), ("phone number", "phonenumber"), ("start time", "start"),
    ("end time", "end"), ("start-geopoint", "hidden"), ("background-geopoint", "hidden"),
    ("subscriberid", "hidden"), ("simserial", "hidden"), ("imei", "hidden"),
  ]
}
