"""French abbreviations."""

from __future__ import annotations

from yapit.core.prepare.continental.abbreviations import Abbreviations, table

ABBREVIATIONS = Abbreviations(
    anywhere=table("""
        p. ex.: par exemple; P. ex.: Par exemple; c.-à-d.: c'est-à-dire; càd: c'est-à-dire; etc.: et cetera
        cf.: confer; Cf.: Confer; env.: environ; av. J.-C.: avant Jésus-Christ
        apr. J.-C.: après Jésus-Christ; J.-C.: Jésus-Christ; Mme: Madame; Mmes: Mesdames; Mlle: Mademoiselle
        Mlles: Mesdemoiselles; MM.: Messieurs; av.: avenue; bd: boulevard; boul.: boulevard; tél.: téléphone
        Tél.: Téléphone; éd.: édition; dir.: direction; coll.: collection; ibid.: ibidem; Ibid.: Ibidem
        s. d.: sans date; max.: maximum; min.: minimum; hab.: habitants; resp.: respectivement; vs.: contre
        vs: contre; id.: idem; N. B.: nota bene; St: Saint; Ste: Sainte; s'il v. p.: s'il vous plaît
        svp: s'il vous plaît; SVP: s'il vous plaît; RDV: rendez-vous; Cie: Compagnie
        """),
    before_numbers=table("""
        n°: numéro; N°: numéro; nº: numéro; Nº: numéro; no: numéro; n°s: numéros; nos: numéros; p.: page
        pp.: pages; fig.: figure; Fig.: figure; chap.: chapitre; Chap.: chapitre; vol.: volume
        art.: article; Art.: article; t.: tome; éq.: équation; sect.: section; tab.: tableau; ch.: chapitre
        al.: alinéa; §§: paragraphes; v.: vers
        """),
    before_names=table("""
        M.: Monsieur; Dr: Docteur; Dr.: Docteur; Pr: Professeur; Pr.: Professeur; Me: Maître
        Mgr: Monseigneur; St.: Saint; Ste.: Sainte; Gal: Général
        """),
)
