// The compartments with their doors, staff cards, the scanner, and the city behind them.

import {act} from "/act.js";
import {name, word} from "/words.js";

const KINDS = ["identity_card", "passport", "residence_permit", "driving_licence", "certificate"];
const $ = id => document.getElementById(id);
let chosen = null, typed = "";

export function pickup(terminal, {element, button, part, again}) {
  const wrong = terminal.alarms.map(alarm => alarm.split(" ").map((one, n) => n ? one : name(one)).join(" "));
  if (terminal.hands_out) wrong.unshift(word("handsOut", name(terminal.hands_out)));
  $("pickup-alarms").textContent = wrong.join(" · ");
  part("wall", [terminal.doors, chosen], () => wall());
  part("door", [terminal.doors.find(one => one.compartment === chosen) ?? null], () => [door()]);
  part("hands", [terminal.cards, terminal.scans], hands);
  part("city", terminal.levers, city);
  part("bookings", [terminal.bookings, terminal.messages, terminal.scans, terminal.doors.map(one => one.pickup)], bookings);

  function wall() {
    const columns = [...new Set(terminal.doors.map(one => one.column))].sort((a, b) => a - b);
    return columns.map(column => element("div", {className: "column"},
      ...terminal.doors.filter(one => one.column === column).sort((a, b) => b.row - a.row).map(tile)));
  }

  function tile(one) {
    const pick = button(`pick ${one.compartment}`, "", chosen === one.compartment, () => { chosen = one.compartment; again(); },
      `tile size-${one.size} ${one.state} ${one.open ? "is-open" : ""}`);
    const says = [one.compartment, name(one.state), one.open ? word("opens") : "", one.jammed ? word("jams") : "", one.cut ? word("cuts") : ""];
    pick.setAttribute("aria-label", `${word("compartment")} ${says.filter(Boolean).join(", ")}`);
    pick.append(element("b", {textContent: one.compartment}), element("span", {textContent: `${one.jammed ? "✕" : ""}${one.cut ? "✂" : ""}`}));
    return pick;
  }

  function door() {
    const one = terminal.doors.find(found => found.compartment === chosen);
    if (!one) return element("p", {className: "none", textContent: word("chooseDoor")});
    const at = what => () => act({type: "door", compartment: one.compartment, what});
    const facts = [name(one.state), one.size, one.pickup].filter(Boolean).join(" · ");
    return element("article", {}, element("h3", {}, `${word("compartment")} ${one.compartment} `, element("span", {className: "count", textContent: facts})),
      element("div", {className: "faults"},
        button("door hand", word(one.open ? "closes" : "opens"), null, at(one.open ? "close" : "open"), one.open ? "primary" : ""),
        button("door jam", word("jams"), one.jammed, at(one.jammed ? "free" : "jam"), "switch"),
        button("door cut", word("cuts"), one.cut, at(one.cut ? "mend" : "cut"), "switch")));
  }

  function hands() {
    const cards = element("div", {className: "row"}, word("showCard"),
      ...terminal.cards.map(card => button(`card ${card}`, card, null, () => act({type: "card", name: card}))));
    if (terminal.scans === null) return [cards];
    const text = element("input", {type: "text", value: typed, ariaLabel: word("scanText"), autocomplete: "off", oninput: event => { typed = event.target.value; }});
    text.dataset.key = "scan text";
    const hold = button("scan", word("scan"), null, () => act({type: "scan", text: typed}));
    const rests = terminal.scans ? [] : [element("p", {className: "none", textContent: word("scannerRests")})];
    return [...(terminal.cards.length ? [cards] : []), element("div", {className: "row"}, text, hold), ...rests];
  }

  function city() {
    const book = element("div", {className: "row"}, word("book"),
      ...KINDS.map(kind => button(`book ${kind}`, name(kind), null, () => act({type: "book", document: kind}))));
    const levers = Object.entries(terminal.levers).map(([lever, on]) =>
      button(`lever ${lever}`, name(lever), on, () => act({type: "lever", name: lever, on: !on}), "switch"));
    return [book, element("div", {className: "faults"}, ...levers)];
  }

  function bookings() {
    if (!terminal.bookings.length) return [element("li", {className: "none", textContent: word("noBookings")})];
    return terminal.bookings.map(one => {
      const message = terminal.messages.find(found => found.pickup === one.pickup);
      const lies = terminal.doors.find(found => found.pickup === one.pickup);
      const proofs = one.proofs.map(([who, factor, value]) => `${name(who)}: ${name(factor)} ${value}`).join(" · ");
      const code = message ? `${word("code")} ${message.code}` : word("noCode");
      const scans = [button(`envelope ${one.pickup}`, word("scanBooking"), null, () => act({type: "scan", text: one.pickup}))];
      if (message) scans.push(button(`code ${one.pickup}`, word("scanIt"), null, () => act({type: "scan", text: `LOTSE:${message.code}`})));
      const made = element("li", {}, element("h3", {textContent: `${name(one.document)} · ${one.pickup}`}),
        element("p", {}, element("b", {textContent: code}), lies ? ` · ${word("compartment")} ${lies.compartment}` : ""),
        element("p", {textContent: proofs}), ...(terminal.scans === null ? [] : [element("div", {className: "row"}, ...scans)]));
      if (message) made.append(element("details", {}, element("summary", {textContent: word("message")}), element("p", {className: "letter", textContent: message.text})));
      return made;
    });
  }
}
