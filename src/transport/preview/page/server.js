// What the page says to the program, and hears from it. Addresses are relative: the token in the page's own is theirs too.

/** Everything that is there. */
export async function everything() {
  return (await fetch("state")).json();
}

/** Uses a command, a control or a form; gives choices or a form where those are the answer. */
export async function interact(person, channel, type, data, message) {
  const said = { person, channel, type, data, message: message ?? null };
  const answered = await fetch("interactions", json(said));
  if (!answered.ok) throw new Error(await answered.text() || "The bot did not answer.");
  return answered.json();
}

/** Writes a message. */
export async function write(person, channel, content, replyTo) {
  const answered = await fetch("messages", json({ person, channel, content, reply_to: replyTo ?? null }));
  if (!answered.ok) throw new Error("The message could not be written.");
}

/** Attaches a file; gives how Discord describes it. */
export async function upload(file) {
  const answered = await fetch(`files?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });
  if (!answered.ok) throw new Error("The file is too large.");
  return answered.json();
}

/** Hears of what happens. `lost` is told when nothing is heard any more, `found` when it is again. */
export function listen(happened, lost, found) {
  const events = new EventSource("events");
  let isLost = false;
  events.onmessage = (event) => happened(JSON.parse(event.data));
  events.onopen = () => {
    if (isLost) found();
    isLost = false;
  };
  events.onerror = () => {
    isLost = true;
    lost(events.readyState === EventSource.CLOSED);
  };
}

function json(body) {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
