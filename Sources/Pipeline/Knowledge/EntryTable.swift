import Record

extension KnowledgeBase {
  /// Service to a state, without the office's title.
  public struct Affiliation: Sendable, Hashable {
    /// ISO 3166-1 alpha-3.
    public var country: String
    /// The sectors that it gives.
    public var sectors: [Actor.Sector]
    /// The first day, as finely as known; empty where it is not.
    public var start: String
    /// Whether it may have begun earlier: the source's list begins there, or may be late.
    public var mayStartEarlier: Bool
    /// The last day; nil while it lasts.
    public var end: String?
    /// Whether it may have ended later: the source's list ends there, or may have lost the person.
    public var mayEndLater: Bool
    /// The code of its source, told in the head of `affiliations.tsv`.
    public var source: String
  }

  /// All named parties but the countries; those whom only `affiliations.tsv` has are read when they are asked for.
  public struct EntryTable: RandomAccessCollection, Sendable {
    let listed: [Entry]
    let affiliations: AffiliationTable

    /// The first entry.
    public var startIndex: Int { 0 }
    /// One past the last.
    public var endIndex: Int { listed.count + affiliations.count }
    /// The entry at an index.
    public subscript(position: Int) -> Entry {
      position < listed.count
        ? listed[position] : affiliations.entry(position - listed.count)
    }
  }

  /// The affiliations of an entry, earliest first; most entries have none but their offices.
  public func affiliations(ofEntry index: Int) -> [Affiliation] {
    entries.affiliations.affiliations(ofEntry: index, after: entries.listed.count)
  }

  /// Whether all that is known of an entry is whom it served.
  public func isKnownByAffiliation(_ index: Int) -> Bool { index >= entries.listed.count }
}

extension KnowledgeBase.Affiliation {
  /// Whether it held on a day, as far as its days are known.
  ///
  /// Where it may have begun earlier or ended later, the year before or after counts as well.
  public func covers(_ day: CalendarDay) -> Bool {
    guard hasBegun(by: day) || mayStartEarlier && beginsNextYear(after: day) else { return false }
    return !isPast(by: day)
  }

  /// Whether it had ended, or its source says no more, by a day.
  public func isPast(by day: CalendarDay) -> Bool {
    guard let end else { return false }
    let text = day.description
    guard text.prefix(end.count) > end else { return false }
    return !(mayEndLater && Int(end.prefix(4)).map { day.year <= $0 + 1 } ?? false)
  }

  private func hasBegun(by day: CalendarDay) -> Bool {
    day.description.prefix(start.count) >= start
  }

  private func beginsNextYear(after day: CalendarDay) -> Bool {
    Int(start.prefix(4)).map { day.year >= $0 - 1 } ?? false
  }
}
