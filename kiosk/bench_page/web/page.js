// Shows the state the kiosk sends whenever it changes, and sends what was pressed. Nothing is kept here.

import {act, say} from "/act.js";
import {pickup} from "/pickup.js";
import {follow} from "/screen.js";
import {language, name, otherLanguage, time, title, word} from "/words.js";

const SIGNS = {up: "↑", down: "↓", left: "←", right: "→", star: "*", hash: "#", ok: "OK"};
const $ = id => document.getElementById(id);
let state = null, chosen = null, link = "waiting";
const rooms = {};  // which desk calls a queue: chosen here, for here

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  for (const [key, value] of Object.entries(properties.attributes ?? {})) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// --- from the kiosk --------------------------------------------------------------------------------------------------

const events = new EventSource("/events");
events.onopen = () => linked("connected");
events.onerror = () => linked("gone");
events.onmessage = message => {
  state = JSON.parse(message.data);
  linked("connected");
  show();
};

function linked(now) {
  link = now;
  $("link").textContent = word(now);
  $("link").className = `chip ${now === "connected" ? "ok" : now === "gone" ? "fault" : "warn"}`;
}

// --- the page --------------------------------------------------------------------------------------------------------

const parts = {};  // what each part showed last: a part that stays the same keeps focus and place

function part(id, shows, build) {
  const now = JSON.stringify([language, shows]);
  if (parts[id] === now) return;
  parts[id] = now;
  const focus = document.activeElement?.dataset?.key;
  $(id).replaceChildren(...build());
  if (focus) document.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
}

function button(key, text, pressed, press, style = "") {
  const made = element("button", {type: "button", textContent: text, className: style, onclick: press});
  made.dataset.key = key;
  if (pressed !== null) made.setAttribute("aria-pressed", pressed);
  return made;
}

function show() {
  document.documentElement.lang = language;
  document.title = `${word("bench")} · ${state.title}`;
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = word(one.dataset.word);
  $("title").textContent = state.title;
  $("language").textContent = word("other");
  $("picture").alt = word("screen");
  $("screen").hidden = !state.screen;
  document.body.classList.toggle("with-screen", Boolean(state.screen));
  if (state.screen) {
    $("picture").width = state.screen[0];
    $("picture").height = state.screen[1];
    document.body.classList.toggle("wide-screen", state.screen[0] > state.screen[1]);
    follow();
  }
  showPapers();
  part("devices", state.devices.map(device => [device.name, device.faults, device.switches, device.paper_count > 0]), devices);
  part("queues", state.queues, queues);
  part("unsettled", state.unsettled, unsettled);
  $("staff-part").hidden = !state.demo_pin && !state.figures;
  $("staff-pin").textContent = state.demo_pin ? word("staffPin", state.demo_pin) : "";
  $("figures").hidden = !state.figures;
  $("keypad-part").hidden = !state.keypad;
  if (state.keypad) {
    part("keypad", [state.keypad.keys, state.keypad.headphones], keypad);
    part("spoken", state.keypad.said, spoken);
  }
  $("pickup").hidden = !state.pickup;
  document.body.classList.toggle("with-pickup", Boolean(state.pickup));
  if (state.pickup) pickup(state.pickup, {element, button, part, again: show});
  $("unsettled-count").textContent = state.unsettled.length || "";
  $("queues-part").hidden = $("unsettled-part").hidden = !state.queues.length;
}

function showPapers() {
  const papers = state.devices.flatMap(device => device.papers.map(paper => ({...paper, device: device.name})));
  papers.sort((a, b) => b.at.localeCompare(a.at) || b.number - a.number);
  $("paper-count").textContent = state.devices.reduce((sum, device) => sum + device.paper_count, 0) || "";
  const key = paper => `${paper.device}/${paper.number}`;
  const newest = papers[0] && key(papers[0]);
  if (parts.lastPaper !== newest) chosen = newest;
  parts.lastPaper = newest;
  const current = papers.find(paper => key(paper) === chosen) ?? papers[0];
  part("newest", current ?? null, () => current ? [large(current, key(current) === newest)] : [element("p", {className: "none", textContent: word("noPaper")})]);
  part("earlier", [papers.map(key), chosen], () => papers.length < 2 ? [] : papers.map(paper => small(paper, key(paper))));
}

const address = paper => `/paper/${paper.device}/${paper.number}.png`;

function large(paper, isNewest) {
  const picture = element("img", {src: address(paper), alt: paper.text, className: isNewest ? "new" : ""});
  const caption = element("figcaption", {textContent: `${word("slip")} ${paper.number} · ${time(paper.at)}`});
  const holder = element("div", {className: "sheet"}, picture, caption);
  return holder;
}

function small(paper, key) {
  const pick = button(`paper ${key}`, "", chosen === key, () => { chosen = key; show(); }, "small");
  pick.setAttribute("aria-label", `${word("slip")} ${paper.number}, ${time(paper.at)}`);
  pick.append(element("img", {src: address(paper), alt: "", loading: "lazy"}), element("span", {textContent: paper.number}));
  return element("li", {}, pick);
}

function devices() {
  if (!state.devices.length) return [element("p", {className: "none", textContent: word("noDevices")})];
  return state.devices.map(device => {
    const wrong = Object.values(device.faults).filter(Boolean).length;
    const chip = element("span", {className: `chip ${wrong ? "fault" : "ok"}`, textContent: wrong ? word("trouble", wrong) : word("works")});
    const faults = Object.entries(device.faults).map(([fault, on]) =>
      button(`${device.name} ${fault}`, name(fault), on, () => act({type: "fault", device: device.name, fault, on: !on}), "switch"));
    const switches = Object.entries(device.switches).map(([one, on]) =>
      button(`${device.name} ${one}`, word(on ? "goes" : "comes"), null, () => act({type: "switch", device: device.name, switch: one, on: !on}), "primary"));
    const refill = button(`${device.name} refill`, word("refill"), null, () => act({type: "refill", device: device.name}), "primary");
    return element("article", {}, element("h3", {}, name(device.name), " ", chip), element("div", {className: "faults"}, ...faults), ...switches, ...(device.has_paper ? [refill] : []));
  });
}

function queues() {
  return state.queues.map(queue => {
    const facts = [queue.open ? "" : word(queue.reason), `${queue.waiting} ${word("waitingPeople")}`];
    if (queue.wait_minutes !== null) facts.push(`${queue.wait_minutes} ${word("minutes")}`);
    const called = queue.last_called.map(([label, room]) => `${label} → ${room}`).join(", ");
    if (called) facts.push(`${word("called")} ${called}`);
    const room = rooms[queue.concern] ?? queue.rooms[0];
    const choose = element("select", {ariaLabel: `${word("room")}, ${title(queue.title)}`, onchange: event => { rooms[queue.concern] = event.target.value; }},
      ...queue.rooms.map(one => element("option", {value: one, textContent: one, selected: one === room})));
    choose.dataset.key = `room ${queue.concern}`;
    const call = button(`call ${queue.concern}`, word("call"), null, () => callNext(queue), queue.waiting ? "primary" : "");
    call.setAttribute("aria-label", `${word("call")}: ${title(queue.title)}`);
    return element("li", {}, element("h3", {textContent: title(queue.title)}), element("p", {textContent: facts.filter(Boolean).join(" · ")}),
      element("div", {className: "row"}, element("label", {}, word("room"), " ", choose), call));
  });
}

function keypad() {
  const plugged = state.keypad.headphones === true;
  const jack = button("headphones", word("headphones"), plugged, () => act({type: "headphones", on: !plugged}), "jack");
  const keys = state.keypad.keys.map(key => {
    const made = button(`press ${key}`, SIGNS[key] ?? (key.length > 1 ? name(`key_${key}`) : key), null, () => act({type: "press", key}));
    made.setAttribute("aria-label", key.length > 1 ? name(`key_${key}`) : key);
    return made;
  });
  return [jack, element("div", {className: "keys"}, ...keys)];
}

function spoken() {
  if (!state.keypad.said.length) return [element("li", {className: "none", textContent: word("nothingSaid")})];
  return state.keypad.said.map(text => element("li", {textContent: text}));
}

async function callNext(queue) {
  const room = rooms[queue.concern] ?? queue.rooms[0];
  const answer = await act({type: "call", concern: queue.concern, room});
  if (answer) say(answer.said ? `${answer.said} ${word("calledNow")} → ${room}` : word("nobody"));
}

function unsettled() {
  if (!state.unsettled.length) return [element("p", {className: "none", textContent: word("allSettled")})];
  return state.unsettled.map(open => element("li", {},
    element("h3", {textContent: open.label}), element("p", {textContent: name(open.why)}),
    element("div", {className: "row"}, ...open.choices.map(how =>
      button(`settle ${open.ticket} ${how}`, name(how), null, () => act({type: "settle", ticket: open.ticket, how}))))));
}

$("language").onclick = () => { otherLanguage(); linked(link); if (state) show(); };
document.documentElement.lang = language;
for (const one of document.querySelectorAll("[data-word]")) one.textContent = word(one.dataset.word);
$("language").textContent = word("other");
linked("waiting");
