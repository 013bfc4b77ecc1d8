"""Italian abbreviations."""

from __future__ import annotations

from yapit.core.prepare.continental.abbreviations import Abbreviations, table

ABBREVIATIONS = Abbreviations(
    anywhere=table("""
        ecc.: eccetera; etc.: eccetera; p. es.: per esempio; ad es.: ad esempio; Ad es.: Ad esempio
        a. C.: avanti Cristo; d. C.: dopo Cristo; cfr.: confronta; Cfr.: Confronta; cd.: cosiddetto
        c. d.: cosiddetto; ca.: circa; tel.: telefono; Tel.: Telefono; max.: massimo; min.: minimo
        ed.: edizione; ibid.: ibidem; vs.: contro; vs: contro; on.: onorevole; c. a.: corrente anno
        u. s.: ultimo scorso; S. p. A.: S P A; v. le: viale; P. S.: post scriptum; N. B.: nota bene
        """),
    before_numbers=table("""
        n.: numero; N.: numero; nn.: numeri; n°: numero; nº: numero; N°: numero; p.: pagina; pp.: pagine
        pag.: pagina; pagg.: pagine; fig.: figura; Fig.: figura; cap.: capitolo; Cap.: capitolo
        vol.: volume; art.: articolo; Art.: articolo; artt.: articoli; tab.: tabella; eq.: equazione
        sez.: sezione; sec.: secolo; v.: verso; vv.: versi
        """),
    before_names=table("""
        Sig.: signor; sig.: signor; Sig.ra: signora; sig.ra: signora; Sig.na: signorina; Sigg.: signori
        Dott.: dottor; dott.: dottor; Dott.ssa: dottoressa; dott.ssa: dottoressa; Dr.: dottor
        Prof.: professor; prof.: professor; Prof.ssa: professoressa; prof.ssa: professoressa; Ing.: ingegner
        ing.: ingegner; Avv.: avvocato; avv.: avvocato; Arch.: architetto; Geom.: geometra; On.: onorevole
        Sen.: senatore; Gen.: generale; Mons.: monsignor; S.: San
        """),
)
