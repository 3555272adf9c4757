/// A title or name as it is compared: lower-case letters and digits, their runs parted by one space.
///
/// So a headline is the same with straight and curly quotation marks, and a name with any case. Where nothing is left,
/// it is the text itself.
func folded(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var gap = false
  for scalar in text.unicodeScalars {
    let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    if !isWord {
      // An apostrophe inside a word parts nothing: "don't" and "don’t" are one word.
      if scalar != "'" && scalar != "’" { gap = !result.isEmpty }
      continue
    }
    if gap { result.append(" ") }
    gap = false
    result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
  }
  return result.isEmpty ? text : String(result)
}
