"""Words that are written alike and said differently, where the part of speech alone does not tell.

`SENSES` has the rarer sound of a word and the company that it keeps; the
dictionary has the other one. Sounds are (American, British).
"""

from __future__ import annotations

from dataclasses import dataclass

Sound = tuple[str, str]
NOTHING: frozenset[str] = frozenset()


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class Sense:
    """The rarer sound, and what calls for it. Tags, capital and the unlesses must all hold."""

    sound: Sound
    tags: str = ""
    """How the word's own tag begins; empty for any."""

    capital: bool = False
    """Written with a capital, and not at the start."""

    unless_left: frozenset[str] = NOTHING
    unless_right: frozenset[str] = NOTHING
    always: bool = False
    """Nothing more is needed."""

    near: frozenset[str] = NOTHING
    """One of these words within ten places calls for it."""

    left: frozenset[str] = NOTHING
    """So does one of these just before."""

    right: frozenset[str] = NOTHING
    """So does one of these just after."""


_METAL = word_set(
    "pipe pipes piping poisoning poison metal metals copper zinc mercury cadmium arsenic tin "
    "silver iron gold paint toxic battery batteries acid bullet bullets ore ores mine mines mined "
    "mining miners roof roofs molten sheet sheets solder gasoline petrol pencil pencils exposure "
    "iodide isotope isotopes oxide alloy alloys contaminated glass chromium nickel uranium "
    "antimony bismuth poisoned coffin lined smelter smelting soldering shielding mineral minerals "
    "contamination melt melted galena sulfide radiation plumbing brass bronze lumps weighed"
)

SENSES: dict[str, tuple[Sense, ...]] = {
    "bass": (
        Sense(
            ("bˈæs", "bˈas"),
            near=word_set(
                "fish fishes fished fishing fisherman fishermen caught catch angler anglers "
                "angling lake lakes river rivers trout pike perch carp salmon catfish bluegill "
                "sunfish crappie walleye largemouth smallmouth striped bait lure grilled species "
                "freshwater bream cod tuna spawn pond reservoir menu fillet fry baked walleyes "
                "mullet"
            ),
            left=word_set("sea largemouth smallmouth striped white spotted rock black"),
        ),
        Sense(("bˈAs", "bˈAs"), always=True),
    ),
    "lead": (
        Sense(
            ("lˈɛd", "lˈɛd"),
            tags="N",
            near=_METAL,
            right=word_set(
                "pipe pipes paint poisoning acetate shot pencil weights glass ore mines mine oxide"
            ),
            unless_left=word_set(
                "the a an to his her their its will would could can may might must take took taking"
            ),
            unless_right=word_set(
                "the a to by his her their singer guitar vocals role actor single author over of in"
            ),
        ),
    ),
    "tear": (
        Sense(
            ("tˈɛɹ", "tˈɛː"),
            tags="N",
            near=word_set(
                "wear muscle ligament tissue fabric cloth rip ripped meniscus retinal tendon "
                "hamstring cartilage sleeve paper sail labrum calf knee aortic"
            ),
            right=word_set("down apart off up open into strength"),
            unless_right=word_set("gas gassed gassing duct ducts film drop drops"),
        ),
    ),
    "bow": (
        Sense(
            ("bˈW", "bˈW"),
            tags="N",
            near=word_set(
                "ship ships ship's boat stern vessel vessels deck hull submarine torpedo torpedoed "
                "anchor aft starboard keel collision waterline curtsy curtsey take takes took "
                "taking audience applause sailor tug wave ramp thruster rudder hull's"
            ),
            left=word_set("take took taking takes polite deep respectful final low slight formal"),
            right=word_set("wave waves before section sections doors door thruster ramp planes wow"),
            unless_right=word_set("tie ties window windows and string strings brand street"),
        ),
        Sense(
            ("bˈO", "bˈQ"),
            tags="V",
            near=word_set("violin cello fiddle arrow arrows archer string strings viola"),
            right=word_set("tie ties window windows street"),
        ),
    ),
    "row": (
        Sense(
            ("ɹˈW", "ɹˈW"),
            tags="N",
            near=word_set(
                "quarrel argument quarrelled ministers diplomatic broke erupted shouting row-over neighbours"
            ),
            left=word_set(
                "furious blazing heated huge diplomatic bitter public almighty terrible violent "
                "political fierce"
            ),
            right=word_set("over about erupted broke blew"),
            unless_left=word_set(
                "front back first second third top bottom middle each every death skid this consecutive"
            ),
        ),
    ),
    "rows": (
        Sense(
            ("ɹˈWz", "ɹˈWz"),
            tags="N",
            near=word_set("quarrels arguments parents shouting blazing furious diplomatic"),
            right=word_set("over about with"),
            unless_left=word_set("two three four five six seven eight nine ten of in"),
        ),
    ),
    "axes": (
        Sense(
            ("ˈæksᵻz", "ˈaksɪz"),
            near=word_set(
                "tools stone stones felled swords sword spears spear weapons weapon wood hammers "
                "battle flint bronze axe saws knives knife chopping lumberjack firefighters picks "
                "trees shields bows wooden iron armed arrows archaeological polished shovels "
                "hatchets throwing daggers"
            ),
            left=word_set("battle hand throwing stone pole ice bronze fire flint polished"),
        ),
    ),
    "does": (
        Sense(
            ("dˈOz", "dˈQz"),
            near=word_set("fawns fawn bucks buck stag stags deer doe antlers antelope rabbits"),
            unless_left=word_set(
                "it he she this that what how where when why who which one deer and doe stag buck"
            ),
            unless_right=word_set("not n't the a it he she this that"),
        ),
    ),
    "number": (
        Sense(
            ("nˈʌməɹ", "nˈʌmə"),
            left=word_set(
                "grew grow grows growing felt feel feeling became becoming get gets got getting even"
            ),
            near=word_set("numb numbness anaesthetic anesthetic longer colder"),
            unless_right=word_set("of one two three four five six is was"),
        ),
    ),
    "putting": (
        Sense(
            ("pˈʌɾɪŋ", "pˈʌtɪŋ"),
            near=word_set(
                "golf golfer golfers golfing putt putter putts fairway birdie tee holes chipping bunker par"
            ),
            right=word_set("green greens stroke surface surfaces"),
            unless_right=word_set("the a an his her their on in it up them"),
        ),
    ),
    "sewer": (
        Sense(
            ("sˈOəɹ", "sˈQə"),
            near=word_set(
                "sewing sew quilts quilt dresses dress needle thread threaded stitched stitch "
                "stitches fabric seamstress garments cloth tailor seam hem embroidery costumes"
            ),
        ),
    ),
    "resume": (
        Sense(
            ("ɹˈɛzəmˌA", "ɹˈɛzjʊmˌA"),
            tags="N",
            near=word_set(
                "job jobs cv applicant applicants employer employers cover skills interview résumé "
                "career hired"
            ),
            left=word_set("a my your his her their our the impressive online updated"),
        ),
    ),
    "resumes": (
        Sense(
            ("ɹˈɛzəmˌAz", "ɹˈɛzjʊmˌAz"),
            tags="N",
            near=word_set("job jobs cv applicants employer employers cover skills candidates"),
            left=word_set("my your his her their our the"),
        ),
    ),
    "learned": (
        Sense(
            ("lˈɜɹnɪd", "lˈɜːnɪd"),
            right=word_set(
                "man men woman women scholar scholars professor friend judge judges society "
                "societies journal journals counsel people book books treatise academy academies "
                "doctor doctors discourse colleague profession person persons essay work works "
                "world jew rabbi rabbis gentleman author class"
            ),
            left=word_set("very most"),
            unless_left=word_set("i you he she we they have has had to who never 've was were"),
        ),
    ),
    "blessed": (
        Sense(
            ("blˈɛsɪd", "blˈɛsɪd"),
            left=word_set("the every each this whole single most our"),
            right=word_set(
                "virgin sacrament mother saint saints trinity are lady be is memory mary relief "
                "day thing sight"
            ),
            unless_left=word_set(
                "have has had been was were be being is are i he she we they who god lord him her us them"
            ),
            unless_right=word_set("by with him her them us me it"),
        ),
    ),
    "beloved": (
        Sense(
            ("bəlˈʌvᵻd", "bɪlˈʌvɪd"),
            left=word_set("my his her their our your a an the its this that dearly"),
        ),
    ),
    "aged": (
        Sense(
            ("ˈAʤɪd", "ˈAʤɪd"),
            right=word_set(
                "parents parent mother father man men woman women king queen relative relatives "
                "aunt uncle lady couple grandmother grandfather people person persons priest "
                "servant monk pensioner bishop invalid wife"
            ),
            left=word_set("the"),
            unless_right=word_set(
                "cheese whisky whiskey wine beef rum meat cheddar steak from between under over at in"
            ),
        ),
    ),
    "sake": (
        Sense(
            ("sˈɑki", "sˈɑːki"),
            near=word_set(
                "rice japanese drink drank drinking brewery breweries brewed brewing bottle cup "
                "japan wine sushi"
            ),
            unless_left=word_set(
                "the for own god's goodness heaven's heavens pete's christ's sake's its their his her"
            ),
        ),
    ),
    "reading": (
        Sense(
            ("ɹˈɛdɪŋ", "ɹˈɛdɪŋ"),
            capital=True,
            left=word_set("in at from near to of and for around against outside"),
            right=word_set(
                "abbey festival pennsylvania berkshire railroad terminal station football fc county borough"
            ),
            unless_right=word_set("the a an comprehension and list room rainbow society"),
        ),
    ),
    "nice": (
        Sense(
            ("nˈis", "nˈiːs"),
            capital=True,
            left=word_set("in at from near to of"),
            near=word_set("france french riviera cannes monaco marseille côte"),
        ),
    ),
    "job": (
        Sense(
            ("ʤˈOb", "ʤˈQb"),
            capital=True,
            near=word_set(
                "bible biblical book god satan prophet scripture psalms testament patriarch abraham"
            ),
        ),
    ),
    "ravel": (
        Sense(
            ("ɹəvˈɛl", "ɹavˈɛl"),
            capital=True,
            near=word_set(
                "composer composers debussy maurice piano music orchestra bolero boléro by orchestrated satie"
            ),
            left=word_set("maurice by and of"),
        ),
    ),
}

ONLY_HERE: dict[str, Sound] = {
    "résumé": ("ɹˈɛzəmˌA", "ɹˈɛzjʊmˌA"),
    "résumés": ("ɹˈɛzəmˌAz", "ɹˈɛzjʊmˌAz"),
    "resumé": ("ɹˈɛzəmˌA", "ɹˈɛzjʊmˌA"),
    "exposé": ("ˌɛkspOzˈA", "ɛkspˈQzA"),
    "rosé": ("ɹOzˈA", "ɹˈQzA"),
    "maté": ("mˈɑtˌA", "mˈatA"),
    "saké": ("sˈɑki", "sˈɑːki"),
    "pâté": ("pɑtˈA", "pˈatA"),
    "lamé": ("lɑmˈA", "lˈɑːmA"),
}
"""Words whose accents tell them from another word, which the dictionary has without."""

VERBS: dict[str, Sound] = {
    "export": ("ɪkspˈɔɹt", "ɪkspˈɔːt"),
    "exports": ("ɪkspˈɔɹts", "ɪkspˈɔːts"),
    "protest": ("pɹətˈɛst", "pɹətˈɛst"),
    "protests": ("pɹətˈɛsts", "pɹətˈɛsts"),
    "impact": ("ɪmpˈækt", "ɪmpˈakt"),
    "impacts": ("ɪmpˈækts", "ɪmpˈakts"),
}
"""How these are said as verbs; the dictionary has the nouns."""

NOUNS: dict[str, Sound] = {
    "recount": ("ɹˈikˌWnt", "ɹˈiːkWnt"),
    "perfume": ("pˈɜɹfjˌum", "pˈɜːfjuːm"),
    "perfumes": ("pˈɜɹfjˌumz", "pˈɜːfjuːmz"),
}
"""How these are said as nouns; the dictionary has the verbs."""
