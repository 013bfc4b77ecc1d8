"""Pages in German, French, Spanish, Italian and Portuguese are said as people there would say them."""

from __future__ import annotations

import pytest

from yapit.core.prepare import prepare

GERMAN = [
    ("10.000 Menschen, 3,14 und 0,05", "zehntausend Menschen, drei Komma eins vier und null Komma null fünf"),
    ("1 000 000 und 1’250", "eine Million und eintausendzweihundertfünfzig"),
    ("von 1984 bis 2005", "von neunzehnhundertvierundachtzig bis zweitausendfünf"),
    ("2019–2021", "zweitausendneunzehn bis zweitausendeinundzwanzig"),
    ("-5 und 3.5", "minus fünf und drei Punkt fünf"),
    ("Der 3. Versuch am 3. März 2020", "Der dritte Versuch am dritten März zweitausendzwanzig"),
    ("vom 1. bis 3. Mai", "vom ersten bis dritten Mai"),
    ("im 19. Jahrhundert", "im neunzehnten Jahrhundert"),
    ("die 80er Jahre und die 1990er", "die achtziger Jahre und die neunzehnhundertneunziger"),
    (
        "am 12.03.2024 und 2024-03-12",
        "am zwölften März zweitausendvierundzwanzig und zwölfter März zweitausendvierundzwanzig",
    ),
    ("Mo.–Fr. 9–17 Uhr", "Montag bis Freitag neun bis siebzehn Uhr"),
    ("um 14:30 Uhr, 9.15 Uhr und 8 Uhr", "um vierzehn Uhr dreißig, neun Uhr fünfzehn und acht Uhr"),
    ("5,50 €, 1 € und 0,99 €", "fünf Euro fünfzig, ein Euro und neunundneunzig Cent"),
    ("3 Mio. € und 1 Mio. Menschen", "drei Millionen Euro und eine Million Menschen"),
    ("2,5 Mrd. $", "zwei Komma fünf Milliarden Dollar"),
    ("50 % oder 5 ‰", "fünfzig Prozent oder fünf Promille"),
    ("80 km/h, 5 m² und 20 °C", "achtzig Kilometer pro Stunde, fünf Quadratmeter und zwanzig Grad Celsius"),
    ("1 km, 1 Stunde, 1 h", "ein Kilometer, eine Stunde, eine Stunde"),
    ("5 €/kg", "fünf Euro pro Kilogramm"),
    ("½, 3/4 und 2 1/2", "ein halb, drei Viertel und zwei und ein halb"),
    ("3:2 gewonnen", "drei zu zwei gewonnen"),
    ("10³", "zehn hoch drei"),
    ("z. B. dies, d.h. das usw. und so", "zum Beispiel dies, das heißt das und so weiter und so"),
    ("Nr. 5, S. 12-15, Abb. 3", "Nummer fünf, Seite zwölf bis fünfzehn, Abbildung drei"),
    ("Prof. Dr. Schmidt & Söhne", "Professor Doktor Schmidt und Söhne"),
    ("Hauptstr. 5", "Hauptstraße fünf"),
    ("§ 5 und §§ 5-6", "Paragraph fünf und Paragraphen fünf bis sechs"),
    ("Ludwig XIV. nach Kapitel IV", "Ludwig der Vierzehnte nach Kapitel vier"),
    ("Elisabeth II. im II. Weltkrieg", "Elisabeth die Zweite im zweiten Weltkrieg"),
    ("Version 2.0.1", "Version zwei Punkt null Punkt eins"),
    ("+49 30 1234567", "plus neunundvierzig, dreißig, eins zwei drei vier fünf sechs sieben"),
    ("https://example.org/a und max@beispiel.de", "Link zu example Punkt org und max ät beispiel Punkt D E"),
    ("3fach und A380", "dreifach und A dreihundertachtzig"),
    ("👍🏽", "daumen hoch"),
]
FRENCH = [
    ("10 000 personnes", "dix mille personnes"),
    ("1.250,50 et 3,05", "mille deux cent cinquante virgule cinquante et trois virgule zéro cinq"),
    (
        "71, 80, 81, 91 et 200",
        "soixante et onze, quatre-vingts, quatre-vingt-un, quatre-vingt-onze et deux cents",
    ),
    ("le 1er mars 2020", "le premier mars deux mille vingt"),
    ("du 3 au 5 mai", "du trois au cinq mai"),
    ("le 12/03/2024", "le douze mars deux mille vingt-quatre"),
    ("à 14h30, 8 h et 14:30", "à quatorze heures trente, huit heures et quatorze heures trente"),
    ("lun.-ven.", "lundi à vendredi."),
    ("5,50 €, 1 € et 0,99 €", "cinq euros cinquante, un euro et quatre-vingt-dix-neuf centimes"),
    ("3 millions d'euros et 2 M€", "trois millions d'euros et deux millions d'euros"),
    ("1 000 000 €", "un million d'euros"),
    ("50 %", "cinquante pour cent"),
    ("80 km/h, 5 m² et 20 °C", "quatre-vingts kilomètres heure, cinq mètres carrés et vingt degrés Celsius"),
    ("1 heure, 21 heures et 1 km", "une heure, vingt et une heures et un kilomètre"),
    ("10 Go", "dix gigaoctets"),
    ("le 2e, la 1re et les 3es", "le deuxième, la première et les troisièmes"),
    ("½ et 3/4", "un demi et trois quarts"),
    ("p. ex. ici, etc. et là", "par exemple ici, et cetera et là"),
    ("M. Dupont et Mme Durand", "Monsieur Dupont et Madame Durand"),
    ("M. et Mme, n° 5, pp. 12-15", "Monsieur et Madame, numéro cinq, pages douze à quinze"),
    ("Louis XIV, François Ier et Élisabeth Ire", "Louis quatorze, François premier et Élisabeth première"),
    ("au XIXe siècle, chapitre IV", "au dix-neuvième siècle, chapitre quatre"),
    ("06 12 34 56 78", "zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit"),
    (
        "https://example.org/a et jean@exemple.fr",
        "lien vers example point org et jean arobase exemple point F R",
    ),
    ("a + b = c", "a plus b égale c"),
    ("🎉🎉", "cotillons"),
]
SPANISH = [
    ("1.250.000 y 3,14", "un millón doscientos cincuenta mil y tres coma catorce"),
    ("1,250,000 y 3.5", "un millón doscientos cincuenta mil y tres punto cinco"),
    ("21 años, 200 personas y 1 casa", "veintiún años, doscientas personas y una casa"),
    ("el 3 de marzo de 2020", "el tres de marzo de dos mil veinte"),
    ("el 12/03/2024", "el doce de marzo de dos mil veinticuatro"),
    ("a las 14:30 h, a la 1:30", "a las catorce treinta, a la una treinta"),
    ("5,50 € y 1 €", "cinco euros con cincuenta y un euro"),
    ("3 millones de euros", "tres millones de euros"),
    ("50 %", "cincuenta por ciento"),
    ("80 km/h, 5 m² y 20 °C", "ochenta kilómetros por hora, cinco metros cuadrados y veinte grados Celsius"),
    ("31 km", "treinta y un kilómetros"),
    ("la 1.ª, el 3.º y el 1er piso", "la primera, el tercero y el primer piso"),
    ("½ y 3/4", "medio y tres cuartos"),
    ("p. ej. esto, etc. y más", "por ejemplo esto, etcétera y más"),
    (
        "Sr. López y Sra. Ruiz, n.º 5, pp. 12-15",
        "señor López y señora Ruiz, número cinco, páginas doce a quince",
    ),
    ("EE. UU. y Ud.", "Estados Unidos y usted."),
    ("Felipe II, Luis XIV e Isabel II", "Felipe segundo, Luis catorce e Isabel segunda"),
    ("siglo XX, siglos XV-XVI", "siglo veinte, siglos quince a dieciséis"),
    ("2019-2021", "dos mil diecinueve a dos mil veintiuno"),
    ("https://example.org/a y ana@ejemplo.es", "enlace a example punto org y ana arroba ejemplo punto E S"),
]
ITALIAN = [
    ("1.250,50 e 3,14", "milleduecentocinquanta virgola cinquanta e tre virgola quattordici"),
    ("21 anni, 28 e 23", "ventuno anni, ventotto e ventitré"),
    ("il 3 marzo 2020, il 1° maggio", "il tre marzo duemilaventi, il primo maggio"),
    ("alle 14:30", "alle quattordici e trenta"),
    ("5,50 € e 1 €", "cinque euro e cinquanta e un euro"),
    ("3 milioni di euro", "tre milioni di euro"),
    ("50 %", "cinquanta per cento"),
    ("80 km/h, 5 m² e 20 °C", "ottanta chilometri all'ora, cinque metri quadrati e venti gradi Celsius"),
    ("la 3ª e il 3° piano", "la terza e il terzo piano"),
    ("½ e 3/4", "un mezzo e tre quarti"),
    ("ad es. questo, ecc. e altro", "ad esempio questo, eccetera e altro"),
    (
        "Il Sig. Rossi e la Sig.ra Bianchi, n. 5, pp. 12-15",
        "Il signor Rossi e la signora Bianchi, numero cinque, pagine dodici a quindici",
    ),
    ("Luigi XIV ed Elisabetta II", "Luigi quattordicesimo ed Elisabetta seconda"),
    ("nel XX secolo, capitolo IV", "nel ventesimo secolo, capitolo quattro"),
    ("https://example.org/a e ugo@esempio.it", "link a example punto org e ugo chiocciola esempio punto I T"),
]
PORTUGUESE = [
    ("1.250,50 e 3,14", "mil duzentos e cinquenta vírgula cinquenta e três vírgula catorze"),
    ("200 pessoas, 2 horas e 1 casa", "duzentas pessoas, duas horas e uma casa"),
    ("1.200, 1.100 e 1.002", "mil e duzentos, mil e cem e mil e dois"),
    ("em 3 de março de 2020, 1º de maio", "em três de março de dois mil e vinte, primeiro de maio"),
    ("às 14h30 e às 8h", "às catorze horas e trinta e às oito horas"),
    ("R$ 5,50 e R$ 3 bi", "cinco reais e cinquenta e três bilhões de reais"),
    ("3 milhões de euros", "três milhões de euros"),
    ("50 %", "cinquenta por cento"),
    ("80 km/h, 5 m² e 20 °C", "oitenta quilômetros por hora, cinco metros quadrados e vinte graus Celsius"),
    ("a 1.ª e o 3.º", "a primeira e o terceiro"),
    ("½ e 3/4", "meio e três quartos"),
    ("p. ex. isto, etc. e mais", "por exemplo isto, et cetera e mais"),
    (
        "Sr. Silva e Sra. Costa, n.º 5, pp. 12-15",
        "senhor Silva e senhora Costa, número cinco, páginas doze a quinze",
    ),
    ("Pedro II e Luís XIV", "Pedro segundo e Luís catorze"),
    ("século XX, capítulo IV", "século vinte, capítulo quatro"),
    ("https://example.org/a e ana@exemplo.pt", "link para example ponto org e ana arroba exemplo ponto P T"),
]
PAGES = [
    *(("de", *pair) for pair in GERMAN),
    *(("fr", *pair) for pair in FRENCH),
    *(("es", *pair) for pair in SPANISH),
    *(("it", *pair) for pair in ITALIAN),
    *(("pt", *pair) for pair in PORTUGUESE),
]


@pytest.mark.parametrize(("language", "page", "spoken"), PAGES)
def test_a_page_is_said_as_a_person_would_say_it(language: str, page: str, spoken: str) -> None:
    assert prepare(page, language).text == spoken


@pytest.mark.parametrize(
    ("language", "page", "spoken"),
    [
        ("fr-CH", "70, 80 et 90", "septante, huitante et nonante"),
        ("fr-BE", "70, 80 et 90", "septante, quatre-vingts et nonante"),
        ("pt-PT", "16 e 2.000.000.000", "dezasseis e dois mil milhões"),
        ("pt-BR", "16 e 2.000.000.000", "dezesseis e dois bilhões"),
    ],
)
def test_a_region_has_its_own_numbers(language: str, page: str, spoken: str) -> None:
    assert prepare(page, language).text == spoken


@pytest.mark.parametrize(
    ("language", "page"),
    [
        ("de", "Es war ein kalter Tag, und die Uhren schlugen eins."),
        ("fr", "Le car de la ville, il est là; ce sera doux, non? Die Mer est civile."),
        ("es", "Era un día frío, y los relojes daban la una. De la mano a la calle."),
        ("it", "Era una giornata fredda; di notte, i gatti. La vita è dolce."),
        ("pt", "Era um dia frio, e os relógios batiam a uma. Da casa à rua."),
    ],
)
def test_plain_words_are_left_alone(language: str, page: str) -> None:
    assert prepare(page, language).text == page
