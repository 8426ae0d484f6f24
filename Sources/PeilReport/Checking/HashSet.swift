/// Hashes that were met, without a hash of the hash.
struct HashSet {
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask = 1023
  private var count = 0

  init() {
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
  }

  func deallocate() { slots.deallocate() }

  mutating func removeAll() {
    guard count > 0 else { return }
    slots.update(repeating: 0, count: mask + 1)
    count = 0
  }

  @inline(__always)
  mutating func insert(_ hash: UInt64) {
    let hash = hash | 1
    var slot = Int(truncatingIfNeeded: hash &>> 1) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return }
      slot = (slot &+ 1) & mask
    }
    slots[slot] = hash
    count &+= 1
    if count &* 2 > mask { grow() }
  }

  func contains(_ hash: UInt64) -> Bool {
    let hash = hash | 1
    var slot = Int(truncatingIfNeeded: hash &>> 1) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  private mutating func grow() {
    let (old, size) = (slots, mask + 1)
    mask = size * 2 - 1
    slots = .allocate(capacity: size * 2)
    slots.initialize(repeating: 0, count: size * 2)
    count = 0
    for slot in 0..<size where old[slot] != 0 { insert(old[slot]) }
    old.deallocate()
  }
}
