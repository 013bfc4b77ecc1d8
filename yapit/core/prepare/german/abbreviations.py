"""German abbreviations."""

from __future__ import annotations

from yapit.core.prepare.continental.abbreviations import Abbreviations, table
from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import FINAL_DOT
from yapit.core.prepare.rules import Rule

ABBREVIATIONS = Abbreviations(
    anywhere=table("""
        z. B.: zum Beispiel; Z. B.: Zum Beispiel; d. h.: das heißt; D. h.: Das heißt; u. a.: unter anderem
        U. a.: Unter anderem; usw.: und so weiter; u. s. w.: und so weiter; etc.: et cetera
        bzw.: beziehungsweise; ca.: circa; mind.: mindestens
        Ca.: Circa; vgl.: vergleiche; Vgl.: Vergleiche; s. o.: siehe oben
        s. u.: siehe unten; o. Ä.: oder Ähnliches; u. Ä.: und Ähnliches; i. d. R.: in der Regel
        z. T.: zum Teil; u. U.: unter Umständen; m. E.: meines Erachtens; i. A.: im Auftrag; z. Z.: zur Zeit
        z. Zt.: zur Zeit; a. a. O.: am angegebenen Ort; o. g.: oben genannte; sog.: sogenannte
        evtl.: eventuell; ggf.: gegebenenfalls; gem.: gemäß; inkl.: inklusive; exkl.: exklusive
        max.: maximal; min.: minimal; zzgl.: zuzüglich; abzgl.: abzüglich; zzt.: zurzeit; Jh.: Jahrhundert
        Jhd.: Jahrhundert; Str.: Straße; str.: straße; Hrsg.: Herausgeber; hrsg.: herausgegeben
        Aufl.: Auflage; bes.: besonders; bspw.: beispielsweise; entspr.: entsprechend; insb.: insbesondere
        geb.: geboren; gest.: gestorben; Mio.: Millionen; Mrd.: Milliarden; Tsd.: Tausend; St.: Sankt
        Std.: Stunden; v. Chr.: vor Christus; n. Chr.: nach Christus; v. a.: vor allem; dt.: deutsch
        engl.: englisch; lat.: lateinisch; Tel.: Telefon; Anm.: Anmerkung; Abk.: Abkürzung; allg.: allgemein
        jährl.: jährlich; Ges.: Gesellschaft; GmbH: G M B H; bzgl.: bezüglich; ff.: folgende; vs.: versus
        Co.: Co; Min.: Minuten; Sek.: Sekunden; Pkt.: Punkt
        """),
    before_numbers=table("""
        Nr.: Nummer; Nrn.: Nummern; S.: Seite; Abb.: Abbildung; Abs.: Absatz; Art.: Artikel; Bd.: Band
        Bde.: Bände; Kap.: Kapitel; Tab.: Tabelle; Gl.: Gleichung; Aufl.: Auflage; Anm.: Anmerkung
        Ziff.: Ziffer; Jg.: Jahrgang; H.: Heft; Fig.: Figur; Z.: Zeile; Bsp.: Beispiel; No.: Nummer
        §§: Paragraphen; f.: folgende
        """),
    before_names=table("""
        Dr.: Doktor; Prof.: Professor; Hr.: Herr; Hrn.: Herrn; Fr.: Frau; Dipl.: Diplom; Ing.: Ingenieur
        St.: Sankt; Frl.: Fräulein; Mag.: Magister; med.: med; jur.: jur
        """),
)

RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "street",
        rf"(?<=[a-zß])str(?=\.){FINAL_DOT}(?!\w)",
        lambda match, numbers: "straße",
        r"str\.",
        joined=True,
    ),
)
"""Within a word: "Hauptstr."."""
