@testable import Printing
import Testing

/// Which texts get the mark that keeps a spreadsheet from taking them for something else.
struct SpreadsheetTextTests {
  @Test(arguments: [
    "1-5", "11/12", "0012", "1E5", "004", "3 May", "May 2005", "12:30 PM", "EUR 5", "50 %",
    "=1", " =1", "'=1", "\"+a", "-a", "@a", "＝a", "＠a", "\u{A0}=a", "\tx", "\u{0}",
    "TRUE", "False", "vrai", "Verdadero", "ИСТИНА", "ложь",
    "١٢", "½", "Ⅷ", "第5条", "5°", "12 мая", "replies.csv:3",
    "12345678901234567890123456789012345678", "1 234 567 890 123 456 789 012 345 678 901 234",
  ])
  func isMarked(text: String) {
    #expect(SpreadsheetText.marked(text) == "\u{200E}" + text)
  }

  @Test(arguments: [
    "", "yes", "No answer", "Côte d’Ivoire", "truth", "Article 5 of it", "see note 3 below",
    "как в 2005 году было", "a=1 or b=2 or c=3", "True enough",
  ])
  func isLeftAsItIs(text: String) {
    #expect(SpreadsheetText.marked(text) == text)
  }
}
