import CMalloc

/// Keeps the memory of one client for the next, where the C library would give it back and ask for it again.
///
/// A client needs a few megabytes. Each of their pages is a fault when it is used for the first time, and a thousand of
/// these take a millisecond: a tenth of what a client costs.
func keepFreedMemory() {
  // Blocks of up to 32 MB, the most that can be said, lie together, and nothing of them goes back before it is this much.
  mallopt(M_MMAP_THRESHOLD, 32 << 20)
  mallopt(M_TRIM_THRESHOLD, 64 << 20)
}
