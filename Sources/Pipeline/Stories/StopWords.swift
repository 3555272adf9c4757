/// Words that tell nothing of a story: those of grammar, and those that all news uses.
enum StopWords {
  static let all: Set<String> = Set(
    """
    a about above after again against ago all almost also although always am among an and another any are around as at
    away back be became because become been before began behind being below best better between both but by call came
    can cannot could day days did do does done down during each early either else end enough even ever every far few
    first five for four from further gave get give given go going good got great had half has have he her here hers
    herself him himself his how however if in including inside instead into is it its itself just keep last late later
    least less let like likely long made make many may me might more most mr mrs ms much must my near need never new
    news next no none nor not nothing now of off often old on once one only or other others our out outside over own
    part people per perhaps put rather really report reported reportedly reports right said same say saying says second
    see seen several shall she should since six so some something soon still such take taken tell ten than that the
    their them then there these they thing things think third this those three through thus time times to today together
    told too took toward towards two under until up upon us use used very via want was way we week well went were what
    when where whether which while who whole whom whose why will with within without would year years yes yesterday yet
    you your according added monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december http https www com org html am pm
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
