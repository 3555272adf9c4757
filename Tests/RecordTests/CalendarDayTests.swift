import Testing

@testable import Record

struct CalendarDayTests {
  @Test(
    "Days that the calendar does not have cannot be made",
    arguments: [
      (2018, 2, 30), (2019, 2, 29), (2018, 13, 1), (2018, 0, 1), (0, 1, 1), (10000, 1, 1),
    ])
  func impossible(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test(
    "ISO dates are read, with or without a time",
    arguments: [
      ("2018-11-02", "2018-11-02"), ("2018-11-02T22:22", "2018-11-02"),
      ("2020-02-29T00:00:00Z", "2020-02-29"),
    ])
  func iso(_ text: String, _ day: String) {
    #expect(CalendarDay(iso: text)?.description == day)
  }

  @Test(
    "What is no ISO date is none", arguments: ["", "2018", "2018-11", "2018-1-2", "02.11.2018"])
  func notISO(_ text: String) {
    #expect(CalendarDay(iso: text) == nil)
  }

  @Test("Days are added over months and leap years")
  func days() {
    let day = CalendarDay(iso: "2020-02-28")
    #expect(day?.adding(days: 2)?.description == "2020-03-01")
    #expect(day?.adding(days: -59)?.description == "2019-12-31")
    #expect(CalendarDay(iso: "9999-12-31")?.adding(days: 1) == nil)
    #expect(CalendarDay(iso: "0001-01-01")?.adding(days: -1) == nil)
  }

  @Test("Months are added, shortened to a month's last day")
  func months() {
    let day = CalendarDay(iso: "2018-01-31")
    #expect(day?.adding(months: 1)?.description == "2018-02-28")
    #expect(day?.adding(months: -2)?.description == "2017-11-30")
    #expect(day?.adding(months: 23)?.description == "2019-12-31")
  }

  @Test(
    "Weekdays run from Monday",
    arguments: [("2018-11-02", 5), ("2018-11-04", 7), ("2018-11-05", 1), ("2024-02-29", 4)])
  func weekday(_ iso: String, _ weekday: Int) {
    #expect(CalendarDay(iso: iso)?.weekday == weekday)
  }
}
