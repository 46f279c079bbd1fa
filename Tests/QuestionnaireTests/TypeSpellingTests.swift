import Testing

@testable import Questionnaire

struct TypeSpellingTests {
  @Test(arguments: [
    ("select one from yn", "select_one yn"), ("Select One  yn or_other", "select_one yn or_other"),
    ("select all that apply from towns", "select_multiple towns"), ("select1 yn", "select_one yn"),
    ("select multiple towns", "select_multiple towns"), ("int", "integer"), ("gps", "geopoint"),
    ("select_one yn", "select_one yn"), ("integer", "integer"), ("selected", "selected"),
    (" text ", "text"), ("", ""),
  ])
  func spellings(cell: String, usual: String) {
    #expect(TypeSpelling.usual(cell) == usual)
  }
}
