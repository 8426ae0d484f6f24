"""What Plankwijs Software writes."""

from .captions import Topic

TOPICS = [
    Topic(
        "planning",
        [
            "Maandagochtend, 7.15 uur.",
            "Planners opgelet:",
            "Vraag die we elke week krijgen:",
            "Uit de praktijk:",
            "Herken je dit?",
        ],
        [
            "drie monteurs op één adres, en niemand bij de storing. Een planbord lost dat niet op, afspraken wel.",
            "wie elke dag tien minuten zoekt naar een werkbon is per jaar een week kwijt.",
            "de beste planning is er één die je om 10 uur nog durft aan te passen.",
            "plan reistijd als werk. Het is werk.",
            '"we doen het altijd zo" is geen proces, maar een gewoonte met een Excel-bestand.',
            "een lege plek in de agenda is geen verlies, maar ruimte voor spoed.",
        ],
        [
            "Hoe lossen jullie dit op?",
            "Benieuwd naar jullie ervaring in de reacties.",
            "Lees de hele case op plankwijs.example/cases",
            "Stuur dit door naar je planner.",
        ],
        ["planning", "fieldservice", "installatietechniek", "werkvoorbereiding", "efficiëntie"],
        weight=4,
    ),
    Topic(
        "klanten",
        [""],
        [
            "Bij Installatiebedrijf Zonderland gingen 4.100 papieren werkbonnen per jaar de deur uit. Sinds mei: nul.",
            '"Mijn monteurs bellen nu alleen nog als er echt iets is." Aldus Karin, planner bij een bedrijf met 38 bussen.',
            "Van offerte tot factuur in één systeem. Klinkt saai & is het ook. Heerlijk saai.",
            "Klant sinds 2019, en vandaag de duizendste dag zonder kwijtgeraakte bon. Gefeliciteerd, team Dijkgraaf!",
            "Wat levert een uur minder bellen per dag op? Bij deze dakdekker: 11 extra klussen per maand.",
            "Ze begonnen met vijf monteurs en een whiteboard. Nu zijn het er 62 < en het whiteboard hangt in de kantine >.",
        ],
        [
            "Het hele verhaal: link in de eerste reactie.",
            "Wie volgt?",
            "Dank voor het vertrouwen.",
            "Zullen we eens meekijken bij jullie?",
        ],
        ["klantcase", "installatietechniek", "digitalisering", "werkbon", "fieldservice"],
        weight=3,
    ),
    Topic(
        "product",
        ["Nieuw deze maand:", "Klein knopje, groot verschil:", "Op verzoek van jullie:", "Update 26.9 ✅"],
        [
            "foto's van de klus komen vanzelf bij de juiste bon.",
            "de planning werkt nu ook zonder bereik in de kelder.",
            "onderhoud dat zich zelf inplant, een maand voordat het nodig is.",
            "koppelen met je boekhouding zonder tussenbestand.",
            "een dagoverzicht dat op één A4 past.",
        ],
        [
            "Staat vanaf vandaag aan voor iedereen.",
            "Korte demo? Donderdag 11.00 uur, online.",
            "Wat moet er als volgende in?",
        ],
        ["productupdate", "software", "saas", "planning", "fieldservice"],
        weight=3,
    ),
    Topic(
        "team",
        [""],
        [
            "We zoeken een support-collega die het leuk vindt om uit te leggen. En nog eens.",
            "Fenna Drost liep twee dagen mee met een cv-monteur. Conclusie: onze knop was te klein voor handschoenen.",
            "Zes jaar Plankwijs. Van zolderkamer naar 24 mensen & één te kleine koffiemachine.",
            'Onze stagiair vroeg: "Waarom heet dat veld zo?" Niemand wist het. Het heet nu anders.',
            "Samen met مدرسة البرمجة begeleiden we twee nieuwkomers naar hun eerste baan in de techniek.",
        ],
        ["Kom langs, de koffie is goed.", "Tags & shares helpen enorm 🙏", ""],
        ["vacature", "werkenbijplankwijs", "team", "techniek", "support"],
        weight=2,
    ),
]
GENERAL_TAGS = ["plankwijs", "mkb", "techniek", "installatiebranche", "digitaalwerken", "slimmerwerken"]
SPONSORED = [
    (
        "Plankwijs | Demo Q4",
        "Nooit meer een werkbon kwijt. Zie in 20 minuten hoe 180 installateurs plannen. Plan je demo: plankwijs.example/demo",
    ),
    (
        "Plankwijs | Whitepaper onderhoud",
        "Whitepaper: zo maak je van onderhoud je rustigste omzet. Gratis, 14 pagina's, geen verkooppraatje.",
    ),
    (
        "Plankwijs | Webinar",
        'Webinar "Plannen zonder whiteboard": 40 minuten, twee klanten, al je vragen. Schrijf je in.',
    ),
]
TASKS = {
    "Content schrijven": 40,
    "Community en reacties": 25,
    "Campagnebeheer": 25,
    "Overleg en rapportage": 20,
}
PEOPLE = [("Jelle Buitenhuis", "jelle@springtij.example"), ("Samira el Idrissi", "samira@springtij.example")]
NOTES = [
    "",
    "posts volgende week",
    "reacties webinar",
    "maandrapport",
    "afstemming met Fenna",
    "beeld zoeken & bijsnijden",
    "A/B-test koppen",
]
