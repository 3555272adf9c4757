import Record
import Testing

@testable import Pages

@Suite("Printed dates")
struct PrintedDatesTests {
  @Test(
    "a printed date is read with its clock and zone",
    arguments: [
      ("World 22:22 02.11.2018", "2018-11-02T22:22"),
      ("2018-11-02T22:22:07+04:00", "2018-11-02T22:22+04:00"),
      ("2018-11-02 22:22:07.123Z", "2018-11-02T22:22Z"),
      ("Fri, 02 Nov 2018 22:22:00 GMT", "2018-11-02T22:22Z"),
      ("November 2, 2018 at 10:22 p.m. EST", "2018-11-02T22:22-05:00"),
      ("Nov. 2, 2018", "2018-11-02"),
      ("2nd of November 2018, 14:05", "2018-11-02T14:05"),
      ("12:30 am, 2 Nov 2018", "2018-11-02T00:30"),
      ("02/11/2018 14.05 Uhr", "2018-11-02T14:05"), ("11/22/2018", "2018-11-22"),
      ("2. November 2018, 14:05 Uhr", "2018-11-02T14:05"), ("3. März 2019", "2019-03-03"),
      ("2 novembre 2018 à 14h05", "2018-11-02T14:05"), ("1er août 2018", "2018-08-01"),
      ("2 de noviembre de 2018", "2018-11-02"), ("2 ноября 2018 г. в 14:05", "2018-11-02T14:05"),
      ("2 Kasım 2018 Cuma 14:05", "2018-11-02T14:05"), ("2 noyabr 2018, 14:05", "2018-11-02T14:05"),
      ("2 نوفمبر 2018", "2018-11-02"), ("٢ تشرين الثاني ٢٠١٨", "2018-11-02"),
      ("۱۱ آبان ۱۳۹۷ ۱۴:۰۵", "2018-11-02T14:05"), ("1397/08/11", "2018-11-02"),
      ("2018年11月2日 14:05", "2018-11-02T14:05"), ("2018년 11월 2일", "2018-11-02"),
      ("14:05 MSK 2.11.18", "2018-11-02T14:05+03:00"), ("2018. november 2.", "2018-11-02"),
      ("22:22 (GMT+4) 02 November 2018", "2018-11-02T22:22+04:00"),
    ])
  func printed(line: String, stamp: String) throws {
    let dates = PrintedDates(words: try DateWords())
    #expect(dates.find(in: line).compactMap(\.stamp?.start) == [stamp])
  }

  @Test(
    "what is no date is read as none",
    arguments: [
      "31.02.2018", "2018-13-01", "192.168.10.2018", "version 1.2.3", "May 2018", "00.00.2020",
      "March against hunger", "room 25:61", "30 February 2020", "29.02.2019", "99/99/9999",
    ])
  func noDate(line: String) throws {
    let dates = PrintedDates(words: try DateWords())
    #expect(dates.find(in: line).compactMap(\.stamp).isEmpty)
  }

  @Test(
    "a time told back from now is counted from the page's own",
    arguments: [
      ("17 minutes ago", "2024-05-10T00:03"), ("vor 2 Stunden", "2024-05-09T22:20"),
      ("il y a 20 minutes", "2024-05-10T00:00"), ("3 saat önce", "2024-05-09T21:20"),
      ("5 минут назад", "2024-05-10T00:15"), ("2 days ago", "2024-05-08"),
      ("Yesterday, 21:00", "2024-05-09T21:00"), ("10:00 today", "2024-05-10T10:00"),
    ])
  func relative(line: String, stamp: String) throws {
    let dates = PrintedDates(words: try DateWords())
    let now = PrintedTime(
      day: CalendarDay(year: 2024, month: 5, day: 10), minutes: 20, range: 0..<0)
    let found = try #require(dates.find(in: line).first)
    #expect(found.resolved(day: nil, now: now).stamp?.start == stamp)
  }

  @Test(
    "the Jalali calendar's leap years are kept",
    arguments: [
      (1399, 12, 30, "2021-03-20"), (1400, 1, 1, "2021-03-21"), (1357, 11, 22, "1979-02-11"),
    ])
  func jalali(year: Int, month: Int, day: Int, gregorian: String) {
    #expect(JalaliCalendar.day(year: year, month: month, day: day)?.description == gregorian)
    #expect(JalaliCalendar.day(year: 1400, month: 12, day: 30) == nil)
  }
}
