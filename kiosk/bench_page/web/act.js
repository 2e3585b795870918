// Sends what was pressed to the kiosk, and says what came of it.

import {word} from "/words.js";

const line = document.getElementById("said");
let clearing;

export function say(sentence, wrong = false) {
  line.textContent = sentence;
  line.className = wrong ? "wrong" : "";
  clearTimeout(clearing);
  clearing = setTimeout(() => { line.textContent = ""; }, 6000);
}

// The kiosk's answer, or null: then the page has said why.
export async function act(action) {
  try {
    const answer = await fetch("/do", {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(action)});
    const plain = await answer.json();
    if (answer.ok) return plain;
    say(plain.error, true);
  } catch {
    say(word("gone"), true);
  }
  return null;
}
