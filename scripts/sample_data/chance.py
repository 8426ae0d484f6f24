"""A seeded random stream that gives the same numbers under every version of Python."""

MASK = (1 << 64) - 1


def seed_of(name):
    """FNV-1a, 64 bits."""
    value = 0xCBF29CE484222325
    for byte in name.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def exp(x):
    """e to the x from multiplication alone, so that no C library's rounding matters."""
    y, term, total = x / 1024, 1.0, 1.0
    for n in range(1, 12):
        term *= y / n
        total += term
    for _ in range(10):
        total *= total
    return total


class Stream:
    """SplitMix64 (Steele, Lea and Flood 2014), seeded by a name."""

    def __init__(self, name):
        self.state = seed_of(name)

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def unit(self):
        """From 0 up to, not including, 1."""
        return (self.bits() >> 11) / (1 << 53)

    def below(self, n):
        return (self.bits() * n) >> 64

    def between(self, low, high):
        """A whole number, both ends included."""
        return low + self.below(high - low + 1)

    def one_of(self, items):
        return items[self.below(len(items))]

    def chance(self, p):
        return self.unit() < p

    def weighted(self, pairs):
        """One of [(item, whole weight)]."""
        at = self.unit() * sum(weight for _, weight in pairs)
        for item, weight in pairs:
            at -= weight
            if at < 0:
                return item
        return pairs[-1][0]

    def normal(self, mean=0.0, deviation=1.0):
        """Near enough to normal: the sum of twelve units, less six."""
        total = 0.0  # not sum(): its rounding differs between versions of Python
        for _ in range(12):
            total += self.unit()
        return mean + deviation * (total - 6)

    def lognormal(self, deviation):
        """Median 1."""
        return exp(self.normal(0, deviation))

    def poisson(self, mean):
        if mean > 60:
            root = mean
            for _ in range(30):  # Newton's square root
                root = (root + mean / root) / 2
            return max(0, round(self.normal(mean, root)))
        limit, product, n = exp(-mean), self.unit(), 0
        while product > limit:
            product *= self.unit()
            n += 1
        return n

    def shuffled(self, items):
        items = list(items)
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]
        return items
