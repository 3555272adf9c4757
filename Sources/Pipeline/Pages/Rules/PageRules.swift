import Tables

/// All the tables that pages are read by.
struct PageRules: Sendable {
  let dates: PrintedDates
  let furniture: FurnitureWords
  let bylines: BylineWords
  let marks: HeadlineMarks
  let languages: LanguageGuess

  init() throws(TabSeparatedTable.Malformed) {
    dates = PrintedDates(words: try DateWords())
    furniture = try FurnitureWords()
    bylines = try BylineWords()
    marks = try HeadlineMarks()
    languages = try LanguageGuess()
  }
}
