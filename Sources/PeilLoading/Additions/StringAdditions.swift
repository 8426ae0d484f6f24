extension String {
  /// Without spaces, tabs, line ends and no-break spaces at both ends.
  func trimmingBlanks() -> String {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace }
    guard first.map(isBlank) == true || last.map(isBlank) == true else { return self }
    var text = self[...]
    text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return String(text)
  }
}

extension String {
  // Facts that `peil inspect` names as taken for granted; the files do not say them.
  static let pacificTime = "times are US Pacific"
  static let pacificDays = "days are US Pacific"
  static let datedByNeighbours = "it was made on the day of the newest export beside it"
  static let followsLeaveOutDays = "a day without new followers is left out"
  static let platformBySettings = "it is of the only platform of Meta in the settings"
  static let propertyTime = "days are those of the property's time zone"
  static let idTime = "the moment of a post is the one in its number"
  static let pacificDay = "days are US Pacific, and the time of day is not told"
  static let accountTime = "days are those of the ad account's time zone"
}
