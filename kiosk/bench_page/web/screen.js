// The kiosk's screen: a live picture, and fingers and keys on their way back. One request of each kind at a time.

import {act} from "/act.js";

const picture = document.getElementById("picture");
const pause = seconds => new Promise(resolve => setTimeout(resolve, seconds * 1000));
let version = 0, shown = "", running = false;

export async function follow() {
  if (running) return;
  running = true;
  for (;;) {
    if (document.hidden) await new Promise(seen => document.addEventListener("visibilitychange", seen, {once: true}));
    try {
      const answer = await fetch(`/screen.jpg?after=${version}`);
      if (answer.status === 200) {
        version = Number(answer.headers.get("X-Version"));
        const next = URL.createObjectURL(await answer.blob());
        picture.src = next;
        await picture.decode().catch(() => {});
        URL.revokeObjectURL(shown);
        shown = next;
      } else if (answer.status !== 204) await pause(2);
    } catch {
      version = 0;  // the kiosk was stopped: the next one counts anew
      await pause(2);
    }
  }
}

// --- fingers ---------------------------------------------------------------------------------------------------------

let waiting = [], sending = false, finger = null;

async function send() {
  if (sending) return;
  sending = true;
  while (waiting.length) {
    const moves = waiting;
    waiting = [];
    await act({type: "touch", moves});
  }
  sending = false;
}

function note(what, event) {
  const box = picture.getBoundingClientRect();
  const at = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  if (what === "move" && waiting.at(-1)?.[0] === "move") waiting.pop();
  waiting.push([what, ...at.map(value => Math.min(1, Math.max(0, value)))]);
  send();
}

picture.addEventListener("pointerdown", event => {
  if (finger !== null || event.button !== 0) return;
  finger = event.pointerId;
  picture.setPointerCapture(finger);
  picture.focus({preventScroll: true});
  note("down", event);
  event.preventDefault();
});
picture.addEventListener("pointermove", event => event.pointerId === finger && note("move", event));
for (const kind of ["pointerup", "pointercancel"]) {
  picture.addEventListener(kind, event => {
    if (event.pointerId !== finger) return;
    finger = null;
    note("up", event);
  });
}

// --- keys ------------------------------------------------------------------------------------------------------------

picture.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey && event.key.length > 1) return;
  if (event.key === "Escape") return picture.blur();
  if (event.key.length > 1 && !/^(Enter|Tab|Backspace|Delete|Arrow\w+|Home|End|Page\w+)$/.test(event.key)) return;
  event.preventDefault();
  act({type: "key", key: event.key});
});
