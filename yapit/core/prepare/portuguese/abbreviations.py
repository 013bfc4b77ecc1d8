"""Portuguese abbreviations."""

from __future__ import annotations

from yapit.core.prepare.continental.abbreviations import Abbreviations, table

ABBREVIATIONS = Abbreviations(
    anywhere=table("""
        etc.: et cetera; p. ex.: por exemplo; P. ex.: Por exemplo; a. C.: antes de Cristo
        d. C.: depois de Cristo; Av.: Avenida; R.: Rua; tel.: telefone; Tel.: Telefone
        aprox.: aproximadamente; máx.: máximo; mín.: mínimo; ed.: edição; cf.: confira; Cf.: Confira
        Cia.: Companhia; Ltda.: Limitada; Lda.: Limitada; EUA: Estados Unidos; obs.: observação
        Obs.: Observação; V. Ex.ª: Vossa Excelência; depto.: departamento; ibid.: ibidem; vs.: versus
        S. A.: Sociedade Anônima; P. S.: post scriptum; N. B.: nota bene; i. e.: isto é; vs: versus
        séc.: século
        """),
    before_numbers=table("""
        n.º: número; N.º: número; nº: número; Nº: número; n°: número; N°: número; p.: página; pp.: páginas
        pág.: página; págs.: páginas; fig.: figura; Fig.: figura; cap.: capítulo; Cap.: capítulo
        vol.: volume; art.: artigo; Art.: artigo; arts.: artigos; t.: tomo; eq.: equação; tab.: tabela
        séc.: século; sécs.: séculos
        """),
    before_names=table("""
        Sr.: senhor; Sra.: senhora; Sr.ª: senhora; Srta.: senhorita; Srs.: senhores; Dr.: doutor
        Dra.: doutora; Dr.ª: doutora; Prof.: professor; Profa.: professora; Prof.ª: professora
        Eng.: engenheiro; D.: dom; Sto.: Santo; Sta.: Santa; Gen.: general; Cel.: coronel; Pe.: padre
        Exmo.: excelentíssimo; Exma.: excelentíssima
        """),
)
