/// The words' dictionary forms in small letters, mended where the model's is none that the lexicon knows.
///
/// A model of lemmas errs on rare endings ("commenting" from "commente"), and lexicons are looked up by lemma.
/// Cost: linear in the words.
struct WordLemmas {
  let lexicon: CueLexicon

  /// The lemma for a form and a tag, the model's where it is known or no other is.
  func lemma(_ lemma: String, form: String, xpos: String) -> String {
    guard !lexicon.knows(lemma) else { return lemma }
    let candidates: [String]
    switch xpos {
    case "VBG": candidates = Self.stems(of: form, ending: "ing")
    case "VBD", "VBN": candidates = Self.stems(of: form, ending: "ed")
    case "VBZ", "NNS": candidates = Self.stems(of: form, ending: "s")
    default: return lemma
    }
    return candidates.first(where: lexicon.knows) ?? lemma
  }

  /// What a form can come from by the spelling rules for an ending: doubled letters, a silent e, y for i.
  private static func stems(of form: String, ending: String) -> [String] {
    guard form.hasSuffix(ending), form.count > ending.count + 1 else { return [] }
    let stem = String(form.dropLast(ending.count))
    var stems = [stem, stem + "e"]
    if let last = stem.last, stem.dropLast().last == last { stems.append(String(stem.dropLast())) }
    if stem.hasSuffix("i") { stems.append(stem.dropLast() + "y") }
    if stem.hasSuffix("ie") { stems.append(stem.dropLast(2) + "y") }
    if ending == "s", stem.hasSuffix("e") { stems.append(String(stem.dropLast())) }
    return stems
  }
}
