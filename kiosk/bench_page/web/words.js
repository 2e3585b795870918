// What people read on the page, in German and English. Names of faults and reasons are the program's own.

const WORDS = {
  de: {
    bench: "Prüfstand", other: "English", connected: "verbunden", gone: "Kiosk antwortet nicht", waiting: "verbindet",
    screen: "Bildschirm des Kiosks", screenHint: "Tippen, ziehen, schreiben: wie am Gerät. Esc verlässt das Bild.",
    paper: "Papier", noPaper: "Noch kein Papier. Ziehen Sie am Kiosk eine Wartenummer.", slip: "Zettel",
    devices: "Geräte", works: "in Ordnung", refill: "Neue Rolle einlegen", comes: "Jemand kommt", goes: "Geht wieder", noDevices: "Keine simulierten Geräte.",
    queues: "Warteschlangen", call: "Nächste Nummer aufrufen", room: "Raum", waitingPeople: "warten", minutes: "Min.",
    called: "zuletzt", nobody: "Niemand wartet.", calledNow: "aufgerufen",
    keypad: "Tastenfeld und Sprache", headphones: "Kopfhörer eingesteckt", nothingSaid: "Noch nichts gesagt.",
    unsettled: "Zu klären", allSettled: "Kein Zettel ist offen.",
    staff: "Personalbereich", figures: "Zahlen des Tages als Tabelle (CSV)",
    staffPin: pin => `Auf dem Startbildschirm das Zeichen oben links drei Sekunden halten (oder F12). PIN der Vorführung: ${pin}`,
    closed: "geschlossen", used_up: "Nummern aufgebraucht", paused: "angehalten",
    trouble: n => n === 1 ? "1 Störung" : `${n} Störungen`,
    pickup: "Fächer", city: "Die Stadt", chooseDoor: "Tippen Sie auf ein Fach.", compartment: "Fach", closes: "Tür zudrücken", opens: "Tür aufhebeln",
    jams: "Tür klemmt", cuts: "Sensor schweigt", showCard: "Karte auflegen:", scan: "Vor den Scanner halten", scanText: "Text des Codes",
    scannerRests: "Der Scanner ruht: er liest nur, wo der Kiosk einen Code erwartet.", book: "Dokument ankündigen:", noBookings: "Noch nichts angekündigt.",
    code: "Abholcode", noCode: "noch nicht eingelegt", scanIt: "Code scannen", scanBooking: "Umschlag scannen", message: "Nachricht", handsOut: why => `Es wird nichts ausgegeben: ${why}`,
  },
  en: {
    bench: "Test bench", other: "Deutsch", connected: "connected", gone: "Kiosk does not answer", waiting: "connecting",
    screen: "The kiosk's screen", screenHint: "Tap, drag, type: as on the device. Esc leaves the picture.",
    paper: "Paper", noPaper: "No paper yet. Draw a waiting number at the kiosk.", slip: "Paper",
    devices: "Devices", works: "works", refill: "Put in a new roll", comes: "Somebody comes", goes: "Goes away", noDevices: "No simulated devices.",
    queues: "Queues", call: "Call the next number", room: "Room", waitingPeople: "waiting", minutes: "min",
    called: "last", nobody: "Nobody waits.", calledNow: "called",
    keypad: "Keypad and speech", headphones: "Headphones plugged in", nothingSaid: "Nothing said yet.",
    unsettled: "To settle", allSettled: "No paper is open.",
    staff: "Staff corner", figures: "The day's figures as a table (CSV)",
    staffPin: pin => `On the welcome screen, hold the mark at the upper left for three seconds (or press F12). PIN of the demonstration: ${pin}`,
    closed: "closed", used_up: "no numbers left", paused: "paused",
    trouble: n => n === 1 ? "1 fault" : `${n} faults`,
    pickup: "Compartments", city: "The city", chooseDoor: "Tap a compartment.", compartment: "Compartment", closes: "Push the door to", opens: "Lever the door open",
    jams: "Door jammed", cuts: "Sensor says nothing", showCard: "Put on a card:", scan: "Hold before the scanner", scanText: "Text of the code",
    scannerRests: "The scanner rests: it reads only where the kiosk expects a code.", book: "Announce a document:", noBookings: "Nothing announced yet.",
    code: "Pickup code", noCode: "not loaded yet", scanIt: "Scan the code", scanBooking: "Scan the envelope", message: "Message", handsOut: why => `Nothing is handed out: ${why}`,
  },
};

const NAMES = {
  de: {
    printer: "Ticketdrucker", presence: "Bewegungsmelder", paper_low: "Papier geht aus", paper_out: "Papier leer", cover_open: "Deckel offen",
    unplugged: "Kabel gezogen", powered_off: "Strom aus", power_off: "Strom aus", dies_mid_job: "Stirbt mitten im Druck", paper_out_mid_job: "Papier endet im Druck",
    key_up: "Hoch", key_down: "Runter", key_left: "Links", key_right: "Rechts", key_ok: "Drücken", key_back: "Zurück",
    key_help: "Hilfe", key_read: "Vorlesen", key_next: "Schalter", key_star: "Stern", key_hash: "Raute",
    key_slower: "Langsamer", key_faster: "Schneller", key_quieter: "Leiser", key_louder: "Lauter",
    cutter: "Messer klemmt", offline: "Nicht bereit",
    maybe_on_paper: "Vielleicht gedruckt: bitte am Drucker nachsehen", paper_missed: "Der Besucher hat kein Papier bekommen",
    no_paper: "Sicher ohne Papier", stray_paper: "Nummer ist ungültig, ihr Zettel kam doch: bitte wegwerfen",
    printed: "Papier ist da", paperless: "Gilt ohne Papier", replace: "Neue Nummer", void: "Ungültig",
    free: "frei", loaded: "belegt", overdue: "überfällig", unclear: "ungeklärt", out_of_order: "außer Betrieb",
    identity_card: "Personalausweis", passport: "Reisepass", child_passport: "Kinderreisepass", residence_permit: "Aufenthaltstitel",
    driving_licence: "Führerschein", certificate: "Urkunde", holder: "Inhaber", representative: "Vertretung", parent: "Eltern",
    birth_date: "Geburtsdatum", card_code: "Zahl auf der alten Karte", fingerprint: "Fingerabdruck", locker: "Schlossplatinen", card_reader: "Kartenleser",
    scanner: "Scanner", silent: "Stadt antwortet nicht", slow: "Stadt antwortet langsam", duplicates: "Nachrichten doppelt",
    reordering: "Nachrichten vertauscht", replays: "Alte Nachrichten wiederholt", forged: "Gefälschte Nachrichten", loses_answers: "Quittungen gehen verloren",
    door_left_open: "Tür steht offen", door_not_opened: "Tür ging nicht auf", compartment_empty: "Fach leer", wrong_document: "Falsches Dokument",
    opened_unbidden: "Tür ohne Auftrag offen", boards_silent: "Schlösser antworten nicht", disk_full: "Speicher voll", ledger_damaged: "Buch beschädigt",
    clock_back: "Uhr ging zurück", help_wanted: "Hilfe gewünscht",
  },
  en: {
    printer: "Ticket printer", presence: "Motion sensor", paper_low: "Paper low", paper_out: "Paper out", cover_open: "Cover open",
    unplugged: "Cable unplugged", powered_off: "Power off", power_off: "Power off", dies_mid_job: "Dies in mid-job", paper_out_mid_job: "Paper ends in mid-job",
    key_up: "Up", key_down: "Down", key_left: "Left", key_right: "Right", key_ok: "Press", key_back: "Back",
    key_help: "Help", key_read: "Read", key_next: "Switch", key_star: "Star", key_hash: "Hash",
    key_slower: "Slower", key_faster: "Faster", key_quieter: "Quieter", key_louder: "Louder",
    cutter: "Cutter jammed", offline: "Not ready",
    maybe_on_paper: "Perhaps printed: look at the printer", paper_missed: "The visitor got no paper",
    no_paper: "Surely without paper", stray_paper: "Number is void, its paper came after all: throw it away",
    printed: "Paper is there", paperless: "Valid without paper", replace: "New number", void: "Void",
    free: "free", loaded: "loaded", overdue: "overdue", unclear: "unclear", out_of_order: "out of order",
    identity_card: "Identity card", passport: "Passport", child_passport: "Child's passport", residence_permit: "Residence permit",
    driving_licence: "Driving licence", certificate: "Certificate", holder: "Holder", representative: "Representative", parent: "Parent",
    birth_date: "date of birth", card_code: "number on the old card", fingerprint: "fingerprint", locker: "Lock boards", card_reader: "Card reader",
    scanner: "Scanner", silent: "City does not answer", slow: "City answers slowly", duplicates: "Messages twice",
    reordering: "Messages out of order", replays: "Old messages again", forged: "Forged messages", loses_answers: "Acknowledgements get lost",
    door_left_open: "Door left open", door_not_opened: "Door did not open", compartment_empty: "Compartment empty", wrong_document: "Wrong document",
    opened_unbidden: "Door open without order", boards_silent: "Locks do not answer", disk_full: "Disk full", ledger_damaged: "Ledger damaged",
    clock_back: "Clock went back", help_wanted: "Help wanted",
  },
};

export let language = remembered() ?? (navigator.language.startsWith("de") ? "de" : "en");

function remembered() {
  try { return localStorage.getItem("language"); } catch { return null; }
}

export function otherLanguage() {
  language = language === "de" ? "en" : "de";
  try { localStorage.setItem("language", language); } catch { /* a browser that keeps nothing */ }
}

export const word = (key, ...values) => {
  const found = WORDS[language][key];
  return typeof found === "function" ? found(...values) : found;
};

// A fault nobody has put into words yet is shown by its name.
export const name = key => NAMES[language][key] ?? key.replaceAll("_", " ").replace(/^./, c => c.toUpperCase());

export const title = texts => texts[language] ?? texts.de;

export const time = moment => new Date(moment).toLocaleTimeString(language === "en" ? "en-GB" : language, {hour: "2-digit", minute: "2-digit", second: "2-digit"});
