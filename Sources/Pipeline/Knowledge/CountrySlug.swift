extension KnowledgeBase.Country {
  /// The part of an actor's id that names the country: "united-states".
  public var slug: String { Slug.of(name) }
}
