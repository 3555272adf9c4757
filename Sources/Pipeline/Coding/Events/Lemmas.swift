import Syntax

/// The lemmas under which lexicons are asked.
enum Lemmas {
  /// A word's lemma in lower case; where no list has it, the form's own stem if some list has that.
  ///
  /// A tagger's slips ("freed" from "fre", "withdrew" from "withdake") and plurals that it keeps ("troops") cost nothing so.
  static func lemma(of word: Word, in lexicon: EventLexicon) -> String {
    let lemma = word.lemma.lowercased()
    // "found guilty" is no founding: a past form that is taken for its own lemma.
    if word.upos == .verb, ["VBD", "VBN"].contains(word.xpos), lemma == word.form.lowercased(),
      let known = lexicon.irregular[lemma]
    {
      return known
    }
    let isVerb = word.upos == .verb
    guard isVerb ? !lexicon.knowsVerb(lemma) : word.upos == .noun && !lexicon.knows(lemma) else {
      return lemma
    }
    let form = word.form.lowercased()
    if isVerb, let known = lexicon.irregular[form] { return known }
    let stems = stems(of: form)
    // "toned" is no ton.
    if isVerb, let verb = stems.first(where: lexicon.knowsVerb) { return verb }
    if lexicon.knows(lemma) { return lemma }
    return stems.first(where: lexicon.knows) ?? lemma
  }

  private static func stems(of form: String) -> [String] {
    var found: [String] = []
    for (ending, replacement) in [
      ("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", "e"), ("ed", ""),
      ("ing", ""), ("ing", "e"),
    ] where form.hasSuffix(ending) && form.utf8.count > ending.utf8.count + 2 {
      let stem = form.dropLast(ending.count)
      found.append(stem + replacement)
      // "stopped", "planning"
      if replacement.isEmpty, let last = stem.last, stem.dropLast().last == last {
        found.append(String(stem.dropLast()))
      }
    }
    return found
  }
}
