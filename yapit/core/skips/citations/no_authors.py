"""Words before a year, or before a number, in brackets that name no author."""

from __future__ import annotations

_NO_AUTHORS = """
    january february march april may june july august september october november december januar februar
    märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre
    novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre spring summer autumn fall winter easter christmas monday tuesday wednesday thursday friday
    saturday sunday since until before circa early late mid around about founded built born died act part
    chapter section figure table version release edition season series episode grant case rule resolution
    directive convention treaty agreement olympics euro windows office labour conservative conservatives
    liberal democrat democrats republican republicans usa uk us ussr eu gdr un ddr brd frg uae england
    scotland wales ireland britain france germany austria switzerland italy spain portugal belgium
    netherlands denmark sweden norway finland poland russia ukraine greece turkey egypt israel iran iraq
    india china japan korea taiwan vietnam thailand indonesia australia canada mexico brazil argentina chile
    peru nigeria kenya ghana america africa asia europe texas california florida london paris berlin munich
    münchen hamburg cologne köln frankfurt vienna wien zürich zurich geneva bern basel rome rom milan venice
    florence naples madrid barcelona seville lisbon brussels antwerp amsterdam rotterdam leiden copenhagen
    stockholm oslo helsinki warsaw kraków prague budapest moscow kyiv athens istanbul cairo jerusalem
    baghdad tehran delhi mumbai calcutta beijing shanghai tokyo kyoto osaka seoul sydney melbourne toronto
    montreal vancouver boston chicago philadelphia washington seattle atlanta detroit dublin edinburgh
    glasgow manchester liverpool oxford cambridge york leeds cannes lyon marseille nairobi lagos dresden
    leipzig chernobyl fukushima hiroshima nagasaki trafalgar waterloo austerlitz blenheim agincourt hastings
    gettysburg verdun somme stalingrad normandy dunkirk gallipoli marathon salamis actium yorktown saratoga
    borodino versailles trianon yalta potsdam maastricht schengen kyoto bretton watergate woodstock altamont
    wembley wimbledon roland-garros indianapolis monza silverstone hollywood sundance broadway glastonbury
    nokia apple google microsoft amazon facebook toyota honda bmw mercedes volkswagen fiat renault peugeot
    sony samsung nintendo sega atari ibm intel netflix disney pixar hbo bbc itv cbs nbc abc paramount
    columbia universal miramax decca motown emi queensland victoria tasmania ontario quebec bavaria saxony
    prussia silesia bohemia moravia hungary romania bulgaria serbia croatia bosnia slovenia slovakia
    czechoslovakia yugoslavia estonia latvia lithuania belarus armenia azerbaijan syria lebanon yemen qatar
    kuwait afghanistan pakistan bangladesh nepal myanmar burma laos cambodia malaysia singapore philippines
    zealand cuba haiti jamaica colombia venezuela ecuador bolivia paraguay uruguay algeria morocco tunisia
    libya sudan ethiopia somalia uganda rwanda congo zambia zimbabwe angola mozambique namibia botswana
    senegal mali cameroon iceland luxembourg malta cyprus virginia carolina alabama mississippi louisiana
    tennessee kentucky ohio indiana illinois michigan wisconsin minnesota iowa missouri nebraska kansas
    oklahoma colorado utah nevada arizona oregon alaska hawaii maine vermont connecticut massachusetts
    pennsylvania maryland delaware miami phoenix denver baltimore pittsburgh cincinnati milwaukee
    minneapolis sacramento honolulu brighton bristol birmingham sheffield newcastle norwich southampton
    portsmouth plymouth cardiff swansea belfast cork limerick aberdeen dundee inverness naples turin bologna
    genoa palermo pisa siena verona trieste hannover stuttgart nuremberg nürnberg bremen dortmund essen
    düsseldorf bonn mainz weimar heidelberg salzburg graz innsbruck linz lausanne lucerne rotterdam hague
    utrecht ghent gent bruges liège aarhus gothenburg trondheim turku tallinn riga vilnius minsk kharkiv
    odessa petersburg leningrad bucharest sofia belgrade zagreb sarajevo ljubljana bratislava ankara izmir
    smyrna constantinople damascus beirut tripoli tunis algiers casablanca marrakesh dakar accra kampala
    johannesburg durban bombay madras bangalore karachi lahore dhaka bangkok hanoi saigon manila jakarta
    taipei nanjing shenzhen brisbane perth adelaide auckland wellington ottawa winnipeg calgary havana
    bogotá lima santiago caracas quito montevideo brasilia rio porto coimbra sevilla valencia bilbao
    salamanca zaragoza toledo bordeaux toulouse nantes strasbourg lille rennes reims rouen avignon grenoble
    venezia milano roma firenze napoli torino genova paris lyons classical medieval renaissance baroque war
    battle siege storm hurricane typhoon earthquake election vote referendum census statute decree edict
    charter constitution acrylic bronze marble album single film novel play opera symphony concerto sonata
    quartet musical painting sculpture mural
"""
NO_AUTHORS = frozenset(_NO_AUTHORS.split())
"""What stands before a year in brackets and is no author: months, places, parties; small letters."""

_BODIES = """
    organization organisation office bureau agency committee commission council department ministry
    institute association society team foundation bank nations network consortium centre center
    collaboration authority service group union academy board inc ministerium bundesamt institut amt
    ministère ministerio instituto museum university universität université universidad parliament
    commissioner archive archives library trust fund college agency directorate division corporation times
    tribune post guardian herald gazette journal news chronicle telegraph observer independent economist
    monde figaro país zeitung spiegel international treasury inspectorate secretariat watch forum observatory
    alliance statistics
"""
BODIES = frozenset(_BODIES.split())
"""The word that tells that an author is a body: `Environment Bureau, 2011`."""

_NOT_PAGED_WORDS = """
    genesis exodus leviticus numbers deuteronomy joshua judges ruth samuel kings chronicles ezra nehemiah
    esther job psalm psalms proverbs ecclesiastes isaiah jeremiah lamentations ezekiel daniel hosea joel
    amos micah zechariah malachi matthew mark luke john acts romans corinthians galatians ephesians
    philippians colossians thessalonians timothy titus philemon hebrews james peter jude revelation sura
    surah iliad odyssey aeneid quran boeing airbus concorde apollo soyuz gemini voyager explorer sputnik
    luna titan atlas falcon ariane saturn room flat suite block house hall gate platform track bus tram
    train line route highway motorway flight mile miles street avenue road box lot unit units floor level
    grade class year years day days week weeks month months hour hours minute minutes age ages aged round
    match game games set sets group groups stage phase step steps type model mark item items question
    questions task exercise problem test trial experiment study sample samples patient patients case cases
    site sites plot plots zone area district ward region channel page pages plate plates map photo image
    images video clip scene act verse verses song hymn opus sonnet number numbers nr code key file folder
    sheet slide step layer port pin bit bits row rows column columns python java windows android iphone
    galaxy playstation office word excel photoshop firefox chrome linux ubuntu formula super bowl euro
    championship league division united city rovers rangers wanderers county athletic celtic arsenal chelsea
    everton spurs lakers bulls yankees giants note notes paragraph clause article articles amendment title
    rule form schedule annex appendix exhibit order equation eq theorem lemma corollary proposition
    definition remark step algorithm listing box panel kapitel seite tabelle abbildung abschnitt teil band
    zimmer gleis
"""
NOT_PAGED = frozenset(_NOT_PAGED_WORDS.split())
"""What is counted or has a number in its name: `(Boeing 747)`, `(Psalm 23)`; small letters."""
