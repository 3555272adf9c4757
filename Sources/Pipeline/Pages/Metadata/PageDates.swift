import Record

/// When a page says that it was published and changed, by the most trustworthy word on it.
struct PageDates {
  private(set) var published: PrintedTime?
  private(set) var updated: PrintedTime?

  private static let publishedNames = [
    "article:published_time", "datepublished", "og:published_time", "article:published",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "publicationdate", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "dc:created", "date.created", "datecreated", "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "article_date_original", "originalpublicationdate", "rnews:datepublished", "bt:pubdate",
    "displaydate", "ptime", "article.published", "published-date", "published_time", "release_date",
    "article:post_date", "article:date", "iso-8601-publish-date",
    "shareaholic:article_published_time",
    "og:article:published_time", "last-published", "og:pubdate", "posted",
  ]
  /// Names that don't say of what they tell the date.
  private static let looseNames = [
    "dcterms.date", "dc.date", "dc:date", "date", "created", "timestamp",
  ]
  private static let updatedNames = [
    "article:modified_time", "datemodified", "og:updated_time", "article:modified", "lastmod",
    "last-modified", "dcterms.modified", "dc.date.modified", "modified", "revision_date",
    "dateupdate",
    "updated_time", "article:updated_time", "date.updated",
  ]

  /// - Parameter scripted: what a script's data call the time of publishing.
  init(
    tree: HTMLTree, weights: NodeWeights, head: HeadData, linked: LinkedData,
    segments: [PageSegment], article: ArticleBody,
    urls: [String], scripted: () -> String?, rules: PageRules, monthFirst: Bool
  ) {
    var dates = rules.dates
    dates.monthFirst = monthFirst
    let parse = dates
    func time(_ text: String?) -> PrintedTime? {
      guard let text, text.utf8.count < 80 else { return nil }
      return MachineDates.read(text, dates: parse)
    }
    let visible = VisibleDates(
      tree: tree, weights: weights, segments: segments, article: article, rules: rules,
      dates: dates)
    updated =
      time(linked.updated) ?? Self.updatedNames.lazy.compactMap { time(head.meta[$0]) }.first
      ?? visible.markedUpdated ?? visible.printedUpdated
    // A time far from the title is of something else, where a line for the article's own stands near it.
    let marked = visible.isMarkedFar && visible.isPrintedSure ? visible.printed : visible.marked
    let inURL = urls.lazy.compactMap { Self.day(inURL: $0) }.first
    let shown = [marked, visible.printed, inURL].compactMap { $0 }
    /// What a text tells; a year that stands first leaves no doubt which number is the month.
    func told(_ text: String?) -> PrintedTime? {
      let isOrdered = text?.trimmedSpace().utf8.prefix(4).allSatisfy { (48...57).contains($0) }
      return isOrdered == true ? time(text) : time(text)?.turned(like: shown)
    }
    let byTitle = visible.isMarkedFar ? visible.printed : marked ?? visible.printed
    let named = Self.publishedNames.lazy.compactMap { told(head.meta[$0]) }.first
    let loose = Self.looseNames.lazy.compactMap { told(head.meta[$0]) }.first
    var meta = named ?? loose
    // A day alone, or a meta's that says no more than "date", is often that of the last change; the one that the page
    // shows by its title is not.
    if let day = meta, day.minutes == nil || named == nil, visible.isByTitle(unlike: day) {
      meta = byTitle
    }
    var first = told(linked.published)
    // Meta and page together outweigh linked data.
    if let day = first, let named, visible.isByTitle(unlike: day), byTitle?.day == named.day {
      first = named
    }
    let known = first ?? meta ?? Self.unknownNames(head).lazy.compactMap(told).first
    let byPage =
      visible.published ?? Self.agreeing(marked, inURL)
      ?? (visible.isPrintedLoose ? nil : visible.printed)
    // A date in running text is the article's only where no other is.
    let beside = visible.isPrintedLoose ? updated ?? visible.printed : nil
    let unnamed = byPage ?? time(scripted()) ?? beside ?? Self.elsewhere(head, parse)
    published = known ?? unnamed?.turned(like: shown)
    // Where the address agrees a date beside it is of something else, such as today's.
    if let found = published, inURL?.day != found.day { published = found.local(like: shown) }
    published = published ?? updated ?? visible.commented
    if updated == published { updated = nil }
  }

  /// A time that markup gives and the day in the address; where they differ by more than a zone the address is right,
  /// for the time may be of anything on the page.
  private static func agreeing(_ marked: PrintedTime?, _ inURL: PrintedTime?) -> PrintedTime? {
    guard let day = marked?.day, let other = inURL?.day else { return marked ?? inURL }
    return [-1, 0, 1].contains { day.adding(days: $0) == other } ? marked : inURL
  }

  /// What is left where nothing tells: a meta of another name that gives a whole time, the day in the picture's address.
  private static func elsewhere(_ head: HeadData, _ dates: PrintedDates) -> PrintedTime? {
    for name in head.meta.keys.sorted() {
      guard let value = head.meta[name], (19...32).contains(value.utf8.count),
        !["modif", "updat", "expir", "event", "start", "end"].contains(where: name.holds),
        value.utf8.prefix(4).allSatisfy({ (48...57).contains($0) }),
        let time = MachineDates.read(value, dates: dates), time.minutes != nil
      else { continue }
      return time
    }
    return head.first(["og:image", "twitter:image"]).flatMap { day(inURL: $0) }
  }

  /// What metas of unlisted names say whose names speak of publishing, in the order of the names.
  private static func unknownNames(_ head: HeadData) -> [String] {
    head.meta.keys.filter { name in
      [
        "pubdate", "publishdate", "published", "publish_date", "publish-date", "pub_date",
        "pub-date",
      ]
      .contains(where: name.holds) && !name.holds("modif") && !name.holds("updat")
    }.sorted().compactMap { head.meta[$0] }
  }

  /// A day in an address: "/2018/11/02/", "/2018-11-02-", "/20181102".
  private static func day(inURL url: String) -> PrintedTime? {
    guard let scheme = url.firstRange(of: "://"),
      let path = url[scheme.upperBound...].firstIndex(of: "/")
    else { return nil }
    let numbers = DigitRuns(url[path...]).runs
    for (index, run) in numbers.enumerated() {
      if run.digits == 4, index + 2 < numbers.count, numbers[index + 1].digits <= 2,
        numbers[index + 2].digits <= 2, run.gapAfter == 1, numbers[index + 1].gapAfter == 1,
        (1995...2099).contains(run.value),
        let day = CalendarDay(
          year: run.value, month: numbers[index + 1].value, day: numbers[index + 2].value)
      {
        return PrintedTime(day: day, range: 0..<0)
      }
      if run.digits <= 2, index + 2 < numbers.count, numbers[index + 1].digits <= 2,
        numbers[index + 2].digits == 4, run.gapAfter == 1, numbers[index + 1].gapAfter == 1,
        (1995...2099).contains(numbers[index + 2].value),
        let day = CalendarDay(
          year: numbers[index + 2].value, month: numbers[index + 1].value, day: run.value)
      {
        return PrintedTime(day: day, range: 0..<0)
      }
      if run.digits == 8, (1995...2099).contains(run.value / 10_000),
        let day = CalendarDay(
          year: run.value / 10_000, month: run.value / 100 % 100, day: run.value % 100)
      {
        return PrintedTime(day: day, range: 0..<0)
      }
    }
    return nil
  }
}

/// The runs of digits in a text.
private struct DigitRuns {
  var runs: [(value: Int, digits: Int, gapAfter: Int)] = []

  init(_ text: Substring) {
    var value = 0
    var digits = 0
    var gap = 0
    func close(_ runs: inout [(value: Int, digits: Int, gapAfter: Int)]) {
      if digits > 0 { runs.append((value, digits, 0)) }
      value = 0
      digits = 0
    }
    for byte in text.utf8 {
      if (48...57).contains(byte) {
        if digits == 0, !runs.isEmpty { runs[runs.count - 1].gapAfter = gap }
        value = min(value * 10 + Int(byte - 48), 999_999_999)
        digits += 1
        gap = 0
      } else {
        close(&runs)
        gap += 1
      }
    }
    close(&runs)
  }
}

/// Dates as attributes and metas give them: ISO 8601, seconds since 1970, or as printed.
enum MachineDates {
  static func read(_ text: String, dates: PrintedDates) -> PrintedTime? {
    let text = text.trimmedSpace()
    if let found = dates.find(in: text).first(where: { $0.day != nil }) {
      return found.day.map { $0.year >= 1900 } == true ? found : nil
    }
    if let number = Int(text) {
      if text.utf8.count == 8 {
        let day = CalendarDay(
          year: number / 10_000, month: number / 100 % 100, day: number % 100)
        return day.flatMap { $0.year >= 1970 ? PrintedTime(day: $0, range: 0..<0) : nil }
      }
      if text.utf8.count == 14 {
        let date = number / 1_000_000
        guard
          let day = CalendarDay(year: date / 10_000, month: date / 100 % 100, day: date % 100)
        else { return nil }
        let minutes = number / 10_000 % 100 * 60 + number / 100 % 100
        return PrintedTime(day: day, minutes: minutes < 1440 ? minutes : nil, range: 0..<0)
      }
      return seconds(number, digits: text.utf8.count)
    }
    // "20181102T222200" and its like.
    let digits = text.utf8.prefix { (48...57).contains($0) }
    if digits.count == 8, let number = Int(Substring(digits)) {
      let day = CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      return day.flatMap { $0.year >= 1970 ? PrintedTime(day: $0, range: 0..<0) : nil }
    }
    return nil
  }

  private static func seconds(_ number: Int, digits: Int) -> PrintedTime? {
    let seconds = digits == 13 ? number / 1_000 : number
    guard digits == 10 || digits == 13, seconds > 600_000_000,
      let day = CalendarDay(year: 1970, month: 1, day: 1)?.adding(days: seconds / 86_400)
    else { return nil }
    return PrintedTime(day: day, minutes: seconds % 86_400 / 60, zone: 0, range: 0..<0)
  }
}
