"""Spanish abbreviations."""

from __future__ import annotations

from yapit.core.prepare.continental.abbreviations import Abbreviations, table

ABBREVIATIONS = Abbreviations(
    anywhere=table("""
        p. ej.: por ejemplo; P. ej.: Por ejemplo; etc.: etcétera; EE. UU.: Estados Unidos
        EE.UU.: Estados Unidos; EEUU: Estados Unidos; a. C.: antes de Cristo; d. C.: después de Cristo
        a. de C.: antes de Cristo; d. de C.: después de Cristo; Ud.: usted; Vd.: usted; Uds.: ustedes
        Vds.: ustedes; aprox.: aproximadamente; Avda.: Avenida; Av.: Avenida; Tel.: Teléfono; tel.: teléfono
        Cía.: Compañía; máx.: máximo; mín.: mínimo; ed.: edición; cf.: confróntese; cfr.: confróntese
        dpto.: departamento; Dpto.: Departamento; admón.: administración; q. e. p. d.: que en paz descanse
        s. f.: sin fecha; vs.: versus; vs: versus; ibíd.: ibídem; pza.: plaza; Pza.: Plaza
        RR. HH.: recursos humanos; JJ. OO.: Juegos Olímpicos; P. D.: posdata; S. A.: Sociedad Anónima
        """),
    before_numbers=table("""
        n.º: número; N.º: número; nº: número; Nº: número; n°: número; N°: número; núm.: número; Núm.: número
        No.: número; p.: página; pp.: páginas; pág.: página; págs.: páginas; fig.: figura; Fig.: figura
        cap.: capítulo; Cap.: capítulo; vol.: volumen; art.: artículo; Art.: artículo; t.: tomo
        ec.: ecuación; tab.: tabla; s.: siglo; ss.: siglos; C/: calle
        """),
    before_names=table("""
        Sr.: señor; Sra.: señora; Srta.: señorita; Sres.: señores; Sras.: señoras; Dr.: doctor
        Dra.: doctora; Dres.: doctores; D.: don; Dª: doña; Dña.: doña; Prof.: profesor; Profa.: profesora
        Lic.: licenciado; Ing.: ingeniero; Arq.: arquitecto; Sto.: Santo; Sta.: Santa; Gral.: general
        Cnel.: coronel; Fr.: fray; Mons.: monseñor; Sr.ª: señora; C.: calle
        """),
)
