extension String {
  /// Without spaces, tabs, line ends and no-break spaces at both ends.
  func trimmingBlanks() -> String {
    guard let start = utf8.first, let end = utf8.last else { return self }
    // Between two visible characters of ASCII there is nothing to trim.
    if 0x21...0x7E ~= start, 0x21...0x7E ~= end { return self }
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
  static let yearByNeighbours = "it is of the year of the newest export beside it"
  static let followsLeaveOutDays = "a day without new followers is left out"
  static let platformBySettings = "it is of the only platform of Meta in the settings"
  static let propertyTime = "days are those of the property's time zone"
  static let idTime = "the moment of a post is the one in its number"
  static let pacificDay = "days are US Pacific, and the time of day is not told"
  static let utcDays = "days are those of UTC"
  static let utcTime = "times are UTC"
  static let sharesOfListed = "shares are parts of those whom the file lists"
  static let personalProfile = "it is of a person's own profile, and not added to the page"
  static let listedPostsOnly = "it lists some of the posts, not all"
  static let notSocial =
    "search and display advertising is no social media: it is shown and not counted"
  static let passedOn =
    "a tool passed it on: where the platform's own export tells it too, that one counts"
  static let pageLikes = "followers are those who liked the page"
  static let videosAreShown = "a video may stand among the posts too: it is shown and not counted"
  static let agencyTime = "times are those of the agency's time zone"
  static let workspaceTime = "days are those of the workspace's time zone"
  static let accountTime = "days are those of the ad account's time zone"
}
