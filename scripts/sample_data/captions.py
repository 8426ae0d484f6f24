"""Post texts put together from a client's own sentences."""


class Topic:
    """Every post takes one opening, one body and one closing, so each must go with each.

    `months`: when it is written about (all if empty).
    """

    def __init__(self, name, openings, bodies, closings, tags, months=(), weight=1):
        self.name, self.openings, self.bodies, self.closings = name, openings, bodies, closings
        self.tags, self.months, self.weight = tags, months, weight


class Copywriter:
    """Writes without repeating a pair of opening and body until all pairs of a topic are used."""

    def __init__(self, random, topics, general_tags=(), specials=()):
        self.random, self.topics, self.general_tags = random, topics, general_tags
        self.used, self.specials = {}, list(specials)

    def topic(self, month):
        return self.random.weighted([(t, t.weight) for t in self.topics if not t.months or month in t.months])

    def text(self, topic, tag_count):
        random = self.random
        if self.specials and random.chance(0.06):
            body = self.specials.pop(0)
        else:
            pairs = self.used.setdefault(topic.name, [])
            if not pairs:
                pairs += random.shuffled([(o, b) for o in topic.openings for b in topic.bodies])
            opening, body = pairs.pop()
            closing = random.one_of(topic.closings)
            gap = random.weighted([(" ", 5), ("\n\n", 4), ("\n", 1)])
            if opening and opening[-1] not in ":,":
                body = body[:1].upper() + body[1:]
            body = f"{opening} {body}{gap}{closing}".strip()
        return body + self.tagged(topic, tag_count)

    def tagged(self, topic, count):
        if not count:
            return ""
        pool = self.random.shuffled(topic.tags)[: max(1, (count * 2 + 2) // 3)]
        for tag in self.random.shuffled(self.general_tags) + self.random.shuffled(topic.tags):
            if tag not in pool:
                pool.append(tag)
        return self.random.weighted([("\n\n", 7), (" ", 2), ("\n.\n.\n", 1)]) + " ".join(
            "#" + t for t in pool[:count]
        )
