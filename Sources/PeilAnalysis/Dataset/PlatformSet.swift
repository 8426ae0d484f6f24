import PeilModel

/// Some platforms, as bits.
struct PlatformSet: Equatable {
  private var bits = 0

  init(_ platforms: some Sequence<Platform> = []) {
    for platform in platforms { insert(platform) }
  }

  mutating func insert(_ platform: Platform) { bits |= 1 << platform.place }

  func contains(_ platform: Platform) -> Bool { bits >> platform.place & 1 == 1 }
}
