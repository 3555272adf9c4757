/// PLOVER's categories (version 0.8): the act that the words perform.
public enum EventType: String, Codable, Sendable, CaseIterable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"

  /// 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
  public var quadClass: Int {
    switch self {
    case .agree, .consult, .support, .concede: 1
    case .cooperate, .aid, .retreat: 2
    case .request, .accuse, .reject, .threaten: 3
    case .protest, .sanction, .mobilize, .coerce, .assault: 4
    }
  }
}

/// The standing of the act that the words speak of.
public enum EventStatus: String, Codable, Sendable, CaseIterable {
  case happened, ongoing, planned, proposed, invited, postponed, cancelled, refused, denied
  case possible
  case calledFor = "called_for"
}
