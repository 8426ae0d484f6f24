import PeilModel

/// Some platforms, as bits.
struct PlatformSet: Equatable {
  private var bits = 0

  init(_ platforms: some Sequence<Platform> = []) {
    for platform in platforms { formUnion(PlatformSet(platform)) }
  }

  init(_ platform: Platform) { bits = 1 << platform.place }

  mutating func formUnion(_ other: PlatformSet) { bits |= other.bits }

  func contains(_ platform: Platform) -> Bool { bits >> platform.place & 1 == 1 }
}
