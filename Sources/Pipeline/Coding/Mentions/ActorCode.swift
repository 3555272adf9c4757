import Knowledge
import Record

/// The CAMEO-style code of an actor: its country or organisation, then its first sector.
///
/// States bear their country's code alone (`AFG`), governments and their people `AFGGOV`. Bodies of the United Nations begin with
/// `UNO`, of the European Union with `EUR`, other organisations of states with `IGO`. CAMEO calls media `MED` and health
/// `HLH` where PLOVER says `JRN` and `MED`. Who has neither country nor sector is `UNK`.
enum ActorCode {
  static func of(_ actor: Actor, in knowledge: KnowledgeBase) -> String {
    var code = ""
    let sectors = actor.sectors
    if sectors.contains(.unitedNations) {
      code = "UNO"
    } else if sectors.contains(.europeanUnion) {
      code = "EUR"
    } else if let country = actor.country {
      code = knowledge.country(alpha3: country)?.cameo ?? country
    } else if actor.kind == .igo {
      code = "IGO"
    }
    if actor.kind == .state { return code.isEmpty ? "UNK" : code }
    let first = sectors.first {
      $0 != .unitedNations && $0 != .europeanUnion && !($0 == .igo && !code.isEmpty)
    }
    if let first { code += cameo(first) }
    return code.isEmpty ? "UNK" : code
  }

  private static func cameo(_ sector: Actor.Sector) -> String {
    switch sector {
    case .media: "MED"
    case .health: "HLH"
    default: sector.rawValue
    }
  }
}
