/// Ranges one after the other, which keep their memory for the next page.
struct RangeList {
  private var ranges: UnsafeMutablePointer<Range<Int>>
  private(set) var count = 0
  private var capacity = 512

  init() { ranges = .allocate(capacity: capacity) }

  func deallocate() { ranges.deallocate() }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ range: Range<Int>) {
    if count == capacity { grow() }
    ranges[count] = range
    count &+= 1
  }

  subscript(index: Int) -> Range<Int> { ranges[index] }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Range<Int>>.allocate(capacity: capacity * 2)
    larger.update(from: ranges, count: count)
    ranges.deallocate()
    (ranges, capacity) = (larger, capacity * 2)
  }
}
