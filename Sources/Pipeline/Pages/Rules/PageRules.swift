import Tables

/// All the tables that pages are read by.
///
/// A class, so that handing it on costs one count rather than one for each table.
final class PageRules: Sendable {
  let dates: PrintedDates
  let furniture: FurnitureWords
  let bylines: BylineWords
  let authors: AuthorMarks
  let credits: PictureCredits
  let wires: WireCredits
  let marks: HeadlineMarks
  let languages: LanguageGuess
  let classes: ClassWords
  let suffixes: SiteSuffixes

  init() throws(TabSeparatedTable.Malformed) {
    dates = PrintedDates(words: try DateWords())
    furniture = try FurnitureWords()
    bylines = try BylineWords()
    authors = try AuthorMarks()
    credits = try PictureCredits()
    wires = try WireCredits()
    marks = try HeadlineMarks()
    languages = try LanguageGuess()
    classes = try ClassWords()
    suffixes = try SiteSuffixes()
  }
}
