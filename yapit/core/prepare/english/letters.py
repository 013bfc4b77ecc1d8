"""Which words in capitals are said letter by letter, and how letters are written for the voice.

Letters are capitals with spaces between them: "F B I". More than one of a
thing is its last letter with an s: "P D Fs"; with an apostrophe where that
would be a word: "A P I's".
"""

from __future__ import annotations

import re

from yapit.core.prepare.english.fragments import words

_INITIALISMS = frozenset(
    words("""
    AAA ISS AARP ABA ABI AC ACL ACLU AD ADC AEC AED AES AFC AFL AI AKA ALU AM AMA AOL AP API APU
    ASAP ASL AUD AWS BA BAE BC BCE CAD CE CEO CEU CIA CIF CIO CLI COD COO CUI DA DAC DAO DAP DC DEA
    DIY DOA DOB DOE DOI DOJ DUI EAP EDA EDT EE EEA EEG EIB EIN EKG EMI EOD EOF EPA EPO ER ERP ES ESA ESL
    EST ETA ETF ETL EU EUR EV FAA FAQ FYI GED GI GIS GRE GUI HIV HQ IAEA IAU ICU ID IDE IDF IDK IE IEA
    IEC IED IIRC IIT ILO IMHO IMO INR IO IOC IOU IP IPA IPO IQ IRA IRC IRS ISA ISO ISP IT IUCN IUD IV
    IVF LA LAPD LED LOL LSE MA MEP MIA MIT MOU NIH NRA NYU OAU OCD OCLC OCR OECD OED OEM ORM OS OSI
    PA PM POV POW PR QA RAF RNA ROI RPI SAT SDI SEC SEO SOA SOS SUV TA TIL TLA TV UAE UAV UAW UBS UCLA
    UDP UFO UHF UI UK UN UPS URI URL US USA USAF USB USC USD USS USSR UTC UV UX VA VAT VIP VOA WHO YA
    """)
)
"""Letter by letter, though their shape would let them pass for words."""

_WORDS_IN_HEADINGS = frozenset(words("AD AM BA DA ER ES IT LA MA OS PA SAT SEC TA US WHO ID IO CE EST COD"))
"""Initialisms only where capitals are not how everything is written."""

_TWO_LETTER_WORDS = frozenset(
    words("""
    AH AM AN AS AT AX BE BY DO EH GO HA HE HI HO IF IN IS ME MR MS MY NO OF OH OK ON OW
    RE PI AW YO UH OR OX SO ST TO UM UP WE
    YE DR
    """)
)
_SAID_AS_WORDS = frozenset(
    words("SHH HMM MRS PSST TSAR NTH BRR PFFT CZAR WHOA AARGH JPEG MPEG LSAT SRAM VRAM MRAM HODL JOHN")
)
_ONSET = "|".join(
    words("""
    [bcdfghjklmnpqrstvwxyz] bl br ch chr cl cr cz dr dw fj fl fr gh gl gn gr gw kh kl kn kr kv ll mc ph
    pl pr ps qu rh sc sch schw scr sh shr sk sl sm sn sp sph spl spr squ st str sv sw th thr thw tr ts
    tsk tw vl wh wr
    """)
)
_CODA = "|".join(
    words("""
    [bcdfghjklmnprstvwxz] bb bs bt ch chs ck cks cs ct cts dd dds dge dn ds dst dth ff ffs fs ft fth fts
    gg gh ghs ght ghts gm gn gns gs ht ks lb lc lch ld lds lf lft lk lks ll lls lm lms lp lph lps ls lsh
    lt lth lts ltz lve lz mb mbs mm mn mp mph mphs mps mpt ms nc nce nch ncs nct nd nds ng ngs ngst ngth
    nk nks nn ns nt nth nts nx nz pf ph phs pp ps pt pth pts rb rbs rc rch rd rds rf rg rk rks rl rld
    rls rm rms rn rns rnt rp rph rps rr rs rsh rst rt rth rts rv rvs rx sc sh sk sks sm sms sp sps ss st
    sts tch th thm ths ts tt tts tz vs wd wds wk wks wl wls wn wns ws wt xt xth xts ym zd zz
    """)
)
_WORD_SHAPE = re.compile(
    f"(?:{_ONSET})?[aeiouy]{{1,3}}(?:[bcdfghjklmnpqrstvwxz]{{1,3}}[aeiouy]{{1,3}})*(?:{_CODA})?",
    re.IGNORECASE,
)
_LONGEST_INITIALISM = 5
_LOWER = re.compile("[a-zß-öø-ÿ]")
_WORD_IN_CAPITALS = re.compile(r"(?<!\w)[^\W\d_]{2,}(?!\w)")


def spelled(letters: str) -> str:
    """Letter by letter."""
    return " ".join(letters.upper())


def is_spelled(word: str, *, shouted: bool = False) -> bool:
    """A word in capitals is said letter by letter; `shouted` where everything around it is in capitals."""
    if word in _INITIALISMS:
        return not (shouted and word in _WORDS_IN_HEADINGS)
    if len(word) < 3:
        return word not in _TWO_LETTER_WORDS and (not shouted or not re.search("[AEIOUY]", word))
    if word in _SAID_AS_WORDS:
        return False
    if len(word) > _LONGEST_INITIALISM:
        return not re.search("[AEIOUY]", word)
    return not _WORD_SHAPE.fullmatch(word)


def plural_of(letters: str) -> str:
    """The way letters take an s: "P D Fs", "A P I's"."""
    return letters + ("'s" if letters[-1] in "AIUMO" else "s")


def is_shouted(text: str) -> bool:
    """Capitals are how the whole text is written: a heading, not a row of initialisms."""
    return not _LOWER.search(text) and len(_WORD_IN_CAPITALS.findall(text)) > 1
