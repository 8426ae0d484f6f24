extension Colour {
  /// The colour nearest to this one in lightness that reaches a contrast: hue stays, and chroma as far as it can.
  ///
  ///     Colour("#FFDD00")?.fitted(on: .white, ratio: 4.5)  // #897600
  ///
  /// - Parameter ratio: 1 to 21; one that neither black nor white reaches gives black or white.
  func fitted(on ground: Colour, ratio: Double) -> Colour {
    guard contrast(with: ground) < ratio else { return self }
    let isDarker = ground.luminance > 0.179
    var candidate = OKLCH(self)
    func reaches(_ lightness: Double) -> Bool {
      candidate.lightness = lightness
      return candidate.colour.contrast(with: ground) >= ratio
    }
    var near = candidate.lightness
    var far = isDarker ? 0.0 : 1.0
    for _ in 0..<40 {
      let middle = (near + far) / 2
      if reaches(middle) { far = middle } else { near = middle }
    }
    // Rounding to eight bits may still miss it by a hair.
    while !reaches(far), 0...1 ~= far { far += isDarker ? -1.0 / 1024 : 1.0 / 1024 }
    candidate.lightness = min(max(far, 0), 1)
    return candidate.colour
  }

  /// Fitted to each ground in turn, the last time to all.
  func fitted(on grounds: [Colour], ratio: Double) -> Colour {
    grounds.sorted { contrast(with: $0) < contrast(with: $1) }
      .reduce(self) { $0.fitted(on: $1, ratio: ratio) }
  }
}
