"""What The Harbour House writes."""

from .captions import Topic

TOPICS = [
    Topic(
        "rooms",
        ["Room with a view:", "Good morning from room 14 ☀️", "Wake up to this:", "Tide's in."],
        [
            "the pilot boats leave at six, and you don't have to.",
            "linen from the mill up the road, windows on the harbour.",
            "we counted eleven kinds of grey in the sky today & loved every one.",
            "a bath with a lighthouse in the distance is < a cliché > until you are in it.",
            "our smallest room has the largest window.",
        ],
        [
            "Book direct for the best rate.",
            "Which side of the harbour would you pick?",
            "Link in bio.",
            "See you at breakfast.",
        ],
        ["seaside", "hotelview", "harbourhotel", "staycation", "roomwithaview", "zeeland"],
        weight=3,
    ),
    Topic(
        "kitchen",
        [
            "From the quay to the pan:",
            "Chef Inês writes the menu at 11 o'clock.",
            "Tonight:",
            "Ask for the off-menu thing,",
        ],
        [
            "mussels, a lot of garlic and bread to finish the job.",
            "plaice from the boat you can see from table 4.",
            "samphire, brown butter and the last of the tomatoes.",
            'a potato dish that made a critic say "again, please".',
            "oysters at five, because five is when they taste best.",
        ],
        [
            "Tables from 17:30.",
            "Vegetarian? Tell us, we love a challenge 🌿",
            "Tag your dinner date.",
            "Kitchen closes at nine, kindly.",
        ],
        ["seafood", "mussels", "localfood", "foodie", "harbourkitchen", "chefstable"],
        weight=3,
    ),
    Topic(
        "around",
        ["A walk for today:", "Rain plan ☔️", "Borrow our bikes:", "Twenty minutes from the front door:"],
        [
            "out along the dike, back through the village, cake in between.",
            "a beach with more seals than people on a weekday.",
            "the flood museum, and bring a tissue.",
            "a ferry across & a headwind back, as tradition demands.",
            "the market square, where the cheese man knows everyone.",
        ],
        ["Map at reception.", "Save this one for your stay 📌", "Dogs welcome 🐕", "Tell us what you found."],
        ["zeeland", "visitholland", "cyclinglife", "seals", "walking", "weekendaway"],
        weight=3,
    ),
    Topic(
        "people",
        [""],
        [
            "Meet Tomasz, night porter and the reason you always find your key.",
            "Happy 10 years, Joyce! Breakfast would not be breakfast without the singing.",
            '"Do you have an iron?" We have four. "Do you have a ladder?" … why?',
            'Our guest book, volume 12: "We came for the sea and stayed for the soup." ❤️',
            "We are hiring: housekeeping, 24 hours a week, sea air included.",
            "A guest wrote to us in Arabic, شكراً على كل شيء, and we have had it framed.",
            "1️⃣ coffee 2️⃣ sea 3️⃣ more coffee. Our house rules, in order.",
        ],
        ["Say hello when you are here.", "", "Thank you for staying with us."],
        ["hotellife", "teamharbour", "nowhiring", "harbourhotel", "thankyou"],
        weight=2,
    ),
]
GENERAL_TAGS = [
    "harbourhouse",
    "boutiquehotel",
    "travelgram",
    "hoteldesign",
    "sea",
    "instatravel",
    "netherlands",
    "coast",
]
VIDEO_TITLES = [
    "60 seconds at the harbour: {month}",
    "Chef Inês cooks {dish}",
    "Sleeping above the tide | room tour",
    "Cycling to {place} & back",
    "How we make {dish} (and who eats it)",
    'Q&A: "Can I bring my dog?"',
    "Storm watching from the breakfast room 🌊",
    "A night with Tomasz, porter",
    "#shorts {place} in 15 seconds",
    "Three rooms, three views",
    "We asked guests: sea or sleep?",
    "{dish}, start to finish",
    "Getting here by train & ferry",
    "Packing for the coast in {month}",
    "#shorts tide in, tide out",
    "What a storm does to {place}",
    "Breakfast < sunrise: the early shift",
    "Meet our {month} guest book",
    "The walk to {place}",
]
DISHES = ["mussels in beer", "plaice on the bone", "fisherman's soup", "samphire pie", "waffles"]
PLACES = ["the seal bank", "the old lighthouse", "the cheese market", "the ferry", "the flood museum"]
REPLIES = [
    "@{who} Thank you for staying with us! Come back when the mussels do.",
    "@{who} Yes, bikes are free for guests & kids' seats too.",
    "@{who} Sorry to hear that. Could you send us a direct message with your booking number?",
    "@{who} 🙌",
    "@{who} Check-in is from 15:00, but your bags are welcome any time.",
    "@{who} Ha! We will tell the chef.",
]
HANDLES = [
    "sea_and_sky_88",
    "mo_travels_nl",
    "brightonbelle_x",
    "cyclingdad71",
    "lotte_onderweg",
    "jp_in_zee",
]
CRISIS = [
    "We are sorry. Since early this morning our boiler has failed and there is no hot water in 31 rooms. Engineers are here. "
    "Guests staying tonight: please come to reception, we have arranged showers at the marina & a refund for the night.",
    "Update 14:00: parts are on their way from Rotterdam. No hot water before tonight. Every message will get an answer from a person.",
    "Update, Sunday: hot water is back in all rooms. We have written to every guest of this weekend. This should not have happened.",
]
