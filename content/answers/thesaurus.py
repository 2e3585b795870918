"""Everyday words that mean the same at a town hall, German and English. Not responsible for what content adds."""

import re
from collections.abc import Container
from functools import cache

from content.answers.analysis import stem, words

GROUPS = """
auto kfz pkw fahrzeug wagen kraftfahrzeug motorrad | car vehicle motorbike
umziehen umzug umgezogen zieht ziehe gezogen zugezogen hergezogen ummelden ummeldung wohnsitz
    wohnsitzanmeldung wohnungsanmeldung einzug einziehen eingezogen adresse anschrift adressänderung | moving
    moved move relocation address
verloren verlust gestohlen geklaut diebstahl weg abhanden | lost stolen theft loss
heiraten heirat hochzeit ehe eheschließung trauung trauen verheiratet | wedding marriage marry married
scheidung geschieden | divorce divorced
perso personalausweis ausweis | id identity
pass reisepass | passport
führerschein fahrerlaubnis lappen | licence license driving driver
anwohner bewohner anwohnerparken bewohnerparken bewohnerparkausweis anwohnerparkausweis | resident residents
parken parkausweis parkplatz | parking
abmelden abmeldung stilllegen stillgelegt außerbetriebsetzung | deregister deregistration
anmelden anmeldung zulassen zulassung registrieren | register registration
gestorben verstorben tot tod todesfall sterbefall sterbeurkunde gestorbene | death died dead deceased
kita kindergarten krippe kinderbetreuung kindertagesstätte tagesmutter | nursery kindergarden daycare
    childcare
fund fundsache fundbüro gefunden fundstück | found
hund hunde welpe haustier | dog dogs pet
steuer steuern abgabe | tax taxes
gewerbe firma unternehmen geschäft laden selbständig selbstständig selbständigkeit existenzgründung | business
    trade company shop selfemployed
gaststätte restaurant kneipe gastronomie wirtschaft imbiss café schankerlaubnis | pub bar
müll abfall sperrmüll restmüll mülltonne tonne biotonne | waste rubbish garbage trash
wohngeld mietzuschuss miete mietkosten | rent housing
bürgergeld grundsicherung sozialhilfe hartz arbeitslos stütze | welfare unemployment
baby geburt neugeboren neugeborenes geboren | birth born newborn
kind kinder sohn tochter | child children kid son daughter
urkunde geburtsurkunde abstammung bescheinigung zeugnis nachweis | certificate
führungszeugnis vorstrafen polizeiliches | criminal record conduct
einbürgerung einbürgern staatsangehörigkeit staatsbürgerschaft deutscher eingebürgert | citizenship
    naturalisation naturalization
aufenthaltserlaubnis aufenthaltstitel aufenthalt visum | residence permit visa
ausländerbehörde ausländeramt | migration immigration foreigners
beglaubigung beglaubigen beglaubigt beglaubigte | certified notarised
rente rentner altersrente | pension retirement
schwerbehindert schwerbehinderung behindert behinderung behindertenausweis | disabled disability
rollstuhl barrierefrei | wheelchair accessible
toilette toiletten wc klo | restroom bathroom lavatory
kirche kirchenaustritt austreten | church
name namen nachname familienname vorname umbenennen | surname
wählen wahl briefwahl wahlschein abstimmung | vote voting election ballot
bauen bau bauantrag baugenehmigung hausbau | building construction
schule einschulung schulanmeldung | school
angeln fischen fischereischein angelschein | fishing
jagd jagdschein | hunting
waffe waffenschein waffenbesitzkarte | weapon gun
fest veranstaltung straßenfest feier | event party
knöllchen strafzettel bußgeld verwarnung verwarnungsgeld | fine
elterngeld elternzeit | parental
unterhalt unterhaltsvorschuss alimente | maintenance
pflege pflegeheim pflegegrad | care nursing
stammbaum ahnenforschung archiv | genealogy archive
abgelaufen verlängern verlängerung verlängert erneuern erneuerung | expired renew renewal extension
gekauft kaufen kauf halterwechsel umschreiben umschreibung gebrauchtwagen | bought buy
verkauft verkaufen verkauf abmelden | sold sell
betrieb betriebe gewerbe gewerbeanmeldung
stillgelegt stilllegung abmelden abmeldung außerbetriebsetzung
geburtsurkunde heiratsurkunde eheurkunde sterbeurkunde personenstandsurkunde urkunden urkunde
    urkundenbestellung
vermieter wohnungsgeber wohnungsgeberbestätigung | landlord
auswandern ausland wegzug wegziehen | abroad emigrate
vater vaterschaft vaterschaftsanerkennung | father paternity
impressum kontakt telefon telefonnummer | contact phone
jugend jugendliche jugendamt | youth teenager
alt älter senioren senior rentner | elderly old
arbeit arbeiten job arbeitserlaubnis beschäftigung | work employment
studium student studieren studierende | study university
asyl flüchtling geflüchtete ukraine | asylum refugee
grundstück grundsteuer grundbuch haus hausbesitz | property land
hausnummer hausnummern | house
passfoto passbild foto biometrisch lichtbild | photo picture
lebensbescheinigung lebensnachweis
meldebescheinigung meldebestätigung wohnsitzbescheinigung aufenthaltsbescheinigung
ordnungsamt ordnung politesse
ehrenamt ehrenamtlich freiwillig | volunteer volunteering
schaden kaputt defekt straßenlaterne laterne | broken
gerichtlich gericht schöffe | court
beschwerde beschweren mangel schlagloch melden | complaint
spielplatz | playground
baum baumfällung fällen | tree
friedhof grab bestattung beerdigung | grave burial cemetery funeral
strom gas wasser | electricity water
zahlen bezahlen kasse überweisung | pay payment cash
lift aufzug fahrstuhl | elevator
kennzeichen nummernschild wunschkennzeichen autokennzeichen schild | plate plates numberplate
feuerwerk böller silvester | fireworks
ferien ferienprogramm | holiday
flohmarkt markt wochenmarkt | market stall
vollmacht vertretung | proxy authorisation
lärm ruhestörung laut nachbar | noise
wohnung wohnungssuche sozialwohnung wohnberechtigungsschein wbs | flat apartment
obdachlos wohnungslos wohnungsnot | homeless
"""
"""One group a line, English after the bar; an indented line goes on."""
COMPOUND_PARTS = """
reise person personal geburt geburts kinder haus wohn wohnung bürger stadt land straße grund gewerbe führung fahrer bau
hunde hund pass ausweis karte urkunde schein zeugnis steuer geld amt büro antrag anmeldung abmeldung ummeldung meldung
erlaubnis genehmigung bescheinigung auskunft register kennzeichen marke platz park parken bewohner anwohner eltern
familien familie sterbe heirat ehe fähigkeit schwer behinderten rechts recht leistung hilfe beratung stelle wahl brief
fischerei jagd waffen müll sperr abfall rest tonne schul kita betreuung wohnsitz aufenthalt aufenthalts titel
niederlassung einbürgerung verlust diebstahl änderung adress adresse namen name daten international internationaler
auto motor fahrzeug zulassung lebens bestätigung geber haupt neben unter miete
"""


@cache
def _read() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Per group its words and their stems."""
    found = []
    for line in re.split(r"\n(?=\S)", GROUPS.strip()):
        german, _, english = line.partition("|")
        spoken = [(word, "de") for word in words(german)] + [(word, "en") for word in words(english)]
        found.append((frozenset(word for word, _ in spoken), frozenset(stem(*one) for one in spoken)))
    return tuple(found)


@cache
def _groups() -> dict[str, frozenset[str]]:
    """Per stem all stems of its groups."""
    found: dict[str, frozenset[str]] = {}
    for _, stems in _read():
        for form in stems:
            found[form] = found.get(form, frozenset()) | stems
    return found


@cache
def _first_groups() -> dict[str, str]:
    """Per stem a name of the first group it stands in."""
    found: dict[str, str] = {}
    for number, (_, stems) in enumerate(_read()):
        for form in stems:
            found.setdefault(form, f"={number}")
    return found


def concept(form: str) -> str:
    """One name for a stem and all that mean the same; the stem itself where nothing does."""
    return _first_groups().get(form, form)


def words_meaning(terms: Container[str]) -> frozenset[str]:
    """Folded words of which a synonym is among the stems `terms`."""
    return frozenset().union(*(said for said, stems in _read() if any(form in terms for form in stems)))


def stems_of(word: str, language: str = "de") -> tuple[str, ...]:
    """The German and the English stem of a folded word and that in `language`, once where they are the same."""
    return tuple(dict.fromkeys((stem(word, "de"), stem(word, "en"), stem(word, language))))


def synonyms(stems: tuple[str, ...]) -> tuple[str, ...]:
    """Stems that mean about the same, without those given, in a fixed order."""
    groups = _groups()
    return tuple(sorted(set().union(*(groups.get(form, frozenset()) for form in stems)) - set(stems)))


@cache
def common_words() -> frozenset[str]:
    """Folded words that are known without any content: never corrected, and parts of compounds."""
    return frozenset(words(GROUPS)) | frozenset(words(COMPOUND_PARTS))
