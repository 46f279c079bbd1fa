import Basics
import Testing

struct TimestampTests {
  /// Seconds between two moments, counted by hand.
  @Test(arguments: [
    ("2005-07-29", "2005-07-29T00:00:00", 0),
    ("2005-07-29T23:59:59", "2005-07-30", 1),
    ("2005-07-29T14:03:00", "2005-07-29T14:03:00+00:00", 0),
    ("2005-07-29T14:03:00+02:00", "2005-07-29T12:03:00", 0),
    ("2005-07-29T14:03:00-03:30", "2005-07-29T17:33:00", 0),
    ("2004-02-28", "2004-03-01", 2 * 86_400),
    // The same moment in Kiribati and in Niue, which have two dates.
    ("2005-07-30T00:30:00+14:00", "2005-07-28T23:30:00-11:00", 0),
  ])
  func moments(earlier: String, later: String, apart: Int) throws {
    let (first, second) = (try #require(Timestamp(earlier)), try #require(Timestamp(later)))
    #expect(second.seconds - first.seconds == apart)
  }

  @Test(arguments: [
    ("2005-07-29", "2005-07-29", true), ("2005-07-29", "2005-07-29T08:00:00", true),
    ("2005-07-29", "2005-07-29T23:59:59-05:00", true), ("2005-07-29", "2005-07-30T00:00:01", false),
    ("2005-07-29T08:00:00", "2005-07-29T08:00:00", true),
    ("2005-07-29T08:00:00", "2005-07-29T08:00:01", false),
    ("2005-07-29T08:00:00+02:00", "2005-07-29T06:00:00+00:00", true),
    ("2005-07-29T08:00:00+02:00", "2005-07-29T08:00:00+01:00", false),
    // By the written days the one, by its moment in UTC the other.
    ("2005-07-30", "2005-07-29T20:00:00-05:00", true),
    ("2005-07-30", "2005-07-29T18:00:00-05:00", false),
    // Whoever wrote 10:00 may be in Kiribati, 14 hours before UTC, or in Niue, 11 behind.
    ("2005-07-29T10:00:00", "2005-07-28T20:00:00+00:00", true),
    ("2005-07-29T10:00:00", "2005-07-29T21:00:00+00:00", true),
    ("2005-07-29T10:00:00", "2005-07-28T19:59:59+00:00", false),
    ("2005-07-29T10:00:00", "2005-07-30T00:00:01+00:00", false),
  ])
  func whetherTheOrderIsOpen(one: String, other: String, isOpen: Bool) throws {
    let (first, second) = (try #require(Timestamp(one)), try #require(Timestamp(other)))
    #expect(first.isOrderOpen(to: second) == isOpen)
    #expect(second.isOrderOpen(to: first) == isOpen)
  }

  /// The day is the one that stands there, whatever it is in UTC.
  @Test func day() throws {
    let moment = try #require(Timestamp("2005-07-30T00:30:00+14:00"))
    #expect(moment.day == CalendarDate(year: 2005, month: 7, day: 30))
    #expect(moment.text == "2005-07-30T00:30:00+14:00")
  }

  @Test(arguments: [
    "", "2005-02-30", "2005-7-29", "05-07-29", "2005-07-29T", "2005-07-29 14:03:00",
    "2005-07-29T14:03", "2005-07-29T24:00:00", "2005-07-29T14:60:00", "2005-07-29T14:03:00Z",
    "2005-07-29T14:03:00+2:00", "2005-07-29T14:03:00+02", "2005-07-29T14:03:00+02:00 ",
    "2005-07-29T14:03:00+02:60", "２００５-07-29", "2005-07-29x",
  ])
  func whatIsNone(text: String) {
    #expect(Timestamp(text) == nil)
  }

  /// Whatever normalization writes of a source's dates is read again.
  @Test(arguments: [
    "29/07/2005", "2005-07-29", "29/07/2005 8:28", "29.7.2005 8:28:09 PM GMT+5:30",
    "2005-07-29T08:28:09.123Z", "2005-07-29T08:28:09-0330",
  ])
  func whatDatesAreWrittenAs(text: String) throws {
    let written = try #require(DateText(order: .dmy).timestamp(text))
    #expect(Timestamp(written)?.text == written)
  }
}
